/** What the inputs of a scenario may be, for one model. */
import type { Analysis } from '../../analysis';
import { ENGINES } from '../../costs/engines';
import { isMix } from '../../costs/ggufMixes';
import { PRECISIONS, bitsPerWeight } from '../../costs/precisions';
import type { Precision } from '../../costs/precisions';
import type { Device } from '../../hardware/device';
import { DEVICES } from '../../hardware/devices';
import { formatBytes, formatInteger } from '../format';
import type { Choice, PageHead } from './pageView';

/** What a dtype is called in a list, where its whole name would be cut. */
const SHORT: Readonly<Record<string, string>> = {
  float32: 'FP32',
  float16: 'FP16',
  bfloat16: 'BF16',
  float64: 'FP64',
};
const PLAIN = ['fp32', 'tf32', 'bf16', 'fp16'];
/** What products run in; block formats of files are expanded before. */
const COMPUTE = ['fp32', 'tf32', 'bf16', 'fp16', 'fp8', 'int8'];

export function choicesOf({ model }: Analysis, devices: readonly Device[]): PageHead['choices'] {
  const all = Object.values(PRECISIONS);
  const stored = model.facts.quantisation ?? model.dtype ?? '';
  const own = SHORT[stored] ?? stored;
  const auto: Choice = { id: 'auto', name: 'auto', group: '', hint: own };
  return {
    weights: [{ id: 'stored', name: 'stored', group: '', hint: own }, ...all.map(ofPrecision)],
    activations: [auto, ...all.filter((p) => COMPUTE.includes(p.id)).map(ofPrecision)],
    cache: [auto, ...all.filter((p) => p.forCache).map(ofPrecision)],
    device: [...devices, ...DEVICES].map((d) => ({
      id: d.id,
      name: d.name,
      group: d.kind,
      // A name that says its memory says it once.
      hint: /\d GB\b/.test(d.name) ? '' : formatBytes(d.memoryBytes),
    })),
    engine: Object.entries(ENGINES).map(([id, rule]) => ({ id, name: id, group: '', hint: rule.words })),
  };
}

function ofPrecision(p: Precision): Choice {
  const group = PLAIN.includes(p.id) ? 'float' : /^i?q\d|^tq\d/.test(p.id) ? 'GGUF' : 'quantised';
  return {
    id: p.id,
    name: p.label,
    group,
    hint: `${formatInteger(bitsPerWeight(p))}${isMix(p) ? '+' : ''} bit`,
  };
}
