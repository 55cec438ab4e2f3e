import type { LivenessPlan } from '../../costs/livenessPlan';
import { PRECISIONS } from '../../costs/precisions';
import { tensorClasses } from '../../costs/tensorClass';
import { storedBytesOf } from '../../costs/storedBytes';
import { weightBytesById } from '../../costs/weightBytes';
import { product } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import { printExpression } from '../../model/print';
import type { Scenario } from '../../scenario/scenario';
import { copiesOf } from '../../text/instances';
import type { Range } from '../../text/names';
import { plainType } from '../../text/types';
import { blockPath } from '../../model/model';
import { formatBytes, formatInteger, formatScaled } from '../format';
import { escapeMarkdown } from '../markdown';
import type { OnnxText } from './open';
import { runOf } from './run';
import { inEnglish } from './words';
import type { Say } from './words';

/** Precisions that a weight's hover lists. */
const SHOWN = ['fp32', 'bf16', 'fp8', 'int8', 'int4', 'nf4', 'mxfp4'];
const MOST_READERS = 5;

/** What the mouse points at, as Markdown; undefined where there is nothing to say. */
export function textHover(
  text: OnnxText,
  offset: number,
  wanted: Partial<Scenario> = {},
  say: Say = inEnglish,
): (Range & { readonly markdown: string }) | undefined {
  const { index } = text;
  const found = index.valueAt(offset);
  if (found) return { start: found.start, end: found.end, markdown: valueHover(text, found.value, say) };
  const id = index.operatorAt(offset);
  if (id === undefined) return undefined;
  return { start: offset, end: offset, markdown: operatorHover(text, id, wanted, say) };
}

function operatorHover(
  { analysis, index }: OnnxText,
  id: number,
  wanted: Partial<Scenario>,
  say: Say,
): string {
  const { model, costs } = analysis;
  const copies = copiesOf(index.model, model).get(id);
  const at = copies?.[0] ?? id;
  const op = model.operators[at]!;
  const cost = costs.operators[at];
  const { figures, scenario } = runOf(analysis, wanted);
  const type = (v: number) => (v < 0 ? say('leftOut') : plainType(model.values[v]!));
  const inputs = op.inputs.map(type).join(', ') || say('noInputs');
  const outputs = op.outputs.map(type).join(', ') || say('noOutputs');
  const lines = [
    `**${escapeMarkdown(op.domain ? `${op.domain}.${op.type}` : op.type)}** ${escapeMarkdown(op.name)}`,
    `${escapeMarkdown(inputs)} → ${escapeMarkdown(outputs)}`,
  ];
  const reason = escapeMarkdown(cost?.reason ?? say('shapesUnknown'));
  const figure = (name: string, value: number, unit: string, expression?: Expression) => {
    const formula = expression === undefined ? undefined : printExpression(expression);
    if (Number.isNaN(value))
      return `- ${say('unknownWhy', name, formula ? say('noNumber', escapeMarkdown(formula)) : reason)}`;
    const how = formula && formula !== String(value) ? `${escapeMarkdown(formula)} = ` : '';
    return `- ${name}: ${how}${formatInteger(value)}${value >= 10_000 ? ` (${formatScaled(value, unit)})` : ''}`;
  };
  const bytes = (name: string, n: number) =>
    `- ${Number.isNaN(n) ? say('unknownWhy', name, reason) : `${name}: ${formatBytes(n)}`}`;
  const runs = figures.executions[at]!;
  const intensity = figures.intensity[at]!;
  lines.push(
    [
      figure('MACs', figures.macs[at]!, 'MACs', cost?.macs),
      figure(say('elementOperations'), figures.elementOperations[at]!, 'op', cost?.elementOperations),
      bytes(say('read'), figures.bytesRead[at]!),
      bytes(say('written'), figures.bytesWritten[at]!),
      ...(intensity > 0
        ? [`- ${say('intensity')}: ${formatInteger(Math.round(intensity * 100) / 100)} FLOPs/byte`]
        : []),
      ...(runs !== 1
        ? [`- ${say('runs')}: ${Number.isNaN(runs) ? say('byData') : formatInteger(runs)}`]
        : []),
      ...(op.block > 0 ? [`- ${say('block')}: ${escapeMarkdown(blockPath(model, op.block))}`] : []),
    ].join('\n'),
  );
  const certainty = say(cost?.certainty ?? 'unknown');
  const oneRun = say('ofOneRun', String(scenario.batch), formatInteger(scenario.prompt));
  const call = copies ? `; ${say('firstCall', String(copies.length))}` : '';
  lines.push(`${certainty}${cost?.reason ? `: ${reason}` : ''}; ${oneRun}${call}.`);
  return lines.join('\n\n');
}

