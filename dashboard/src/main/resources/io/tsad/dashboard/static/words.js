// The words of the score page, which the server wrote into it in the visitor's language.

const { dataset } = document.getElementById('words');
const language = document.documentElement.lang;

/** The words of this name, each {place} filled from fields; numbers as the language writes them. */
export function say(name, fields = {}) {
  return (dataset[name] ?? name).replace(/\{(\w+)}/g, (place, field) => {
    const value = fields[field] ?? place;
    return typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}

/** What the server calls by a name with dashes, such as a flag. */
export function called(name) {
  return say(name.replace(/-(.)/g, (_, c) => c.toUpperCase()));
}

/** Whether there are words of this name. */
export function has(name) {
  return name in dataset;
}

/** So many seconds, no more exactly than they can be known. */
export function duration(seconds) {
  const [value, unit] = seconds < 90 ? [Math.max(5, Math.ceil(seconds / 5) * 5), 'second']
    : seconds < 5400 ? [Math.round(seconds / 60), 'minute'] : [Math.round(seconds / 360) / 10, 'hour'];
  return value.toLocaleString(language, { style: 'unit', unit, unitDisplay: 'long' });
}
