/**
 * Shapes, types and small contents of every value of a model.
 *
 * Calls of model-local functions get a copy of the function's body each: a graph of kind `function` appended to
 * `Model.graphs`, its `owner` the calling operator, which names it in the attribute `body`. The copy's inputs and
 * outputs are the call's own values. Costs walk it as any sub-graph, once per run of the call; the functions' own
 * graphs (owner -1) keep no shapes. All copies together are bounded (`MAX_INSTANCE_OPERATORS`).
 */
import type { Model } from '../model/model';
import type { Problem } from '../model/problem';
import { printShape } from '../model/print';
import type { Value } from '../model/value';
import { STEP_OPERATORS, atOnce } from '../steps';
import type { InferOptions } from './declared';
import { Declared } from './declared';
import { Inference } from './inference';

export type { InferOptions } from './declared';

/** An operator type that inference does not know, and how much of the graph that is. */
export interface UnknownOperator {
  readonly domain: string;
  readonly type: string;
  readonly count: number;
  /** Of all operators inferred, 0 to 1. */
  readonly share: number;
}

export interface ShapedModel {
  /** The model with values filled, bodies of called functions appended, and `problems` added to its own. */
  readonly model: Model;
  /** What this inference found: unknown operators, stale shapes. */
  readonly problems: readonly Problem[];
  readonly unknownOperators: readonly UnknownOperator[];
  /** Ids of values whose declared shape contradicts the computed one. */
  readonly stale: readonly number[];
}

/** Values filled between two rests. */
const VALUES_IN_STEP = 8 * STEP_OPERATORS;
/** Stale shapes told one by one. */
const MAX_TOLD = 5;

/** Infers all shapes; the model given is not changed. Never throws for a model that is wrong. */
export function inferShapes(model: Model, options: InferOptions = {}): ShapedModel {
  return atOnce(shapeSteps(model, options));
}

/** The same, with rests between steps of about a thousand operators. */
export function* shapeSteps(model: Model, options: InferOptions = {}): Generator<void, ShapedModel> {
  const declared = new Declared(model, options);
  const run = new Inference(model, declared);
  yield* run.run();
  const unknown = unknownsOf(run);
  const unknownOperators = unknown.map(({ domain, type, count, share }) => ({ domain, type, count, share }));
  const problems = [
    ...unknownProblems(run, unknown),
    ...staleProblems(run, declared),
    ...misfits(run),
    ...failures(run),
  ];
  const values: Value[] = [];
  for (const v of run.values) {
    values.push(filled(v, run, values.length));
    if (values.length % VALUES_IN_STEP === 0) yield;
  }
  return {
    model: {
      ...model,
      values,
      operators: run.operators,
      graphs: run.graphs,
      problems: problems.length > 0 ? [...model.problems, ...problems] : model.problems,
    },
    problems,
    unknownOperators,
    stale: [...run.stale],
  };
}

function filled(v: Value, run: Inference, id: number): Value {
  const f = run.facts[id];
  if (
    !f ||
    (f.shape === v.shape && f.dtype === v.dtype && f.data === v.data && !f.element && f.kind === v.kind)
  )
    return v;
  const out: { -readonly [K in keyof Value]: Value[K] } = {
    name: v.name,
    kind: f.kind,
    dtype: f.dtype,
    shape: f.shape,
  };
  if (f.element) out.element = f.element;
  if (v.weight !== undefined) out.weight = v.weight;
  if (f.data) out.data = f.data;
  return out;
}

/** `first`: the id of one of them. */
type FoundUnknown = UnknownOperator & { readonly first: number };

function unknownsOf(run: Inference): FoundUnknown[] {
  const found = new Map<string, { domain: string; type: string; count: number; first: number }>();
  for (const id of run.unknown) {
    const { domain, type } = run.operators[id]!;
    const entry = found.get(`${domain}:${type}`);
    if (entry) entry.count++;
    else found.set(`${domain}:${type}`, { domain, type, count: 1, first: id });
  }
  const all = run.operators.length;
  return [...found.values()].map((u) => ({ ...u, share: u.count / all })).sort((a, b) => b.count - a.count);
}

function unknownProblems(run: Inference, list: readonly FoundUnknown[]): Problem[] {
  return list.slice(0, 2 * MAX_TOLD).map((u) => ({
    severity: 'warning',
    code: 'shapes.unknown-operator',
    message:
      `The operator ${u.domain ? `${u.domain}.` : ''}${u.type || 'without a type'} is not known, so the shapes of its outputs are not either: ` +
      `${u.count} of the graph's operators (${percent(u.share)}).`,
    ...originOf(run, u.first),
  }));
}

function originOf(run: Inference, id: number): Pick<Problem, 'origin'> {
  const { origin } = run.operators[id]!;
  return origin ? { origin } : {};
}

function percent(share: number): string {
  return share < 0.001 ? 'below 0.1 %' : `${Math.round(share * 1000) / 10} %`;
}

function staleProblems(run: Inference, declared: Declared): Problem[] {
  const ids = [...run.stale];
  const out: Problem[] = ids.slice(0, MAX_TOLD).map((id) => {
    const v = run.values[id]!;
    return {
      severity: 'warning',
      code: 'shapes.stale',
      message: `The file says '${v.name}' has shape ${printShape(declared.shape(v.shape))}; computed is ${printShape(run.facts[id]?.shape)}, which is used.`,
      value: id,
    };
  });
  if (ids.length > MAX_TOLD)
    out.push({
      severity: 'warning',
      code: 'shapes.stale',
      message: `… and ${ids.length - MAX_TOLD} more shapes in the file that contradict the computed ones.`,
    });
  return out;
}

function misfits(run: Inference): Problem[] {
  const all = [...run.misfits];
  const out: Problem[] = all.slice(0, MAX_TOLD).map(([id, misfit]) => {
    const op = run.operators[id]!;
    return {
      severity: 'warning',
      code: 'shapes.misfit',
      message: `The inputs of ${op.type}${op.name ? ` '${op.name}'` : ''} do not fit: ${misfit}.`,
      ...originOf(run, id),
    };
  });
  if (all.length > MAX_TOLD)
    out.push({
      severity: 'warning',
      code: 'shapes.misfit',
      message: `… and ${all.length - MAX_TOLD} more operators whose inputs do not fit.`,
    });
  return out;
}

function failures(run: Inference): Problem[] {
  const out: Problem[] = [];
  for (const [id] of [...run.failed].slice(0, MAX_TOLD)) {
    const op = run.operators[id]!;
    out.push({
      severity: 'warning',
      code: 'shapes.failed',
      message: `The shapes of ${op.type} '${op.name}' could not be inferred: its inputs or attributes are not as the operator wants them.`,
      ...originOf(run, id),
    });
  }
  if (run.outOfRoom > 0)
    out.push({
      severity: 'warning',
      code: 'shapes.too-many-calls',
      message: `${run.outOfRoom} calls of functions were not followed: the bodies of all calls together are too large.`,
    });
  if (run.brokeOff)
    out.push({
      severity: 'warning',
      code: 'shapes.too-long',
      message: 'Loops within loops were followed only so far; what comes after has no shapes.',
    });
  return out;
}
