// The score page: takes files, has them sent, and shows, sorts, filters and saves what comes of them.
import { chosen, dropped } from './dropping.js';
import { keep, kept } from './kept.js';
import { Results, verdict } from './results.js';
import { csv, save } from './save.js';
import { Sending } from './sending.js';
import { Table } from './table.js';
import { called, duration, has, say } from './words.js';

const byId = id => document.getElementById(id);
const form = byId('score');
const { caller = '' } = byId('words').dataset;

/** Drawing takes at most this share of the time. */
const SHARE = 0.2;
const TELL_MILLIS = 10_000;
const PACE_MILLIS = 15_000;

document.querySelectorAll('.scripted').forEach(element => element.classList.add('shown'));

const results = new Results(plan);
const table = new Table(byId('table').tBodies[0], line);

// ---- sending

/** The jobs of this sending: how many there are, how many are done, and when how many were. */
let run = { total: 0, done: 0, past: [] };
let away = false;
let looking = 0;
let note = '';

/** Rows of files that wait for their column to be chosen, with their jobs. */
let several = [];

const sending = form && new Sending(form.action, Number(form.dataset.mostBytes), {
  sending: (job, share) => results.set(job.row, { state: 'sending', sent: share }),
  unsent: job => results.set(job.row, { state: 'unsent' }),
  scored,
  failed(job, fault, fields = {}) {
    const words = say(has(fault) ? fault : 'status-500', fields);
    results.set(job.row, { state: 'failed', result: { name: job.row.name, words, problem: fields.problem ?? { detail: words } } });
    run.done++;
  },
  away(whether) {
    away = whether;
    plan();
  },
  halted(fault) {
    note = say(fault);
    plan();
  },
  ended() {
    run = { total: 0, done: 0, past: [] };
    plan();
    tell();
  },
});

function scored(job, found) {
  run.done++;
  const rows = found.map(result => ({
    name: found.length > 1 || !job.file ? result.name : job.row.name,
    state: result.words ? 'failed' : 'scored',
    result,
  }));
  if (rows.length === 1) {
    results.set(job.row, rows[0]);
  } else {
    results.replace(job.row, rows);
  }
  if (found[0]?.columns) {
    job.columns = found[0].columns;
    several.push(job);
    askForColumn();
  }
}

/** Sends the form with these fields; a file's own are added when it is its turn. */
function jobOf(name, fields, file = null) {
  const job = {
    row: { name, state: 'waiting' },
    fields: { column: form.elements.column.value, header: form.elements.header.value, ...fields },
    model: form.elements.model.value,
    file,
    data(content) {
      const data = new FormData();
      Object.entries({ csrf: form.elements.csrf.value, model: job.model, ...job.fields })
        .forEach(([field, value]) => data.append(field, value));
      if (content) {
        data.append('file', content, content.name);
        data.append('path', name);
      }
      return data;
    },
  };
  return job;
}

function send(jobs) {
  results.add(jobs.map(job => job.row));
  sendAgain(jobs);
}

/** The same of jobs whose rows are there. */
function sendAgain(jobs) {
  note = '';
  complain('');
  if (!sending.busy) {
    run = { total: 0, done: 0, past: [] };
  }
  run.total += jobs.length;
  sending.add(jobs);
  plan();
}

/** Sends what is left, by the model that is chosen now and as who is logged in now. */
async function goOn() {
  byId('go-on').disabled = true;
  const page = await fetch('/').then(answer => answer.text()).catch(() => '');
  const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('#score [name=csrf]');
  form.elements.csrf.value = fresh?.value ?? form.elements.csrf.value;
  byId('go-on').disabled = false;
  note = '';
  run = { total: sending.left, done: 0, past: [] };
  sending.goOn(job => { job.model = form.elements.model.value; });
  plan();
}

