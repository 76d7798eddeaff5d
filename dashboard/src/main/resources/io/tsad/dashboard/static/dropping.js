// Finds the series in what was dropped or chosen: files, folders and what is in them, text.
import { slices, sorted } from './order.js';

/** What tsad-infer takes in a folder; a file that is named itself may be called anything. */
const SERIES = /\.(npy|npz|csv|tsv)$/i;
const MANY = 500;

/** How many are told at once. */
const PORTION = 500;
const alphabet = new Intl.Collator(undefined, { numeric: true });

/**
 * What a drop brings, taken at once: the browser empties it after the event. Answers {sources, text,
 * link}; sources are given to found() in lists of {name, file(), fault}, file() answering a promise.
 */
export function dropped(transfer) {
  const files = Array.from(transfer.items).filter(item => item.kind === 'file');
  // To ask what an item is takes the browser a moment, which many items would add up.
  const entries = files.map(item => (files.length <= MANY || !SERIES.test(item.getAsFile()?.name ?? '')
    ? item.webkitGetAsEntry?.() : null) ?? item.getAsFile());
  return {
    link: !files.length && transfer.types.includes('text/uri-list'),
    text: files.length ? '' : transfer.getData('text/plain'),
    files: files.length > 0,
    sources: found => walk(entries.filter(Boolean), found),
  };
}

/** The files of a field that chooses files, or a folder. */
export function chosen(files) {
  return { sources: found => (files[0]?.webkitRelativePath ? listed(files, found) : walk(Array.from(files), found)) };
}

/** Tells of many a portion at a time. */
async function tell(list, found) {
  const pause = slices();
  for (let i = 0; i < list.length; i += PORTION) {
    found(list.slice(i, i + PORTION));
    await pause();
  }
}

/** Answers how many files were left out. */
async function walk(entries, found) {
  const pause = slices();
  let out = 0;
  let list = [];
  for (const entry of entries) {
    if (entry instanceof File) {
      list.push({ name: entry.name, file: async () => entry });
    } else if (entry.isFile) {
      list.push({ name: entry.name, file: () => fileOf(entry) });
    } else {
      await tell(list, found);
      list = [];
      const inside = await folder(entry, found);
      out += inside.out;
      if (!inside.any) {
        found([{ name: entry.name, fault: 'noSeries' }]);
      }
    }
    await pause();
  }
  await tell(list, found);
  return out;
}

const fileOf = entry => new Promise((resolve, reject) => entry.file(resolve, reject));

async function entriesOf(directory) {
  const reader = directory.createReader();
  const all = [];
  for (;;) { // it tells of some at a time
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) {
      return sorted(all, (a, b) => alphabet.compare(a.name, b.name));
    }
    all.push(...some);
  }
}

async function folder(directory, found) {
  let entries;
  try {
    entries = await entriesOf(directory);
  } catch {
    found([{ name: directory.fullPath.slice(1), fault: 'unlisted' }]);
    return { any: true, out: 0 };
  }
  const files = entries.filter(entry => entry.isFile);
  const dataset = entries.some(entry => entry.isDirectory && isSplit(entry.name));
  const taken = files.filter(entry => isSeries(entry.name, dataset));
  await tell(taken.map(entry => ({ name: entry.fullPath.slice(1), file: () => fileOf(entry) })), found);
  let any = taken.length > 0;
  let out = files.length - taken.length;
  for (const entry of entries) {
    if (entry.isDirectory && isFolder(entry.name, dataset)) {
      const inside = await folder(entry, found);
      any ||= inside.any;
      out += inside.out;
    }
  }
  return { any, out };
}

// As tsad-infer has it: nothing hidden, and no masks beside the series of a dataset.
const isSplit = name => name === 'train' || name === 'val';
const isSeries = (name, dataset) => SERIES.test(name) && !name.startsWith('.') && !(dataset && name === 'anomalies.csv');
const isFolder = (name, dataset) => !name.startsWith('.') && !(dataset && name === 'mask');

/** The files of a folder that was chosen: all that is in it, in one list. */
async function listed(files, found) {
  const pause = slices();
  const datasets = new Set();
  const paths = [];
  for (const file of files) {
    const parts = file.webkitRelativePath.split('/');
    parts.forEach((part, i) => isSplit(part) && i < parts.length - 1 && datasets.add(parts.slice(0, i).join('/')));
    paths.push(parts);
    await pause();
  }
  const taken = Array.from(files).filter((file, i) => paths[i].every((part, at) => {
    const dataset = datasets.has(paths[i].slice(0, at).join('/'));
    return at === paths[i].length - 1 ? isSeries(part, dataset) : isFolder(part, dataset);
  }));
  const inOrder = await sorted(taken, (a, b) => alphabet.compare(a.webkitRelativePath, b.webkitRelativePath));
  await tell(taken.length ? inOrder.map(file => ({ name: file.webkitRelativePath, file: async () => file }))
    : [{ name: paths[0][0], fault: 'noSeries' }], found);
  return files.length - taken.length;
}
