import type { Builder } from '../../builder';
import { selfAttention } from '../../parts/attention';
import { decoderLayer, outputHead } from '../../parts/decoder';
import { tokenIds } from '../../parts/attention';
import { headsOf } from '../../parts/sizes';
import { gated } from '../llama';

/** HRM: two stacks that run in turns over the same tokens, each pass with a cache of its own. */
export function hrmText(b: Builder): void {
  const { c } = b;
  const [hidden, vocab] = [c.int('hidden_size'), c.int('vocab_size')];
  const layers = c.int('num_layers_per_stack', c.int('num_hidden_layers'));
  const [high, low] = [c.int('H_cycles'), c.int('L_cycles')];
  const heads = c.int('num_attention_heads');
  const bias = c.bool('attention_bias');
  const spec = { ...headsOf(c), heads, kvHeads: heads, bias, outBias: bias };
  const layer = (x: number) =>
    decoderLayer(b, x, 0, {
      normOf: (h) => b.op('RMSNormalization', [h], b.shapeOf(h), { axis: -1 }),
      attention: (n) =>
        selfAttention(b, n, {
          ...spec,
          beforeOut: (y) =>
            b.mul(y, b.op('Sigmoid', [b.linear(n, 'gate_proj', b.widthOf(y), { bias })], b.shapeOf(y))),
        }),
      mlp: gated(b),
    });
  let x = b.scope('model', () => {
    b.weight('z_L_init', [hidden]);
    let h = b.embedding(tokenIds(b), 'embed_tokens', vocab, hidden);
    for (const [name, passes] of [
      ['L_module', high * low],
      ['H_module', high],
    ] as const) {
      let there = '';
      h = b.scope(name, () => {
        const y = b.repeat('layers', layers, () => {
          there = b.place;
          return layer(h);
        });
        return y ?? h;
      });
      // The same weights again.
      b.repeat(`${name}_again`, passes - 1, () =>
        b.repeat('layers', layers, () => b.reuse(there, () => layer(h))),
      );
    }
    return h;
  });
  const table = c.bool('tie_word_embeddings') ? b.find('model.embed_tokens.weight') : undefined;
  x = outputHead(b, x, 'lm_head', vocab, table);
  b.output(x);
  Object.assign(b.facts, { task: 'causal', hiddenSize: hidden, layers, vocabularySize: vocab });
}
