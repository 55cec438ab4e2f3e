import { activationBits, heldBytes } from '../../costs/liveness';
import { figureSteps } from '../../costs/operatorFigures';
import { computeBits } from '../../costs/memory';
import { estimate } from '../../costs/estimate';
import { product } from '../../model/arithmetic';
import { bindScenario } from '../../scenario/bind';
import type { Scenario } from '../../scenario/scenario';
import { STEP_OPERATORS, atOnce } from '../../steps';
import {
  formatBytes,
  formatCount,
  formatInteger,
  formatQuantity,
  formatScaled,
  formatShare,
} from '../format';
import type { Lens } from '../lenses';
import { adviceLines } from './adviceLines';
import type { LineAdviceOptions } from './adviceLines';
import type { OnnxText } from './open';
import { runOf } from './run';
import type { Run } from './run';
import { inEnglish } from './words';
import type { Say } from './words';

/** A lens over a text, with what a click on it opens: an operator's row on the page, or a technique's card. */
export interface TextLens extends Lens {
  readonly opens?: { readonly operator: number } | { readonly technique: string };
}

/** Operators that get a lens for their share of the MACs, and the least share that deserves one. */
const MOST_OPERATORS = 5;
const LEAST_SHARE = 0.02;
/** Sections that get a lens at most: an editor makes room in the text for each, all at once. */
const MOST_SECTIONS = 500;

/** Known MACs of one run, and how many operators' are unknown. */
interface Total {
  readonly macs: number;
  readonly unknown: number;
}

/** All lenses of a text at once; see `textLensSteps`. */
export function textLenses(
  text: OnnxText,
  wanted: Partial<Scenario> = {},
  say: Say = inEnglish,
  options: LineAdviceOptions = {},
): readonly TextLens[] {
  return atOnce(textLensSteps(text, wanted, say, options));
}

/**
 * Lenses over a text: the whole graph, each section (its parameters, MACs, share of the run and peak of activations), the
 * heaviest operators, and advice on the lines that cause a cost. In the order of the text. Of very many sections only the
 * heaviest have one, and the graph's lens says so. Rests every few milliseconds,
 * so that a hundred thousand operators block nothing.
 */
export function* textLensSteps(
  text: OnnxText,
  wanted: Partial<Scenario>,
  say: Say,
  options: LineAdviceOptions = {},
): Generator<void, readonly TextLens[]> {
  const { analysis } = text;
  yield* analysis.costSteps?.() ?? [];
  yield* figureSteps(analysis.model, analysis.costs);
  const run = runOf(analysis, wanted);
  yield;
  const { figures } = run;
  const total = { macs: 0, unknown: 0 };
  for (let id = 0; id < analysis.model.operators.length; id++) {
    const macs = figures.macs[id]! * figures.executions[id]!;
    if (Number.isNaN(macs)) total.unknown++;
    else total.macs += macs;
  }
  const sections = yield* sectionLenses(text, run, total, say);
  const shown = heaviestSections(sections);
  const left = shown.length < sections.length ? { shown: shown.length, of: sections.length } : undefined;
  const out: TextLens[] = [...graphLens(text, run, say, left), ...shown];
  yield;
  out.push(...heaviest(text, run, total, say));
  yield;
  out.push(...(yield* adviceLines(text, wanted, say, options)));
  return out.sort((a, b) => a.offset - b.offset);
}

/** Headline figures over the main graph. */
function graphLens(
  { analysis, index }: OnnxText,
  { scenario }: Run,
  say: Say,
  left: { readonly shown: number; readonly of: number } | undefined,
): TextLens[] {
  const { model, costs } = analysis;
  const main = index.map.graphs.find((g) => model.graphs[g.graph]!.kind === 'main');
  if (!main) return [];
  const e = estimate(model, costs, scenario);
  const isBroken = model.problems.some((p) => p.code === 'onnxtxt.syntax');
  const { macs } = e.compute.prefill;
  const title = [
    say('parameters', formatQuantity(e.parameters.distinct)),
    formatQuantity(e.weights.stored, 'decimal'),
    say('inOneRun', formatQuantity(macs)),
    say('peak', formatQuantity(e.memory.peakActivations)),
    ...(isBroken ? [say('broken')] : []),
    ...(left ? [say('heaviestSections', formatInteger(left.shown), formatInteger(left.of))] : []),
  ].join(' · ');
  return [{ offset: main.start, title, tooltip: say('macsBecause', macs.reason ?? macs.formula) }];
}