/** Sends the files of {sources} as they are found. */
async function sendFiles({ sources }) {
  looking++;
  plan();
  try {
    const out = await sources(found => {
      const faults = found.filter(one => one.fault);
      results.add(faults.map(one => ({
        name: one.name, state: 'failed', result: { name: one.name, words: say(one.fault), problem: { detail: say(one.fault) } },
      })));
      const jobs = found.filter(one => one.file).map(one => jobOf(one.name, {}, one.file));
      if (jobs.length) {
        send(jobs);
      }
    });
    if (out) {
      complain(say('leftOut', { n: out }), 'quiet');
    }
  } finally {
    looking--;
    plan();
  }
}

/** Says something beside the form; nothing where there is nothing to say. */
function complain(text, tone = 'bad') {
  const said = byId('said');
  said.textContent = text;
  said.className = text ? tone : 'hidden';
}

let lastExample = -Infinity;

form?.addEventListener('submit', event => {
  event.preventDefault();
  const example = event.submitter?.name === 'example' ? event.submitter.value : null;
  const { files } = form.elements.file;
  const values = form.elements.values.value.trim();
  if (example) {
    if (performance.now() - lastExample > 500) { // a double click means one
      send([jobOf(`example-${example}`, { example })]);
    }
    lastExample = performance.now();
  } else if (files.length) {
    sendFiles(chosen(Array.from(files)));
    form.elements.file.value = '';
  } else if (values) {
    sendText(values);
  } else {
    form.elements.file.click();
  }
});

let lastText = '';

/** Once, however often somebody clicks. */
function sendText(values) {
  if (values !== lastText || !sending.busy) {
    lastText = values;
    send([jobOf(say('pasted'), { values })]);
  }
}

if (form) {
  byId('choose-folder').addEventListener('click', () => byId('folder').click());
  byId('folder').addEventListener('change', () => {
    if (byId('folder').files.length) {
      sendFiles(chosen(Array.from(byId('folder').files)));
    }
    byId('folder').value = '';
  });
  // Everywhere on the page: a file that is dropped beside would be opened in its place.
  const drop = byId('drop');
  let over = 0;
  const shade = by => drop.classList.toggle('over', (over = Math.max(0, over + by)) > 0);
  addEventListener('dragenter', () => shade(1));
  addEventListener('dragleave', () => shade(-1));
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => {
    if (event.target === form.elements.values && !event.dataTransfer.files.length) {
      return; // text goes where it is dropped
    }
    event.preventDefault();
    shade(-over);
    const brought = dropped(event.dataTransfer);
    if (brought.files) {
      sendFiles(brought);
    } else if (brought.link || !/\d/.test(brought.text)) {
      complain(say('noFile'));
    } else {
      byId('paste').open = true;
      form.elements.values.value = brought.text;
      sendText(brought.text.trim());
    }
  });
  addEventListener('beforeunload', event => sending.busy && event.preventDefault());
  byId('stop').addEventListener('click', () => {
    note = say('stopped');
    sending.stop();
  });
  byId('go-on').addEventListener('click', goOn);
}

// ---- choosing a column

const label = one => `${one.number}: ${one.first}`;
const sameTable = (a, b) => a.columns.map(label).join() === b.columns.map(label).join();

/** Asks for the column of the first file that needs one, and of all that look like it. */
function askForColumn() {
  byId('columns').classList.toggle('hidden', !several.length);
  if (!several.length) {
    return;
  }
  const alike = several.filter(one => sameTable(one, several[0]));
  byId('columns-text').textContent = say('several', { n: alike.length, name: several[0].row.name });
  const choice = byId('columns-choice');
  const options = several[0].columns.map(one => new Option(label(one), one.number));
  if (Array.from(choice.options, option => option.text).join() !== options.map(option => option.text).join()) {
    choice.replaceChildren(...options);
    const numbers = several[0].columns.filter(one => one.numbers);
    choice.value = (numbers.at(-1) ?? several[0].columns.at(-1)).number; // dates and counts come first
  }
}

