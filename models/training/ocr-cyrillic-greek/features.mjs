// Features of drawn lines: node features.mjs ppocr_v6_characters.onnx NAME.bin NAME.f32 (needs onnxruntime-node; NAME.len gets the steps of each line)
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import ort from 'onnxruntime-node';

const FEATURES = 'p2o.pd_op.pool2d.1.0';
const [model, source, out] = process.argv.slice(2);
const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1, enableMemPattern: false });
const file = openSync(source), features = openSync(out, 'w'), lengths = openSync(out.replace(/f32$/, 'len'), 'w');
const head = Buffer.alloc(4);
while (readSync(file, head, 0, 4) === 4) {
  const width = head.readInt32LE(0), bytes = Buffer.alloc(3 * 48 * width);
  readSync(file, bytes, 0, bytes.length);
  const planes = Float32Array.from(bytes, value => value / 127.5 - 1);
  const seen = (await session.run({ x: new ort.Tensor('float32', planes, [1, 3, 48, width]) }))[FEATURES];
  writeSync(features, Buffer.from(seen.data.buffer, seen.data.byteOffset, seen.data.byteLength));
  writeSync(lengths, `${seen.dims[3]}\n`);
}
[file, features, lengths].forEach(closeSync);
