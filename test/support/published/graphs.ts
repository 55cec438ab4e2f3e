/**
 * Graphs of vision networks, from their compact text (`test/oracle/published_graphs.py` says how each was made): an
 * operator a line with its attributes, inputs by distance, and the shapes of its weights. No weight has a value.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { onnx } from 'onnx-proto';
import type { Analysis } from '../../../src/core/analysis';
import { analyseOnnx } from '../../../src/core/analyse';
import { memorySource } from '../../../src/core/bytes/byteSource';
import { modelBytes, node, port, tensor } from '../onnxBuilder';

const FILE = 'test/fixtures/published/graphs.json.gz';
const FLOAT = 1;
const INT64 = 7;

let texts: Readonly<Record<string, readonly string[]>> | undefined;

/** The analysis of the network of that name. */
export async function graphOf(name: string): Promise<Analysis> {
  texts ??= JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Record<string, string[]>;
  const lines = texts[name];
  if (!lines) throw new Error(`no graph "${name}" in ${FILE}`);
  const analysis = await analyseOnnx(memorySource(onnxBytes(lines)), name);
  if (analysis.kind !== 'model') throw new Error(`${name}: ${analysis.message}`);
  return analysis;
}

function onnxBytes(lines: readonly string[]): Uint8Array {
  const graph = { input: [], output: [], node: [], initializer: [] } as {
    input: onnx.IValueInfoProto[];
    output: onnx.IValueInfoProto[];
    node: onnx.INodeProto[];
    initializer: onnx.ITensorProto[];
  };
  let made = 0;
  let bytes = 0;
  const before = (text: string) => `v${made + Number(text)}`;
  const input = (text: string): string => {
    if (text === '') return '';
    if (text.startsWith('-')) return before(text);
    if (text.startsWith('=')) return `w${graph.initializer.length - Number(text.slice(1))}`;
    const name = `w${graph.initializer.length}`;
    const rest = text.slice(1);
    if (text.startsWith('i')) graph.initializer.push(integers(name, rest));
    else if (text.startsWith('f')) graph.initializer.push(numbers(name, rest));
    else {
      const w = weight(name, rest, bytes);
      graph.initializer.push(w.tensor);
      bytes += w.bytes;
    }
    return name;
  };
  for (const line of lines) {
    const [type, attributes, inputs, outputs] = line.split(' ');
    if (type === 'input') graph.input.push(port(`v${made++}`, FLOAT, ...attributes!.split('x').map(Number)));
    else if (type === 'output')
      graph.output.push(
        ...line
          .split(' ')
          .slice(1)
          .map((text) => ({ name: before(text) })),
      );
    else {
      const from = inputs === '' ? [] : inputs!.split('|').map(input);
      const to = Array.from({ length: Number(outputs) }, (_, k) => `v${made + k}`);
      graph.node.push(node(type!, from, to, attributesOf(attributes!)));
      made += to.length;
    }
  }
  return modelBytes(graph, { opsetImport: [{ domain: '', version: 17 }] });
}

/** A weight in a file that is not there, after `offset` bytes of others. */
function weight(name: string, shape: string, offset: number): { tensor: onnx.ITensorProto; bytes: number } {
  const dims = shape === '' ? [] : shape.split('x').map(Number);
  const bytes = 4 * dims.reduce((a, b) => a * b, 1);
  const externalData = Object.entries({ location: 'w', offset, length: bytes }).map(([key, value]) => ({
    key,
    value: String(value),
  }));
  return { tensor: { ...tensor(name, FLOAT, dims, []), dataLocation: 1, externalData }, bytes };
}

function numbers(name: string, text: string): onnx.ITensorProto {
  const values = text.split(',').map(Number);
  return { name, dataType: FLOAT, dims: [values.length], floatData: values };
}

function integers(name: string, text: string): onnx.ITensorProto {
  if (text.startsWith(':')) return tensor(name, INT64, [], [Number(text.slice(1))]);
  const values = text === '' ? [] : text.split(',').map(Number);
  return tensor(name, INT64, [values.length], values);
}

function attributesOf(text: string): Parameters<typeof node>[3] {
  const out: Record<string, number | string | number[] | onnx.ITensorProto> = {};
  for (const part of text === '' ? [] : text.split(';')) {
    const at = part.indexOf('=');
    const [key, value] = [part.slice(0, at), part.slice(at + 1)];
    if (value.startsWith('s')) out[key] = value.slice(1);
    else if (value.startsWith('f')) out[key] = Number(value.slice(1)) || 1e-9;
    else if (value.startsWith('t')) {
      const [type, number] = value.slice(1).split(':').map(Number);
      out[key] = tensor('', type!, [1], type === INT64 ? [number!] : new Uint8Array(4));
    } else out[key] = LISTS.has(key) ? value.split(',').map(Number) : Number(value);
  }
  return out;
}

/** Attributes that are lists, also of one number. */
const LISTS: ReadonlySet<string> = new Set([
  'axes',
  'dilations',
  'kernel_shape',
  'pads',
  'perm',
  'split',
  'strides',
]);
