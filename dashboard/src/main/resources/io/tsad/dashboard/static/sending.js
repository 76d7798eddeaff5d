// Sends what is to be scored, a few requests at a time, until all is sent or it is told to stop.

/** Of the six connections that a browser opens to a server: the page itself needs some. */
const AT_A_TIME = 4;
const AGAIN_MILLIS = 2000;

/** What is wrong with the page or the server, not with what was sent: all others would fail, too. */
const OF_ALL = [401, 403, 404, 503];

class Stopped extends Error {}

/** Waits, but not once it is told to stop. */
function wait(millis, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Stopped());
    }, { once: true });
  });
}

/** Answers the request when it has ended, or null if it broke off. */
function post(url, data, onSent, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch does not tell how much was sent
    const stop = () => request.abort();
    const end = answer => {
      signal.removeEventListener('abort', stop);
      resolve(answer);
    };
    request.open('POST', url);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = event => event.lengthComputable && onSent(event.loaded / event.total);
    request.onload = () => end(request);
    request.onerror = () => end(null);
    request.onabort = () => reject(new Stopped());
    signal.addEventListener('abort', stop);
    request.send(data);
  });
}

async function isReadable(file) {
  try {
    // Of a large file the start: of one that is gone, none has a start.
    await (file.size > 1e6 ? file.slice(0, 1) : file).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function isReachable() {
  try {
    return (await fetch('/health/live', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/**
 * Jobs are {row, file(), data(file)}: what file() answers a promise of is sent as the form that data()
 * makes. told has scored(job, results), failed(job, fault, fields), sending(job, share), unsent(job),
 * away(whether), halted(fault) and ended().
 */
export class Sending {
  #url;
  #mostBytes;
  #told;
  #jobs = [];
  #next = 0;
  #unsent = [];
  #workers = 0;
  #stop = new AbortController();
  #away = null;

  constructor(url, mostBytes, told) {
    this.#url = url;
    this.#mostBytes = mostBytes;
    this.#told = told;
  }

  get busy() {
    return this.#workers > 0;
  }

  /** How many jobs were not done because sending was stopped. */
  get left() {
    return this.busy ? 0 : this.#unsent.length;
  }

  add(jobs) {
    for (const job of jobs) {
      this.#jobs.push(job);
    }
    this.#run();
  }

  /** Sends nothing more, and breaks off what is being sent. */
  stop() {
    this.#stop.abort();
  }

  /** Sends what is left, each job after change(job). */
  goOn(change) {
    const jobs = this.#unsent;
    this.#unsent = [];
    jobs.forEach(change);
    this.add(jobs);
  }

  /** Forgets what is left. */
  clear() {
    this.stop();
    this.#jobs = [];
    this.#unsent = [];
    this.#next = 0;
  }

  #run() {
    if (this.#stop.signal.aborted && !this.busy) {
      this.#stop = new AbortController();
    }
    while (this.#workers < Math.min(AT_A_TIME, this.#jobs.length - this.#next + this.#workers)) {
      this.#workers++;
      this.#work(this.#stop.signal);
    }
  }

  async #work(signal) {
    while (!signal.aborted && this.#next < this.#jobs.length) {
      const job = this.#jobs[this.#next];
      this.#jobs[this.#next++] = null; // its file is not held longer than it takes
      try {
        await this.#do(job, signal);
      } catch (fault) {
        if (!(fault instanceof Stopped)) {
          throw fault;
        }
        this.#unsent.push(job);
        this.#told.unsent(job);
      }
    }
    if (--this.#workers === 0) {
      for (const job of this.#jobs.slice(this.#next)) {
        this.#unsent.push(job);
        this.#told.unsent(job);
      }
      this.#jobs = [];
      this.#next = 0;
      this.#told.ended();
    }
  }

  async #do(job, signal) {
    this.#told.sending(job);
    let file = null;
    if (job.file) {
      try {
        file = await job.file();
      } catch {
        this.#told.failed(job, 'unreadable');
        return;
      }
      if (file.size > this.#mostBytes) {
        this.#told.failed(job, 'tooLarge', { size: Math.ceil(file.size / 1e6) });
        return;
      }
    }
    for (let broken = 0; ;) {
      const answer = await post(this.#url, job.data(file), share => this.#told.sending(job, share), signal);
      if (!answer) {
        if (file && !await isReadable(file)) {
          this.#told.failed(job, 'unreadable');
          return;
        }
        if (!await isReachable()) {
          await this.#untilReachable(signal);
        } else if (++broken > 1) {
          this.#told.failed(job, 'brokenOff');
          return;
        }
      } else if (answer.status === 429) { // it is busy: wait as long as it asks
        await wait((Number(answer.getResponseHeader('Retry-After')) || 1) * 1000, signal);
      } else if (OF_ALL.includes(answer.status)) {
        this.#told.halted(`status-${answer.status}`);
        this.stop();
        throw new Stopped();
      } else {
        this.#answered(job, answer);
        return;
      }
    }
  }

  #answered(job, answer) {
    let json = null;
    try {
      json = JSON.parse(answer.responseText);
    } catch {
      // Then it comes from something between here and the server.
    }
    if (answer.status === 200 && json?.results) {
      this.#told.scored(job, json.results);
    } else {
      this.#told.failed(job, `status-${answer.status}`,
        { id: answer.getResponseHeader('X-Request-Id') ?? answer.status, problem: json });
    }
  }

  /** All requests wait for the same: one of them asks. */
  async #untilReachable(signal) {
    this.#away ??= (async () => {
      this.#told.away(true);
      try {
        do {
          await wait(AGAIN_MILLIS, signal);
        } while (!await isReachable());
      } finally {
        this.#away = null;
        this.#told.away(false);
      }
    })();
    await this.#away;
  }
}
