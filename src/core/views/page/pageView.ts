import { PRECISIONS } from '../../costs/precisions';
import type { Model } from '../../model/model';
import { symbolsOf } from '../../model/expression';
import type { Problem } from '../../model/problem';
import { bind, modelSymbols } from '../../scenario/bind';
import type { Scenario } from '../../scenario/scenario';
import { houseSymbol } from '../../scenario/symbolNames';
import { formatInteger } from '../format';
import type { BlockMap } from './blockView';
import { blockMap } from './blockView';
import type { FigureGroup, FigureView } from './figureView';
import { figureGroups, headlineOf } from './figures';
import type { MemoryCurve } from './memoryCurve';
import { memoryAxis, memoryCurve } from './memoryCurve';
import { problemView } from './pageHead';
import type { PageState } from './pageState';
import type { Fit, PrecisionBar } from './precisionBars';
import { fitOf, precisionBars } from './precisionBars';
import type { RooflineView } from './rooflineView';
import { rooflineView, timeFigures } from './rooflineView';
import { VIEW_PARTS } from './viewParts';
import type { ViewPart } from './viewParts';

/** What an input of the scenario may be. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Heading it stands under: `data centre`, `GGUF`; '' for none. */
  readonly group: string;
  /** A word on it: `80 GiB`, `4.5 bits`. */
  readonly hint: string;
}

/** A symbol of the file that the scenario's own counts do not name: image height, number of boxes. */
export interface FreeDimension {
  readonly name: string;
  /** Its size in the scenario; null: not set, so figures that need it are unknown. */
  readonly value: number | null;
}

/** What stays the same under every scenario: sent once for a state of the file. */
export interface PageHead {
  /** File name and, where it helps, its folder. */
  readonly title: string;
  /** Whole path as a person would name it. */
  readonly path: string;
  readonly format: string;
  /** `LlamaForCausalLM · config.json`, `pytorch 2.4 · opset 17`. */
  readonly subtitle: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly inputs: readonly PortView[];
  readonly outputs: readonly PortView[];
  readonly operatorTypes: readonly {
    readonly type: string;
    readonly count: number;
    readonly share: number;
  }[];
  readonly choices: {
    readonly weights: readonly Choice[];
    readonly activations: readonly Choice[];
    readonly cache: readonly Choice[];
    readonly device: readonly Choice[];
    readonly engine: readonly Choice[];
  };
  /** The model's own longest sequence; undefined when it has none. */
  readonly longest?: number;
  /** Whether it generates token by token: decode, cache and context mean something. */
  readonly decodes: boolean;
  /** Whether an encoder reads a source beside the prompt. */
  readonly hasSource: boolean;
  /** Whether there is a text to go to: the config itself, or the text form of an ONNX file. */
  readonly hasText: boolean;
  readonly problems: readonly ProblemView[];
}

export interface PortView {
  readonly name: string;
  readonly dtype: string;
  readonly shape: string;
}

export interface ProblemView {
  readonly severity: string;
  readonly message: string;
  /** UTF-16 offset in the text, where it is about a place. */
  readonly offset?: number;
}

/** What an answer holds of a view: all but the parts that were not asked for. */
export interface PartialView extends Omit<PageView, ViewPart>, Partial<Pick<PageView, ViewPart>> {
  /** The parts that are in it, those among them that this model does not have. */
  readonly parts: readonly ViewPart[];
}

/** Everything that follows the scenario: evaluated anew for each, from formulas alone. */
export interface PageView {
  /** The scenario in full, cut to what the model can do. */
  readonly scenario: Scenario;
  /** Parameters, weights, cache, compute, memory: five at most. */
  readonly headline: readonly FigureView[];
  /** All figures in groups, the headline's among them. */
  readonly groups: readonly FigureGroup[];
  /** Whether the total memory fits the chosen device, as its bar says; undefined without a device, or without weights. */
  readonly fit: Fit | undefined;
  readonly dimensions: readonly FreeDimension[];
  /** What the memory is drawn over (`MemoryCurve.axis`); undefined when no choice moves it. */
  readonly axis: string | undefined;
  readonly precisions: readonly PrecisionBar[];
  readonly memory: MemoryCurve | undefined;
  readonly blocks: BlockMap;
  readonly roofline: RooflineView | undefined;
  /** What the scenario makes of symbols and sizes: assumptions, cuts. */
  readonly assumptions: readonly ProblemView[];
}

