/** Lower-case texts that a filter or a search looks through: names, types, paths, tensors and symbols of a row. */
import type { Analysis } from '../../analysis';
import { blockPath } from '../../model/model';
import type { Model } from '../../model/model';
import { typeName } from '../../model/operator';
import { printShape } from '../../model/print';
import { operatorFacts } from './operatorFacts';

export interface Haystacks {
  readonly operator: (id: number) => string;
  readonly weight: (id: number) => string;
}

const KNOWN = new WeakMap<Model, Haystacks>();

/** Texts of a model, each made when first looked at; no scenario changes them. */
export function haystacks(analysis: Pick<Analysis, 'model'>): Haystacks {
  const { model } = analysis;
  const known = KNOWN.get(model);
  if (known) return known;
  const operators: (string | undefined)[] = [];
  const weights: (string | undefined)[] = [];
  const facts = operatorFacts(analysis);
  const made: Haystacks = {
    operator: (id) => (operators[id] ??= ofOperator(model, id, facts.labels[id]!)),
    weight: (id) => (weights[id] ??= ofWeight(model, id)),
  };
  KNOWN.set(model, made);
  return made;
}

/** The parts stand on lines of their own, so that no match runs from one into the next. */
function ofOperator(model: Model, id: number, label: string): string {
  const op = model.operators[id]!;
  const parts = [label, op.name, typeName(op), blockPath(model, op.block)];
  for (const v of [...op.inputs, ...op.outputs]) {
    const value = v < 0 ? undefined : model.values[v];
    if (value)
      parts.push(value.name, value.shape && value.weight === undefined ? printShape(value.shape) : '');
  }
  return parts.join('\n').toLowerCase();
}

function ofWeight(model: Model, id: number): string {
  const w = model.weights[id]!;
  return [w.name, w.dtype ?? '', w.packing?.scheme ?? '', w.role, ...(w.aliases ?? [])]
    .join('\n')
    .toLowerCase();
}