function valueHover({ analysis, index }: OnnxText, id: number, say: Say): string {
  const { model, costs } = analysis;
  const value = model.values[id]!;
  const inferred = plainType(value) !== plainType(index.model.values[id]!) ? ` (${say('inferred')})` : '';
  const lines = [`**${escapeMarkdown(value.name)}** ${escapeMarkdown(plainType(value))}${inferred}`];
  const weight = value.weight;
  if (weight !== undefined) lines.push(weightLines(analysis.model, weight, say));
  const label = (op: number) =>
    escapeMarkdown(`${model.operators[op]!.type} ${model.operators[op]!.name}`.trim());
  const maker = index.makerOf(id);
  const rows = [
    ...(maker === undefined ? [] : [`- ${say('madeBy', label(maker))}`]),
    `- ${readersText(index.readersOf(id), label, say)}`,
    ...(value.data ? [`- ${say('content')}: ${escapeMarkdown(contentOf(value.data))}`] : []),
    ...lifeOf(costs.liveness, id, analysis.model.graphs, say),
  ];
  lines.push(rows.join('\n'));
  return lines.join('\n\n');
}

function readersText(readers: readonly number[], label: (op: number) => string, say: Say): string {
  if (readers.length === 0) return say('readByNone');
  const named = readers.slice(0, MOST_READERS).map(label).join(', ');
  const more = readers.length - MOST_READERS;
  return more > 0 ? say('readByMore', named, formatInteger(more)) : say('readBy', named);
}

function contentOf(data: NonNullable<OnnxText['analysis']['model']['values'][number]['data']>): string {
  const shown = data.slice(0, 8).map((d) => (d === undefined ? '?' : printExpression(d)));
  return `${shown.join(', ')}${data.length > 8 ? ', …' : ''}`;
}

/** While which operators of the main graph its memory is held. */
function lifeOf(
  plan: LivenessPlan | undefined,
  id: number,
  graphs: readonly { operators: readonly number[] }[],
  say: Say,
): string[] {
  const held = plan?.held.find((h) => h.names.some((n) => n.value === id));
  if (!held || !plan) return [];
  const place = [held.from + 1, held.to + 1, graphs[plan.graph]!.operators.length].map(formatInteger);
  const shared = held.names.length > 1 ? `, ${say('sharedBy', String(held.names.length))}` : '';
  return [`- ${say('inMemory', ...place)}${shared}`];
}

function weightLines(model: OnnxText['analysis']['model'], id: number, say: Say): string {
  const w = model.weights[id]!;
  const elements = product(w.packing?.shape ?? w.shape) as number;
  const stored = storedBytesOf(model, w);
  const tensorClass = tensorClasses(model)[id]!;
  const rows = SHOWN.filter((p) => w.role === 'parameter' && PRECISIONS[p]).map((p) => {
    const bytes = weightBytesById(model, p)[id];
    const precision = PRECISIONS[p]!;
    const kept = precision.keeps.includes(tensorClass)
      ? ` (${say('leftAt', String(precision.keptBits))})`
      : '';
    return `| ${p} | ${bytes === undefined ? say('unknown') : formatBytes(bytes, 'decimal')}${kept} |`;
  });
  const size = stored === undefined ? say('unknown') : formatBytes(stored, 'decimal');
  const where = w.storage?.file ? say('storedIn', size, escapeMarkdown(w.storage.file)) : say('stored', size);
  const why = w.reason ? ` (${escapeMarkdown(w.reason)})` : '';
  const head = `${say(w.role)}${why}, ${say('elements', formatInteger(elements))}, ${where}`;
  if (rows.length === 0) return head;
  return `${head}\n\n| ${say('precision')} | ${say('bytes')} |\n| --- | ---: |\n${rows.join('\n')}`;
}