/** Everything that follows the scenario, from formulas alone, or of its parts those that are wanted. */
export function pageView(state: PageState): PageView & PartialView;
export function pageView(state: PageState, wanted: readonly ViewPart[]): PartialView;
export function pageView(state: PageState, wanted: readonly ViewPart[] = VIEW_PARTS): PartialView {
  const { analysis, scenario, device, decodes, places } = state;
  const time = timeFigures(state);
  const groups = [
    ...figureGroups(analysis, state.estimate, decodes, places),
    ...(time.length > 0 ? [{ id: 'time', figures: time }] : []),
  ];
  return {
    scenario,
    headline: headlineOf(groups, scenario.phase, decodes),
    groups,
    dimensions: freeDimensions(analysis.model, scenario),
    fit: device && analysis.model.weights.length > 0 ? fitOf(state.estimate.memory.total, device) : undefined,
    axis: memoryAxis(state),
    parts: wanted,
    ...(wanted.includes('precisions') ? { precisions: precisionBars(state) } : {}),
    ...(wanted.includes('memory') ? { memory: memoryCurve(state) } : {}),
    ...(wanted.includes('blocks') ? { blocks: blockMap(state) } : {}),
    ...(wanted.includes('roofline') ? { roofline: rooflineView(state) } : {}),
    assumptions: [...bind(analysis.model, scenario).assumptions, ...cuts(state)].map((p) =>
      problemView(p, places),
    ),
  };
}

const INPUT_SYMBOLS = new WeakMap<Model, readonly string[]>();

/** What a config's model reads beside tokens: how many, and how large where the config does not say. */
const MEDIA = ['images', 'sounds', 'height', 'width', 'samples'];

/** Symbols of a graph's inputs that mean none of the scenario's counts; of a config's model, its images and sounds. */
function freeDimensions(model: Model, scenario: Scenario): readonly FreeDimension[] {
  if (model.format !== 'onnx') {
    const { bindings } = bind(model, { ...scenario, phase: 'prefill' });
    return modelSymbols(model)
      .filter((name) => MEDIA.includes(name))
      .map((name) => ({ name, value: bindings[name] ?? 1 }));
  }
  let names = INPUT_SYMBOLS.get(model);
  if (!names) {
    const found = new Set<string>();
    for (const graph of model.graphs)
      if (graph.kind === 'main')
        for (const id of graph.inputs)
          for (const d of model.values[id]?.shape ?? [])
            if (d !== undefined && typeof d !== 'number') symbolsOf(d, found);
    names = [...found].filter((name) => houseSymbol(name) === undefined);
    INPUT_SYMBOLS.set(model, names);
  }
  return names.map((name) => ({
    name,
    value: Object.hasOwn(scenario.dims, name) ? scenario.dims[name]! : null,
  }));
}

/** Where the scenario is not what was asked for, or names what there is not. */
function cuts({ wanted, scenario, device }: PageState): readonly Problem[] {
  const out: Problem[] = [];
  const say = (code: string, message: string) => out.push({ severity: 'assumption', code, message });
  for (const key of ['context', 'prompt', 'source'] as const) {
    const asked = wanted[key];
    if (asked !== undefined && asked > scenario[key])
      say(
        'scenario.longest',
        `The ${key} of ${formatInteger(asked)} tokens is cut to ${formatInteger(scenario[key])}, the model's own longest.`,
      );
  }
  for (const key of ['weights', 'activations', 'cache'] as const) {
    const id = scenario[key];
    if (id !== 'stored' && id !== 'auto' && !Object.hasOwn(PRECISIONS, id))
      say('scenario.precision', `There is no precision called "${id}" for ${key}.`);
  }
  if (scenario.device !== undefined && !device)
    say('scenario.device', `There is no device called "${scenario.device}".`);
  return out;
}
