// Keeps what is on the score page in this tab, for whoever comes back to it.

const NAME = 'tsad.score';

/** A tab may keep some 5 MB of text: more would keep nothing. */
const MOST = 20_000;

const FIELDS = ['id', 'verdict', 'probability', 'threshold', 'flags', 'model', 'version', 'time'];

const shortened = row => [row.name, row.place, row.state === 'scored' ? FIELDS.map(field => row.result[field])
  : row.state === 'failed' ? row.result : 0];

function lengthened([name, place, result]) {
  if (Array.isArray(result)) {
    return { name, place, state: 'scored', result: { name, ...Object.fromEntries(FIELDS.map((field, i) => [field, result[i]])) } };
  }
  return result ? { name, place, state: 'failed', result } : { name, place, state: 'unsent' };
}

/** Normal results are the first to go: they are many, and in the history. */
const first = row => (row.state === 'scored' && row.result.verdict === 'normal' ? 1 : 0);

/** Keeps rows, and what else is told of the page, for this caller. */
export function keep(caller, rows, page) {
  const some = rows.length > MOST ? rows.toSorted((a, b) => first(a) - first(b)).slice(0, MOST) : rows;
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ caller, rows: some.map(shortened), forgotten: rows.length - some.length, ...page }));
  } catch {
    sessionStorage.removeItem(NAME); // the results are in the history
  }
}

/** What was kept for this caller, or null. */
export function kept(caller) {
  try {
    const page = JSON.parse(sessionStorage.getItem(NAME));
    return page?.caller === caller ? { ...page, rows: page.rows.map(lengthened) } : null;
  } catch {
    return null; // of another version
  }
}
