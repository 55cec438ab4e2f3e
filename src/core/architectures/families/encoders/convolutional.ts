/** Convolutional networks over images: ResNet, RegNet and ConvNeXt. */
import type { Builder } from '../../builder';
import type { ConvOptions } from '../../parts/images';
import { batchNorm, channelNorm, conv2d, imageInput, maxPool, meanOfPlaces } from '../../parts/images';

function noteFacts(b: Builder, hidden: number, layers: number): void {
  Object.assign(b.facts, { task: 'vision', hiddenSize: hidden, layers });
}

/** A convolution without a bias, a norm over the batch, an activation. */
function convLayer(b: Builder, x: number, name: string, out: number, o: ConvOptions, act = ''): number {
  return b.scope(name, () => {
    const y = batchNorm(b, conv2d(b, x, 'convolution', out, o), 'normalization');
    return act === '' ? y : b.activate(y, act);
  });
}

/** Stages of residual layers: the first layer of each changes width and size. Returns the last state. */
function stages(b: Builder, x: number, layer: (x: number, out: number, stride: number) => number): number {
  const { c } = b;
  const depths = c.ints('depths') ?? [];
  const sizes = c.ints('hidden_sizes') ?? [];
  const act = c.string('hidden_act', 'relu');
  const residual = (h: number, out: number, stride: number) => {
    const changes = b.shapeOf(h)[1] !== out || stride !== 1;
    const same = changes ? convLayer(b, h, 'shortcut', out, { kernel: 1, stride }) : h;
    return b.activate(b.add(layer(h, out, stride), same), act);
  };
  b.scope('encoder', () =>
    depths.forEach((depth, i) => {
      const stride = i > 0 || c.bool('downsample_in_first_stage') ? 2 : 1;
      const rest = Array.from({ length: Math.min(Math.max(0, depth - 1), 10_000) }, (_, n) => n + 1);
      b.scope(`stages.${i}`, () => {
        x = b.scope('layers.0', () => residual(x, sizes[i] ?? 0, stride));
        b.repeat('layers', rest, () => (x = residual(x, sizes[i] ?? 0, 1)));
      });
    }),
  );
  const layers = depths.reduce((sum, n) => sum + n, 0);
  noteFacts(b, sizes.at(-1) ?? 0, layers);
  b.output(x);
  b.output(meanOfPlaces(b, x));
  return x;
}

/** ResNet with bottlenecks or plain pairs of convolutions. */
function resnet(b: Builder): void {
  const { c } = b;
  const act = c.string('hidden_act', 'relu');
  const bottleneck = c.string('layer_type', 'bottleneck') === 'bottleneck';
  const early = c.bool('downsample_in_bottleneck');
  const stem = b.scope('embedder', () =>
    convLayer(b, imageInput(b), 'embedder', c.int('embedding_size'), { kernel: 7, stride: 2 }, act),
  );
  stages(b, maxPool(b, stem, 3, 2, 1), (x, out, stride) => {
    if (!bottleneck) {
      const y = convLayer(b, x, 'layer.0', out, { kernel: 3, stride }, act);
      return convLayer(b, y, 'layer.1', out, { kernel: 3 });
    }
    const inner = Math.floor(out / 4);
    const y = convLayer(b, x, 'layer.0', inner, { kernel: 1, stride: early ? stride : 1 }, act);
    const z = convLayer(b, y, 'layer.1', inner, { kernel: 3, stride: early ? 1 : stride }, act);
    return convLayer(b, z, 'layer.2', out, { kernel: 1 });
  });
}

/** RegNet: grouped convolutions between two products; kind Y also weighs its channels. */
function regnet(b: Builder): void {
  const { c } = b;
  const act = c.string('hidden_act', 'relu');
  const weighs = c.string('layer_type', 'y') === 'y';
  const stem = b.scope('embedder', () =>
    convLayer(b, imageInput(b), 'embedder', c.int('embedding_size'), { kernel: 3, stride: 2 }, act),
  );
  stages(b, stem, (x, out, stride) => {
    const groups = Math.max(1, Math.floor(out / Math.max(1, c.int('groups_width'))));
    // Half to even, as the library rounds.
    const reduced = halfToEven((b.shapeOf(x)[1] as number) / 4);
    const y = convLayer(b, x, 'layer.0', out, { kernel: 1 }, act);
    const z = convLayer(b, y, 'layer.1', out, { kernel: 3, stride, groups }, act);
    if (!weighs) return convLayer(b, z, 'layer.2', out, { kernel: 1 });
    return convLayer(b, channelWeights(b, z, 'layer.2', reduced), 'layer.3', out, { kernel: 1 });
  });
}

