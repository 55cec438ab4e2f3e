import { onnx } from 'onnx-proto';

/** Field numbers and shapes of tiny ONNX files, for tests: written by onnx-proto, read by nobody's own code. */
const { AttributeType } = onnx.AttributeProto;

/** A tensor port; a text is a symbolic dimension. */
export function port(name: string, elemType: number, ...dims: (number | string)[]): onnx.IValueInfoProto {
  const dim = dims.map((d) => (typeof d === 'number' ? { dimValue: d } : { dimParam: d }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

/** An initializer with so many bytes of raw data, or with the numbers given (int64). */
export function tensor(
  name: string,
  dataType: number,
  dims: number[],
  data: Uint8Array | number[] = [],
): onnx.ITensorProto {
  return data instanceof Uint8Array
    ? { name, dataType, dims, rawData: data }
    : { name, dataType, dims, int64Data: data };
}

/** A node; attributes are ints, floats with a fraction, texts, lists of ints, tensors and graphs. */
export function node(
  opType: string,
  input: string[],
  output: string[],
  attributes: Readonly<
    Record<string, number | string | number[] | onnx.ITensorProto | { graph: onnx.IGraphProto }>
  > = {},
  domain = '',
): onnx.INodeProto {
  const attribute = Object.entries(attributes).map(([name, v]): onnx.IAttributeProto => {
    if (typeof v === 'number')
      return Number.isInteger(v)
        ? { name, type: AttributeType.INT, i: v }
        : { name, type: AttributeType.FLOAT, f: v };
    if (typeof v === 'string') return { name, type: AttributeType.STRING, s: new TextEncoder().encode(v) };
    if (Array.isArray(v)) return { name, type: AttributeType.INTS, ints: v };
    if ('graph' in v) return { name, type: AttributeType.GRAPH, g: v.graph };
    return { name, type: AttributeType.TENSOR, t: v };
  });
  return { opType, input, output, attribute, domain };
}

/** The bytes of a model with one graph. */
export function modelBytes(graph: onnx.IGraphProto, more: onnx.IModelProto = {}): Uint8Array {
  return onnx.ModelProto.encode({
    irVersion: 10,
    producerName: 'onnxBuilder',
    opsetImport: [{ domain: '', version: 21 }],
    graph: { name: 'g', ...graph },
    ...more,
  }).finish();
}

/** A field of bytes, for what onnx-proto's schema (ONNX 1.10) does not have: tag, length, content. */
export function bytesField(number: number, content: Uint8Array): Uint8Array {
  return Uint8Array.from([...fieldHead(number, content.length), ...content]);
}

/** Tag and length of a field of so many bytes. */
export function fieldHead(number: number, length: number): Uint8Array {
  return Uint8Array.from([...varint(number * 8 + 2), ...varint(length)]);
}

function varint(value: number): number[] {
  const out: number[] = [];
  let n = value;
  for (; n > 127; n = Math.floor(n / 128)) out.push((n % 128) + 128);
  return [...out, n];
}

/** Small whole models that between them use every part of the format; seeds of the mutation tests. */
export function smallModels(): Uint8Array[] {
  const f = 1;
  const branch = (name: string): onnx.IGraphProto => ({
    name,
    node: [node('Add', ['x', 'w'], [`${name}.y`])],
    output: [port(`${name}.y`, f, 'batch', 4)],
  });
  return [
    modelBytes({
      input: [port('x', f, 'batch', 4), port('w', f, 4, 4)],
      output: [port('y', f, 'batch', 4)],
      initializer: [tensor('w', f, [4, 4], new Uint8Array(64)), tensor('s', 7, [2], [0, -1])],
      node: [node('MatMul', ['x', 'w'], ['h']), node('Reshape', ['h', 's'], ['y'], { allowzero: 0 })],
    }),
    modelBytes({
      input: [port('x', f, 'batch', 4), port('c', 9)],
      output: [port('y', f, 'batch', 4)],
      initializer: [tensor('w', f, [4], new Uint8Array(16))],
      node: [
        node('If', ['c'], ['y'], {
          then_branch: { graph: branch('then') },
          else_branch: { graph: branch('else') },
        }),
        node('Constant', [], ['k'], { value: tensor('', 7, [3], [1, 2, 3]) }),
        node('Constant', [], ['t'], { value_ints: [1, 2, 3] }),
      ],
    }),
    modelBytes(
      {
        input: [port('x', f, 2, 4)],
        output: [port('y', f, 2, 4)],
        node: [node('Twice', ['x'], ['y'], { alpha: 0.5, mode: 'linear' }, 'local')],
        sparseInitializer: [
          {
            values: tensor('sp', f, [2], new Uint8Array(8)),
            indices: tensor('sp_i', 7, [2], [1, 9]),
            dims: [4, 4],
          },
        ],
      },
      {
        opsetImport: [
          { domain: 'ai.onnx', version: 18 },
          { domain: 'local', version: 1 },
        ],
        functions: [
          {
            name: 'Twice',
            domain: 'local',
            input: ['a'],
            output: ['b'],
            attribute: ['alpha'],
            node: [node('Add', ['a', 'a'], ['b'])],
            opsetImport: [{ domain: '', version: 18 }],
          },
        ],
        metadataProps: [{ key: 'note', value: 'small' }],
        trainingInfo: [{ algorithm: { name: 'train', node: [node('Identity', ['x'], ['lost'])] } }],
      },
    ),
    modelBytes({
      input: [port('x', f, 1, 32)],
      output: [port('y', f, 1, 16)],
      initializer: [
        tensor('q', 2, [16, 1, 16], new Uint8Array(256)),
        tensor('scales', f, [16], new Uint8Array(64)),
        {
          name: 'far',
          dataType: f,
          dims: [1000, 1000],
          dataLocation: 1,
          externalData: [
            { key: 'location', value: 'weights.bin' },
            { key: 'offset', value: '4096' },
            { key: 'length', value: '4000000' },
          ],
        },
      ],
      node: [
        node(
          'MatMulNBits',
          ['x', 'q', 'scales'],
          ['y'],
          { K: 32, N: 16, bits: 4, block_size: 32 },
          'com.microsoft',
        ),
      ],
    }),
  ];
}
