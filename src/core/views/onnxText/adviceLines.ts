import { oneTechnique } from '../../advice/advise';
import type { AdviceOptions } from '../../advice/advise';
import { chainSteps, findChains, foldable } from '../../advice/graphPatterns';
import type { Judged } from '../../advice/verdict';
import { storedBytesOf } from '../../costs/storedBytes';
import type { Scenario } from '../../scenario/scenario';
import { outcomeText } from '../adviceText';
import { formatBytes, formatInteger } from '../format';
import type { OnnxText } from './open';
import type { TextLens } from './lenses';
import type { Say } from './words';

export interface LineAdviceOptions extends Pick<AdviceOptions, 'devices' | 'hidden'> {
  /** False: no line gets advice. */
  readonly advice?: boolean;
}

/** Lines of one kind that get advice, and lines in all: the rest is told by the count. */
const MOST_ALIKE = 5;
const MOST_LINES = 30;
/** Weights that are told what a smaller type would save, and the least share of all stored bytes that deserves it. */
const MOST_WEIGHTS = 3;
const LEAST_SHARE = 0.05;

/**
 * Advice on the lines that cause the cost: what the techniques for graphs say of this model (the same verdicts as on the
 * page and in the report), placed. Rests between techniques.
 */
export function* adviceLines(
  text: OnnxText,
  wanted: Partial<Scenario>,
  say: Say,
  options: LineAdviceOptions = {},
): Generator<void, readonly TextLens[]> {
  const { analysis, index } = text;
  const out: TextLens[] = [];
  if (options.advice === false) return out;
  const judged = (id: string, ...status: Judged['status'][]): Judged | undefined => {
    if (options.hidden?.includes(id)) return undefined;
    const one = oneTechnique(id, analysis, wanted, options);
    return one && status.includes(one.status) ? one : undefined;
  };
  const push = (offset: number | undefined, technique: string, title: string, tooltip: string) => {
    if (offset !== undefined && offset >= 0 && out.length < MOST_LINES)
      out.push({ offset, title, tooltip, opens: { technique } });
  };
  const { start } = index.map;
  yield* chainSteps(analysis.model);
  const fusion = judged('onnx-graph-fusion', 'applies');
  yield;
  if (fusion)
    for (const chain of findChains(analysis.model)) {
      const each = Math.round(chain.operators / chain.count);
      const title = say('chain', chain.pattern, formatInteger(each));
      const shown = chain.at.filter((id) => start[id]! >= 0).slice(0, MOST_ALIKE);
      for (const id of shown)
        push(start[id], 'onnx-graph-fusion', title, say('chainCount', formatInteger(chain.count)));
      yield;
    }
  const dead = judged('onnx-dead-weight', 'applies');
  yield;
  if (dead) {
    const told = `${dead.outcomes[0] ? outcomeText(dead.outcomes[0]) : ''}. ${dead.technique.tradeOff}`;
    for (const id of endsOf(text, foldable(analysis.model)).slice(0, MOST_ALIKE))
      push(start[id], dead.technique.id, say('folds'), told);
    for (const [place, twin, bytes] of duplicatesIn(text).slice(0, MOST_ALIKE))
      push(place, dead.technique.id, say('storedTwice', twin, formatBytes(bytes, 'decimal')), told);
    yield;
  }
  for (const id of ['onnx-fp16-initializers', 'onnx-int8-quantization']) {
    const one = judged(id, 'applies');
    yield;
    if (one) for (const [place, title, tip] of smallerWeights(text, one, say)) push(place, id, title, tip);
  }
  const main = analysis.model.graphs.findIndex((g) => g.kind === 'main');
  const inputs = analysis.model.graphs[main]?.inputs ?? [];
  const isOpen = (v: number) => analysis.model.values[v]!.shape?.some((d) => typeof d !== 'number');
  const cached = judged('onnx-cache-inputs', 'no figure');
  yield;
  const ids = inputs.find((v) => /input_ids$/i.test(analysis.model.values[v]!.name));
  if (cached && ids !== undefined)
    push(index.definitionOf(ids)?.start, cached.technique.id, cached.technique.title, cached.reason);
  const fixed = judged('onnx-dynamic-axes', 'no figure');
  const closed = inputs.find((v) => analysis.model.values[v]!.shape?.length && !isOpen(v));
  if (fixed && closed !== undefined)
    push(index.definitionOf(closed)?.start, fixed.technique.id, fixed.technique.title, fixed.reason);
  return out;
}

/** Of operators that follow from constants, those whose results others read: there a folded tensor would stand. */
function endsOf({ index }: OnnxText, ids: readonly number[]): readonly number[] {
  const folded = new Set(ids);
  return ids.filter((id) => {
    const outputs = index.model.operators[id]?.outputs ?? [];
    return outputs.some((v) => v >= 0 && index.readersOf(v).some((reader) => !folded.has(reader)));
  });
}

/** Initializers that are stored a second time: where each stands, the name of its twin, its bytes. */
function duplicatesIn({ analysis, index }: OnnxText): (readonly [number, string, number])[] {
  const { model } = analysis;
  const out: (readonly [number, string, number])[] = [];
  if (!model.weights.some((w) => w.duplicateOf !== undefined)) return out;
  model.values.forEach((v, id) => {
    const weight = v.weight === undefined ? undefined : model.weights[v.weight];
    if (weight?.duplicateOf === undefined || out.length >= MOST_ALIKE) return;
    const bytes = storedBytesOf(model, weight);
    const place = index.definitionOf(id);
    if (bytes && place) out.push([place.start, model.weights[weight.duplicateOf]!.name, bytes]);
  });
  return out;
}

/** The heaviest weights that the change makes smaller: the changed model's own bytes, beside what it does in all. */
function smallerWeights(
  { analysis, index }: OnnxText,
  { outcomes: [outcome], technique }: Judged,
  say: Say,
): (readonly [number | undefined, string, string])[] {
  const change = outcome?.variant.change;
  if (!outcome || change?.kind !== 'model') return [];
  const { model } = analysis;
  const after = change.apply(model);
  const bytes = model.weights.map((w) => storedBytesOf(model, w) ?? 0);
  const all = bytes.reduce((a, b) => a + b, 0);
  const heavy = [...bytes.keys()]
    .filter((id) => bytes[id]! >= LEAST_SHARE * all && after.weights[id]!.dtype !== model.weights[id]!.dtype)
    .sort((a, b) => bytes[b]! - bytes[a]!)
    .slice(0, MOST_WEIGHTS);
  const valueOf = new Map(model.values.flatMap((v, id) => (v.weight === undefined ? [] : [[v.weight, id]])));
  return heavy.map((id) => {
    const now = storedBytesOf(after, after.weights[id]!);
    const title = say(
      'oneWeight',
      after.weights[id]!.dtype ?? technique.title,
      formatBytes(bytes[id]!, 'decimal'),
      now === undefined ? say('unknown') : formatBytes(now, 'decimal'),
    );
    const tip = `${technique.title}. ${say('wholeModel', outcomeText(outcome))} ${technique.tradeOff}`;
    return [index.definitionOf(valueOf.get(id) ?? -1)?.start, title, tip] as const;
  });
}
