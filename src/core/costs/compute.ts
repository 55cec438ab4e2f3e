/** Compute of one phase: the totals' expressions with the scenario's numbers put in. */
import { evaluate } from '../model/evaluate';
import type { Bindings } from '../model/evaluate';
import { symbolsOf } from '../model/expression';
import type { Model } from '../model/model';
import { printExpression } from '../model/print';
import { bindScenario } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import type { Costs } from './costModel';
import type { ComputeEstimate } from './estimate';
import type { Certainty, Quantity, Unit } from './quantity';
import { unknown } from './quantity';
import { num } from './text';
import type { Total } from './totals';
import { whyEstimated } from './whyEstimated';

/** Longer expressions say nothing to a reader. */
const MAX_FORMULA = 400;

export function computeOf(
  model: Model,
  costs: Costs,
  scenario: Scenario,
  phase: Scenario['phase'],
): ComputeEstimate {
  const bindings = bindScenario(model, { ...scenario, phase });
  const missing = (phase === 'decode' ? noDecode(model, costs) : undefined) ?? unknownPlaces(model, bindings);
  if (missing) {
    const none = (unit: Unit) => unknown(unit, missing);
    return {
      macs: none('MACs'),
      usefulMacs: none('MACs'),
      matrixFlops: none('FLOPs'),
      elementOperations: none('operations'),
    };
  }
  const totals = costs.totals[phase];
  const of = (total: Total, unit: Unit) => figure(model, total, totals.operators, unit, bindings);
  const macs = of(totals.macs, 'MACs');
  return {
    macs,
    usefulMacs: of(totals.usefulMacs, 'MACs'),
    matrixFlops: {
      ...macs,
      unit: 'FLOPs',
      value: macs.value === null ? null : 2 * macs.value,
      formula:
        macs.value === null ? macs.formula : `2 × ${num(macs.value)} MACs = ${num(2 * macs.value)} FLOPs`,
    },
    elementOperations: of(totals.elementOperations, 'operations'),
  };
}

/** Why a model's compute cannot be told; undefined when it can. */
export function unknownPlaces(model: Model, bindings: Bindings): string | undefined {
  if (model.outline === undefined || isTextOnly(model, bindings)) return undefined;
  if (model.outline === 'tokens') {
    const error = model.outlineError;
    if (error === undefined || Math.abs(error) <= MAX_OUTLINE_ERROR) return undefined;
    return `only the tensors of this model type are declared, and an outline made from them was ${offBy(error)} a run of the modelling library`;
  }
  const media = model.outlineOfMedia ? ' (for text alone, with dimensions images and sounds 0, it is)' : '';
  return `only the tensors of this model type are declared, and where its convolutions run is not known${media}`;
}

/** An outline that was measured further off than this share tells nothing. */
const MAX_OUTLINE_ERROR = 0.25;

function offBy(error: number): string {
  return `${(100 * Math.abs(error)).toFixed(1)} % ${error < 0 ? 'below' : 'above'}`;
}

/** True where what is outlined does not run: the parts that read images or sounds, and there are none. */
function isTextOnly(model: Model, bindings: Bindings): boolean {
  return model.outlineOfMedia === true && bindings['images'] === 0 && bindings['sounds'] === 0;
}

/** Why a model has no decode step; undefined when it has one. */
export function noDecode(model: Model, costs: Costs): string | undefined {
  const task = model.facts.task;
  if (task === 'encoder' || task === 'vision' || task === 'diffusion')
    return `${task === 'encoder' ? 'an encoder' : `a ${task} model`} generates no tokens: it has no decode step`;
  if (model.format === 'onnx' && costs.caches.length === 0)
    return 'the graph takes no past keys and values: every run reads its whole input, see prefill';
  return undefined;
}

/** How far a sum over so many operators can be trusted: exact only if all that entered was exact; nothing known at all is
 * unknown, never 0. Lower bounds say how many operators, and what share, they miss. */
export function trust(
  model: Model,
  t: Total,
  operators: number,
  bindings: Bindings,
): readonly [Certainty, string | undefined] {
  if (model.operators.length === 0 && model.format !== 'onnx')
    return ['unknown', 'only stored tensors are known, not what runs over them'];
  const missing = t.unknown + t.partial;
  if (missing > 0) {
    const share = ((100 * missing) / Math.max(1, operators)).toFixed(1);
    const text = `${num(missing)} of ${num(operators)} operators (${share} %) are not fully counted: ${t.reasons.join('; ')}`;
    return [t.sum === 0 ? 'unknown' : 'lower bound', text];
  }
  if (t.estimated > 0)
    return [
      'estimated',
      `${num(t.estimated)} of ${num(operators)} operators are estimates: ${t.reasons.join('; ')}`,
    ];
  if (model.outline && !isTextOnly(model, bindings))
    return [
      'estimated',
      `the operators are an outline made from the declared tensors of this model type; ${model.outlineError === undefined ? 'its error is not measured' : `on the default configuration it was ${offBy(model.outlineError)} a run of the modelling library`}`,
    ];
  if (model.certainty !== 'exact') return ['estimated', whyEstimated(model)];
  return ['exact', undefined];
}

function figure(model: Model, total: Total, operators: number, unit: Unit, bindings: Bindings): Quantity {
  const e = total.sum;
  const [certainty, reason] = trust(model, total, operators, bindings);
  const text = typeof e === 'number' ? num(e) : printExpression(e);
  const short = text.length > MAX_FORMULA ? `${text.slice(0, MAX_FORMULA)} …` : text;
  if (certainty === 'unknown') return unknown(unit, reason ?? 'no operator is known', '');
  const names = [...symbolsOf(e)];
  const value = evaluate(e, bindings);
  if (value === undefined) {
    return unknown(unit, noValue(names.filter((n) => !Object.hasOwn(bindings, n))), short);
  }
  const at = names.map((n) => `${n} = ${num(bindings[n]!)}`).join(', ');
  const formula =
    typeof e === 'number' ? `${text} (sum over the operators)` : `${short} with ${at} = ${num(value)}`;
  return { value, unit, certainty, formula, ...(reason ? { reason } : {}) };
}

/** Why a figure has no number: these symbols have none. */
export function noValue(open: readonly string[]): string {
  const shown = open.slice(0, 4).map((n) => `"${n}"`);
  const more =
    open.length > 4 ? ` and ${num(open.length - 4)} more have` : open.length > 1 ? ' have' : ' has';
  return `${open.length > 1 ? 'dimensions' : 'dimension'} ${shown.join(', ')}${more} no value`;
}
