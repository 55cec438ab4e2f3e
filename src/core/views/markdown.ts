import type { Quantity } from '../costs/quantity';
import type { ComputeEstimate } from '../costs/estimate';
import { formatInteger, formatQuantity } from './format';
import type { Units } from './format';
import type { Report } from './report';

/** The report as a readable document: the same facts as the JSON, figures with their certainty and formula. */
export function reportMarkdown(report: Report): string {
  const s = report.scenario;
  return [
    `# ${escapeMarkdown(report.file)}`,
    '',
    `${escapeMarkdown(report.modelType)} · ${report.format} · ${scenarioLine(s)}`,
    '',
    section('Parameters', [
      row('Stored', report.parameters.stored),
      row('Unpacked', report.parameters.unpacked),
      row('Distinct', report.parameters.distinct),
      row('Active per token', report.parameters.active),
    ]),
    section(
      'Weights',
      Object.entries(report.weights).map(([id, q]) =>
        row(id === 'scenario' ? `Scenario (${s.weights})` : id, q, 'decimal'),
      ),
    ),
    section('Cache', [
      row('Per token', report.cache.bytesPerToken),
      row(`At ${formatInteger(s.context)} tokens`, report.cache.bytesAtContext),
      row('Constant state', report.cache.stateBytes),
    ]),
    section(`Prefill of ${formatInteger(s.prompt)} tokens`, computeRows(report.compute.prefill)),
    section(`Decode of one token at ${formatInteger(s.context)}`, computeRows(report.compute.decode)),
    section('Memory', [
      row('Peak activations', report.memory.peakActivations),
      row('Total', report.memory.total),
    ]),
    section('Structure', [
      row('Operators', report.operators.total),
      row('Operators of unknown cost', report.operators.unknown),
      row('Values', report.values.total),
      row('Values of known shape', report.values.known),
    ]),
    adviceSection(report),
    problemSection(report),
  ]
    .filter((part) => part !== undefined)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
}

function scenarioLine(s: Report['scenario']): string {
  const dims = Object.entries(s.dims).map(
    ([name, value]) => `${escapeMarkdown(name)} = ${formatInteger(value)}`,
  );
  return [
    `batch ${formatInteger(s.batch)}`,
    `prompt ${formatInteger(s.prompt)}`,
    `context ${formatInteger(s.context)}`,
    `weights ${s.weights}`,
    `cache ${s.cache}`,
    ...dims,
  ].join(' · ');
}

function computeRows(c: ComputeEstimate): string[] {
  return [
    row('MACs as executed', c.macs),
    row('MACs useful (causal, window)', c.usefulMacs),
    row('Matrix FLOPs', c.matrixFlops),
    row('Element operations', c.elementOperations),
  ];
}

function section(title: string, rows: readonly string[]): string {
  return [`## ${title}`, '', '| | | certainty | how |', '| --- | ---: | --- | --- |', ...rows, ''].join('\n');
}

function row(name: string, q: Quantity, units: Units = 'binary'): string {
  const full = q.value !== null && q.unit !== 'bytes/token' ? ` (${formatInteger(q.value)})` : '';
  const how = [q.formula, q.reason].filter(Boolean).join('; ');
  return `| ${escapeMarkdown(name)} | ${formatQuantity(q, units)}${full} | ${q.certainty} | ${escapeMarkdown(how)} |`;
}

function adviceSection(report: Report): string | undefined {
  if (report.advice.length === 0) return undefined;
  const lines = report.advice.map((a) => {
    const changes = a.changes
      .map((c) => `${c.quantity} ${formatQuantity(c.before)} → ${formatQuantity(c.after)}`)
      .join(', ');
    return `- **${escapeMarkdown(a.title)}**: ${changes}. ${a.tradeOff} (${a.references.join(', ')})`;
  });
  return ['## Advice', '', ...lines, ''].join('\n');
}

function problemSection(report: Report): string | undefined {
  if (report.problems.length === 0) return undefined;
  return [
    '## Problems and assumptions',
    '',
    ...report.problems.map((p) => `- ${p.severity}: ${escapeMarkdown(p.message)}`),
    '',
  ].join('\n');
}

/** Names come from strangers' files: they may not become headings, links, table cells or markup. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '�')
    .replace(/[\\`*_{}[\]<>()#|!~&]/g, '\\$&');
}
