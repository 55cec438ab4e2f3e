import type { Builder } from '../../builder';
import { HOUSE } from '../../builder';
import { attend, rotate } from '../../parts/attention';
import { experts } from '../../parts/experts';
import { llama } from '../llama';

/** JetMoE: experts for the queries and the output of attention, and for the MLP. */
export function jetMoe(b: Builder): void {
  const { c } = b;
  const [count, top, kvHeads] = [
    c.int('num_local_experts'),
    c.int('num_experts_per_tok'),
    c.int('num_key_value_heads'),
  ];
  const headDim = c.first(['kv_channels', 'head_dim']);
  const width = kvHeads * headDim;
  const used = { activeFraction: [Math.min(top, count), count] as const };
  const each = (x: number, name: string, out: number, rows: number) => {
    const lead = b.shapeOf(x).slice(0, rows === 1 ? -1 : -2);
    const w = b.param(name, [count, out, b.widthOf(x)], used);
    const attributes = { experts_per_token: top, rows_per_token: rows };
    return b.op('ExpertMatMul', [x, w], [...lead, top, out], attributes, HOUSE);
  };
  const attention = (x: number) => {
    const lead = b.shapeOf(x).slice(0, -1);
    const shape = { heads: kvHeads * top, kvHeads, headDim };
    const q = b.under('experts', () => {
      b.linear(x, 'router.layer', count);
      return b.reshape(each(x, 'input_linear.weight', width, 1), [...lead, top * width]);
    });
    const [k, v] = b.split(b.linear(x, 'kv_proj', 2 * width), [width, width]) as [number, number];
    const y = attend(b, rotate(b, q, shape.heads), rotate(b, k, kvHeads), v, shape);
    return b.under('experts', () => {
      const out = each(b.reshape(y, [...lead, top, width]), 'output_linear.weight', b.widthOf(x), top);
      const summed = b.op('ReduceSum', [out, -1], [...lead, b.widthOf(x)], { keepdims: 0 });
      return b.addBias(summed, 'bias');
    });
  };
  llama(b, {
    tied: c.bool('tie_word_embeddings', true),
    scopes: ['self_attention', 'mlp'],
    mixer: attention,
    mlp: (x) => {
      const names = ['input_linear.weight', 'output_linear.weight'] as const;
      const inner = c.int('intermediate_size');
      const act = c.string('activation_function', 'silu');
      const y = experts(b, x, { experts: count, perToken: top, inner, act, router: 'router.layer', names });
      return b.addBias(y, 'bias');
    },
  });
}
