// Sends the form file by file, shows each result as it comes, and sorts, filters and saves them.
import { csv, save } from './save.js';

const form = document.getElementById('score');
const results = document.getElementById('results');
const body = results.querySelector('tbody');
const words = results.dataset;
const AT_A_TIME = 3;

/** Rows of the table: {name, state, result, sent}; state is waiting, scored or failed. */
let rows = [];
let order = { key: 'place', down: false };

document.querySelectorAll('.scripted').forEach(element => element.classList.add('shown'));

// ---- sending

function post(data, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch does not tell how much was sent
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => resolve(request);
    request.onerror = () => reject(new Error('network'));
    request.send(data);
  });
}

async function score(data, row) {
  for (;;) {
    let answer;
    try {
      answer = await post(data, share => { row.sent = share; show(); });
    } catch {
      return [{ name: row.name, problem: { detail: 'The server cannot be reached', remedy: 'try again' } }];
    }
    if (answer.status === 429) { // it is busy: wait as long as it asks
      const seconds = Number(answer.getResponseHeader('Retry-After')) || 1;
      await new Promise(done => setTimeout(done, seconds * 1000));
      continue;
    }
    let json;
    try {
      json = JSON.parse(answer.responseText);
    } catch {
      json = { detail: `The server answered ${answer.status}` };
    }
    return json.results ?? [{ name: row.name, problem: json }];
  }
}

function formData(fields) {
  const data = new FormData();
  for (const name of ['csrf', 'model', 'column']) {
    data.append(name, form.elements[name].value);
  }
  for (const [name, value] of Object.entries(fields)) {
    data.append(name, value);
  }
  return data;
}

async function send(jobs) {
  results.classList.remove('hidden');
  const queue = jobs.map(job => ({ ...job, row: { name: job.name, state: 'waiting', place: 0 } }));
  queue.forEach(job => { rows.push(job.row); job.row.place = rows.length; });
  show();
  const work = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      const scored = await score(formData(job.fields), job.row);
      const found = scored.map((result, i) => ({
        name: result.name || job.name,
        state: result.problem ? 'failed' : 'scored',
        result,
        place: job.row.place + i / (scored.length + 1),
      }));
      rows = rows.flatMap(row => (row === job.row ? found : [row]));
      show();
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

function sendFiles(files) {
  return send(Array.from(files, file => ({ name: file.name, fields: { file } })));
}

form?.addEventListener('submit', event => {
  event.preventDefault();
  const example = event.submitter?.name === 'example' ? event.submitter.value : null;
  const { files } = form.elements.file;
  const values = form.elements.values.value.trim();
  if (example) {
    send([{ name: `example-${example}`, fields: { example } }]);
  } else if (files.length) {
    sendFiles(files);
    form.elements.file.value = '';
  } else if (values) {
    send([{ name: 'pasted', fields: { values } }]);
  } else {
    form.elements.file.click();
  }
});

const drop = document.getElementById('drop');
for (const type of ['dragenter', 'dragover']) {
  drop?.addEventListener(type, event => {
    event.preventDefault();
    drop.classList.add('over');
  });
}
for (const type of ['dragleave', 'drop']) {
  drop?.addEventListener(type, () => drop.classList.remove('over'));
}
drop?.addEventListener('drop', event => {
  event.preventDefault();
  sendFiles(event.dataTransfer.files);
});

// ---- showing

function verdict(row) {
  return row.state === 'scored' ? row.result.verdict : row.state;
}

function key(row) {
  switch (order.key) {
    case 'name': return row.name;
    case 'verdict': return verdict(row);
    case 'probability': return row.result?.probability ?? -1;
    case 'flags': return (row.result?.flags ?? []).join(' ');
    default: return row.place;
  }
}

function compare(a, b) {
  const [x, y] = [key(a), key(b)];
  const sign = typeof x === 'string' ? x.localeCompare(y, undefined, { numeric: true }) : x - y;
  return (order.down ? -sign : sign) || a.place - b.place;
}

function wanted(row) {
  const text = document.getElementById('filter-text').value.toLowerCase();
  const chosen = document.getElementById('filter-verdict').value;
  const flag = document.getElementById('filter-flag').value;
  return row.name.toLowerCase().includes(text)
    && (!chosen || verdict(row) === chosen)
    && (!flag || row.result?.flags?.includes(flag));
}

function cell(tag, text, className) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) {
    element.className = className;
  }
  return element;
}

function line(row) {
  const tr = document.createElement('tr');
  const head = cell('th', '');
  head.scope = 'row';
  tr.append(head);
  if (row.state === 'scored') {
    const { result } = row;
    const link = cell('a', row.name);
    link.href = `/history/${result.id}`;
    head.append(link);
    const decided = cell('td', '');
    decided.append(cell('span', words[result.verdict], result.verdict));
    const flags = cell('td', '');
    result.flags.forEach(flag => flags.append(
      cell('span', words[flag.replace(/-(.)/g, (_, c) => c.toUpperCase())] ?? flag, 'badge'), ' '));
    tr.append(decided, cell('td', result.probability.toFixed(4), 'number'),
      cell('td', result.threshold.toFixed(4), 'number'), flags, cell('td', result.model));
  } else if (row.state === 'failed') {
    head.textContent = row.name;
    const { problem } = row.result;
    const why = cell('td', [problem.detail, problem.remedy].filter(Boolean).join('; '), 'bad');
    why.colSpan = 5;
    tr.append(why);
  } else {
    head.textContent = row.name;
    const bar = document.createElement('progress');
    bar.setAttribute('aria-label', words.waiting);
    if (row.sent !== undefined && row.sent < 1) {
      bar.value = row.sent;
    }
    const waiting = cell('td', '');
    waiting.colSpan = 5;
    waiting.append(bar);
    tr.append(waiting);
  }
  return tr;
}

function draw() {
  body.replaceChildren(...rows.filter(wanted).sort(compare).map(line));
  const count = state => rows.filter(row => verdict(row) === state).length;
  document.getElementById('summary').textContent = words.summary
    .replace('{anomaly}', count('anomaly')).replace('{normal}', count('normal'))
    .replace('{failed}', count('failed')).replace('{waiting}', count('waiting'));
}

let planned = false;

/** Shows the rows as they are, at most once a frame. */
function show() {
  if (planned) {
    return;
  }
  planned = true;
  requestAnimationFrame(() => {
    planned = false;
    draw();
  });
}

document.querySelectorAll('#table [data-sort]').forEach(head =>
  head.querySelector('button').addEventListener('click', () => {
    const down = order.key === head.dataset.sort ? !order.down : head.dataset.sort === 'probability';
    order = { key: head.dataset.sort, down };
    document.querySelectorAll('#table [aria-sort]').forEach(other => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    draw();
  }));
document.querySelectorAll('#filters input, #filters select').forEach(input => input.addEventListener('input', draw));

// ---- saving

function shown() {
  return rows.filter(row => row.state !== 'waiting' && wanted(row)).sort(compare).map(row => row.result);
}

document.getElementById('save-csv').addEventListener('click', () => {
  const lines = shown().map(one => [one.name, one.verdict, one.probability, one.threshold,
    one.flags?.join(' '), one.model, one.version, one.time, one.problem?.detail]);
  lines.unshift(['name', 'verdict', 'probability', 'threshold', 'flags', 'model', 'version', 'time', 'problem']);
  save('verdicts.csv', 'text/csv', csv(lines));
});
document.getElementById('save-json').addEventListener('click', () =>
  save('verdicts.json', 'application/json', JSON.stringify(shown(), null, 1)));
