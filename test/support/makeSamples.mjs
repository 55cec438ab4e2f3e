// `node test/support/makeSamples.mjs` writes the ONNX samples and the broken files of the tests' workspace. Their bytes
// are committed; the weights are seeded noise, small enough to keep, large enough to have something to show.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import proto from 'onnx-proto';
import { root } from './embedded/parts.mjs';

const { onnx } = proto;
const FLOAT = onnx.TensorProto.DataType.FLOAT;
const INT64 = onnx.TensorProto.DataType.INT64;

/** A small generator with a seed (mulberry32): the same bytes on every machine. */
function noise(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296 - 0.5;
  };
}

const random = noise(7);

function weight(name, ...dims) {
  const values = Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => random() * 0.1);
  return { name, dims, dataType: FLOAT, rawData: new Uint8Array(values.buffer) };
}

function indices(name, ...values) {
  const data = BigInt64Array.from(values.map(BigInt));
  return { name, dims: [values.length], dataType: INT64, rawData: new Uint8Array(data.buffer) };
}

/** A dimension is a number, or a name when it is a string. */
const port = (name, elemType, ...dims) => ({
  name,
  type: {
    tensorType: {
      elemType,
      shape: { dim: dims.map((d) => (typeof d === 'string' ? { dimParam: d } : { dimValue: d })) },
    },
  },
});

const AttributeType = onnx.AttributeProto.AttributeType;
const ints = (name, ...values) => ({ name, type: AttributeType.INTS, ints: values });
const int = (name, value) => ({ name, type: AttributeType.INT, i: value });
const float = (name, value) => ({ name, type: AttributeType.FLOAT, f: value });

const node = (opType, input, output, ...attribute) => ({
  opType,
  name: `/${output[0]}`,
  input,
  output,
  attribute,
});

function model(name, graph) {
  return onnx.ModelProto.encode(
    onnx.ModelProto.create({
      irVersion: 8,
      producerName: 'model-efficiency-lens samples',
      producerVersion: '1',
      docString: 'A sample with random weights.',
      opsetImport: [{ domain: '', version: 17 }],
      graph: { name, ...graph },
    }),
  ).finish();
}

/** A classifier of 28 x 28 pictures: two convolutions, two dense layers. */
const digits = model('digits', {
  input: [port('image', FLOAT, 'batch', 1, 28, 28)],
  output: [port('scores', FLOAT, 'batch', 10)],
  initializer: [
    weight('conv1.weight', 16, 1, 5, 5),
    weight('conv1.bias', 16),
    weight('conv2.weight', 32, 16, 5, 5),
    weight('conv2.bias', 32),
    weight('fc1.weight', 48, 512),
    weight('fc1.bias', 48),
    weight('fc2.weight', 10, 48),
    weight('fc2.bias', 10),
  ],
  node: [
    node('Conv', ['image', 'conv1.weight', 'conv1.bias'], ['conv1'], ints('kernel_shape', 5, 5)),
    node('Relu', ['conv1'], ['relu1']),
    node('MaxPool', ['relu1'], ['pool1'], ints('kernel_shape', 2, 2), ints('strides', 2, 2)),
    node('Conv', ['pool1', 'conv2.weight', 'conv2.bias'], ['conv2'], ints('kernel_shape', 5, 5)),
    node('Relu', ['conv2'], ['relu2']),
    node('MaxPool', ['relu2'], ['pool2'], ints('kernel_shape', 2, 2), ints('strides', 2, 2)),
    node('Flatten', ['pool2'], ['flat'], int('axis', 1)),
    node('Gemm', ['flat', 'fc1.weight', 'fc1.bias'], ['fc1'], int('transB', 1)),
    node('Relu', ['fc1'], ['relu3']),
    node('Gemm', ['relu3', 'fc2.weight', 'fc2.bias'], ['logits'], int('transB', 1)),
    node('Softmax', ['logits'], ['scores'], int('axis', -1)),
  ],
});

