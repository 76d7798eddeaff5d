// What the layout checks share: each is a function of no arguments that answers lines of text.

const known = new Map();
/** Whether a thing is there for ears only: clipped away, as .unseen is. */
const unseen = element => {
  if (!element) {
    return false;
  }
  if (!known.has(element)) {
    known.set(element, getComputedStyle(element).clipPath === 'inset(50%)' || unseen(element.parentElement));
  }
  return known.get(element);
};
const seen = element => element.checkVisibility({ visibilityProperty: true }) && !unseen(element);

let all;
/** What one can press, choose or type into; not the link that shows itself when it has the focus. */
const controls = () => all ??= Array.from(document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary')).filter(one => seen(one) && !one.matches('.skip'));

const told = element => {
  const text = element.getAttribute('aria-label') || element.textContent.trim() || element.name || element.value || '';
  return `${element.localName}${element.id ? `#${element.id}` : ''} “${text.replace(/\s+/g, ' ').slice(0, 60)}”`;
};

/** The part of the window that shows what is in an element, without scrolling sideways. */
const pane = element => {
  const found = { left: 0, right: document.documentElement.clientWidth, top: -Infinity, bottom: Infinity, scrolls: false };
  for (let one = element.parentElement; one && one !== document.documentElement; one = one.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    if (overflowX !== 'visible') {
      found.left = Math.max(found.left, box.left + one.clientLeft);
      found.right = Math.min(found.right, box.left + one.clientLeft + one.clientWidth);
      found.scrolls ||= overflowX === 'auto' || overflowX === 'scroll';
    }
    if (overflowY === 'hidden' || overflowY === 'clip') {
      found.top = Math.max(found.top, box.top + one.clientTop);
      found.bottom = Math.min(found.bottom, box.top + one.clientTop + one.clientHeight);
    }
  }
  return found;
};
