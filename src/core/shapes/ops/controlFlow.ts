/** If, Loop and Scan: their sub-graphs are inferred with what is known outside. */
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { axisIn } from '../dims';
import type { Facts } from '../facts';
import { joinFacts, sameFacts } from '../join';

/** Rounds until a loop's state must have settled: each round can only forget. */
const MAX_ROUNDS = 8;
/** Known trip counts up to this are followed round by round where the state's shapes change. */
const MAX_FOLLOWED = 64;

type Known = Facts | undefined;

/** The branch taken when the condition is known, else what both agree on. */
const ifElse: ShapeFunction = (c) => {
  const yes = c.graph('then_branch');
  const no = c.graph('else_branch');
  const condition = c.scalar(0);
  const infer = (g: number | undefined): readonly Known[] =>
    g === undefined ? [] : c.engine.inferGraph(g, []);
  const a = infer(yes);
  const b = infer(no);
  for (let i = 0; i < c.outputCount; i++) {
    if (typeof condition === 'number') c.set(i, condition !== 0 ? a[i] : b[i]);
    else c.set(i, optionalJoin(a[i], b[i]) ?? joinFacts(a[i], b[i], (axis) => c.fresh(`${i}.${axis}`)));
  }
};

/** A branch that gives an optional and one that gives a plain value: an optional of that. */
function optionalJoin(a: Known, b: Known): Known {
  if (!a || !b || a.kind === b.kind) return undefined;
  if (a.kind === 'optional') return { kind: 'optional', element: a.element ?? b };
  return b.kind === 'optional' ? { kind: 'optional', element: b.element ?? a } : undefined;
}

/** The same of a tensor with entries and flags forgotten that a loop may change. */
function settled(c: ShapeContext, before: Known, after: Known, index: number): Known {
  return joinFacts(before, after, (axis) => c.fresh(`state${index}.${axis}`));
}

const loop: ShapeFunction = (c) => {
  const body = c.graph('body');
  if (body === undefined) return;
  const states = c.inputCount - 2;
  const trips: Dim = c.has(0) ? c.scalar(0) : undefined;
  const first: Known[] = Array.from({ length: Math.max(states, 0) }, (_, i) => c.input(i + 2));
  const condition: Known = c.has(1) ? { kind: 'tensor', dtype: 'bool', shape: [], data: c.data(1) } : TRUE;
  const exact = followed(c, body, trips, first, condition);
  // Once more for what holds in every round: that is what the body's values show.
  let state = first;
  let out: Known[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    out = c.engine.inferGraph(body, [ITERATION, { ...TRUE, data: undefined }, ...state]);
    const next = state.map((s, i) => settled(c, s, out[i + 1], i));
    const still = next.every((s, i) => sameFacts(s, state[i]));
    state = next;
    if (still) break;
    // What has not settled after a few rounds is a size that grows: only its type is kept.
    if (round === MAX_ROUNDS - 2)
      state = state.map((s) => (s ? { kind: s.kind, dtype: s.dtype } : undefined));
  }
  const never = trips === 0 || (c.has(1) && c.scalar(1) === 0);
  const runs = exact?.runs ?? countOfRuns(c, trips, out[0]);
  for (let i = 0; i < c.outputCount; i++) {
    if (i < states) c.set(i, exact ? exact.state[i] : never ? first[i] : state[i]);
    else {
      const each = exact?.scans[i - states] ?? out[i + 1];
      c.tensor(i, each?.dtype ?? out[i + 1]?.dtype, each?.shape && [never ? 0 : runs, ...each.shape]);
    }
  }
};

const ITERATION: Facts = { kind: 'tensor', dtype: 'int64', shape: [] };
const TRUE: Facts = { kind: 'tensor', dtype: 'bool', shape: [], data: [1] };

/** The trip count, unless the body may stop earlier. */
function countOfRuns(c: ShapeContext, trips: Dim, condition: Known): Dim {
  const goesOn = condition?.data?.[0];
  const body = c.graph('body')!;
  if (goesOn === 1 || c.engine.handsThrough?.(body, 0, 1)) return trips ?? c.fresh('trips');
  return c.fresh('trips');
}

