import type { Analysis } from '../../analysis';
import { estimate } from '../../costs/estimate';
import type { Certainty, Quantity } from '../../costs/quantity';
import { product } from '../../model/arithmetic';
import type { Model } from '../../model/model';
import { repeatsOf } from '../../model/model';
import { printShape } from '../../model/print';
import type { Weight } from '../../model/weight';
import type { Scenario } from '../../scenario/scenario';
import { scenarioFor } from '../../scenario/scenarioFor';
import type { Units } from '../format';
import { formatBytes, formatCount, formatInteger, formatQuantity } from '../format';

/** Rows of each table at most: the page is for reading, the report has the rest. */
const MAX_ROWS = 200;

/** One figure as it stands on the page: short, with its certainty, and how it came about. */
export interface Figure {
  readonly name: string;
  readonly text: string;
  readonly certainty: Certainty;
  /** The whole number, or why there is none. */
  readonly detail: string;
  readonly formula: string;
}

/** A row of the operator table. */
export interface OperatorRow {
  readonly type: string;
  readonly count: number;
  /** Of all operators, 0 to 1. */
  readonly share: number;
}

/** A row of the table of the largest weights. */
export interface WeightRow {
  readonly name: string;
  readonly dtype: string;
  readonly shape: string;
  readonly parameters: string;
  readonly bytes: string;
  /** Of all stored bytes, 0 to 1; undefined when the bytes of some weight are unknown. */
  readonly share: number | undefined;
}

/** An input or output of the model. */
export interface PortRow {
  readonly name: string;
  readonly dtype: string;
  readonly shape: string;
}

/** Everything the page shows, as text and numbers ready to be set: plain data, fit to be sent. */
export interface PageFacts {
  readonly title: string;
  readonly format: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly figures: readonly Figure[];
  readonly inputs: readonly PortRow[];
  readonly outputs: readonly PortRow[];
  readonly operators: readonly OperatorRow[];
  readonly weights: readonly WeightRow[];
  /** How many weights there are, shown or not. */
  readonly weightCount: number;
  readonly problems: readonly { readonly severity: string; readonly message: string }[];
}

/** The facts of one file for the page. */
export function pageFacts(analysis: Analysis, wanted: Partial<Scenario> = {}): PageFacts {
  const { model, costs } = analysis;
  const e = estimate(model, costs, scenarioFor(model, wanted));
  return {
    title: analysis.name,
    format: model.format,
    properties: [...model.properties, ...opsets(model)],
    figures: [
      figure('Parameters', e.parameters.distinct),
      figure('Stored weights', e.weights.stored, 'decimal'),
      figure('Operators', e.operators.total),
      figure('MACs of one run', e.compute.prefill.macs),
      figure('Values of known shape', e.values.known),
    ],
    inputs: ports(model, 'inputs'),
    outputs: ports(model, 'outputs'),
    operators: operatorRows(model),
    weights: weightRows(model),
    weightCount: model.weights.length,
    problems: [...model.problems, ...costs.problems]
      .slice(0, MAX_ROWS)
      .map(({ severity, message }) => ({ severity, message })),
  };
}

function figure(name: string, q: Quantity, units: Units = 'binary'): Figure {
  const whole = q.value === null ? (q.reason ?? '') : `${formatInteger(q.value)} ${q.unit}`;
  const detail = q.certainty === 'exact' || q.value === null ? whole : `${whole}; ${q.reason ?? ''}`;
  return { name, text: formatQuantity(q, units), certainty: q.certainty, detail, formula: q.formula };
}

function opsets(model: Model): (readonly [string, string])[] {
  return Object.entries(model.opsets).map(([domain, version]) => [
    domain === '' ? 'Opset' : `Opset of ${domain}`,
    formatInteger(version),
  ]);
}

function ports(model: Model, side: 'inputs' | 'outputs'): PortRow[] {
  const main = model.graphs.find((graph) => graph.kind === 'main');
  return (main?.[side] ?? []).slice(0, MAX_ROWS).map((id) => {
    const value = model.values[id];
    const dtype = value?.kind === 'tensor' ? value.dtype : value?.kind;
    return { name: value?.name ?? '', dtype: dtype ?? 'unknown', shape: printShape(value?.shape) };
  });
}

/** Operators by type, most frequent first; the standard's domain is not spelled out. */
function operatorRows(model: Model): OperatorRow[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const operator of model.operators) {
    const copies = repeatsOf(model, operator.block);
    const type = operator.domain === '' ? operator.type : `${operator.domain}.${operator.type}`;
    counts.set(type, (counts.get(type) ?? 0) + copies);
    total += copies;
  }
  return [...counts]
    .map(([type, count]) => ({ type, count, share: count / total }))
    .sort((a, b) => b.count - a.count || a.type.localeCompare(b.type))
    .slice(0, MAX_ROWS);
}

/** The largest weights by stored bytes, those of unknown size by their elements. */
function weightRows(model: Model): WeightRow[] {
  const sized = model.weights.map((weight) => {
    const copies = repeatsOf(model, weight.block);
    return { weight, copies, elements: copies * elementsOf(weight), bytes: bytesOf(weight, copies) };
  });
  const all = sized.reduce<number | undefined>(
    (sum, { bytes }) => (sum === undefined || bytes === undefined ? undefined : sum + bytes),
    0,
  );
  return sized
    .sort((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0) || b.elements - a.elements)
    .slice(0, MAX_ROWS)
    .map(({ weight, copies, elements, bytes }) => ({
      name: copies > 1 ? `${weight.name} × ${formatInteger(copies)}` : weight.name,
      dtype: weight.dtype ?? 'unknown',
      shape: `[${weight.shape.join(', ')}]`,
      parameters: formatCount(elements),
      bytes: bytes === undefined ? 'unknown' : formatBytes(bytes, 'decimal'),
      share: bytes === undefined || !all ? undefined : bytes / all,
    }));
}

const elementsOf = (weight: Weight) => product(weight.packing?.shape ?? weight.shape) as number;

const bytesOf = (weight: Weight, copies: number) =>
  weight.storage === undefined ? undefined : copies * weight.storage.bytes;
