import { minimum, multiply } from '../../../model/arithmetic';
import type { Dimension } from '../../../model/expression';
import { BATCH, HELD_IMAGES, IMAGES } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { attend, headNorm, selfAttention } from '../../parts/attention';
import type { DecoderSpec } from '../../parts/decoder';
import { causalDecoder, decoderLayer } from '../../parts/decoder';
import { headsOf } from '../../parts/sizes';
import { attentionOf, gated } from '../llama';

/** The layers at these places attend to images. */
const CROSS = [3, 8, 13, 18, 23, 28, 33, 38];

/**
 * Llama 3.2's text part: among its layers some attend to `seen` image tokens for each image instead of the text. Without an
 * image the library leaves these layers out. Keys and values of the images are made with the prompt and kept.
 */
export function mllamaText(b: Builder, seen = 0, frame: Partial<Omit<DecoderSpec, 'layer'>> = {}): void {
  const { c } = b;
  const shape = headsOf(c);
  const cross = new Set(c.ints('cross_attention_layers') ?? CROSS);
  const mlp = gated(b);
  const self = (x: number) =>
    decoderLayer(b, x, 0, { attention: (n) => selfAttention(b, n, attentionOf(c)), mlp });
  causalDecoder(b, {
    moreRows: 8,
    ...frame,
    kindOf: (i) => String(cross.has(i)),
    layer: (x, i) => (cross.has(i) ? crossLayer(b, x, shape, mlp, seen) : self(x)),
  });
}

function crossLayer(
  b: Builder,
  x: number,
  shape: ReturnType<typeof headsOf>,
  mlp: (x: number) => number,
  seen: number,
): number {
  const { heads, kvHeads, headDim } = shape;
  const width = b.widthOf(x);
  // What runs for the text only where there are images.
  const rows = b.op('Slice', [x], [multiply(BATCH, minimum(1, HELD_IMAGES)), ...b.shapeOf(x).slice(1)]);
  const made: Dimension[] = [BATCH, multiply(IMAGES, seen), width];
  const image = b.values.push({ name: 'image', kind: 'tensor', shape: made }) - 1;
  const n = b.norm(rows, 'input_layernorm');
  const held = multiply(HELD_IMAGES, seen);
  const all = (y: number) => b.op('Concat', [y, -1], [BATCH, held, kvHeads * headDim], { axis: 1 });
  const y = b.scope('cross_attn', () => {
    const q = headNorm(b, b.linear(n, 'q_proj', heads * headDim), 'q_norm', headDim);
    const k = headNorm(b, b.linear(image, 'k_proj', kvHeads * headDim), 'k_norm', headDim);
    const v = b.linear(image, 'v_proj', kvHeads * headDim);
    if (seen !== 0)
      for (const kind of ['cross_key', 'cross_value'] as const)
        b.cache({ name: kind, kind, shape: [BATCH, kvHeads, held, headDim] });
    const met = attend(b, q, all(k), all(v), { ...shape, causal: false, kind: 'cross' });
    return b.linear(met, 'o_proj', width);
  });
  const h = b.add(rows, b.mul(y, b.param('cross_attn_attn_gate', [1])));
  const m = b.norm(h, 'post_attention_layernorm');
  const z = b.scope('mlp', () => mlp(m));
  b.mul(z, b.param('cross_attn_mlp_gate', [1]));
  return x;
}
