// Shows one page of a long list as the rows of a table, and changes no more of it than has changed.

const ROWS = 100;

/** line(row) makes the tr of a row; a row whose drawn is false is made anew. */
export class Table {
  page = 0;
  #body;
  #line;
  #lines = new Map();

  constructor(body, line) {
    this.#body = body;
    this.#line = line;
  }

  /** Shows the page of rows that was chosen, or the last there is. Answers {from, to, pages}. */
  show(rows) {
    const pages = Math.max(1, Math.ceil(rows.length / ROWS));
    this.page = Math.min(Math.max(0, this.page), pages - 1);
    const from = this.page * ROWS;
    const shown = rows.slice(from, from + ROWS);
    const focused = this.#body.contains(document.activeElement) ? document.activeElement.closest('tr') : null;
    const lines = new Map();
    shown.forEach((row, i) => {
      let tr = this.#lines.get(row);
      if (!tr || row.drawn === false) {
        const fresh = this.#line(row);
        tr?.replaceWith(fresh);
        tr = fresh;
        row.drawn = true;
      }
      lines.set(row, tr);
      if (this.#body.children[i] !== tr) {
        this.#body.insertBefore(tr, this.#body.children[i] ?? null);
      }
    });
    while (this.#body.children.length > shown.length) {
      this.#body.lastElementChild.remove();
    }
    this.#lines = lines;
    if (focused?.isConnected && !focused.contains(document.activeElement)) {
      focused.querySelector('a')?.focus({ preventScroll: true });
    }
    return { from, to: from + shown.length, pages };
  }
}
