// Draws a model's stored validation, and follows the threshold that is being moved.
import { drawCurve, guess, line, mark } from './curves.js';
import { colour, draw, faint } from './plots.js';

const { name } = document.getElementById('main').dataset;
const api = `/api/v1/models/${encodeURIComponent(name)}`;
const form = document.getElementById('explorer');
const byId = id => document.getElementById(id);

const rows = document.querySelectorAll('#epochs-table tbody tr');
if (rows.length) {
  const column = i => Array.from(rows, row => Number(row.cells[i].textContent));
  const heads = Array.from(document.querySelectorAll('#epochs-table thead th'), head => head.textContent);
  const curve = (i, tone, axis) => ({ label: heads[i], data: column(i), borderColor: colour(tone), backgroundColor: colour(tone), yAxisID: axis });
  draw(byId('epochs'), () => ({
    type: 'line',
    data: { labels: column(0), datasets: [curve(1, 'series-5', 'loss'), curve(2, 'series-1', 'y'), curve(3, 'series-3', 'y')] },
    options: { scales: { y: { max: 1, suggestedMin: 0.5 }, loss: { position: 'right', beginAtZero: true, grid: { display: false } }, x: { title: { display: true, text: heads[0] } } } },
  }));
}

// As ShortNumber.estimate: without digits that an estimate cannot know.
const brief = value => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))).toString();

// As ShortNumber.threshold: with the digits that tell it from 0 and from 1, four decimals at least.
const shortThreshold = value => {
  const distance = Math.min(value, 1 - value);
  const decimals = distance > 0 ? Math.max(4, 1 - Math.floor(Math.log10(distance))) : 4;
  return value.toFixed(Math.min(20, decimals)).replace(/(\.\d{4}\d*?)0+$/, '$1');
};

async function explore() {
  const curves = await (await fetch(`${api}/curves`)).json();
  let point = await (await fetch(`${api}/operating-point${location.search}`)).json();
  let typing = false;
  const roc = drawCurve(byId('roc'), () => [
    line(byId('roc').dataset.anomaly, curves.roc, 'anomaly'),
    line(byId('roc').dataset.normal, curves.rocOfNormal, 'normal', { borderDash: [2, 3] }),
    guess(), mark(point.falsePositiveRate.value, point.recall.value)]);
  const precision = () => point.truePositives / (point.truePositives + point.falsePositives || 1);
  const pr = drawCurve(byId('pr'), () => [
    line('', curves.precisionRecall, 'anomaly'), mark(point.recall.value, precision())]);
  drawCurve(byId('reliability'), () => [
    line('', curves.reliability.map(bin => [bin.probability, bin.anomalies]), 'accent', { pointRadius: 3 }), guess()]);

  const bins = curves.histogram.anomaly.length;
  const bars = counts => counts.map((y, i) => ({ x: (i + 0.5) / bins, y }));
  const threshold = {
    id: 'threshold',
    afterDatasetsDraw({ ctx, chartArea: area, scales }) {
      const x = scales.x.getPixelForValue(point.threshold);
      ctx.save();
      ctx.strokeStyle = colour('text');
      ctx.setLineDash([4, 3]);
      ctx.beginPath();
      ctx.moveTo(x, area.top);
      ctx.lineTo(x, area.bottom);
      ctx.stroke();
      ctx.restore();
    },
  };
  const scores = draw(byId('scores'), () => ({
    type: 'bar',
    plugins: [threshold],
    data: {
      datasets: [
        { label: byId('scores').dataset.normal, data: bars(curves.histogram.normal), backgroundColor: faint('normal', 0.6) },
        { label: byId('scores').dataset.anomaly, data: bars(curves.histogram.anomaly), backgroundColor: faint('anomaly', 0.6) },
      ],
    },
    options: {
      categoryPercentage: 1,
      barPercentage: 1,
      // Linear, so that a bar stands between the probabilities it counts, and labels at theirs.
      scales: { x: { type: 'linear', min: 0, max: 1, offset: false, grid: { display: false }, ticks: { stepSize: 0.1, maxRotation: 0, autoSkipPadding: 12 }, title: { display: true, text: byId('scores').dataset.x } }, y: { beginAtZero: true, ticks: { precision: 0 } } },
    },
  }));

  const show = () => {
    document.querySelectorAll('#expected [data-figure]').forEach(row => {
      const { value, low, high } = point[row.dataset.figure];
      row.cells[1].textContent = brief(value);
      row.cells[2].textContent = `${brief(low)} – ${brief(high)}`;
    });
    document.querySelectorAll('#confusion [data-count]').forEach(cell => {
      cell.textContent = point[cell.dataset.count];
    });
    byId('slider').value = point.threshold;
    if (!typing) { // an answer to what was asked before must not undo what is being typed
      form.elements.threshold.value = shortThreshold(point.threshold);
    }
    byId('confusion-threshold').textContent = shortThreshold(point.threshold);
    const save = byId('save');
    if (save) {
      save.elements.value.value = point.threshold;
      byId('saved-value').textContent = shortThreshold(point.threshold);
    }
    const place = (chart, x, y) => {
      chart.data.datasets.at(-1).data = [{ x, y }];
      chart.update('none');
    };
    place(roc(), point.falsePositiveRate.value, point.recall.value);
    place(pr(), point.recall.value, precision());
    scores().draw();
  };

  // The address says what is asked, for whoever loads the page again; not each step of a slider.
  let noting = null;
  const note = query => {
    clearTimeout(noting);
    noting = setTimeout(() => history.replaceState(null, '', `?${query}`), 400);
  };

  let asked = 0;
  const ask = async fields => {
    const number = ++asked;
    const query = new URLSearchParams(fields);
    for (const field of ['seriesPerDay', 'baseRate']) {
      query.set(field, form.elements[field].value);
    }
    const answer = await fetch(`${api}/operating-point?${query}`);
    if (answer.ok && number === asked) {
      point = await answer.json();
      show();
      note(query);
    }
  };

  byId('slider').classList.add('shown');
  byId('slider').value = point.threshold;
  byId('slider').addEventListener('input', event => {
    form.elements.falseAlarmsPerDay.value = '';
    ask({ threshold: event.target.value });
  });
  const given = () => (form.elements.falseAlarmsPerDay.value
    ? { falseAlarmsPerDay: form.elements.falseAlarmsPerDay.value }
    // What is shown has few digits; what is meant, as many as it takes.
    : { threshold: form.elements.threshold.value === shortThreshold(point.threshold) ? point.threshold : form.elements.threshold.value });
  form.elements.threshold.addEventListener('input', () => { typing = true; });
  form.elements.threshold.addEventListener('change', () => {
    typing = false;
    form.elements.falseAlarmsPerDay.value = '';
  });
  form.addEventListener('change', event => event.target.id !== 'slider' && ask(given()));
  form.addEventListener('submit', event => {
    event.preventDefault();
    ask(given());
  });
}

if (form) {
  explore();
}
