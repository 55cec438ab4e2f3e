/** Figures of the engine as the comparisons ask for them: each is one evaluation, none a formula of its own. */
import { estimate } from '../../../src/core/costs/estimate';
import type { Estimate } from '../../../src/core/costs/estimate';
import { operatorFigures } from '../../../src/core/costs/operatorFigures';
import { product } from '../../../src/core/costs/parameters';
import { weightBytesById } from '../../../src/core/costs/weightBytes';
import { repeatsOf } from '../../../src/core/model/model';
import type { Operator } from '../../../src/core/model/operator';
import type { Weight } from '../../../src/core/model/weight';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';
import type { Built, Measure } from './claim';

export const at = (scenario: Partial<Scenario>): Scenario => ({ ...DEFAULT_SCENARIO, ...scenario });

/** A value of the estimate under a scenario; an unknown one is NaN and fails the comparison. */
export function measure(
  scenario: Partial<Scenario>,
  read: (e: Estimate) => { value: number | null },
): Measure {
  return (b) => read(estimate(b.model, b.costs, at(scenario))).value ?? Number.NaN;
}

export const parameters = measure({}, (e) => e.parameters.distinct);
export const activeParameters = measure({}, (e) => e.parameters.active);
export const weights = (id: string, more: Partial<Scenario> = {}): Measure =>
  measure({ weights: id, ...more }, (e) => e.weights.scenario);
export const cache = (context: number, more: Partial<Scenario> = {}): Measure =>
  measure({ context, cache: 'fp16', ...more }, (e) => e.cache.bytesAtContext);
export const state = (more: Partial<Scenario> = {}): Measure =>
  measure({ context: 4096, ...more }, (e) => e.cache.stateBytes);
export const perToken = (more: Partial<Scenario> = {}): Measure =>
  measure({ cache: 'fp16', ...more }, (e) => e.cache.bytesPerToken);
export const prefillMacs = (prompt: number, more: Partial<Scenario> = {}): Measure =>
  measure({ prompt, context: prompt, source: prompt, ...more }, (e) => e.compute.prefill.macs);
export const usefulMacs = (prompt: number): Measure =>
  measure({ prompt, context: prompt }, (e) => e.compute.prefill.usefulMacs);
export const decodeMacs = (context: number): Measure => measure({ context }, (e) => e.compute.decode.macs);

export const peakActivations = measure({ context: 1, prompt: 1 }, (e) => e.memory.peakActivations);

export const times =
  (n: number, m: Measure): Measure =>
  (b) =>
    n * m(b);
export const plus =
  (...terms: readonly (Measure | number)[]): Measure =>
  (b) =>
    terms.reduce<number>((sum, t) => sum + (typeof t === 'number' ? t : t(b)), 0);

/** MACs of a prompt over the operators that pass. */
export const macsOf =
  (prompt: number, pass: (op: Operator, built: Built) => boolean, more: Partial<Scenario> = {}): Measure =>
  (b) => {
    const f = operatorFigures(b.model, b.costs, at({ prompt, context: prompt, phase: 'prefill', ...more }));
    return b.model.operators.reduce(
      (sum, op, i) => (pass(op, b) ? sum + f.macs[i]! * f.executions[i]! : sum),
      0,
    );
  };

/** Matrix work without the two products of attention. */
export const linearMacs = (prompt: number): Measure => macsOf(prompt, (op) => op.type !== 'Attention');

/** Elements of all weights that pass, copies in repeated blocks counted. */
export const elementsOf =
  (pass: (w: Weight) => boolean): Measure =>
  ({ model }) =>
    model.weights.reduce(
      (sum, w) =>
        w.role === 'parameter' && w.duplicateOf === undefined && pass(w)
          ? sum + product(w.packing?.shape ?? w.shape) * repeatsOf(model, w.block)
          : sum,
      0,
    );

/** Bytes of all weights that pass, under a precision. */
export const bytesOf =
  (id: string, pass: (w: Weight) => boolean): Measure =>
  ({ model }) => {
    const sizes = weightBytesById(model, id);
    return model.weights.reduce(
      (sum, w, i) =>
        w.duplicateOf === undefined && pass(w) ? sum + (sizes[i] ?? 0) * repeatsOf(model, w.block) : sum,
      0,
    );
  };

/** Stored tensors, copies in repeated blocks counted. */
export const tensors: Measure = ({ model }) =>
  model.weights.reduce((sum, w) => sum + repeatsOf(model, w.block), 0);
