import { cacheOf } from '../../costs/cacheBytes';
import type { Costs } from '../../costs/costModel';
import { memoryOf } from '../../costs/memory';
import type { Certainty } from '../../costs/quantity';
import { weightsOf } from '../../costs/weightBytes';
import { modelSymbols } from '../../scenario/bind';
import type { Scenario } from '../../scenario/scenario';
import { scenarioFor } from '../../scenario/scenarioFor';
import type { PageState } from './pageState';

/** The parts of memory at one place of the axis, bytes each. */
export interface MemoryPoint {
  /** Value of the axis: tokens, or sequences. */
  readonly at: number;
  readonly weights: number;
  readonly cache: number;
  readonly state: number;
  readonly activations: number;
  /** What the engine holds beyond the ideal, by its published rule. */
  readonly overhead: number;
}

/** Memory over what a person may choose: the context where there is a cache, else prompt, batch or a free dimension. */
export interface MemoryCurve {
  /** `context`, `prompt`, `batch`, or the name of a dimension of the file. */
  readonly axis: string;
  readonly axisUnit: 'tokens' | 'sequences' | 'elements';
  /** From small to the model's own most, on a logarithmic axis; at most 65. */
  readonly points: readonly MemoryPoint[];
  /** Where the scenario stands. */
  readonly chosen: number;
  /** The chosen device's memory. */
  readonly device?: { readonly name: string; readonly bytes: number };
  /** The largest value of the axis that fits, found on the engine itself; null: not even the smallest; undefined: no device, or all fits. */
  readonly fitsUpTo?: number | null;
  readonly certainty: Certainty;
  /** Why it is not exact, and parts that are unknown and so not drawn. */
  readonly reason: string;
}

/** Points of a curve, and where an axis ends that the model does not end. */
const POINTS = 33;
const FAR = 2 ** 17;
const MOST_SEQUENCES = 1024;

/** The curve for what a person may choose of this model; undefined when no choice moves its memory. */
export function memoryCurve(state: PageState): MemoryCurve | undefined {
  const axis = axisOf(state);
  if (!axis) return undefined;
  const { scenario, device } = state;
  const chosen = axis.value(scenario);
  const most = Math.max(axis.most, chosen);
  const at = (value: number) => memoryAt(state, axis.set(scenario, value));
  const values = [...new Set([...steps(axis.least, most), Math.max(axis.least, chosen)])].sort(
    (a, b) => a - b,
  );
  const memories = values.map(at);
  const points = values.map((value, i) => ({ at: value, ...memories[i]!.parts }));
  const place = values.indexOf(chosen);
  const here = place < 0 ? at(chosen) : memories[place]!;
  if (here.total === null) return undefined;
  const totals = memories.map(({ total }) => total);
  const fits = device && fitsUpTo(values, totals, (v) => at(v).total, device.memoryBytes);
  return {
    axis: axis.name,
    axisUnit: axis.unit,
    points,
    chosen,
    ...(device ? { device: { name: device.name, bytes: device.memoryBytes } } : {}),
    ...(fits === undefined ? {} : { fitsUpTo: fits }),
    certainty: here.certainty,
    reason: here.reason,
  };
}

/** Name of the choice that the memory is drawn over; undefined when none moves it. */
export function memoryAxis(state: PageState): string | undefined {
  return axisOf(state)?.name;
}

interface Axis {
  readonly name: string;
  readonly unit: MemoryCurve['axisUnit'];
  readonly least: number;
  readonly most: number;
  readonly value: (s: Scenario) => number;
  readonly set: (s: Scenario, value: number) => Scenario;
}

const AXES = new WeakMap<Costs, Map<string, Axis | undefined>>();

/** The first choice that moves the memory: context, prompt, batch, then the file's own dimensions. */
function axisOf(state: PageState): Axis | undefined {
  const { model, costs } = state.analysis;
  const known = AXES.get(costs) ?? new Map<string, Axis | undefined>();
  AXES.set(costs, known);
  const key = Object.keys(state.scenario.dims).join();
  if (!known.has(key)) {
    const longest = model.facts.maximumPositions;
    const tokens = (name: 'context' | 'prompt'): Axis => ({
      name,
      unit: 'tokens',
      least: 1,
      most: longest ?? FAR,
      value: (s) => s[name],
      set: (s, value) => scenarioFor(model, { ...s, [name]: value }),
    });
    const sequences: Axis = {
      name: 'batch',
      unit: 'sequences',
      least: 1,
      most: MOST_SEQUENCES,
      value: (s) => s.batch,
      set: (s, batch) => ({ ...s, batch }),
    };
    const own = modelSymbols(model).filter((name) => Object.hasOwn(state.scenario.dims, name));
    const axes = [
      ...(state.decodes ? [tokens('context')] : []),
      tokens('prompt'),
      sequences,
      ...own.map((name): Axis => ({
        name,
        unit: 'elements',
        least: 1,
        most: Math.max(1024, 8 * state.scenario.dims[name]!),
        value: (s) => s.dims[name]!,
        set: (s, value) => ({ ...s, dims: { ...s.dims, [name]: value } }),
      })),
    ];
    known.set(
      key,
      axes.find((axis) => moves(state, axis)),
    );
  }
  return known.get(key);
}

/** Whether a far value of the axis takes another memory than a near one. */
function moves(state: PageState, axis: Axis): boolean {
  const near = memoryAt(state, axis.set(state.scenario, axis.least)).total;
  const far = memoryAt(state, axis.set(state.scenario, axis.most)).total;
  return near !== null && far !== null && near !== far;
}

/** Whole numbers on a logarithmic axis, both ends among them. */
function steps(least: number, most: number): readonly number[] {
  const ratio = Math.log(most / least);
  return Array.from({ length: POINTS }, (_, i) => {
    const value = least * Math.exp((ratio * i) / (POINTS - 1));
    return i === POINTS - 1 ? most : Math.round(value);
  });
}

/** Memory under a scenario in its parts, by the engine. */
function memoryAt({ analysis }: PageState, scenario: Scenario) {
  const { model, costs } = analysis;
  const weights = weightsOf(model, scenario.weights).scenario;
  const cache = cacheOf(model, costs, scenario);
  const { total, peakActivations } = memoryOf(model, costs, scenario, weights, cache);
  const held = cache.bytesAtContext.value ?? 0;
  const ideal =
    scenario.engine === 'ideal'
      ? held
      : (cacheOf(model, costs, { ...scenario, engine: 'ideal' }).bytesAtContext.value ?? 0);
  return {
    total: total.value,
    certainty: total.certainty,
    reason: total.reason ?? '',
    parts: {
      weights: weights.value ?? 0,
      cache: Math.min(held, ideal),
      state: cache.stateBytes.value ?? 0,
      activations: peakActivations.value ?? 0,
      overhead: Math.max(0, held - ideal),
    },
  };
}

/**
 * The largest value that fits, looked for between the last of the ascending `values` that fits and the next one; null when
 * not even the least does, undefined when all fit or a total is unknown. `totals` are the bytes at `values`.
 */
function fitsUpTo(
  values: readonly number[],
  totals: readonly (number | null)[],
  total: (value: number) => number | null,
  room: number,
): number | null | undefined {
  const last = totals.at(-1);
  if (last === undefined || last === null || last <= room) return undefined;
  const fits = (bytes: number | null) => bytes !== null && bytes <= room;
  const over = totals.findIndex((bytes) => !fits(bytes));
  if (over === 0) return null;
  let low = values[over - 1]!;
  let high = values[over]!;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(total(middle))) low = middle;
    else high = middle;
  }
  return low;
}