/** One encoder layer of width 64 with four heads, its lengths open: batch and sequence are symbols. */
function encoder() {
  const [width, heads, inner, words] = [64, 4, 256, 500];
  const initializer = [
    weight('embeddings.word.weight', words, width),
    indices('heads.split', 0, 0, heads, width / heads),
    indices('heads.merge', 0, 0, width),
    { name: 'scale', dims: [], dataType: FLOAT, rawData: new Uint8Array(Float32Array.of(0.25).buffer) },
  ];
  const nodes = [node('Gather', ['embeddings.word.weight', 'tokens'], ['embedded'])];
  const dense = (name, from, rows, columns) => {
    initializer.push(weight(`${name}.weight`, rows, columns), weight(`${name}.bias`, columns));
    nodes.push(
      node('MatMul', [from, `${name}.weight`], [`${name}/product`]),
      node('Add', [`${name}/product`, `${name}.bias`], [name]),
    );
  };
  const norm = (name, from) => {
    initializer.push(weight(`${name}.weight`, width), weight(`${name}.bias`, width));
    nodes.push(
      node(
        'LayerNormalization',
        [from, `${name}.weight`, `${name}.bias`],
        [name],
        int('axis', -1),
        float('epsilon', 1e-5),
      ),
    );
  };
  for (const part of ['query', 'key', 'value']) {
    dense(`attention.${part}`, 'embedded', width, width);
    nodes.push(
      node('Reshape', [`attention.${part}`, 'heads.split'], [`${part}/split`]),
      node(
        'Transpose',
        [`${part}/split`],
        [`${part}/heads`],
        ints('perm', 0, 2, ...(part === 'key' ? [3, 1] : [1, 3])),
      ),
    );
  }
  nodes.push(
    node('MatMul', ['query/heads', 'key/heads'], ['attention/products']),
    node('Mul', ['attention/products', 'scale'], ['attention/scaled']),
    node('Softmax', ['attention/scaled'], ['attention/probabilities'], int('axis', -1)),
    node('MatMul', ['attention/probabilities', 'value/heads'], ['attention/mixed']),
    node('Transpose', ['attention/mixed'], ['attention/turned'], ints('perm', 0, 2, 1, 3)),
    node('Reshape', ['attention/turned', 'heads.merge'], ['attention/merged']),
  );
  dense('attention.output', 'attention/merged', width, width);
  nodes.push(node('Add', ['attention.output', 'embedded'], ['attention/residual']));
  norm('attention.norm', 'attention/residual');
  dense('mlp.up', 'attention.norm', width, inner);
  nodes.push(node('Relu', ['mlp.up'], ['mlp/active']));
  dense('mlp.down', 'mlp/active', inner, width);
  nodes.push(node('Add', ['mlp.down', 'attention.norm'], ['mlp/residual']));
  norm('output', 'mlp/residual');
  return model('encoder', {
    input: [port('tokens', INT64, 'batch', 'sequence')],
    output: [port('output', FLOAT, 'batch', 'sequence', width)],
    initializer,
    node: nodes,
  });
}

function write(file, bytes) {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  console.log(`${file}: ${bytes.length} bytes`);
}

write('media/samples/digits-cnn.onnx', digits);
write('media/samples/text-encoder.onnx', encoder());

// What is no model, for the tests: cut off, empty, a pointer to a file that was never fetched, a name that is markup.
write('test/fixtures/workspace/broken.onnx', digits.subarray(0, 1000));
write('test/fixtures/workspace/empty.onnx', new Uint8Array());
write(
  'test/fixtures/workspace/pointer.onnx',
  Buffer.from(
    `version https://git-lfs.github.com/spec/v1\noid sha256:${'0123456789abcdef'.repeat(4)}\nsize 1730000000\n`,
  ),
);
write(
  'test/fixtures/workspace/markup.onnx',
  model('markup', {
    input: [port('<img src=x onerror="document.title=1">', FLOAT, 2)],
    output: [port('y', FLOAT, 2)],
    initializer: [weight('</script><script>document.title=1</script>', 2)],
    node: [
      node(
        'Add',
        ['<img src=x onerror="document.title=1">', '</script><script>document.title=1</script>'],
        ['y'],
      ),
    ],
  }),
);
