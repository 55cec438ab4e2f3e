/** One analysis under one scenario: what all parts of the page are made from, each computed once and when first asked for. */
import type { Problem } from '../../model/problem';
import type { Analysis } from '../../analysis';
import { noDecode } from '../../costs/compute';
import { estimate } from '../../costs/estimate';
import type { Estimate } from '../../costs/estimate';
import { operatorFigures } from '../../costs/operatorFigures';
import type { OperatorFigures } from '../../costs/operatorFigures';
import { roofline } from '../../costs/roofline';
import type { Roofline } from '../../costs/roofline';
import type { Device } from '../../hardware/device';
import { deviceOf } from '../../hardware/devices';
import type { WantedScenario } from '../../scenario/checkScenario';
import type { Scenario } from '../../scenario/scenario';
import { scenarioFor } from '../../scenario/scenarioFor';
import type { BlockNode } from '../blockTree';
import { blockTree } from '../blockTree';
import type { OperatorFacts } from './operatorFacts';
import { operatorFacts } from './operatorFacts';
import type { Places } from './places';
import { placesOf } from './places';

/** What a page is given beside the file and the scenario. */
export interface PageOptions {
  /** Devices of the user's own. */
  readonly devices?: readonly Device[];
  /** What is wrong with what the user set, to be told with the file's own problems. */
  readonly problems?: readonly Problem[];
  /** Whether there is a text to go to for a file that is none itself. */
  readonly hasText?: boolean;
}

export class PageState {
  readonly scenario: Scenario;
  readonly device: Device | undefined;
  private e: Estimate | undefined;
  private f: OperatorFigures | undefined;
  private t: BlockNode | undefined;
  private r: Roofline | undefined;

  constructor(
    readonly analysis: Analysis,
    readonly wanted: Readonly<WantedScenario>,
    readonly options: PageOptions,
  ) {
    this.scenario = scenarioFor(analysis.model, wanted);
    const { device } = this.scenario;
    this.device = device === undefined ? undefined : deviceOf(device, options.devices);
  }

  get estimate(): Estimate {
    return (this.e ??= estimate(this.analysis.model, this.analysis.costs, this.scenario));
  }

  /** The scenario as it runs: what has no decode step has its one run. */
  get run(): Scenario {
    const { model, costs } = this.analysis;
    return noDecode(model, costs) ? { ...this.scenario, phase: 'prefill' } : this.scenario;
  }

  get figures(): OperatorFigures {
    return (this.f ??= operatorFigures(this.analysis.model, this.analysis.costs, this.run));
  }

  get tree(): BlockNode {
    const { model, costs } = this.analysis;
    return (this.t ??= blockTree(model, costs, this.scenario, this.seconds));
  }

  /** Seconds of every operator on the chosen device, all executions; undefined without one. */
  get seconds(): Float64Array | undefined {
    return this.roofline?.perOperator;
  }

  /** Time of the scenario's phase on the chosen device; undefined without one, or without operators. */
  get roofline(): Roofline | undefined {
    const { model, costs } = this.analysis;
    if (!this.device || model.operators.length === 0) return undefined;
    return (this.r ??= roofline(model, costs, this.scenario, this.device));
  }

  get facts(): OperatorFacts {
    return operatorFacts(this.analysis);
  }

  get places(): Places {
    return placesOf(this.analysis);
  }

  /** Whether it generates token by token. */
  get decodes(): boolean {
    const { model, costs } = this.analysis;
    const { task } = model.facts;
    if (model.operators.length === 0 || noDecode(model, costs)) return false;
    return costs.caches.length > 0 || task === 'causal' || task === 'encoder-decoder';
  }
}

const LAST = new WeakMap<Analysis, { readonly key: string; readonly state: PageState }>();

/** The state of an analysis under a scenario; the last one is kept, so that several questions share it. */
export function pageState(
  analysis: Analysis,
  wanted: Readonly<WantedScenario>,
  options: PageOptions = {},
): PageState {
  const key = JSON.stringify([wanted, options]);
  const last = LAST.get(analysis);
  if (last?.key === key) return last.state;
  const state = new PageState(analysis, wanted, options);
  LAST.set(analysis, { key, state });
  return state;
}
