// Draws the curves of several models on one plot.
import { drawCurve, guess, line } from './curves.js';

const names = Array.from(document.querySelectorAll('#figures [data-name]'), row => row.dataset.name);
const found = await Promise.all(names.map(async name => {
  const answer = await fetch(`/api/v1/models/${encodeURIComponent(name)}/curves`);
  return answer.ok ? { name, curves: await answer.json() } : null;
}));
const known = found.filter(Boolean);
const lines = curve => known.map(({ name, curves }, i) => line(name, curves[curve], `series-${1 + i % 6}`));
if (known.length) {
  drawCurve(document.getElementById('roc'), () => [...lines('roc'), guess()]);
  drawCurve(document.getElementById('pr'), () => lines('precisionRecall'));
}
