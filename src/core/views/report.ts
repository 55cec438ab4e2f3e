import type { Analysis } from '../analysis';
import { estimate } from '../costs/estimate';
import type { Estimate } from '../costs/estimate';
import type { Quantity } from '../costs/quantity';
import { deviceOf } from '../hardware/devices';
import type { Device } from '../hardware/device';
import type { Problem } from '../model/problem';
import type { Scenario } from '../scenario/scenario';
import { scenarioFor } from '../scenario/scenarioFor';
import { adviceItems } from './adviceItems';
import { blockItems } from './blockItems';
import type { BlockItem } from './blockItems';
import { diskItem } from './onDisk';
import { placeOfProblem } from '../files/problemPlace';
import type { DiskItem } from './onDisk';
import { timeItem } from './timeItem';
import type { TimeItem } from './timeItem';
import { detailsOf } from './details';
import type { DetailLists, Details } from './details';

/**
 * The report as data: what `report --json` prints, described by `docs/report.schema.json`. Its shape is settled by
 * `schemaVersion`; fields may be added, never changed.
 */
export interface Report extends Estimated {
  readonly schemaVersion: 1;
  readonly file: string;
  readonly format: string;
  readonly modelType: string;
  readonly scenario: Scenario;
  /** Which part costs what: the model as a tree of its blocks, equal ones folded. */
  readonly blocks: BlockItem;
  /** Time and energy on the scenario's device, where one is chosen: estimates. */
  readonly time?: TimeItem;
  /** What the checkpoint beside a config says of the estimate, where one lies there. */
  readonly disk?: DiskItem;
  readonly advice: readonly AdviceItem[];
  readonly problems: readonly ProblemItem[];
}

/** A group of figures with the long list that was asked for. */
type With<Group, List> = Group & { readonly items?: List };

type Estimated = Omit<Estimate, 'weights' | 'parameters' | 'operators' | 'values'> & {
  readonly parameters: With<Estimate['parameters'], DetailLists['tensors']>;
  readonly operators: With<Estimate['operators'], DetailLists['operators']>;
  readonly values: With<Estimate['values'], DetailLists['values']>;
  /** Bytes by precision; `stored` as the file has them, `scenario` under the scenario's precision. */
  readonly weights: Readonly<Record<string, Quantity>>;
};

/** One technique with its saving for this model. */
export interface AdviceItem {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly {
    readonly quantity: string;
    readonly before: Quantity;
    readonly after: Quantity;
  }[];
  readonly tradeOff: string;
  readonly references: readonly string[];
}

export interface ProblemItem {
  readonly severity: Problem['severity'];
  readonly code: string;
  readonly message: string;
  /** The file that it is about, and the line from 1, where it stands at one. */
  readonly file?: string;
  readonly line?: number;
}

/** Evaluates an analysis under a scenario; every number is a quantity. `devices` are the user's own. */
export function makeReport(
  analysis: Analysis,
  wanted: Partial<Scenario> = {},
  details: Partial<Details> = {},
  devices: readonly Device[] = [],
): Report {
  const advice = adviceItems(analysis, wanted, devices);
  return { ...makeFigures(analysis, wanted, details, devices), advice };
}

/** The report without the advice: all that a change of the scenario must show at once. */
export function makeFigures(
  analysis: Analysis,
  wanted: Partial<Scenario> = {},
  details: Partial<Details> = {},
  devices: readonly Device[] = [],
): Omit<Report, 'advice'> {
  const { model, costs } = analysis;
  const scenario = scenarioFor(model, wanted);
  const { weights, ...rest } = estimate(model, costs, scenario);
  const lists = detailsOf(analysis, scenario, details);
  return {
    schemaVersion: 1,
    file: analysis.name,
    format: model.format,
    modelType: model.modelType,
    scenario,
    ...rest,
    ...timeOn(analysis, scenario, devices),
    blocks: blockItems(model, costs, scenario, devices),
    parameters: { ...rest.parameters, ...(lists.tensors ? { items: lists.tensors } : {}) },
    operators: { ...rest.operators, ...(lists.operators ? { items: lists.operators } : {}) },
    values: { ...rest.values, ...(lists.values ? { items: lists.values } : {}) },
    weights: { stored: weights.stored, scenario: weights.scenario, ...weights.byPrecision },
    ...(analysis.disk ? { disk: diskItem(analysis.disk) } : {}),
    problems: [...model.problems, ...costs.problems].map((problem) => {
      const { severity, code, message } = problem;
      return { severity, code, message, ...placeOfProblem(analysis, problem) };
    }),
  };
}

function timeOn(
  { model, costs }: Analysis,
  scenario: Scenario,
  devices: readonly Device[],
): { readonly time?: TimeItem } {
  const device = scenario.device === undefined ? undefined : deviceOf(scenario.device, devices);
  return device ? { time: timeItem(model, costs, scenario, device) } : {};
}
