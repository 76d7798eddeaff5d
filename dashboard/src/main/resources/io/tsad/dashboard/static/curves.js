// ROC and precision–recall curves, of one model or several.
import { colour, draw } from './plots.js';

const percent = { min: 0, max: 1, type: 'linear' };

/** A curve's [x, y] pairs as a line of steps. */
export function line(label, points, name, more = {}) {
  return {
    label,
    data: points.map(([x, y]) => ({ x, y })),
    borderColor: colour(name),
    backgroundColor: colour(name),
    borderWidth: 1.8,
    pointRadius: 0,
    tension: 0,
    ...more,
  };
}

/** The line of a guess. */
export function guess() {
  return line('', [[0, 0], [1, 1]], 'quiet', { borderWidth: 1, borderDash: [4, 4] });
}

/** Where one stands on a curve. */
export function mark(x, y) {
  return { label: '', data: [{ x, y }], borderColor: colour('text'), backgroundColor: colour('accent'), pointRadius: 6, showLine: false, clip: false };
}

/** Draws lines(), which is asked again when colours change. */
export function drawCurve(canvas, lines) {
  const axis = text => ({ ...percent, title: { display: true, text } });
  return draw(canvas, () => ({
    type: 'line',
    data: { datasets: lines() },
    options: {
      parsing: false,
      scales: { x: axis(canvas.dataset.x), y: axis(canvas.dataset.y) },
      plugins: { legend: { labels: { filter: item => item.text, boxHeight: 1 } } },
    },
  }));
}
