// All results, in order, and those of them that are wanted.
import { merged, sorted } from './order.js';

const alphabet = new Intl.Collator(undefined, { numeric: true });
const MANY = 2000;

/** What a row is shown as: anomaly, normal, failed, waiting, sending or unsent. */
export function verdict(row) {
  return row.state === 'scored' ? row.result.verdict : row.state;
}

const keys = {
  place: row => row.place,
  name: row => row.name,
  verdict,
  probability: row => row.result?.probability ?? -1,
  flags: row => (row.result?.flags ?? []).join(' '),
};

function comparator({ key, down }) {
  const of = keys[key];
  const sign = down ? -1 : 1;
  const compare = typeof of({ name: '', place: 0, state: '' }) === 'string' ? alphabet.compare : (x, y) => x - y;
  return (a, b) => sign * compare(of(a), of(b)) || a.place - b.place;
}

/**
 * Rows are {name, state, result, sent, place}; state is waiting, sending, scored, failed or unsent.
 * Whoever changes one says so; changed() is called once something is to be shown anew.
 */
export class Results {
  order = { key: 'place', down: false };
  filter = { text: '', verdict: '', flag: '' };
  counts = { anomaly: 0, normal: 0, failed: 0, waiting: 0, sending: 0, unsent: 0 };
  #rows = [];
  #moved = new Set();
  #gone = new Set();
  #view = null;
  #compare = comparator(this.order);
  #sorting = null;
  #places = 0;
  #changed;

  constructor(changed) {
    this.#changed = changed;
  }

  /** Adds rows behind all others. */
  add(rows) {
    for (const row of rows) {
      row.place ??= ++this.#places;
      this.#places = Math.max(this.#places, Math.floor(row.place));
      this.#take(row);
    }
    this.#touch();
  }

  /** Sets fields of a row. */
  set(row, fields) {
    this.counts[verdict(row)]--;
    Object.assign(row, fields);
    this.counts[verdict(row)]++;
    row.drawn = false;
    if (this.order.key !== 'place' && this.order.key !== 'name') {
      this.#moved.add(row);
    }
    this.#touch();
  }

  /** Puts rows in the place of one. */
  replace(row, rows) {
    this.counts[verdict(row)]--;
    this.#moved.delete(row);
    this.#gone.add(row);
    rows.forEach((one, i) => this.#take(Object.assign(one, { place: row.place + i / (rows.length + 1) })));
    this.#touch();
  }

  clear() {
    this.#rows = [];
    this.#moved.clear();
    this.#gone.clear();
    Object.keys(this.counts).forEach(kind => { this.counts[kind] = 0; });
    this.#touch();
  }

  #take(row) {
    row.lower = row.name.toLowerCase();
    this.counts[verdict(row)]++;
    this.#moved.add(row);
  }

  #touch() {
    this.#view = null;
    this.#changed();
  }

  /** Sorts by another column; what there was stays to be seen until that is done. */
  async sort(order) {
    this.order = order;
    await this.#sortAll();
  }

  async #sortAll() {
    const compare = comparator(this.order);
    const mine = {};
    this.#sorting = mine;
    const all = [...this.#staying(), ...this.#moved];
    this.#moved.clear();
    const rows = await sorted(all, compare);
    if (this.#sorting === mine) {
      this.#sorting = null;
      this.#compare = compare;
      this.#rows = rows;
      this.#touch();
    } else {
      all.forEach(row => this.#moved.add(row)); // the next sorting takes them along
    }
  }

  /** Keeps only what is like that. */
  want(filter) {
    this.filter = filter;
    this.#touch();
  }

  #staying() {
    return this.#rows.filter(row => !this.#moved.has(row) && !this.#gone.has(row));
  }

  #settle() {
    if (this.#sorting || (!this.#moved.size && !this.#gone.size)) {
      return;
    }
    if (this.#moved.size > MANY && this.order.key !== 'place') {
      this.#sortAll();
      return;
    }
    this.#rows = merged(this.#staying(), [...this.#moved].sort(this.#compare), this.#compare);
    this.#moved.clear();
    this.#gone.clear();
  }

  /** The rows that are wanted, in order. */
  view() {
    if (!this.#view) {
      this.#settle();
      const { text, verdict: kind, flag } = this.filter;
      const lower = text.toLowerCase();
      this.#view = text || kind || flag
        ? this.#rows.filter(row => (!lower || row.lower.includes(lower))
          && (!kind || verdict(row) === kind)
          && (!flag || row.result?.flags?.includes(flag)))
        : this.#rows;
    }
    return this.#view;
  }

  /** All rows, in the order in which they came. */
  all() {
    return [...this.#staying(), ...this.#moved].sort((a, b) => a.place - b.place);
  }

  get size() {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }
}
