import { multiply } from '../../../model/arithmetic';
import type { Dimension } from '../../../model/expression';
import { BATCH, IMAGES } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { attend, headNorm, selfAttention } from '../../parts/attention';
import { causalDecoder, decoderLayer } from '../../parts/decoder';
import { headsOf } from '../../parts/sizes';
import { attentionOf, gated } from '../llama';

/** The layers at these places attend to images. */
const CROSS = [3, 8, 13, 18, 23, 28, 33, 38];

/**
 * Llama 3.2's text part: among its layers some attend to `seen` image tokens for each image instead of the text. Without an
 * image the library leaves these layers out.
 */
export function mllamaText(b: Builder, seen: Dimension = 0): void {
  const { c } = b;
  const shape = headsOf(c);
  const cross = new Set(c.ints('cross_attention_layers') ?? CROSS);
  const mlp = gated(b);
  const self = (x: number) =>
    decoderLayer(b, x, 0, { attention: (n) => selfAttention(b, n, attentionOf(c)), mlp });
  causalDecoder(b, {
    moreRows: 8,
    kindOf: (i) => String(cross.has(i)),
    layer: (x, i) => (cross.has(i) ? crossLayer(b, x, shape, mlp, seen) : self(x)),
  });
}

function crossLayer(
  b: Builder,
  x: number,
  shape: ReturnType<typeof headsOf>,
  mlp: (x: number) => number,
  seen: Dimension,
): number {
  const { heads, kvHeads, headDim } = shape;
  const width = b.widthOf(x);
  // What runs for the text only where there are images: rows for each image of the prompt.
  const rows = b.op('Slice', [x], [multiply(BATCH, IMAGES), ...b.shapeOf(x).slice(1)]);
  const image =
    b.values.push({ name: 'image', kind: 'tensor', shape: [multiply(BATCH, IMAGES), seen, width] }) - 1;
  const n = b.norm(rows, 'input_layernorm');
  const y = b.scope('cross_attn', () => {
    const q = headNorm(b, b.linear(n, 'q_proj', heads * headDim), 'q_norm', headDim);
    const k = headNorm(b, b.linear(image, 'k_proj', kvHeads * headDim), 'k_norm', headDim);
    const v = b.linear(image, 'v_proj', kvHeads * headDim);
    return b.linear(attend(b, q, k, v, { ...shape, causal: false, kind: 'cross' }), 'o_proj', width);
  });
  const h = b.add(rows, b.mul(y, b.param('cross_attn_attn_gate', [1])));
  const m = b.norm(h, 'post_attention_layernorm');
  const z = b.scope('mlp', () => mlp(m));
  b.mul(z, b.param('cross_attn_mlp_gate', [1]));
  return x;
}