byId('columns-score').addEventListener('click', () => {
  const alike = several.filter(one => sameTable(one, several[0]));
  const column = byId('columns-choice').value;
  several = several.filter(one => !alike.includes(one));
  askForColumn();
  for (const job of alike) {
    results.set(job.row, { state: 'waiting', result: undefined, sent: undefined });
  }
  alike.forEach(job => { job.fields.columnNumber = column; });
  sendAgain(alike);
});

// ---- showing

function cell(tag, text, className) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) {
    element.className = className;
  }
  return element;
}

/** Where there is no room for columns, these say what they are. */
const LABELLED = [2, 3, 5];
const heads = Array.from(byId('table').tHead.rows[0].cells, head => head.textContent.trim());

function line(row) {
  const tr = document.createElement('tr');
  const head = cell('th', row.state === 'scored' ? '' : row.name);
  head.scope = 'row';
  tr.append(head);
  if (row.state === 'scored') {
    const { result } = row;
    const link = cell('a', row.name);
    link.href = `/history/${result.id}`;
    head.append(link);
    const decided = cell('td', '');
    decided.append(cell('span', say(result.verdict), result.verdict));
    const flags = document.createElement('td');
    result.flags.forEach(flag => flags.append(cell('span', called(flag), 'badge'), ' '));
    tr.append(decided, cell('td', result.probability.toFixed(4), 'number'),
      cell('td', result.threshold.toFixed(4), 'number'), flags, cell('td', result.model));
    LABELLED.forEach(i => { tr.cells[i].dataset.label = heads[i]; });
    return tr;
  }
  const rest = cell('td', row.state === 'failed' ? row.result.words : say(row.state), row.state === 'failed' ? 'bad' : 'quiet');
  rest.colSpan = 5;
  if (row.state === 'sending') {
    const bar = document.createElement('progress');
    bar.setAttribute('aria-label', say('sending'));
    if (row.sent < 1) {
      bar.value = row.sent;
    }
    rest.replaceChildren(bar);
  }
  tr.append(rest);
  return tr;
}

/** While series are sent, one opens beside, so that sending goes on. */
byId('table').addEventListener('click', event => {
  const link = event.target.closest('a');
  if (link) {
    link.target = sending?.busy ? '_blank' : '';
  }
});

/** Says how far sending is, to eyes; tell() says it to ears, less often. */
function progress(now) {
  const busy = Boolean(sending?.busy);
  const left = sending?.left ?? 0;
  byId('sending').classList.toggle('hidden', !busy && !left && !looking && !note);
  byId('overall').classList.toggle('hidden', !busy);
  byId('stop').classList.toggle('hidden', !busy);
  byId('go-on').classList.toggle('hidden', !left);
  byId('go-on').textContent = say('goOn', { n: left });
  byId('overall').max = Math.max(1, run.total);
  byId('overall').value = run.done;
  const words = [];
  if (away || note) {
    words.push(away ? say('away') : note);
  } else if (busy) {
    run.past.push([now, run.done]);
    while (run.past.length > 2 && now - run.past[0][0] > PACE_MILLIS) {
      run.past.shift();
    }
    const [since, before] = run.past[0];
    const pace = now > since ? 1000 * (run.done - before) / (now - since) : 0;
    words.push(say('pace', { done: run.done, total: run.total, pace: Number(pace.toPrecision(2)) }));
    if (pace > 0 && now - since > 1000) {
      words.push(say('left', { time: duration((run.total - run.done) / pace) }));
    }
  }
  if (looking && run.total > 1) {
    words.push(say('looking', { n: run.total }));
  }
  byId('pace').textContent = words.join(' · ');
}

let told = -Infinity;

function tell() {
  told = performance.now();
  const { anomaly, normal, failed, waiting, sending: now, unsent } = results.counts;
  byId('summary').textContent = results.size
    ? say('summary', { anomaly, normal, failed, waiting: waiting + now, unsent }) + (forgotten ? ` ${say('forgotten', { n: forgotten })}` : '')
    : '';
}

