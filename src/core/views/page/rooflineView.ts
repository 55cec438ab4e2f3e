import { typeName } from '../../model/operator';
import { BOUND } from '../../costs/roofline';
import type { FigureView } from './figureView';
import { figureOf } from './figureView';
import type { PageState } from './pageState';

/** One operator (all its executions) on the roofline. */
export interface RooflinePoint {
  readonly operator: number;
  readonly name: string;
  readonly type: string;
  /** Matrix FLOPs per byte moved. */
  readonly intensity: number;
  /** FLOPs per second that its time allows. */
  readonly flopsPerSecond: number;
  readonly seconds: number;
  /** Of the phase's time, 0 to 1. */
  /** Of the time of all operators whose time is known. */
  readonly share: number;
  readonly bound: 'compute' | 'memory';
}

/** Operators against a device's roof, for the scenario's phase: an estimate, always. */
export interface RooflineView {
  readonly device: string;
  /** Peak of the arithmetic used, FLOP/s, and its name: `bf16`. */
  readonly peak: number;
  readonly peakType: string;
  readonly bytesPerSecond: number;
  /** FLOPs per byte from which compute bounds. */
  readonly ridge: number;
  /** Heaviest by time first, at most 500. */
  readonly points: readonly RooflinePoint[];
  /** Operators with a known time, and all. */
  readonly known: number;
  readonly all: number;
  /** Time of the phase, tokens per second, energy. */
  readonly figures: readonly FigureView[];
  /** Efficiency factors and what is left out, in sentences. */
  readonly assumptions: readonly string[];
}

/** Points drawn at most, the heaviest by time. */
const MOST = 500;

/** The operators of the scenario's phase against the chosen device's roof; undefined without a device or matrix work. */
export function rooflineView(state: PageState): RooflineView | undefined {
  const r = state.roofline;
  if (!r?.main) return undefined;
  const { model } = state.analysis;
  let seconds = 0;
  const timed: number[] = [];
  r.perOperator.forEach((time, id) => {
    if (!(time > 0)) return;
    seconds += time;
    // What does no matrix work has no place on a logarithmic axis.
    if (r.flops[id]! > 0 && r.intensity[id]! > 0) timed.push(id);
  });
  timed.sort((a, b) => r.perOperator[b]! - r.perOperator[a]! || a - b);
  return {
    device: r.device.name,
    peak: r.main.perSecond,
    peakType: r.main.type,
    bytesPerSecond: r.device.bytesPerSecond,
    ridge: r.main.ridge,
    points: timed.slice(0, MOST).map((id): RooflinePoint => {
      const time = r.perOperator[id]!;
      return {
        operator: id,
        name: state.facts.labels[id]!,
        type: typeName(model.operators[id]!),
        intensity: r.intensity[id]!,
        flopsPerSecond: r.flops[id]! / time,
        seconds: time,
        share: time / seconds,
        bound: r.bound[id] === BOUND.compute ? 'compute' : 'memory',
      };
    }),
    known: r.known,
    all: r.all,
    figures: timeFigures(state),
    assumptions: r.assumptions,
  };
}

/** Time, rate and energy of the phase on the chosen device; none without one. */
export function timeFigures(state: PageState): readonly FigureView[] {
  const r = state.roofline;
  if (!r) return [];
  return [
    figureOf('time.seconds', r.seconds),
    // A model without steps has no tokens to count.
    ...(state.decodes ? [figureOf('time.tokensPerSecond', r.tokensPerSecond)] : []),
    figureOf('time.joules', r.joules),
  ];
}
