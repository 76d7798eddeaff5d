// Each control is wholly in sight without scrolling sideways; but the headings of a table that scrolls go with their
// columns.
() => controls().flatMap(control => {
  const box = control.getBoundingClientRect();
  const { left, right, top, bottom, scrolls } = pane(control);
  if (!box.width || !box.height) {
    return [`has no size: ${told(control)}`];
  }
  if (scrolls && control.closest('thead')) {
    return [];
  }
  const out = box.left < left - 1 || box.right > right + 1 || box.top < top - 1 || box.bottom > bottom + 1;
  return out ? [`is cut off (${Math.round(box.left)} to ${Math.round(box.right)}, shown is ${Math.round(left)} to ${Math.round(right)}): ${told(control)}`] : [];
})
