import type { Builder } from '../builder';
import { selfAttention } from '../parts/attention';
import { causalDecoder } from '../parts/decoder';
import { gatedMlp } from '../parts/mlp';
import { headsOf, windowOfAll } from '../parts/sizes';
import { activationOf, attentionOf, llama, plain } from './llama';

/** Apertus: xIELU with two learned slopes, norms of queries and keys. */
function apertus(b: Builder): void {
  llama(b, {
    before: ['attention_layernorm', 'feedforward_layernorm'],
    attention: { qkNorm: 'head' },
    mlp: (x) => {
      b.weight('act_fn.alpha_p', [1]);
      b.weight('act_fn.alpha_n', [1]);
      return plain(b, undefined, false)(x);
    },
  });
}

/** BitNet: a norm before each output projection. */
function bitnet(b: Builder): void {
  const { c } = b;
  const inner = c.int('intermediate_size');
  llama(b, {
    attention: { beforeOut: (y) => b.norm(y, 'attn_sub_norm') },
    mlp: (x) => {
      const gate = b.activate(b.linear(x, 'gate_proj', inner), activationOf(c));
      const h = b.norm(b.mul(gate, b.linear(x, 'up_proj', inner)), 'ffn_sub_norm');
      return b.linear(h, 'down_proj', b.widthOf(x));
    },
  });
}

/** nanochat: norms without weights, ReLU squared. */
function nanochat(b: Builder): void {
  llama(b, {
    kind: 'none',
    attention: { qkNorm: 'head', qkNormKind: 'none' },
    mlp: (x) => plain(b, ['fc1', 'fc2'], false)(x),
  });
}

/** DiffLlama: the difference of two attentions over halves of the values. */
function diffLlama(b: Builder): void {
  const { headDim } = headsOf(b.c);
  llama(b, {
    attention: {
      passes: 2,
      beforeOut: (y) => {
        for (const name of ['lambda_q1', 'lambda_k1', 'lambda_q2', 'lambda_k2']) b.weight(name, [headDim]);
        return y;
      },
    },
  });
}

/** Doge: a mask computed from the values, learned residual weights, optionally a retrieval of tiny experts. */
function doge(b: Builder): void {
  const { c } = b;
  const spec = attentionOf(c);
  const window = windowOfAll(c);
  const hidden = c.int('hidden_size');
  const scaled = (x: number, name: string) => b.mul(x, b.param(name, [hidden]));
  causalDecoder(b, {
    layer: (x) => {
      const attention = (n: number) =>
        b.scope('self_attn', () => {
          b.weight('A', [spec.kvHeads]);
          return selfAttention(b, n, {
            ...spec,
            window: window(),
            qkNorm: 'head',
            onValues: (v) => b.linear(v, 'dt_proj', spec.kvHeads, { bias: spec.bias === true }),
          });
        });
      const y = attention(b.norm(x, 'input_layernorm'));
      const h = b.add(scaled(x, 'input_residual'), y);
      const z = dogeFeed(b, b.norm(h, 'post_attention_layernorm'));
      return b.add(scaled(h, 'post_attention_residual'), z);
    },
  });
}

function dogeFeed(b: Builder, x: number): number {
  return b.scope('mlp', () => dogeMlp(b, x));
}

function dogeMlp(b: Builder, x: number): number {
  const { c } = b;
  const y = gatedMlp(b, x, c.int('intermediate_size'), activationOf(c), { bias: c.bool('mlp_bias') });
  if (!c.bool('is_moe')) return y;
  const experts = c.int('num_experts');
  b.linear(x, 'router_gate', 2 * Math.floor(Math.sqrt(experts)));
  const used = [Math.min(experts, c.int('num_experts_per_tok')), experts] as const;
  b.weight('down_embed.weight', [experts, b.widthOf(x)], { activeFraction: used });
  b.weight('up_embed.weight', [experts, b.widthOf(x)], { activeFraction: used });
  return y;
}

export const variantFamilies = { apertus, bitnet, nanochat, diffllama: diffLlama, doge };
