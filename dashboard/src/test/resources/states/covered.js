// Nothing lies over a control: a click in its middle, or half way to its sides, meets it.
() => controls().flatMap(control => {
  const first = () => control.getClientRects()[0];
  const { left, right } = pane(control);
  if (!first() || first().left < left - 1 || first().right > right + 1) {
    return []; // cut off: another check says so
  }
  window.scrollBy(0, first().top + first().height / 2 - window.innerHeight / 2);
  const { x, y, width, height } = first();
  if (y < 0 || y + height > window.innerHeight) {
    return [];
  }
  const label = control.labels?.[0];
  for (const [across, down] of [[0.5, 0.5], [0.25, 0.5], [0.75, 0.5], [0.5, 0.25], [0.5, 0.75]]) {
    const hit = document.elementFromPoint(x + across * width, y + down * height);
    if (!hit || !(control.contains(hit) || label?.contains(hit))) {
      return [`is covered: ${told(control)} by ${hit ? told(hit) : 'nothing'}`];
    }
  }
  return [];
})
