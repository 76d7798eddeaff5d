// Forms that change something: none is sent twice by a second click, and a mark leaves the page as it is.

/** A form that was sent may be sent again after this, if its answer never came. */
const PATIENCE_MILLIS = 30_000;
const sent = new WeakMap();

/** The last mark of each verdict that is under way: marks are kept in the order of the clicks. */
const marks = new Map();

/** Shows a mark as the page that the server makes has it; focus stays where it is. */
function renew(form, choice, page) {
  const fresh = Array.from(page.querySelectorAll('form.mark'))
    .find(one => one.getAttribute('action') === form.getAttribute('action'));
  if (!fresh) { // what is looked for in the history excludes it now; whoever looks at it may still change it
    form.querySelectorAll('button').forEach(button => {
      const chosen = button.dataset.choice === choice;
      button.setAttribute('aria-pressed', chosen);
      button.value = chosen ? 'none' : button.dataset.choice;
    });
    return;
  }
  const place = Array.from(form.querySelectorAll('button')).indexOf(document.activeElement);
  const now = document.importNode(fresh.parentElement, true);
  form.parentElement.replaceWith(now);
  now.querySelectorAll('form.mark button')[place]?.focus({ preventScroll: true });
}

async function mark(action, choice, body, failed) {
  const find = () => Array.from(document.querySelectorAll('form.mark')).find(one => one.getAttribute('action') === action);
  find()?.parentElement.querySelector('[role=alert]')?.remove();
  const answer = await fetch(action, { method: 'POST', body, headers: { Accept: 'text/html' } }).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    find() && renew(find(), choice, page);
  } else {
    const alert = document.createElement('span');
    alert.setAttribute('role', 'alert');
    alert.className = 'bad';
    alert.textContent = failed;
    find()?.after(alert);
  }
}

document.addEventListener('click', event => {
  // The second half of a double click would take back what the first said.
  if (event.detail > 1 && event.target.closest?.('form.mark button')) {
    event.preventDefault();
  }
});

document.addEventListener('submit', event => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || form.method !== 'post') {
    return;
  }
  if (form.matches('.mark') && submitter) {
    event.preventDefault();
    const action = form.getAttribute('action');
    const body = new URLSearchParams(new FormData(form, submitter));
    const before = marks.get(action) ?? Promise.resolve();
    marks.set(action, before.then(() => mark(action, submitter.value, body, form.dataset.failed)));
  } else if (performance.now() - (sent.get(form) ?? -Infinity) < PATIENCE_MILLIS) {
    event.preventDefault();
  } else {
    sent.set(form, performance.now());
  }
});

// Whoever comes back to a page the browser kept may send its forms again.
addEventListener('pageshow', event => event.persisted && document.querySelectorAll('form').forEach(form => sent.delete(form)));
