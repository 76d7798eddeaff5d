// Draws the table of days.
import { colour, draw, faint } from './plots.js';

const canvas = document.getElementById('days');
const rows = Array.from(document.querySelectorAll('#days-table tbody tr'), row => ({
  day: row.cells[0].textContent,
  anomalies: Number(row.cells[1].textContent),
  scored: Number(row.cells[2].textContent),
}));
draw(canvas, () => ({
  type: 'bar',
  data: {
    labels: rows.map(row => row.day),
    datasets: [
      { label: canvas.dataset.anomalies, data: rows.map(row => row.anomalies), backgroundColor: colour('anomaly') },
      { label: canvas.dataset.scored, data: rows.map(row => row.scored - row.anomalies), backgroundColor: faint('accent', 0.35) },
    ],
  },
  options: {
    scales: {
      x: { stacked: true, grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 16 } },
      y: { stacked: true, beginAtZero: true, ticks: { precision: 0 } },
    },
  },
}));
