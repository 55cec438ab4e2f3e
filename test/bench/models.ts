import { closeSync, openSync, writeSync } from 'node:fs';
import { onnx } from 'onnx-proto';
import { bytesField, fieldHead, node, port } from '../support/onnxBuilder';

const MIB = 1024 * 1024;

/** A chain of so many matrix products: weights of 1024 x 2048 float32 (8 MiB) each. */
const weightName = (i: number) => `layers.${i}.weight`;
const PAYLOAD = 8 * MIB;

/** Writes a model of so many 8 MiB weights, inside the file or in `data` beside it, without holding it in memory. */
export function writeLarge(
  file: string,
  weights: number,
  data?: { readonly file: string; readonly name: string },
): void {
  const out = openSync(file, 'w');
  const far = data ? openSync(data.file, 'w') : undefined;
  // Noise, as weights are, and no two alike: a sparse file would flatter whoever reads it whole.
  const words = new Uint32Array(PAYLOAD / 4);
  const payload = new Uint8Array(words.buffer);
  let noise = 1;
  const heads: Uint8Array[] = [];
  for (let i = 0; i < weights; i++) {
    const tensor: onnx.ITensorProto = {
      name: weightName(i),
      dataType: 1,
      dims: i % 2 ? [2048, 1024] : [1024, 2048],
    };
    if (data)
      Object.assign(tensor, {
        dataLocation: 1,
        externalData: [
          { key: 'location', value: data.name },
          { key: 'offset', value: String(i * PAYLOAD) },
          { key: 'length', value: String(PAYLOAD) },
        ],
      });
    heads.push(onnx.TensorProto.encode(tensor).finish());
  }
  const nodes = Array.from({ length: weights }, (_, i) =>
    bytesField(1, onnx.NodeProto.encode(node('MatMul', [`x${i}`, weightName(i)], [`x${i + 1}`])).finish()),
  );
  const ports = [
    bytesField(11, onnx.ValueInfoProto.encode(port('x0', 1, 'batch', 1024)).finish()),
    bytesField(
      12,
      onnx.ValueInfoProto.encode(port(`x${weights}`, 1, 'batch', weights % 2 ? 2048 : 1024)).finish(),
    ),
  ];
  const rawHead = fieldHead(9, PAYLOAD);
  const tensors = heads.map((h) => (data ? h.length : h.length + rawHead.length + PAYLOAD));
  const graphBytes =
    [...nodes, ...ports].reduce((n, b) => n + b.length, 0) +
    tensors.reduce((n, size) => n + fieldHead(5, size).length + size, 0);
  const start = onnx.ModelProto.encode({
    irVersion: 10,
    opsetImport: [{ domain: '', version: 21 }],
  }).finish();
  writeSync(out, start);
  writeSync(out, fieldHead(7, graphBytes));
  for (const n of nodes) writeSync(out, n);
  heads.forEach((h, i) => {
    writeSync(out, fieldHead(5, tensors[i]!));
    writeSync(out, h);
    for (let at = 0; at < words.length; at++) {
      noise ^= noise << 13;
      noise ^= noise >>> 17;
      noise ^= noise << 5;
      words[at] = noise;
    }
    if (!data) writeSync(out, rawHead);
    writeSync(far ?? out, payload);
  });
  for (const p of ports) writeSync(out, p);
  closeSync(out);
  if (far !== undefined) closeSync(far);
}

/** A graph of so many small nodes in a chain. */
export function chain(nodes: number): Uint8Array {
  return onnx.ModelProto.encode({
    irVersion: 10,
    opsetImport: [{ domain: '', version: 21 }],
    graph: {
      name: 'chain',
      input: [port('v0', 1, 'batch')],
      output: [port(`v${nodes}`, 1, 'batch')],
      node: Array.from({ length: nodes }, (_, i) => ({
        ...node('Add', [`v${i}`, 'v0'], [`v${i + 1}`]),
        name: `layer.${i}`,
      })),
    },
  }).finish();
}
