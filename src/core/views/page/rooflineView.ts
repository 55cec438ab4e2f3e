import type { FigureView } from './figureView';

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