interface Followed {
  readonly runs: Dim;
  readonly state: readonly Known[];
  readonly scans: readonly Known[];
}

/** A loop of few, known rounds: each with what it really gets. Undefined when the number of rounds is not known. */
function followed(
  c: ShapeContext,
  body: number,
  trips: Dim,
  first: readonly Known[],
  condition: Known,
): Followed | undefined {
  const most = typeof trips === 'number' ? trips : c.has(0) ? undefined : MAX_FOLLOWED + 1;
  if (most === undefined) return undefined;
  let state = first;
  let scans: Known[] | undefined;
  let goOn: Known = condition;
  for (let run = 0; ; run++) {
    const flag = goOn?.data?.[0];
    if (run >= most || flag === 0) return { runs: run, state, scans: scans ?? [] };
    if (run >= MAX_FOLLOWED || typeof flag !== 'number') return undefined;
    const out: readonly Known[] = c.engine.inferGraph(body, [{ ...ITERATION, data: [run] }, goOn, ...state]);
    goOn = out[0];
    const next = out.slice(1, 1 + first.length);
    const now = out.slice(1 + first.length);
    scans = scans ? scans.map((s, i) => joinFacts(s, now[i], () => undefined)) : now;
    // Nothing changes any more and the condition holds: the rest of the rounds is like this one.
    if (
      run > 0 &&
      typeof trips === 'number' &&
      goOn?.data?.[0] === 1 &&
      next.every((s, i) => sameFacts(s, state[i]))
    )
      return { runs: trips, state: next, scans };
    state = next;
  }
}

/** Opset 8 has a batch dimension and sequence lengths in front; since 9 axes are free. */
const scan: ShapeFunction = (c) => {
  const body = c.graph('body');
  if (body === undefined) return;
  const scanned = c.int('num_scan_inputs', 0);
  const old = c.version < 9;
  const lead = old ? 1 : 0;
  const states = c.inputCount - lead - scanned;
  if (states < 0) return;
  const axes = c.ints('scan_input_axes');
  let length: Dim;
  const slices: Known[] = [];
  for (let i = 0; i < scanned; i++) {
    const x = c.input(lead + states + i);
    const shape = x?.shape;
    const axis = shape && (old ? 1 : axisIn(axes?.[i] ?? 0, shape.length));
    if (axis !== undefined && length === undefined) length = shape![axis];
    else if (axis !== undefined && typeof shape![axis] === 'number') length = shape![axis];
    slices.push({
      kind: 'tensor',
      dtype: x?.dtype,
      shape: shape?.filter((_, k) => k !== axis && !(old && k === 0)),
    });
  }
  let state: Known[] = Array.from({ length: states }, (_, i) => {
    const x = c.input(lead + i);
    return old && x?.shape ? { ...x, shape: x.shape.slice(1), data: undefined } : x;
  });
  const batch = old ? c.dim(lead, 0) : undefined;
  let out: Known[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    out = c.engine.inferGraph(body, [...state, ...slices]);
    const next = state.map((s, i) => settled(c, s, out[i], i));
    const still = next.every((s, i) => sameFacts(s, state[i]));
    state = next;
    if (still) break;
  }
  const outAxes = c.ints('scan_output_axes');
  for (let i = 0; i < c.outputCount; i++) {
    const each = i < states ? state[i] : out[i];
    const shape = each?.shape;
    if (i < states) c.set(i, old && shape ? { ...each!, shape: [batch, ...shape] } : each);
    else if (old) c.tensor(i, each?.dtype, shape && [batch, length, ...shape]);
    else {
      const axis = shape && axisIn(outAxes?.[i - states] ?? 0, shape.length + 1);
      c.tensor(
        i,
        each?.dtype,
        axis === undefined ? undefined : [...shape!.slice(0, axis), length, ...shape!.slice(axis)],
      );
    }
  }
};

export const controlFlow: ShapeTable = { If: ifElse, Loop: loop, Scan: scan };
