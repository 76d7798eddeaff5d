// Sorts long lists in slices, so that the page answers meanwhile.

const SLICE_MILLIS = 12;
const RUN = 256;

/** Answers a function that waits a moment once a slice of time is used up. */
export function slices() {
  let start = performance.now();
  return async () => {
    if (performance.now() - start > SLICE_MILLIS) {
      await new Promise(done => setTimeout(done));
      start = performance.now();
    }
  };
}

/** Two sorted lists as one. */
export function merged(a, b, compare) {
  const all = [];
  let i = 0;
  for (const one of b) { // b is the shorter: where it goes is looked for by halves
    let low = i;
    let high = a.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(a[middle], one) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (; i < low; i++) {
      all.push(a[i]);
    }
    all.push(one);
  }
  for (; i < a.length; i++) {
    all.push(a[i]);
  }
  return all;
}

/** The list sorted. */
export async function sorted(list, compare) {
  const pause = slices();
  let runs = [];
  for (let i = 0; i < list.length; i += RUN) {
    runs.push(list.slice(i, i + RUN).sort(compare));
    await pause();
  }
  while (runs.length > 1) {
    const longer = [];
    for (let i = 0; i < runs.length; i += 2) {
      longer.push(i + 1 < runs.length ? await slowlyMerged(runs[i], runs[i + 1], compare, pause) : runs[i]);
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

async function slowlyMerged(a, b, compare, pause) {
  const all = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    all.push(j >= b.length || (i < a.length && compare(a[i], b[j]) <= 0) ? a[i++] : b[j++]);
    if (all.length % RUN === 0) {
      await pause();
    }
  }
  return all;
}
