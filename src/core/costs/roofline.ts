/**
 * Time by the roofline, operator by operator: the larger of work / peak and bytes / bandwidth (Williams, Waterman and
 * Patterson, CACM 52(4), 2009), each with a share of the peak that is reached. Always an estimate.
 */
import type { Device, PeakType } from '../hardware/device';
import type { Model } from '../model/model';
import { bindScenario } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import { noDecode, unknownPlaces } from './compute';
import type { Costs } from './costModel';
import { energyOf } from './energy';
import { operatorFigures } from './operatorFigures';
import { peakOnDevice, peakTypeOf } from './peakType';
import type { Quantity } from './quantity';
import { unknown } from './quantity';
import { num, plural } from './text';

/** Shares of a device's peaks that programs reach, 0 to 1; 1 and 1 is the roof itself, a lower bound of any time. */
export interface Efficiency {
  readonly compute: number;
  readonly memory: number;
}

/**
 * What llm-analysis found by comparing with FasterTransformer's published latencies (README, "How to Set FLOPS and Memory
 * Efficiency"): up to 0.7 of the peak in inference, 0.9 of the bandwidth as an ambitious target.
 */
export const EFFICIENCY: Efficiency = { compute: 0.7, memory: 0.9 };

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

/** Peaks by what is multiplied, each looked up once, and how much work each takes. */
class PeakChoice {
  private readonly known = new Map<string, { type: PeakType; perSecond: number } | undefined>();
  private readonly work = new Map<PeakType, number>();
  readonly instead = new Set<string>();
  readonly missing = new Set<PeakType>();
  private readonly precision: string | undefined;
  private readonly half: 'fp16' | 'bf16';

  constructor(
    model: Model,
    scenario: Scenario,
    private readonly device: Device,
  ) {
    const { activations, weights } = scenario;
    this.half = model.dtype === 'float16' ? 'fp16' : 'bf16';
    if (activations !== 'auto') this.precision = activations;
    else if (model.format !== 'onnx' && weights !== 'stored')
      this.precision = weights === 'fp32' || weights === 'tf32' ? weights : this.half;
  }

  /** FLOP/s of such a product; NaN when the device has no peak for it. */
  of(activation: Parameters<typeof peakTypeOf>[0], weightWidth: number, flops: number): number {
    // An integer operator stays one, whatever floats are computed in.
    const integer = activation !== undefined && /^u?int/.test(activation);
    const key = `${activation}:${weightWidth}`;
    if (!this.known.has(key)) this.known.set(key, this.find(activation, weightWidth, integer));
    const peak = this.known.get(key);
    if (!peak) return Number.NaN;
    if (!Number.isNaN(flops)) this.work.set(peak.type, (this.work.get(peak.type) ?? 0) + flops);
    return peak.perSecond;
  }

  private find(
    activation: Parameters<typeof peakTypeOf>[0],
    weightWidth: number,
    integer: boolean,
  ): { type: PeakType; perSecond: number } | undefined {
    const wanted = peakTypeOf(activation, integer ? undefined : this.precision, weightWidth, this.half);
    if (wanted === undefined) return undefined;
    const peak = peakOnDevice(this.device, wanted);
    if (!peak) this.missing.add(wanted);
    else if (peak.type !== wanted)
      this.instead.add(`No ${wanted} peak of ${this.device.name} is known: its ${peak.type} peak is taken.`);
    return peak;
  }

  /** The type under which most matrix work runs. */
  get main(): { type: PeakType; perSecond: number } | undefined {
    const most = [...this.work].sort((a, b) => b[1] - a[1])[0];
    return most && { type: most[0], perSecond: this.device.peaks[most[0]]! };
  }
}

interface Sums {
  readonly all: number;
  readonly compute: number;
  readonly memory: number;
  readonly known: number;
  readonly total: number;
}

const REASON =
  'a roofline: every operator alone, at a fixed share of the peaks; launches, communication and the host are left out';

