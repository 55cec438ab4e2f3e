/** What a roofline's sums say: the time with its formula, the rate, and what was assumed. */
import type { Device } from '../hardware/device';
import type { Model } from '../model/model';
import { bindScenario } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import { unknownPlaces } from './compute';
import type { Efficiency } from './efficiency';
import type { PeakChoice } from './peakChoice';
import type { Quantity } from './quantity';
import { unknown } from './quantity';
import { num, plural } from './text';

/** Seconds by what bounds, and how many of the operators that run have a known time. */
interface Sums {
  readonly all: number;
  readonly compute: number;
  readonly memory: number;
  readonly known: number;
  readonly total: number;
}

const REASON =
  'a roofline: every operator alone, at a fixed share of the peaks; launches, communication and the host are left out';

export function timeOf(
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

export function rateOf(scenario: Scenario, seconds: Quantity, noTokens: string | undefined): Quantity {
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

export function assumptionsOf(
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