/** Squeeze and excitation: a weight for each channel from the mean of all places. */
function channelWeights(b: Builder, x: number, name: string, reduced: number): number {
  const channels = b.shapeOf(x)[1] as number;
  return b.scope(`${name}.attention`, () => {
    const mean = b.op('GlobalAveragePool', [x], [...b.shapeOf(x).slice(0, 2), 1, 1]);
    const less = b.activate(conv2d(b, mean, '0', reduced, { kernel: 1, bias: true }), 'relu');
    return b.mul(x, b.activate(conv2d(b, less, '2', channels, { kernel: 1, bias: true }), 'sigmoid'));
  });
}

function halfToEven(n: number): number {
  const low = Math.floor(n);
  return n - low === 0.5 ? low + (low % 2) : Math.round(n);
}

/** Names that ConvNeXt's relatives give their tensors. */
interface ConvNextNames {
  readonly stem: readonly [conv: string, norm: string];
  readonly stage: (i: number) => string;
  /** Norm and convolution before a stage, under the stage. */
  readonly down: string;
  readonly layer: readonly [deep: string, norm: string, up: string, down: string];
  readonly last: string;
  /** A factor on what a layer adds. */
  readonly scale?: string;
  /** A norm of the responses between the two products. */
  readonly grn?: boolean;
}

/** ConvNeXt: a depth-wise convolution, then an MLP at each place. */
function convnext(b: Builder, n: ConvNextNames): void {
  const { c } = b;
  const sizes = c.ints('hidden_sizes') ?? [];
  const all = c.ints('depths') ?? [];
  const depths = all.slice(0, c.int('num_stages', all.length));
  const patch = c.int('patch_size', 4);
  const act = c.string('hidden_act', 'gelu');
  const stem = { kernel: patch, stride: patch, pad: 0, bias: true };
  let x = channelNorm(b, conv2d(b, imageInput(b), n.stem[0], sizes[0] ?? 0, stem), n.stem[1]);
  depths.forEach((depth, i) => {
    const width = sizes[i] ?? 0;
    b.scope(n.stage(i), () => {
      if (i > 0) {
        const normed = channelNorm(b, x, `${n.down}.0`);
        x = conv2d(b, normed, `${n.down}.1`, width, { kernel: 2, stride: 2, pad: 0, bias: true });
      }
      b.repeat('layers', depth, () => (x = b.add(x, convnextLayer(b, x, width, act, n))));
    });
  });
  noteFacts(
    b,
    sizes[depths.length - 1] ?? 0,
    depths.reduce((sum, d) => sum + d, 0),
  );
  b.output(x);
  b.output(b.norm(meanOfPlaces(b, x), n.last, 'layer'));
}

function convnextLayer(b: Builder, x: number, width: number, act: string, n: ConvNextNames): number {
  const [images, , height, wide] = b.shapeOf(x);
  const deep = conv2d(b, x, n.layer[0], width, { kernel: 7, groups: width, bias: true });
  const rows = b.op('Transpose', [deep], [images!, height!, wide!, width], { perm: [0, 2, 3, 1] });
  const up = b.linear(b.norm(rows, n.layer[1], 'layer'), n.layer[2], 4 * width, { bias: true });
  let y = b.activate(up, act);
  if (n.grn) {
    const scaled = b.mul(y, b.param('grn.weight', [1, 1, 1, 4 * width]));
    y = b.add(b.add(scaled, b.param('grn.bias', [1, 1, 1, 4 * width])), y);
  }
  let z = b.linear(y, n.layer[3], width, { bias: true });
  if (n.scale) z = b.mul(z, b.param(n.scale, [width]));
  return b.op('Transpose', [z], b.shapeOf(x), { perm: [0, 3, 1, 2] });
}

const NEXT: ConvNextNames = {
  stem: ['embeddings.patch_embeddings', 'embeddings.layernorm'],
  stage: (i) => `encoder.stages.${i}`,
  down: 'downsampling_layer',
  layer: ['dwconv', 'layernorm', 'pwconv1', 'pwconv2'],
  last: 'layernorm',
};

/** DINOv3's ConvNeXt is the same under other names; its pooled state is normed among the places. */
const DINO: ConvNextNames = {
  stem: ['model.stages.0.downsample_layers.0', 'model.stages.0.downsample_layers.1'],
  stage: (i) => `model.stages.${i}`,
  down: 'downsample_layers',
  layer: ['depthwise_conv', 'layer_norm', 'pointwise_conv1', 'pointwise_conv2'],
  last: 'layer_norm',
};

function scaled(b: Builder, n: ConvNextNames, name: string): ConvNextNames {
  return b.c.number('layer_scale_init_value', 1e-6) > 0 ? { ...n, scale: name } : n;
}

export const convolutionalFamilies: Readonly<Record<string, (b: Builder) => void>> = {
  resnet,
  regnet,
  convnext: (b) => convnext(b, scaled(b, NEXT, 'layer_scale_parameter')),
  convnextv2: (b) => convnext(b, { ...NEXT, grn: true }),
  dinov3_convnext: (b) => convnext(b, scaled(b, DINO, 'gamma')),
};