function* sectionLenses(
  { analysis, index }: OnnxText,
  { scenario, figures }: Run,
  total: Total,
  say: Say,
): Generator<void, SectionLens[]> {
  const out: SectionLens[] = [];
  const { model, costs } = analysis;
  const bits = activationBits(model.dtype, computeBits(model, scenario));
  const held = costs.liveness && heldBytes(model, costs.liveness, bindScenario(model, scenario), bits).bytes;
  let counted = 0;
  const titles: string[] = [];
  for (const { section, graph, start, level, again } of index.map.sections) {
    if (again) continue;
    counted += section.last - section.first + 1;
    if (counted >= STEP_OPERATORS) {
      counted = 0;
      yield;
    }
    let macs = 0;
    let unknown = 0;
    let peak = Number.NaN;
    const weights = new Set<number>();
    const { operators } = model.graphs[graph]!;
    for (let i = section.first; i <= section.last; i++) {
      const id = operators[i]!;
      const own = figures.macs[id]! * figures.executions[id]!;
      if (Number.isNaN(own)) unknown++;
      else macs += own;
      if (held && costs.liveness!.graph === graph && !(peak >= held[i]!)) peak = held[i]!;
      for (const v of model.operators[id]!.inputs) {
        const weight = v < 0 ? undefined : model.values[v]?.weight;
        if (weight !== undefined && model.weights[weight]!.role === 'parameter') weights.add(weight);
      }
    }
    let parameters = 0;
    for (const w of weights) {
      const { packing, shape } = model.weights[w]!;
      parameters += product(packing?.shape ?? shape) as number;
    }
    const known = formatScaled(macs, 'MACs');
    const parts = [
      say('parameters', formatCount(parameters)),
      unknown > 0 ? say('atLeast', known) : known,
      ...(total.macs > 0 ? [shareOf(macs, total, say)] : []),
      ...(peak >= 0 ? [say('peak', formatBytes(peak))] : []),
    ];
    const title = parts.join(' · ');
    titles[level] = title;
    // Plain shape arithmetic, and a part that holds all that the one around it has, need no figures of their own.
    if (parameters + macs + unknown === 0 || (level > 0 && titles[level - 1] === title)) continue;
    const more = [
      ...(unknown > 0 ? [say('sectionUnknown', String(unknown))] : []),
      ...(total.unknown > 0 ? [say('someUnknown', formatInteger(total.unknown))] : []),
    ].map((sentence) => ` ${sentence}`);
    out.push({
      offset: start,
      title,
      tooltip: `${say('section')}${more.join('')}`,
      opens: { operator: operators[section.first]! },
      macs,
      parameters,
    });
  }
  return out;
}

interface SectionLens extends TextLens {
  readonly macs: number;
  readonly parameters: number;
}

/** All of them where they are not too many; the one around a heavy section is as heavy, and so among the shown. */
function heaviestSections(sections: readonly SectionLens[]): readonly SectionLens[] {
  if (sections.length <= MOST_SECTIONS) return sections;
  return [...sections]
    .sort((a, b) => b.macs - a.macs || b.parameters - a.parameters || a.offset - b.offset)
    .slice(0, MOST_SECTIONS);
}

function heaviest({ index }: OnnxText, { figures }: Run, total: Total, say: Say): TextLens[] {
  const { start } = index.map;
  const macsOf = (id: number) => figures.macs[id]! * figures.executions[id]!;
  return [...start.keys()]
    .filter((id) => start[id]! >= 0 && macsOf(id) > 0 && macsOf(id) >= LEAST_SHARE * total.macs)
    .sort((a, b) => macsOf(b) - macsOf(a))
    .slice(0, MOST_OPERATORS)
    .map((id) => ({
      offset: start[id]!,
      title: say(
        total.unknown > 0 ? 'shareOfKnown' : 'share',
        formatShare(macsOf(id), total.macs),
        formatScaled(macsOf(id), 'MACs'),
      ),
      tooltip: `${say('heaviest')}${total.unknown > 0 ? ` ${say('someUnknown', formatInteger(total.unknown))}` : ''}`,
      opens: { operator: id },
    }));
}

/** A part of the MACs; where some are unknown, of those that are known. */
function shareOf(macs: number, total: Total, say: Say): string {
  const share = formatShare(macs, total.macs);
  return total.unknown > 0 ? say('ofKnown', share) : share;
}
