/** Compute of one phase: the totals' expressions with the scenario's numbers put in. */
import { evaluate } from '../model/evaluate';
import type { Bindings } from '../model/evaluate';
import type { Expression } from '../model/expression';
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
import type { Totals } from './totals';

/** Longer expressions say nothing to a reader. */
const MAX_FORMULA = 400;

export function computeOf(
  model: Model,
  costs: Costs,
  scenario: Scenario,
  phase: Scenario['phase'],
): ComputeEstimate {
  const missing = phase === 'decode' ? noDecode(model, costs) : undefined;
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
  const bindings = bindScenario(model, { ...scenario, phase });
  const certaintyOf = (unknownOperators: number): [Certainty, string | undefined] =>
    trust(model, totals, unknownOperators);
  const macs = figure(totals.macs, 'MACs', bindings, certaintyOf(totals.unknownMacs));
  return {
    macs,
    usefulMacs: figure(totals.usefulMacs, 'MACs', bindings, certaintyOf(totals.unknownMacs)),
    matrixFlops: {
      ...macs,
      unit: 'FLOPs',
      value: macs.value === null ? null : 2 * macs.value,
      formula: macs.value === null ? macs.formula : `2 × ${num(macs.value)} MACs = ${num(2 * macs.value)}`,
    },
    elementOperations: figure(
      totals.elementOperations,
      'operations',
      bindings,
      certaintyOf(totals.unknownElements),
    ),
  };
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

function trust(model: Model, t: Totals, unknownOperators: number): [Certainty, string | undefined] {
  if (unknownOperators > 0 && unknownOperators === t.operators && t.operators > 0)
    return ['unknown', `no operator's cost is known: ${t.reasons.join('; ')}`];
  if (unknownOperators > 0 || t.lowerBounds > 0) {
    const n = unknownOperators + t.lowerBounds;
    const share = ((100 * n) / Math.max(1, t.operators)).toFixed(1);
    return [
      'lower bound',
      `${num(n)} of ${num(t.operators)} operators (${share} %) are not fully counted: ${t.reasons.join('; ')}`,
    ];
  }
  if (t.estimates > 0)
    return [
      'estimated',
      `${num(t.estimates)} of ${num(t.operators)} operators are estimates: ${t.reasons.join('; ')}`,
    ];
  if (model.certainty !== 'exact')
    return ['estimated', 'the structure was guessed from keys shared with known families'];
  return ['exact', undefined];
}

function figure(
  e: Expression,
  unit: Unit,
  bindings: Bindings,
  [certainty, reason]: [Certainty, string | undefined],
): Quantity {
  const text = typeof e === 'number' ? num(e) : printExpression(e);
  const short = text.length > MAX_FORMULA ? `${text.slice(0, MAX_FORMULA)} …` : text;
  const names = [...symbolsOf(e)];
  const value = evaluate(e, bindings);
  if (value === undefined) {
    const open = names.filter((n) => !Object.hasOwn(bindings, n));
    return unknown(
      unit,
      `dimension ${open.map((n) => `"${n}"`).join(', ')} has no value: give it with dims`,
      short,
    );
  }
  if (certainty === 'unknown') return unknown(unit, reason ?? 'no operator is known', short);
  const at = names.map((n) => `${n} = ${num(bindings[n]!)}`).join(', ');
  const formula =
    typeof e === 'number' ? `${text} (sum over the operators)` : `${short} with ${at} = ${num(value)}`;
  return { value, unit, certainty, formula, ...(reason ? { reason } : {}) };
}
