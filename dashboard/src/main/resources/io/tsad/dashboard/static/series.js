// Draws a series: all of it, or the part that was zoomed to, with as many points as fit. The server
// sends the smallest and the largest sample of each stretch; relevance shades what lies behind. What
// is shaded, and the normal series laid over, are on the scale of the whole series in every part.
import { colour, draw, faint } from './plots.js';

const place = document.getElementById('plot');
const canvas = document.getElementById('canvas');
const { id, model, tone } = place.dataset;
const [samples, seen, low, high] = ['samples', 'seen', 'low', 'high'].map(name => Number(place.dataset[name]));
const api = `/api/v1/verdicts/${id}`;
const LEAST = 8;

/** What is drawn: the view, and what the server sent for it. Steps go on from what was asked for last. */
let view = startingView();
let wanted = view;
let data = null;
let typical = null;
let selection = null;
let asked = 0;

document.querySelectorAll('.scripted').forEach(element => element.classList.add('shown'));
document.getElementById('sketch').remove();
document.getElementById('legend')?.classList.toggle('hidden', !shaded());

/** The part that the address names, or all. */
function startingView() {
  const [, from, to] = location.hash.match(/^#samples=(\d+)-(\d+)$/) ?? [];
  return to - from >= LEAST && to <= samples ? { from: Number(from), to: Number(to) } : { from: 0, to: samples };
}

let noting = null;

/** Notes the part in the address, for who loads the page again or comes back; not each step to it. */
function noteView() {
  clearTimeout(noting);
  noting = setTimeout(() => {
    const all = view.from === 0 && view.to === samples;
    history.replaceState(null, '', all ? location.pathname : `#samples=${view.from}-${view.to}`);
  }, 400);
}

async function get(url) {
  const answer = await fetch(url).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

function points({ from, step, minimum, maximum }, scale = value => value) {
  const middle = i => from + i * step + (step - 1) / 2;
  return {
    low: minimum.map((value, i) => ({ x: middle(i), y: scale(value) })),
    high: maximum.map((value, i) => ({ x: middle(i), y: scale(value) })),
  };
}

/** Fetches what is to be seen, and draws it, unless another view was asked for meanwhile. */
async function look(next) {
  wanted = next;
  const number = ++asked;
  const start = performance.now();
  const width = Math.max(200, Math.round(place.clientWidth));
  const range = `from=${next.from}&to=${next.to}&points=${width}`;
  const [series, relevance, normal] = await Promise.all([
    get(`${api}/series?${range}`),
    shaded() ? get(`${api}/relevance?${range}`) : null,
    document.getElementById('typical')?.checked ? typicalFor(next, width) : null,
  ]);
  if (number !== asked) {
    return;
  }
  if (!series) {
    wanted = view;
    document.getElementById('shown').textContent = place.dataset.unavailable;
    return;
  }
  view = next;
  noteView();
  data = { series, relevance: relevance?.known ? relevance : null };
  typical = normal;
  show();
  document.getElementById('shown').textContent = place.dataset.range
    .replace('{from}', view.from.toLocaleString()).replace('{to}', (view.to - 1).toLocaleString());
  performance.measure('series-drawn', { start });
  performance.mark('drawn');
}

/** The golden series have a length of their own, so that a part of a longer series may have none. */
async function typicalFor(next, width) {
  const answer = await get(`/api/v1/models/${encodeURIComponent(model)}/typical?from=${next.from}&points=${width}`);
  return answer?.series ?? [];
}

/** Whether there is something to shade: of a normal series only if somebody asks. */
function shaded() {
  return tone === 'shade' || Boolean(document.getElementById('faint')?.checked);
}

/** What a shade stands for, on the scale of the whole series. */
function tint(share) {
  return tone === 'shade' ? `rgba(${colour('shade')}, ${0.5 * share})` : faint('quiet', 0.5 * share);
}

/** Shades the stretches with evidence, what the model did not look at, and what is being selected. */
const shading = {
  id: 'shading',
  beforeDatasetsDraw(chart) {
    const { ctx, chartArea: area, scales: { x } } = chart;
    ctx.save();
    if (seen < samples) {
      const left = Math.min(area.right, Math.max(area.left, x.getPixelForValue(seen - 0.5)));
      ctx.fillStyle = faint('line', 0.45);
      ctx.fillRect(left, area.top, area.right - left, area.bottom - area.top);
    }
    if (data.relevance?.largest > 0) {
      const { from, step, relevance, largest } = data.relevance;
      relevance.forEach((value, i) => {
        if (value > 0.02 * largest) {
          const left = Math.max(area.left, x.getPixelForValue(from + i * step - 0.5));
          const right = Math.min(area.right, x.getPixelForValue(from + (i + 1) * step - 0.5));
          ctx.fillStyle = tint(value / largest);
          ctx.fillRect(left, area.top, Math.max(1, right - left), area.bottom - area.top);
        }
      });
    }
    if (selection) {
      ctx.fillStyle = faint('accent', 0.2);
      ctx.fillRect(Math.min(...selection), area.top, Math.abs(selection[1] - selection[0]), area.bottom - area.top);
    }
    ctx.restore();
  },
};

function datasets() {
  const { series } = data;
  const { low: lower, high: upper } = points(series);
  const line = { borderColor: colour('accent'), borderWidth: 1.2, pointRadius: series.to - series.from <= 60 ? 2.5 : 0, tension: 0 };
  const lines = series.step === 1
    ? [{ label: place.dataset.series, data: lower, ...line }]
    : [{ label: place.dataset.series, data: lower, ...line },
      { label: '', data: upper, ...line, fill: '-1', backgroundColor: faint('accent', 0.6) }];
  (typical ?? []).forEach((one, i) => lines.push({
    label: i ? '' : place.dataset.typical,
    data: points(one, value => low + value * (high - low)).high.filter(point => point.x < view.to),
    borderColor: faint('normal', 0.55), borderWidth: 1, pointRadius: 0,
  }));
  return lines;
}

let chart = null;

function show() {
  if (chart) {
    const now = chart();
    now.data.datasets = datasets();
    now.options.scales.x.min = view.from;
    now.options.scales.x.max = view.to - 1;
    now.update('none');
    return;
  }
  chart = draw(canvas, () => ({
    type: 'line',
    data: { datasets: datasets() },
    plugins: [shading],
    options: {
      parsing: false,
      normalized: true,
      events: [],
      scales: {
        x: { type: 'linear', min: view.from, max: view.to - 1, ticks: { maxRotation: 0, autoSkipPadding: 24, precision: 0 } },
        y: { ticks: { maxTicksLimit: 7 } },
      },
      plugins: { legend: { labels: { filter: item => item.text, boxHeight: 1 } }, tooltip: { enabled: false } },
    },
  }));
}

/** Goes to a part of the series, within it. */
function go(from, to) {
  const length = Math.min(samples, Math.max(LEAST, Math.round(to - from)));
  const start = Math.min(samples - length, Math.max(0, Math.round(from)));
  look({ from: start, to: start + length });
}

/** Zooms about what lies at this share of the width. */
function zoom(factor, share = 0.5) {
  const at = wanted.from + share * (wanted.to - wanted.from);
  go(at - (at - wanted.from) * factor, at + (wanted.to - at) * factor);
}

function pan(share) {
  const by = share * (wanted.to - wanted.from);
  go(wanted.from + by, wanted.to + by);
}

const actions = {
  in: () => zoom(0.5),
  out: () => zoom(2),
  left: () => pan(-0.25),
  right: () => pan(0.25),
  all: () => go(0, samples),
};
const keys = { '+': 'in', '=': 'in', '-': 'out', ArrowLeft: 'left', ArrowRight: 'right', Home: 'all', 0: 'all' };

document.querySelectorAll('#tools [data-do]').forEach(button =>
  button.addEventListener('click', () => actions[button.dataset.do]()));
canvas.addEventListener('keydown', event => {
  const action = keys[event.key];
  if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    actions[action]();
  }
});
document.querySelectorAll('a[data-from]').forEach(link => link.addEventListener('click', event => {
  event.preventDefault();
  place.scrollIntoView({ block: 'nearest' });
  const [from, to] = [Number(link.dataset.from), Number(link.dataset.to)];
  go(from - (to - from) / 2, to + (to - from) / 2);
}));
for (const box of ['typical', 'faint']) {
  document.getElementById(box)?.addEventListener('change', () => {
    document.getElementById('legend')?.classList.toggle('hidden', !shaded());
    look(wanted);
  });
}

const sampleAt = x => chart().scales.x.getValueForPixel(x);

function shareAt(x) {
  const { left, right } = chart().chartArea;
  return Math.min(1, Math.max(0, (x - left) / (right - left)));
}

canvas.addEventListener('wheel', event => {
  if (!event.ctrlKey && !event.shiftKey && document.activeElement !== canvas) {
    return; // a wheel over the plot scrolls the page until the plot is clicked
  }
  event.preventDefault();
  if (chart) {
    zoom(event.deltaY > 0 ? 1.4 : 1 / 1.4, shareAt(event.offsetX));
  }
}, { passive: false });

canvas.addEventListener('pointerdown', event => {
  canvas.focus();
  canvas.setPointerCapture(event.pointerId);
  selection = [event.offsetX, event.offsetX];
});
canvas.addEventListener('pointermove', event => {
  if (selection && chart) {
    selection[1] = event.offsetX;
    chart().draw();
  }
});
canvas.addEventListener('pointerup', () => {
  const [a, b] = selection ?? [0, 0];
  selection = null;
  if (chart && Math.abs(a - b) > 5) {
    go(sampleAt(Math.min(a, b)), sampleAt(Math.max(a, b)));
  } else {
    chart?.().draw();
  }
});
canvas.addEventListener('pointercancel', () => { selection = null; });

look(wanted);
