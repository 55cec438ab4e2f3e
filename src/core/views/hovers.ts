import type { Analysis } from '../analysis';
import { keyCost } from '../advice/keyCost';
import type { KeyCost, Variation } from '../advice/keyCost';
import type { Quantity } from '../costs/quantity';
import { estimate } from '../costs/estimate';
import { product } from '../model/arithmetic';
import type { Scenario } from '../scenario/scenario';
import { scenarioFor } from '../scenario/scenarioFor';
import { formatCount, formatInteger, formatQuantity, formatShare } from './format';
import { meaningOf } from './keys';
import { escapeMarkdown } from './markdown';

/** Most weights named in a hover; the rest is said as a count. */
const MAX_WEIGHTS = 6;

/** Markdown for a hover over a key or its value; undefined when there is nothing to say that the line does not. */
export function keyHover(
  analysis: Analysis,
  path: string,
  wanted: Partial<Scenario> = {},
): string | undefined {
  const meaning = meaningOf(path);
  const { config, model } = analysis;
  if (!meaning || !config) return undefined;
  const scenario = scenarioFor(model, wanted);
  const now = estimate(model, analysis.costs, scenario);
  const lines = [`**${escapeMarkdown(path)}** — ${meaning}`];
  const cost = analysis.rebuild && keyCost(config.values, analysis, path, scenario, analysis.rebuild);
  if (cost) {
    lines.push(...weightLines(cost, now.parameters.distinct), ...cacheLines(cost, now.cache.bytesPerToken));
    for (const v of cost.variations) lines.push(variationLine(v));
  }
  if (/torch_dtype|dtype$/.test(path))
    lines.push(`Weights ${formatQuantity(now.weights.stored, 'decimal')}: ${now.weights.stored.formula}`);
  if (model.certainty !== 'exact')
    lines.push('_Estimated: this model type is computed from the keys it shares with known families._');
  return lines.length > 1 ? lines.join('\n\n') : undefined;
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

function variationLine(v: Variation): string {
  const changes = [
    change('parameters', v.before.parameters.distinct, v.after.parameters.distinct),
    change('cache', v.before.cache.bytesAtContext, v.after.cache.bytesAtContext),
    change('per token', v.before.compute.decode.matrixFlops, v.after.compute.decode.matrixFlops),
  ].filter((c) => c !== undefined);
  const value = typeof v.value === 'number' ? formatInteger(v.value) : String(v.value);
  return `At ${value}: ${changes.length > 0 ? changes.join(' · ') : 'no figure changes'}`;
}

function change(name: string, before: Quantity, after: Quantity): string | undefined {
  if (before.value === null || after.value === null || before.value === after.value) return undefined;
  return `${name} ${formatQuantity(before)} → ${formatQuantity(after)}`;
}

/** The name of a weight without the part that every layer repeats. */
function shortName(name: string): string {
  return name.replace(/^.*\{\d+\}\./, '').replace(/`/g, "'");
}
