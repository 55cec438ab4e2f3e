import { PRECISIONS, bitsPerWeight } from '../../../../src/core/costs/precisions';
import type { Claim, Section } from '../claim';
import { WHY, left } from '../claim';
import type { Figure } from '../figure';
import { peakActivations } from '../measures';
import { LANGUAGE, languageClaim, shareClaim, visionClaim } from './onnxToolLanguage';
import { speedClaim } from './onnxToolSpeed';
import { zooClaim } from './onnxToolZoo';

function claim(f: Figure): Claim {
  const { quantity, model } = f;
  if (quantity.includes('throughput')) return speedClaim(f);
  if (f.source.includes('inference/') || model === 'ResNet18') return liveness(f);
  if (/activation tensors|activation pool|^ratio$/.test(quantity)) return left(WHY.shape);
  if (quantity.startsWith('weight size vs') || model === '7B model') return precision(f);
  if (f.unit === '%') return shareClaim(f);
  if (LANGUAGE[model]) return languageClaim(f);
  if (model.includes('vision encoder')) return visionClaim(f);
  return zooClaim(f);
}

function liveness(f: Figure): Claim {
  if (/PyTorch|GraphInfer/.test(f.quantity)) return left(f.unit === 'MB' ? WHY.memory : WHY.measured);
  if (!/pool size optimised|max concurrent|memory pool/.test(f.quantity))
    return left('a pool before it was packed: what a peak is compared with, no peak');
  return {
    kind: 'compared',
    of: { graph: 'resnet18-4k' },
    what: 'peak of the activations in 32 bits, one image of 2,160 × 3,840',
    ours: peakActivations,
    published: f.value * 2 ** 20,
    rule: {
      why: 'theirs runs no operator in place: at the first rectifier input and output are held together',
      value: () => 2 * 4 * 64 * 1080 * 1920,
    },
  };
}

/** Nominal sizes of 7 G parameters in decimal units. */
function precision(f: Figure): Claim {
  const id = ['FP16', 'INT8', 'INT4'].find((name) => f.quantity.includes(name)) ?? 'FP32';
  const p = PRECISIONS[{ FP32: 'fp32', FP16: 'fp16', INT8: 'int8', INT4: 'q4_0' }[id]!]!;
  const share = f.unit === 'x';
  return {
    kind: 'compared',
    of: { config: 'llama-2-7b' },
    what: share ? `bits a weight of ${p.label} / 32` : `7 G weights in ${p.label}`,
    ours: () => (share ? bitsPerWeight(p) / 32 : (7e9 * bitsPerWeight(p)) / 8),
    published: f.value * (share ? 1 : 1e9),
    ...(id === 'INT4'
      ? {
          rule: {
            why: 'theirs counts a scale of 32 bits for each block of 32; llama.cpp’s Q4_0 has one of 16',
            value: () => (7e9 * (4 + 32 / 32)) / 8,
          },
        }
      : {}),
  };
}

export const onnxTool: Section = {
  title: 'onnx-tool: language models and the ONNX model zoo',
  about:
    'Every pair of positions counts in MACs (nothing halved for causality). Networks of the zoo are built anew from their papers or libraries, without weights.',
  has: (f) => f.source.startsWith('ThanatosShinji/'),
  claim,
};
