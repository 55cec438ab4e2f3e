import type { Analysis } from '../analysis';
import type { AdviceOptions } from '../advice/advise';
import { keyCost } from '../advice/keyCost';
import type { KeyCost, Variation } from '../advice/keyCost';
import type { Quantity } from '../costs/quantity';
import { estimate } from '../costs/estimate';
import { product } from '../model/arithmetic';
import type { Scenario } from '../scenario/scenario';
import { scenarioFor } from '../scenario/scenarioFor';
import { formatCount, formatInteger, formatQuantity, formatShare } from './format';
import { adviceLine } from './adviceText';
import { adviceOnKey, isActionable, isNear } from './adviceOnKey';
import { isFree, meaningOf } from './keys';
import { escapeMarkdown } from './markdown';

/** Most weights named in a hover; the rest is said as a count. */
const MAX_WEIGHTS = 6;

/** Most techniques named in a hover. */
const MAX_TECHNIQUES = 2;

/** What a hover is told besides the model: devices of the user's own, techniques never to be named. */
export type HoverOptions = Pick<AdviceOptions, 'devices' | 'hidden'>;

/**
 * Markdown for a hover over a key or its value: what it is, what it decides, what another value would change, what would
 * cut its cost, and how certain that is. Undefined for keys that are not known and decide nothing.
 */
export function keyHover(
  analysis: Analysis,
  path: string,
  wanted: Partial<Scenario> = {},
  options: HoverOptions = {},
): string | undefined {
  const meaning = meaningOf(path);
  const { config, model } = analysis;
  if (!config) return undefined;
  const name = `**${escapeMarkdown(path)}**`;
  if (meaning !== undefined && isFree(path)) return `${name} — ${meaning}`;
  const scenario = scenarioFor(model, wanted);
  const now = estimate(model, analysis.costs, scenario);
  const cost = analysis.rebuild && keyCost(config.values, analysis, path, scenario, analysis.rebuild);
  if (meaning === undefined && !(cost && decides(cost))) return undefined;
  const lines = [meaning === undefined ? name : `${name} — ${meaning}`];
  if (cost) {
    lines.push(...weightLines(cost, now.parameters.distinct), ...cacheLines(cost, now.cache.bytesPerToken));
    lines.push(...variationLines(cost.variations));
  }
  const isType = /torch_dtype|dtype$/.test(path);
  if (isType)
    lines.push(`Weights ${formatQuantity(now.weights.stored, 'decimal')}: ${now.weights.stored.formula}`);
  lines.push(...techniqueLines(analysis, path, wanted, options));
  if (cost || isType) lines.push(certaintyLine(now.parameters.distinct));
  return lines.join('\n\n');
}

/** Whether another value of the key moves any figure. */
function decides(cost: KeyCost): boolean {
  return cost.weights.length + cost.caches.length > 0 || cost.variations.some((v) => changesOf(v).length > 0);
}

/** What would cut the cost that the key causes, the best for the scenario first. */
function techniqueLines(
  analysis: Analysis,
  path: string,
  wanted: Partial<Scenario>,
  options: HoverOptions,
): string[] {
  const found = adviceOnKey(analysis, path, wanted, options, false)
    .filter((a) => isNear(a) && isActionable(a))
    .slice(0, MAX_TECHNIQUES);
  if (found.length === 0) return [];
  return [`Would cut it: ${found.map((a) => escapeMarkdown(adviceLine(a))).join('; or ')}`];
}

function certaintyLine(q: Quantity): string {
  const why = q.certainty === 'exact' || q.reason === undefined ? '' : `: ${escapeMarkdown(q.reason)}`;
  return `_${q.certainty[0]!.toUpperCase()}${q.certainty.slice(1)}${why}._`;
}

function weightLines(cost: KeyCost, all: Quantity): string[] {
  if (cost.weights.length === 0) return [];
  const sorted = [...cost.weights].sort((a, b) => size(b) - size(a));
  const shown = sorted.slice(0, MAX_WEIGHTS).map((w) => {
    const copies = w.copies > 1 ? `${formatInteger(w.copies)} × ` : '';
    return `${copies}${w.shape.map(formatInteger).join(' × ')} \`${shortName(w.name)}\``;
  });
  const more = sorted.length - shown.length;
  const share = all.value ? ` (${formatShare(cost.parameters, all.value)} of ${formatCount(all.value)})` : '';
  return [
    `Decides ${formatCount(cost.parameters)} parameters${share}:  \n${shown.join(' + ')}${more > 0 ? ` + ${more} more` : ''} = ${formatInteger(cost.parameters)}`,
  ];
}

function size(w: KeyCost['weights'][number]): number {
  return w.copies * (product(w.shape) as number);
}

function cacheLines(cost: KeyCost, perToken: Quantity): string[] {
  if (cost.caches.length === 0 || perToken.value === null) return [];
  return [`Cache ${formatQuantity(perToken)}: ${escapeMarkdown(perToken.formula)}`];
}

/** What other values would cost; those that change nothing together. */
function variationLines(variations: readonly Variation[]): string[] {
  const lines: string[] = [];
  const idle: string[] = [];
  for (const v of variations) {
    const changes = changesOf(v);
    const value = typeof v.value === 'number' ? formatInteger(v.value) : String(v.value);
    if (changes.length > 0) lines.push(`At ${value}: ${changes.join(' · ')}`);
    else idle.push(value);
  }
  return idle.length > 0 ? [...lines, `At ${idle.join(' and at ')}: no figure changes`] : lines;
}

function changesOf({ before, after }: Variation): string[] {
  return [
    change('parameters', before.parameters.distinct, after.parameters.distinct),
    change('weights', before.weights.scenario, after.weights.scenario, 'decimal'),
    change('cache', before.cache.bytesAtContext, after.cache.bytesAtContext),
    change('state', before.cache.stateBytes, after.cache.stateBytes),
    change('per token', before.compute.decode.matrixFlops, after.compute.decode.matrixFlops),
    // What has no decode step is told by its one run.
    before.compute.decode.matrixFlops.value === null
      ? change('to read the input', before.compute.prefill.matrixFlops, after.compute.prefill.matrixFlops)
      : undefined,
  ].filter((c) => c !== undefined);
}

function change(
  name: string,
  before: Quantity,
  after: Quantity,
  units: 'binary' | 'decimal' = 'binary',
): string | undefined {
  if (before.value === null || after.value === null || before.value === after.value) return undefined;
  const [was, is] = [formatQuantity(before, units), formatQuantity(after, units)];
  // What rounding hides is said as a difference.
  const small = after.value - before.value;
  if (was === is)
    return `${name} ${was} ${small < 0 ? '−' : '+'} ${formatQuantity({ ...after, value: Math.abs(small), certainty: 'exact' }, units)}`;
  return `${name} ${was} → ${is}`;
}

/** The name of a weight without the part that every layer repeats. */
function shortName(name: string): string {
  return name.replace(/^.*\{\d+\}\./, '').replace(/`/g, "'");
}
