import type { Claim, Measure, Section } from '../claim';
import { WHY, left } from '../claim';
import { decodeMacs, elementsOf, parameters, perToken, times } from '../measures';

const MIB = 2 ** 20;
const CONTEXT = 4096 + 2048 / 2;
const of = { config: 'qwen3-30b-a3b' };
const compared = (what: string, ours: Measure, published: number, more: object = {}): Claim => ({
  kind: 'compared',
  of,
  what,
  ours,
  published,
  ...more,
});

export const inferSim: Section = {
  title: 'InferSim: Qwen3-30B-A3B on 4 devices',
  about:
    'Sizes and work that it prints before its times; its MB, KB and GB are 1024-based, weights in 8 bits a parameter.',
  has: (f) => f.source.startsWith('alibaba/'),
  claim: (f) => {
    switch (f.quantity) {
      case 'attention params per layer':
        return compared(
          'attention’s bytes in one layer, bf16',
          (b) => (2 * elementsOf((w) => /self_attn\.._proj\.weight/.test(w.name))(b)) / 48,
          f.value * MIB,
        );
      case 'one expert params':
        return compared(
          'one expert’s bytes, bf16',
          (b) => (2 * elementsOf((w) => /experts\.(gate_up_proj|down_proj|\{)/.test(w.name))(b)) / 48 / 128,
          f.value * MIB,
        );
      case 'params per GPU':
        return compared('weights in bf16 on one of 4 devices', times(2 / 4, parameters), f.value * 2 ** 30, {
          rule: {
            why: 'theirs has attention on every device, the experts divided, and no embedding and head',
            value: (b: Parameters<Measure>[0]) => {
              const experts = elementsOf((w) => /experts\./.test(w.name))(b);
              const attention = elementsOf((w) => /self_attn\.._proj\.weight/.test(w.name))(b);
              return 2 * (experts / 4 + attention);
            },
          },
        });
      case 'KV per token':
        return compared('cache per token', perToken(), f.value * 1024);
      case 'attn core FLOPs per token per layer':
        return compared(
          'FLOPs of attention’s two products, one token and layer',
          (b) => (2 * (decodeMacs(CONTEXT)(b) - decodeMacs(1)(b))) / 48,
          f.value * 1e9,
        );
      case 'total FLOPs per token':
        return compared('matrix FLOPs of one token', times(2, decodeMacs(CONTEXT)), f.value * 1e9, {
          rule: {
            why: 'theirs is without the head',
            value: (b: Parameters<Measure>[0]) =>
              2 * decodeMacs(CONTEXT)(b) - 2 * elementsOf((w) => /lm_head/.test(w.name))(b),
          },
        });
      default:
        return left(f.quantity.includes('MEASURED') ? WHY.measured : WHY.modelled);
    }
  },
};
