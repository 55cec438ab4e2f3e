import type { Costs } from '../costs/costModel';
import { roofline } from '../costs/roofline';
import type { Device } from '../hardware/device';
import { deviceOf } from '../hardware/devices';
import type { Model } from '../model/model';
import type { Scenario } from '../scenario/scenario';
import type { BlockNode } from './blockTree';
import { blockTree } from './blockTree';

/** A block in a report, with everything inside and all its copies; null is unknown. */
export interface BlockItem {
  readonly name: string;
  readonly repeat: number;
  readonly parameters: number;
  readonly activeParameters: number;
  /** Weight bytes as stored, and under the scenario's precision. */
  readonly bytes: number | null;
  readonly weightBytes: number | null;
  /** Of one step in the scenario's phase. */
  readonly macs: number | null;
  readonly usefulMacs: number | null;
  readonly certainty: string;
  readonly reason?: string;
  readonly elementOperations: number | null;
  readonly elementCertainty: string;
  readonly elementReason?: string;
  /** Cache and state at the scenario's context and batch. */
  readonly cacheBytes: number | null;
  /** The most that is held while one copy of it runs. */
  readonly peakActivations: number | null;
  readonly peakCertainty: string;
  /** Of one step on the scenario's device, an estimate; absent without a device. */
  readonly seconds?: number | null;
  readonly children: readonly BlockItem[];
}

/** The tree of blocks for the report. */
export function blockItems(
  model: Model,
  costs: Costs,
  scenario: Scenario,
  devices: readonly Device[] = [],
): BlockItem {
  const device = scenario.device === undefined ? undefined : deviceOf(scenario.device, devices);
  const seconds = device && roofline(model, costs, scenario, device).perOperator;
  return item(blockTree(model, costs, scenario, seconds), device !== undefined);
}

function item(node: BlockNode, isTimed: boolean): BlockItem {
  return {
    name: node.name,
    repeat: node.repeat,
    parameters: node.parameters,
    activeParameters: node.activeParameters,
    bytes: node.bytes ?? null,
    weightBytes: node.weightBytes ?? null,
    macs: node.macs ?? null,
    usefulMacs: node.usefulMacs ?? null,
    certainty: node.certainty,
    ...(node.reason === undefined ? {} : { reason: node.reason }),
    elementOperations: node.elementOperations ?? null,
    elementCertainty: node.elementCertainty,
    ...(node.elementReason === undefined ? {} : { elementReason: node.elementReason }),
    cacheBytes: node.cacheBytes ?? null,
    peakActivations: node.peakActivations ?? null,
    peakCertainty: node.peakCertainty,
    ...(isTimed ? { seconds: node.seconds ?? null } : {}),
    children: node.children.map((c) => item(c, isTimed)),
  };
}
