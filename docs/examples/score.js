// npm install onnxruntime-node; node score.js models/demo a.npy
const fs = require('fs');
const ort = require('onnxruntime-node');

async function main(model, file) {
  const session = await ort.InferenceSession.create(model + '/model.onnx');
  const card = JSON.parse(fs.readFileSync(model + '/card.json'));
  const npy = fs.readFileSync(file); // float64: ten bytes, a header as long as the last two say, samples
  const samples = new Float64Array(new Uint8Array(npy.subarray(10 + npy.readUInt16LE(8))).buffer);
  const series = new ort.Tensor('float64', samples, [1, samples.length]);
  const { probability } = await session.run({ series });
  const p = probability.data[card.classes.indexOf(card.positive)];
  console.log(p >= card.threshold.value ? 'anomaly' : 'normal', p);
}

main(process.argv[2], process.argv[3]);
