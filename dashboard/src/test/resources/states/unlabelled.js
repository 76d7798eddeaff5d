// Each control has a name that can be read out.
() => controls().flatMap(control => {
  const text = element => (element?.getAttribute('aria-label') || element?.textContent || '').trim();
  const by = (control.getAttribute('aria-labelledby') ?? '').split(/\s+/).map(id => text(document.getElementById(id))).join('');
  const labels = Array.from(control.labels ?? []).map(text).join('');
  const own = control.matches('input, select, textarea') ? (control.getAttribute('aria-label') ?? '') : text(control);
  return by || labels || own.trim() || control.title ? [] : [`has no label: ${control.outerHTML.slice(0, 100)}`];
})