function timeOf(
  model: Model,
  scenario: Scenario,
  device: Device,
  e: Efficiency,
  peaks: PeakChoice,
  s: Sums,
): Quantity {
  const missing = unknownPlaces(model, bindScenario(model, scenario));
  if (missing) return unknown('seconds', missing);
  if (s.total === 0) return unknown('seconds', 'there are no operators to run');
  if (s.known === 0) return unknown('seconds', 'no operator has a known time');
  const { main } = peaks;
  const roof = [
    ...(main ? [`2 × MACs / (${e.compute} × ${tera(main.perSecond)} FLOP/s ${main.type})`] : []),
    `bytes / (${e.memory} × ${tera(device.bytesPerSecond)} B/s)`,
  ];
  const formula =
    `${plural(s.known, 'operator')} in ${scenario.phase} on ${device.name}, each max(${roof.join(', ')}): ` +
    `bound by compute ${milli(s.compute)} + by memory ${milli(s.memory)} = ${milli(s.all)}`;
  const lost = s.total - s.known;
  const base = { value: s.all, unit: 'seconds' as const, formula };
  if (lost > 0)
    return {
      ...base,
      certainty: 'lower bound',
      reason: `${num(lost)} of ${num(s.total)} operators (${((100 * lost) / s.total).toFixed(1)} %) have no known time; ${REASON}`,
    };
  if (peaks.missing.size > 0)
    return {
      ...base,
      certainty: 'lower bound',
      reason: `${device.name} publishes no peak for ${[...peaks.missing].join(', ')}: only bytes are timed; ${REASON}`,
    };
  return { ...base, certainty: 'estimated', reason: REASON };
}

function rateOf(scenario: Scenario, seconds: Quantity, noTokens: string | undefined): Quantity {
  if (noTokens) return unknown('tokens/second', noTokens);
  if (seconds.value === null || seconds.value === 0)
    return unknown('tokens/second', seconds.reason ?? 'nothing is timed');
  const prefill = scenario.phase === 'prefill';
  const tokens = scenario.batch * (prefill ? scenario.prompt : 1);
  const said = prefill
    ? `${num(scenario.batch)} × ${num(scenario.prompt)} tokens read`
    : `${plural(scenario.batch, 'token')}`;
  return {
    value: tokens / seconds.value,
    unit: 'tokens/second',
    // At least so long means at most so many: no bound that a figure can be called by.
    certainty: 'estimated',
    formula: `${said} / ${milli(seconds.value)}`,
    reason: seconds.certainty === 'lower bound' ? `at most: ${seconds.reason}` : (seconds.reason ?? REASON),
  };
}

function assumptionsOf(
  scenario: Scenario,
  device: Device,
  e: Efficiency,
  peaks: PeakChoice,
): readonly string[] {
  return [
    `${percent(e.compute)} of the dense peak and ${percent(e.memory)} of the bandwidth are reached.`,
    'Each operator reads its inputs from memory and writes its outputs back; attention stores no scores.',
    device.peaks.fp32 === undefined
      ? `${device.name} publishes no FP32 peak: element operations are timed by their bytes alone.`
      : 'Element operations run at the FP32 peak, not at the same time as the products.',
    'Experts: every token is taken to choose others, until all are read.',
    ...peaks.instead,
    ...((scenario.tensorParallel ?? 1) > 1 ? ['The whole model is timed on one device.'] : []),
    ...(peaks.missing.size > 0
      ? [
          `${device.name} publishes no peak for ${[...peaks.missing].join(', ')}: such products are timed by their bytes alone.`,
        ]
      : []),
    'Left out: kernel launches, communication between devices, sampling, and everything on the host.',
  ];
}

function percent(share: number): string {
  return `${num(100 * share)} %`;
}

function tera(perSecond: number): string {
  return `${num(perSecond / 1e12)} T`;
}

function milli(seconds: number): string {
  return `${num(seconds * 1000)} ms`;
}