function draw() {
  const start = performance.now();
  const view = results.view();
  const { from, to, pages } = table.show(view);
  byId('results').classList.toggle('hidden', !results.size);
  byId('none').classList.toggle('hidden', view.length > 0);
  byId('pager').classList.toggle('hidden', pages < 2);
  byId('page').textContent = say('range', { from: from + 1, to, total: view.length });
  document.querySelectorAll('[data-page]').forEach(button => {
    button.disabled = ['first', 'previous'].includes(button.dataset.page) ? table.page === 0 : table.page === pages - 1;
  });
  progress(start);
  if (!sending?.busy || start - told > TELL_MILLIS || results.size < 100) {
    tell();
  }
  rest = (performance.now() - start) * (1 / SHARE - 1);
  drawn = performance.now();
}

let planned = false;
let drawn = 0;
let rest = 0;

/** Draws in the next frame, or later where drawing takes long. */
function plan() {
  if (planned) {
    return;
  }
  planned = true;
  const wait = Math.min(500, rest - (performance.now() - drawn));
  const soon = () => requestAnimationFrame(() => {
    planned = false;
    draw();
  });
  if (wait > 0) {
    setTimeout(soon, wait);
  } else {
    soon();
  }
}

// ---- sorting, filtering, paging

function markSorted() {
  document.querySelectorAll('#table [data-sort]').forEach(head => {
    if (head.dataset.sort === results.order.key) {
      head.setAttribute('aria-sort', results.order.down ? 'descending' : 'ascending');
    } else {
      head.removeAttribute('aria-sort');
    }
  });
}

document.querySelectorAll('#table [data-sort]').forEach(head =>
  head.querySelector('button').addEventListener('click', () => {
    const { key, down } = results.order;
    table.page = 0;
    results.sort({ key: head.dataset.sort, down: key === head.dataset.sort ? !down : head.dataset.sort === 'probability' });
    markSorted();
  }));

const filters = { text: byId('filter-text'), verdict: byId('filter-verdict'), flag: byId('filter-flag') };

function want() {
  results.want(Object.fromEntries(Object.entries(filters).map(([name, field]) => [name, field.value])));
}

Object.values(filters).forEach(field => field.addEventListener('input', () => {
  table.page = 0;
  want();
}));

const turns = { first: () => 0, previous: page => page - 1, next: page => page + 1, last: () => Infinity };
document.querySelectorAll('[data-page]').forEach(button => button.addEventListener('click', () => {
  table.page = turns[button.dataset.page](table.page);
  draw();
  byId('results-title').scrollIntoView({ block: 'nearest' });
}));

// ---- saving

function shown() {
  return results.view().filter(row => row.state === 'scored' || row.state === 'failed')
    .map(({ name, result }) => ({ ...result, name, words: undefined, columns: undefined }));
}

byId('save-csv').addEventListener('click', () => {
  const lines = shown().map(one => [one.name, one.verdict, one.probability, one.threshold,
    one.flags?.join(' '), one.model, one.version, one.time, one.problem?.detail]);
  lines.unshift(['name', 'verdict', 'probability', 'threshold', 'flags', 'model', 'version', 'time', 'problem']);
  save('verdicts.csv', 'text/csv', csv(lines));
});
byId('save-json').addEventListener('click', () =>
  save('verdicts.json', 'application/json', JSON.stringify(shown(), null, 1)));
byId('clear').addEventListener('click', () => {
  sending?.clear();
  results.clear();
  several = [];
  forgotten = 0;
  note = '';
  askForColumn();
});

// ---- coming back

let forgotten = 0;
const before = kept(caller);
if (before?.rows.length) {
  forgotten = before.forgotten;
  results.add(before.rows);
  Object.entries(filters).forEach(([name, field]) => { field.value = before.filter[name]; });
  results.filter = before.filter;
  table.page = before.page;
  results.sort(before.order).then(() => {
    markSorted();
    draw();
    scrollTo(0, before.scroll);
  });
}
history.scrollRestoration = before?.rows.length ? 'manual' : 'auto';
addEventListener('pagehide', () => keep(caller, results.all(),
  { order: results.order, filter: results.filter, page: table.page, scroll: scrollY }));
