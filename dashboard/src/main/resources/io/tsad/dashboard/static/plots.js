// Charts in the colours of the page, which are those of tsad.css and change with light and dark.

/** The value of a custom property of tsad.css, such as colour('accent'). */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The same, see-through. */
export function faint(name, alpha) {
  const [r, g, b] = colour(name).match(/[0-9a-f]{2}/gi).map(hex => parseInt(hex, 16));
  return `rgba(${r}, ${g}, ${b}, ${alpha})`;
}

const dark = matchMedia('(prefers-color-scheme: dark)');

/**
 * Draws a chart on a canvas, and again when light becomes dark. configure() answers Chart.js's
 * configuration; it asks for its colours anew each time. Answers a function that gives the chart
 * as it is now.
 */
export function draw(canvas, configure) {
  let chart;
  const make = () => {
    chart?.destroy();
    Chart.defaults.color = colour('quiet');
    Chart.defaults.borderColor = faint('line', 0.6);
    Chart.defaults.font.family = 'system-ui, sans-serif';
    Chart.defaults.animation = false;
    Chart.defaults.maintainAspectRatio = false;
    chart = new Chart(canvas, configure());
  };
  make();
  dark.addEventListener('change', make);
  return () => chart;
}
