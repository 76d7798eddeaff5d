// The same model file in another ecosystem: ONNX Runtime through Node.js.
// npm install --ignore-scripts onnxruntime-node ; node infer.js MODEL.onnx FILE.npy... [--repeat N] [--threads N] [--batch N]
// Reads little-endian float64/float32 C-order .npy; feeds the first input by its declared type; prints one line a file.
// With --batch, each run has N files, which must be of one length.
const fs = require('fs');
const ort = require('onnxruntime-node');

function npy(path) {
  const b = fs.readFileSync(path), major = b[6];
  const len = major === 1 ? b.readUInt16LE(8) : b.readUInt32LE(8), start = (major === 1 ? 10 : 12) + len;
  const descr = /'descr':\s*'([^']+)'/.exec(b.toString('latin1', 8, start))[1];
  const raw = b.buffer.slice(b.byteOffset + start, b.byteOffset + b.length);
  return descr === '<f4' ? Float64Array.from(new Float32Array(raw)) : new Float64Array(raw);
}

(async () => {
  const args = process.argv.slice(2), opt = (n, d) => { const i = args.indexOf(n); return i < 0 ? d : Number(args.splice(i, 2)[1]); };
  const repeat = opt('--repeat', 1), threads = opt('--threads', 1), batch = opt('--batch', 1), [model, ...files] = args;
  const s = await ort.InferenceSession.create(model, { intraOpNumThreads: threads });
  const t0 = process.hrtime.bigint();
  for (let r = 0; r < repeat; r++) for (let i = 0; i < files.length; i += batch) {
    const some = files.slice(i, i + batch), series = some.map(npy), input = s.inputNames[0];
    const length = series[0].length, x = new Float64Array(some.length * length);
    series.forEach((one, j) => x.set(one, j * length));
    let out;
    try { out = await s.run({ [input]: new ort.Tensor('float64', x, [some.length, length]) }); }
    catch { out = await s.run({ [input]: new ort.Tensor('float32', Float32Array.from(x), [some.length, 1, length]) }); }
    const all = out[s.outputNames.includes('probability') ? 'probability' : s.outputNames[0]];
    const each = all.data.length / some.length;
    if (r === 0) some.forEach((f, j) => console.log(`${f}\t${Array.from(all.data.slice(j * each, (j + 1) * each)).map(v => v.toFixed(9)).join('\t')}`));
  }
  const ms = Number(process.hrtime.bigint() - t0) / 1e6;
  console.error(JSON.stringify({ series: repeat * files.length, ms_per_series: ms / (repeat * files.length) }));
})();
