import type { LivenessPlan } from '../../costs/livenessPlan';
import { PRECISIONS } from '../../costs/precisions';
import { tensorClasses } from '../../costs/tensorClass';
import { storedBytesOf, weightBytesById } from '../../costs/weightBytes';
import { product } from '../../model/arithmetic';
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

/** Precisions that a weight's hover lists. */
const SHOWN = ['fp32', 'bf16', 'fp8', 'int8', 'int4', 'nf4', 'mxfp4'];
const MOST_READERS = 5;

/** What the mouse points at, as Markdown; undefined where there is nothing to say. */
export function textHover(
  text: OnnxText,
  offset: number,
  wanted: Partial<Scenario> = {},
): (Range & { readonly markdown: string }) | undefined {
  const { index } = text;
  const found = index.valueAt(offset);
  if (found) return { start: found.start, end: found.end, markdown: valueHover(text, found.value) };
  const id = index.operatorAt(offset);
  if (id === undefined) return undefined;
  return { start: offset, end: offset, markdown: operatorHover(text, id, wanted) };
}

function operatorHover({ analysis, index }: OnnxText, id: number, wanted: Partial<Scenario>): string {
  const { model, costs } = analysis;
  const copies = copiesOf(index.model, model).get(id);
  const at = copies?.[0] ?? id;
  const op = model.operators[at]!;
  const cost = costs.operators[at];
  const { figures, scenario } = runOf(analysis, wanted);
  const type = (v: number) => (v < 0 ? 'left out' : plainType(model.values[v]!));
  const lines = [
    `**${escapeMarkdown(op.domain ? `${op.domain}.${op.type}` : op.type)}** ${escapeMarkdown(op.name)}`,
    `${escapeMarkdown(op.inputs.map(type).join(', ') || 'no inputs')} → ${escapeMarkdown(op.outputs.map(type).join(', '))}`,
  ];
  const reason = escapeMarkdown(cost?.reason ?? 'the shapes are not known');
  const figure = (name: string, value: number, unit: string, formula?: string) =>
    Number.isNaN(value)
      ? `- ${name}: unknown (${formula ? `${escapeMarkdown(formula)}: a symbol has no number` : reason})`
      : `- ${name}: ${formula && formula !== String(value) ? `${escapeMarkdown(formula)} = ` : ''}${formatInteger(value)}${value >= 10_000 ? ` (${formatScaled(value, unit)})` : ''}`;
  const print = (e: typeof cost extends undefined ? never : NonNullable<typeof cost>['macs']) =>
    e === undefined ? undefined : printExpression(e);
  lines.push(
    [
      figure('MACs', figures.macs[at]!, 'MACs', print(cost?.macs)),
      figure('Element operations', figures.elementOperations[at]!, 'op', print(cost?.elementOperations)),
      bytesLine('Read', figures.bytesRead[at]!, reason),
      bytesLine('Written', figures.bytesWritten[at]!, reason),
      ...(figures.intensity[at]! > 0
        ? [`- Intensity: ${formatInteger(Math.round(figures.intensity[at]! * 100) / 100)} FLOPs/byte`]
        : []),
      ...(figures.executions[at] !== 1
        ? [
            `- Runs: ${Number.isNaN(figures.executions[at]!) ? 'decided by data' : formatInteger(figures.executions[at]!)}`,
          ]
        : []),
      ...(op.block > 0 ? [`- Block: ${escapeMarkdown(blockPath(model, op.block))}`] : []),
    ].join('\n'),
  );
  lines.push(
    `${cost?.certainty ?? 'unknown'}${cost?.reason ? `: ${reason}` : ''}; of one run, batch ${scenario.batch}, ${formatInteger(scenario.prompt)} tokens${copies ? `; in the first of ${copies.length} calls` : ''}.`,
  );
  return lines.join('\n\n');
}

function bytesLine(name: string, bytes: number, reason: string): string {
  return `- ${name}: ${Number.isNaN(bytes) ? `unknown (${reason})` : formatBytes(bytes)}`;
}

function valueHover({ analysis, index }: OnnxText, id: number): string {
  const { model, costs } = analysis;
  const value = model.values[id]!;
  const inferred = plainType(value) !== plainType(index.model.values[id]!) ? ' (inferred)' : '';
  const lines = [`**${escapeMarkdown(value.name)}** ${escapeMarkdown(plainType(value))}${inferred}`];
  const weight = value.weight;
  if (weight !== undefined) lines.push(weightLines(analysis.model, weight));
  const label = (op: number) =>
    escapeMarkdown(`${model.operators[op]!.type} ${model.operators[op]!.name}`.trim());
  const maker = index.makerOf(id);
  const readers = index.readersOf(id);
  const named = readers.slice(0, MOST_READERS).map(label).join(', ');
  const rest =
    readers.length > MOST_READERS ? ` and ${formatInteger(readers.length - MOST_READERS)} more` : '';
  const rows = [
    ...(maker === undefined ? [] : [`- Made by ${label(maker)}`]),
    `- Read by ${readers.length === 0 ? 'no operator' : `${named}${rest}`}`,
    ...(value.data ? [`- Content: ${escapeMarkdown(contentOf(value.data))}`] : []),
    ...lifeOf(costs.liveness, id, analysis.model.graphs),
  ];
  lines.push(rows.join('\n'));
  return lines.join('\n\n');
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
): string[] {
  const held = plan?.held.find((h) => h.names.some((n) => n.value === id));
  if (!held || !plan) return [];
  const of = formatInteger(graphs[plan.graph]!.operators.length);
  const shared = held.names.length > 1 ? `, memory shared by ${held.names.length} values` : '';
  return [
    `- In memory from operator ${formatInteger(held.from + 1)} to ${formatInteger(held.to + 1)} of ${of}${shared}`,
  ];
}

function weightLines(model: OnnxText['analysis']['model'], id: number): string {
  const w = model.weights[id]!;
  const elements = product(w.packing?.shape ?? w.shape) as number;
  const stored = storedBytesOf(model, w);
  const tensorClass = tensorClasses(model)[id]!;
  const rows = SHOWN.filter((p) => w.role === 'parameter' && PRECISIONS[p]).map((p) => {
    const bytes = weightBytesById(model, p)[id];
    const precision = PRECISIONS[p]!;
    const kept = precision.keeps.includes(tensorClass) ? ` (left at ${precision.keptBits} bit)` : '';
    return `| ${p} | ${bytes === undefined ? 'unknown' : formatBytes(bytes, 'decimal')}${kept} |`;
  });
  const head = `${w.role}${w.reason ? ` (${escapeMarkdown(w.reason)})` : ''}, ${formatInteger(elements)} elements, stored ${stored === undefined ? 'unknown' : formatBytes(stored, 'decimal')}${w.storage?.file ? ` in ${escapeMarkdown(w.storage.file)}` : ''}`;
  return rows.length === 0 ? head : `${head}\n\n| precision | bytes |\n| --- | ---: |\n${rows.join('\n')}`;
}
