import type { Analysis } from '../analysis';
import { evaluate } from '../model/evaluate';
import type { Bindings } from '../model/evaluate';
import type { Expression } from '../model/expression';
import { printExpression } from '../model/print';
import { blockPath } from '../model/model';
import type { Model } from '../model/model';
import { typeName } from '../model/operator';
import type { Shape } from '../model/value';
import { noDecode } from '../costs/compute';
import { operatorFigures } from '../costs/operatorFigures';
import type { Scenario } from '../scenario/scenario';
import { bindScenario } from '../scenario/bind';
import { expandWeights } from './weights';
import type { WeightItem } from './weights';

/** Which long lists a report shall hold. */
export interface Details {
  readonly shapes: boolean;
  readonly operators: boolean;
  readonly tensors: boolean;
}

/** A dimension in a report: a number, an expression as text, null when unknown. */
export type DimItem = number | string | null;

export interface ValueItem {
  readonly name: string;
  readonly graph: string;
  readonly kind: string;
  readonly dtype: string | null;
  readonly shape: readonly DimItem[] | null;
}

export interface OperatorItem {
  readonly name: string;
  readonly type: string;
  readonly block: string;
  /** How many times it runs in one step, loops and equal blocks included; null when data decides. */
  readonly repeat: number | null;
  readonly inputs: readonly (readonly DimItem[] | null)[];
  readonly outputs: readonly (readonly DimItem[] | null)[];
  /** Of one run: a number under the scenario, an expression while a symbol is open, null when unknown. */
  readonly macs: DimItem;
  readonly usefulMacs: DimItem;
  readonly elementOperations: DimItem;
  /** Bytes read and written by one run, at the scenario's precisions; null when unknown. */
  readonly bytes: number | null;
  readonly bytesRead: number | null;
  readonly bytesWritten: number | null;
  /** Of the bytes read, those of weights. */
  readonly weightBytes: number | null;
  /** Matrix FLOPs per byte moved; null when nothing moves or something is unknown. */
  readonly intensity: number | null;
  readonly certainty: string;
  readonly reason?: string;
}

export interface DetailLists {
  readonly values?: readonly ValueItem[];
  readonly operators?: readonly OperatorItem[];
  readonly tensors?: readonly WeightItem[];
}

/** The lists that were asked for, under the scenario and its phase. */
export function detailsOf(analysis: Analysis, scenario: Scenario, wanted: Partial<Details>): DetailLists {
  const { model, costs } = analysis;
  // What has no decode step is listed as its one run.
  const run: Scenario = noDecode(model, costs) ? { ...scenario, phase: 'prefill' } : scenario;
  return {
    // Shapes keep the file's symbols: only those that were given a size are put in.
    ...(wanted.shapes ? { values: valueItems(model, scenario.dims) } : {}),
    ...(wanted.operators ? { operators: operatorItems(analysis, run, bindScenario(model, run)) } : {}),
    ...(wanted.tensors ? { tensors: expandWeights(model) } : {}),
  };
}

function valueItems(model: Model, bindings: Bindings): ValueItem[] {
  const graphOf = new Map<number, string>();
  for (const graph of model.graphs) {
    for (const id of graph.inputs) if (!graphOf.has(id)) graphOf.set(id, graph.name);
    for (const op of graph.operators)
      for (const id of model.operators[op]?.outputs ?? [])
        if (id >= 0 && !graphOf.has(id)) graphOf.set(id, graph.name);
  }
  return model.values.flatMap((v, id) =>
    v.weight !== undefined || !graphOf.has(id)
      ? []
      : [
          {
            name: v.name,
            graph: graphOf.get(id)!,
            kind: v.kind,
            dtype: v.dtype ?? null,
            shape: shapeItem(v.shape, bindings),
          },
        ],
  );
}

function operatorItems({ model, costs }: Analysis, scenario: Scenario, bindings: Bindings): OperatorItem[] {
  const figures = operatorFigures(model, costs, scenario);
  const shapes = (ids: readonly number[]) => ids.map((id) => shapeItem(model.values[id]?.shape, bindings));
  return model.operators.map((op, id) => {
    const cost = costs.operators[id];
    const repeat = costs.executions[id];
    return {
      name: op.name,
      type: typeName(op),
      block: blockPath(model, op.block),
      repeat: repeat === undefined ? null : (evaluate(repeat, bindings) ?? null),
      inputs: shapes(op.inputs),
      outputs: shapes(op.outputs),
      macs: dimItem(cost?.macs, bindings),
      usefulMacs: dimItem(cost?.usefulMacs, bindings),
      elementOperations: dimItem(cost?.elementOperations, bindings),
      bytes: numberOrNull(figures.bytesRead[id]! + figures.bytesWritten[id]!),
      bytesRead: numberOrNull(figures.bytesRead[id]!),
      bytesWritten: numberOrNull(figures.bytesWritten[id]!),
      weightBytes: numberOrNull(figures.weightBytes[id]!),
      intensity: numberOrNull(figures.intensity[id]!),
      certainty: cost?.certainty ?? 'unknown',
      ...(cost?.reason ? { reason: cost.reason } : {}),
    };
  });
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function shapeItem(shape: Shape | undefined, bindings: Bindings): readonly DimItem[] | null {
  return shape ? shape.map((d) => dimItem(d, bindings)) : null;
}

function dimItem(e: Expression | undefined, bindings: Bindings): DimItem {
  if (e === undefined) return null;
  return evaluate(e, bindings) ?? printExpression(e);
}
