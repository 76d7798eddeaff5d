// Text stays within its box: no word runs out of it, none is hidden by it, and a field shows all digits of its number.
() => {
  const faults = Array.from(document.querySelectorAll('input[type=number], input[type=date], button, .button'))
    .filter(one => seen(one) && one.scrollWidth > one.clientWidth + 1)
    .map(one => `does not show all of ${told(one)}`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const own = text.parentElement;
    if (!text.data.trim() || !seen(own) || own.closest('option, script, style, textarea, svg')) {
      continue;
    }
    let block = own;
    while (getComputedStyle(block).display.startsWith('inline') && block.parentElement !== document.body) {
      block = block.parentElement;
    }
    if (getComputedStyle(block).overflowX !== 'visible') {
      continue; // it scrolls
    }
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right } = range.getBoundingClientRect();
    const box = block.getBoundingClientRect();
    if (right > box.right + 2 || left < box.left - 2) {
      faults.push(`runs out of its box: ${told(own)}`);
    }
  }
  return faults;
}
