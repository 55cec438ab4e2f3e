import { cacheOf } from '../../costs/cacheBytes';
import { memoryOf } from '../../costs/memory';
import { isMix } from '../../costs/ggufMixes';
import { PRECISIONS, bitsPerWeight } from '../../costs/precisions';
import type { Precision } from '../../costs/precisions';
import type { Quantity } from '../../costs/quantity';
import { weightsOf } from '../../costs/weightBytes';
import type { Device } from '../../hardware/device';
import { formatInteger } from '../format';
import type { FigureView } from './figureView';
import { figureOf } from './figureView';
import type { PageState } from './pageState';

/** Whether something fits a device's memory; `unknown` when a part of it is. */
export type Fit = 'fits' | 'does not fit' | 'unknown';

/** One bar: the model at one weight precision. */
export interface PrecisionBar {
  /** Id of the precision, or `stored`. */
  readonly id: string;
  readonly name: string;
  /** Bits per weight as the scheme stores them, scales included: 4.5. */
  readonly bits: number | null;
  /** Weights at this precision. */
  readonly weights: FigureView;
  /** Weights, cache, state and activations, under the scenario otherwise. */
  readonly total: FigureView;
  /** What of the total are activations at their peak, bytes; null when unknown. */
  readonly activations: number | null;
  /** Which tensors keep another precision, in one sentence; empty when none. */
  readonly note: string;
  /** The scenario's own. */
  readonly chosen: boolean;
  /** Against the chosen device; undefined without one. */
  readonly fit?: Fit;
}

/** What is drawn: the usual formats; the scenario's own is added where it is none of them. */
const SHOWN = [
  'fp32',
  'bf16',
  'fp8',
  'int8',
  'int4',
  'nf4',
  'mxfp4',
  'q8_0',
  'q6_k',
  'q5_k_m',
  'q4_k_m',
  'q3_k_m',
  'q2_k',
  'ternary',
];

/** The model at each usual weight precision, as stored first; the rest of the scenario stays as it is. */
export function precisionBars(state: PageState): readonly PrecisionBar[] {
  const { analysis, scenario, device } = state;
  const { model, costs } = analysis;
  if (model.weights.length === 0) return [];
  const own = scenario.weights;
  const ids = ['stored', ...SHOWN];
  if (!ids.includes(own)) ids.push(own);
  return ids.flatMap((id): PrecisionBar[] => {
    const precision = PRECISIONS[id];
    if (id !== 'stored' && !precision) return [];
    const changed = { ...scenario, weights: id };
    const weights = weightsOf(model, id).scenario;
    const { total, peakActivations } = memoryOf(
      model,
      costs,
      changed,
      weights,
      cacheOf(model, costs, changed),
    );
    return [
      {
        id,
        name: precision?.label ?? 'stored',
        bits: precision && !isMix(precision) ? bitsPerWeight(precision) : storedBits(state, weights),
        weights: figureOf(`weights.${id}`, weights, 'decimal'),
        total: figureOf(`memory.${id}`, total),
        activations: peakActivations.value,
        note: precision ? noteOf(precision) : '',
        chosen: id === own,
        ...(device ? { fit: fitOf(total, device) } : {}),
      },
    ];
  });
}

/** Whether a total fits; one that is only a lower bound can say no, never yes. */
export function fitOf(total: Quantity, device: Device): Fit {
  if (total.value === null) return 'unknown';
  if (total.value > device.memoryBytes) return 'does not fit';
  return total.certainty === 'lower bound' ? 'unknown' : 'fits';
}

function storedBits({ estimate }: PageState, weights: Quantity): number | null {
  const parameters = estimate.parameters.distinct.value;
  if (weights.value === null || weights.certainty === 'lower bound' || !parameters) return null;
  return (8 * weights.value) / parameters;
}

function noteOf(p: Precision): string {
  const special = isMix(p) ? ['some matrices in more bits, as llama.cpp mixes them'] : [];
  const kept = p.keeps.length > 0 ? [`${p.keeps.join(', ')} stay in ${formatInteger(p.keptBits)} bits`] : [];
  return [...special, ...kept].join('; ');
}
