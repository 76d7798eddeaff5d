// The page is no wider than its window; what reaches beyond is named.
() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) {
    return [];
  }
  const beyond = Array.from(document.body.querySelectorAll('*'))
    .filter(one => seen(one) && one.getBoundingClientRect().right > wide + 1 && !one.parentElement.closest('.scroll'))
    .map(told);
  return [`is ${document.documentElement.scrollWidth} wide: ${beyond.slice(-3).join(', ')}`];
}
