/**
 * Time by the roofline, operator by operator: the larger of work / peak and bytes / bandwidth (Williams, Waterman and
 * Patterson, CACM 52(4), 2009), each with a share of the peak that is reached. Always an estimate.
 */
import type { Device, PeakType } from '../hardware/device';
import type { Model } from '../model/model';
import type { Scenario } from '../scenario/scenario';
import { noDecode } from './compute';
import type { Costs } from './costModel';
import { EFFICIENCY } from './efficiency';
import type { Efficiency } from './efficiency';
import { energyOf } from './energy';
import { operatorFigures } from './operatorFigures';
import { PeakChoice } from './peakChoice';
import type { Quantity } from './quantity';
import { assumptionsOf, rateOf, timeOf } from './rooflineTime';

/** What limits an operator. */
export const BOUND = { nothing: 0, compute: 1, memory: 2 } as const;

/** One phase of a model on one device. Arrays are by operator id, all executions of the operator together. */
export interface Roofline {
  readonly device: Device;
  readonly phase: Scenario['phase'];
  readonly efficiency: Efficiency;
  /** Seconds; 0 for what does not run or only views, NaN where bytes or work are unknown. */
  readonly perOperator: Float64Array;
  /** Matrix FLOPs, and bytes moved. */
  readonly flops: Float64Array;
  readonly bytes: Float64Array;
  /** Matrix FLOPs per byte moved; NaN where nothing moves. */
  readonly intensity: Float64Array;
  /** `BOUND` of each. */
  readonly bound: Uint8Array;
  /** Dense peak that its products run at, FLOP/s; NaN where the device publishes none that fits, or there are none. */
  readonly peaks: Float64Array;
  /** The peak under which most matrix work runs, and the FLOPs per byte from which it bounds. */
  readonly main?: { readonly type: PeakType; readonly perSecond: number; readonly ridge: number };
  /** Of the step: a prefill (time to the first token), or one decode step of all sequences. */
  readonly seconds: Quantity;
  /** Parts of `seconds` by what bounds. */
  readonly computeSeconds: number;
  readonly memorySeconds: number;
  /** New tokens per second of all sequences; in prefill those that are read. */
  readonly tokensPerSecond: Quantity;
  /** Energy of the step at the device's full power. */
  readonly joules: Quantity;
  /** Operators that run, and those of them with a known time. */
  readonly all: number;
  readonly known: number;
  /** What was assumed and what is left out, in sentences. */
  readonly assumptions: readonly string[];
}

/** The scenario's phase on a device. A model without decode steps is timed as its one run. */
export function roofline(
  model: Model,
  costs: Costs,
  scenario: Scenario,
  device: Device,
  efficiency: Efficiency = EFFICIENCY,
): Roofline {
  const once = noDecode(model, costs);
  const run: Scenario = once ? { ...scenario, phase: 'prefill' } : scenario;
  const f = operatorFigures(model, costs, run);
  const n = model.operators.length;
  const peaks = new PeakChoice(model, run, device);
  const out = {
    perOperator: new Float64Array(n),
    flops: new Float64Array(n),
    bytes: new Float64Array(n),
    intensity: f.intensity,
    bound: new Uint8Array(n),
    peaks: new Float64Array(n).fill(Number.NaN),
  };
  const bandwidth = device.bytesPerSecond * efficiency.memory;
  const vector = (device.peaks.fp32 ?? Number.NaN) * efficiency.compute;
  const seconds = { all: 0, compute: 0, memory: 0 };
  let all = 0;
  let known = 0;
  for (let i = 0; i < n; i++) {
    const runs = f.executions[i]!;
    if (runs === 0) continue;
    all++;
    const flops = (out.flops[i] = 2 * f.macs[i]! * runs);
    const moved = (out.bytes[i] = (f.bytesRead[i]! + f.bytesWritten[i]!) * runs);
    let compute = 0;
    if (flops !== 0) {
      const peak = (out.peaks[i] = peaks.of(f.types[f.inputType[i]!], f.weightWidth[i]!, flops));
      // Without a published peak the bytes alone say how long it takes at least.
      if (!Number.isNaN(peak)) compute = flops / (peak * efficiency.compute);
      else if (Number.isNaN(flops)) compute = Number.NaN;
    }
    const elements = f.elementOperations[i]! * runs;
    if (elements > 0 && !Number.isNaN(vector)) compute += elements / vector;
    const memory = moved / bandwidth;
    const time = Math.max(compute, memory);
    out.perOperator[i] = time;
    if (Number.isNaN(time)) continue;
    known++;
    seconds.all += time;
    if (time === 0) continue;
    const isCompute = compute > memory;
    out.bound[i] = isCompute ? BOUND.compute : BOUND.memory;
    seconds[isCompute ? 'compute' : 'memory'] += time;
  }
  const total = timeOf(model, run, device, efficiency, peaks, { ...seconds, known, total: all });
  const main = peaks.main;
  return {
    ...out,
    device,
    phase: run.phase,
    efficiency,
    ...(main ? { main: { ...main, ridge: main.perSecond / device.bytesPerSecond } } : {}),
    seconds: total,
    computeSeconds: seconds.compute,
    memorySeconds: seconds.memory,
    tokensPerSecond: rateOf(run, total, once),
    joules: energyOf(total, device.watts, device.name),
    all,
    known,
    assumptions: assumptionsOf(run, device, efficiency, peaks),
  };
}

/** Both phases on a device: the time to the first token, and that of a decode step where the model has one. */
export interface Times {
  readonly prefill: Roofline;
  readonly decode?: Roofline;
}

export function timesOf(
  model: Model,
  costs: Costs,
  scenario: Scenario,
  device: Device,
  efficiency: Efficiency = EFFICIENCY,
): Times {
  const of = (phase: Scenario['phase']) => roofline(model, costs, { ...scenario, phase }, device, efficiency);
  return { prefill: of('prefill'), ...(noDecode(model, costs) ? {} : { decode: of('decode') }) };
}
