import type { Costs } from '../costs/costModel';
import type { Quantity } from '../costs/quantity';
import type { Roofline } from '../costs/roofline';
import { timesOf } from '../costs/roofline';
import type { Device } from '../hardware/device';
import type { Model } from '../model/model';
import type { Scenario } from '../scenario/scenario';

/** One phase on a device. */
export interface PhaseTime {
  readonly seconds: Quantity;
  /** Seconds of operators that compute, and that memory bounds. */
  readonly computeSeconds: number;
  readonly memorySeconds: number;
  readonly tokensPerSecond: Quantity;
  readonly joules: Quantity;
}

/** Time and energy in a report: estimates, always. */
export interface TimeItem {
  readonly device: string;
  readonly name: string;
  /** Where the device's figures come from. */
  readonly source: string;
  /** Shares of the peaks that are taken to be reached. */
  readonly efficiency: { readonly compute: number; readonly memory: number };
  /** To the first token. */
  readonly prefill: PhaseTime;
  /** Of one step. */
  readonly decode?: PhaseTime;
  readonly assumptions: readonly string[];
}

/** Both phases on a device. */
export function timeItem(model: Model, costs: Costs, scenario: Scenario, device: Device): TimeItem {
  const { prefill, decode } = timesOf(model, costs, scenario, device);
  return {
    device: device.id,
    name: device.name,
    source: device.source,
    efficiency: prefill.efficiency,
    prefill: phaseTime(prefill),
    ...(decode ? { decode: phaseTime(decode) } : {}),
    assumptions: [...new Set([...prefill.assumptions, ...(decode?.assumptions ?? [])])],
  };
}

function phaseTime(r: Roofline): PhaseTime {
  const { seconds, computeSeconds, memorySeconds, tokensPerSecond, joules } = r;
  return { seconds, computeSeconds, memorySeconds, tokensPerSecond, joules };
}
