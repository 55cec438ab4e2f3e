import type { Analysis } from '../analysis';
import { allTechniques, oneTechnique } from '../advice/advise';
import type { AdviceOptions } from '../advice/advise';
import { techniqueOf } from '../advice/catalogue';
import { printReference } from '../advice/technique';
import type { Reference } from '../advice/technique';
import type { Effect, Judged, Outcome } from '../advice/verdict';
import type { Scenario } from '../scenario/scenario';
import { briefOutcome, effortText, ratioText } from './adviceText';
import { formatQuantity } from './format';
import { escapeMarkdown } from './markdown';

type Options = Pick<AdviceOptions, 'devices'>;

/** A technique explained for this model: what it does, what it saves and costs here, its price, its sources. */
export function techniqueCard(
  analysis: Analysis,
  id: string,
  wanted: Partial<Scenario> = {},
  options: Options = {},
): string | undefined {
  const judged = oneTechnique(id, analysis, wanted, options);
  if (!judged) return undefined;
  const { technique: t } = judged;
  const conflicts = t.conflicts.map((c) => techniqueOf(c)?.title).filter((c) => c !== undefined);
  return [
    `# ${escapeMarkdown(t.title)}`,
    escapeMarkdown(t.what),
    `## For ${escapeMarkdown(analysis.name)}`,
    ...forThisModel(judged),
    '## What it costs',
    `Takes ${effortText(judged.effort, judged.quality)}. ${escapeMarkdown(judged.tradeOff)}`,
    ...(conflicts.length > 0 ? [`Not together with: ${conflicts.map(escapeMarkdown).join('; ')}.`] : []),
    '## References',
    t.references.map(referenceLine).join('\n'),
    '',
  ].join('\n\n');
}

function forThisModel(j: Judged): string[] {
  const said = j.reason === '' ? [] : [`${STATUS[j.status]}: ${escapeMarkdown(j.reason)}.`];
  return [...said, ...j.outcomes.map(outcomeSection)];
}

const STATUS: Readonly<Record<Judged['status'], string>> = {
  applies: 'Applies',
  'in use': 'In use',
  'no figure': 'Applies, without a figure',
  'not applicable': 'Does not apply',
};

function outcomeSection(o: Outcome): string {
  const rows = o.effects.map(
    (e) =>
      `| ${escapeMarkdown(e.quantity)} | ${cell(e, 'before')} | ${cell(e, 'after')} | ${unbroken(ratioText(e))} | ${e.after.certainty} | ${escapeMarkdown(e.after.formula)} |`,
  );
  const fits = o.fits
    ? `On the chosen device: ${o.fits.before ? 'fits' : 'does not fit'} before, ${o.fits.after ? 'fits' : 'does not fit'} after.`
    : '';
  return [
    `**${escapeMarkdown(o.variant.title)}**`,
    '',
    '| | before | after | | certainty | how |',
    '| --- | ---: | ---: | ---: | --- | --- |',
    ...rows,
    ...(o.variant.assumption ? ['', `Rests on: ${escapeMarkdown(o.variant.assumption)}.`] : []),
    ...(fits ? ['', fits] : []),
  ].join('\n');
}

function cell(e: Effect, side: 'before' | 'after'): string {
  if (e.direction === 'fact' && side === 'before') return '';
  return unbroken(escapeMarkdown(formatQuantity(e[side], e.kind === 'weights' ? 'decimal' : 'binary')));
}

/** A figure and its unit stay on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function referenceLine(r: Reference): string {
  const text = escapeMarkdown(printReference(r));
  return r.arxiv === undefined ? `- ${text}` : `- [${text}](https://arxiv.org/abs/${r.arxiv})`;
}

/** Every technique, applicable or not, with the reason why not: the document of "Show All Techniques". */
export function allTechniquesMarkdown(
  analysis: Analysis,
  wanted: Partial<Scenario> = {},
  options: Options = {},
): string {
  const all = allTechniques(analysis, wanted, options);
  const lines = [`# Techniques for ${escapeMarkdown(analysis.name)}`];
  for (const status of ['applies', 'in use', 'no figure', 'not applicable'] as const) {
    const some = all.filter((j) => j.status === status);
    if (some.length === 0) continue;
    lines.push('', `## ${STATUS[status]} (${some.length})`);
    let theme = '';
    for (const j of some) {
      const { theme: own, title } = j.technique;
      if (own !== theme) lines.push('', `### ${own[0]!.toUpperCase()}${own.slice(1)}`, '');
      theme = own;
      lines.push(`- **${escapeMarkdown(title)}**: ${summary(j)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function summary(j: Judged): string {
  const [first] = j.outcomes;
  const said = escapeMarkdown([j.reason, first?.variant.title].filter(Boolean).join('. '));
  // Two spaces end the line, and the item goes on below.
  return first ? `${said}  \n  ${escapeMarkdown(briefOutcome(first))}` : said;
}
