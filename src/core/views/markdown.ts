import type { Quantity } from '../costs/quantity';
import type { ComputeEstimate } from '../costs/estimate';
import type { BlockItem } from './blockItems';
import { formatBytes, formatCount, formatInteger, formatQuantity } from './format';
import type { Units } from './format';
import { diskSection } from './onDisk';
import type { Report } from './report';
import type { PhaseTime } from './timeItem';

/** A document is for reading; the JSON has the rest. */
const MAX_ALIVE = 24;
const MAX_BLOCKS = 80;
const MAX_BLOCK_DEPTH = 4;

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
    section(
      `Decode of one token at ${formatInteger(s.context)}${report.compute.decodeAbsorbed ? ', as transformers executes it: latents expanded' : ''}`,
      computeRows(report.compute.decode),
    ),
    ...(report.compute.decodeAbsorbed
      ? [
          section(
            `Decode of one token at ${formatInteger(s.context)}, absorbed: scores over the latent`,
            computeRows(report.compute.decodeAbsorbed),
          ),
        ]
      : []),
    section('Memory', [
      row('Peak activations', report.memory.peakActivations),
      row('Total', report.memory.total),
      ...perDeviceRows(report),
    ]),
    ...timeSections(report),
    peakSection(report),
    blockSection(report),
    section('Structure', [
      row('Operators', report.operators.total),
      row('Operators of unknown cost', report.operators.unknown),
      row('Values', report.values.total),
      row('Values of known shape', report.values.known),
    ]),
    diskSection(report),
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
  const full =
    q.value !== null && Number.isInteger(q.value) && q.unit !== 'bytes/token'
      ? ` (${formatInteger(q.value)})`
      : '';
  const how = [q.formula, q.reason].filter(Boolean).join('; ');
  return `| ${escapeMarkdown(name)} | ${formatQuantity(q, units)}${full} | ${q.certainty} | ${escapeMarkdown(how)} |`;
}

function perDeviceRows({ memory: { perDevice: d } }: Report): string[] {
  if (!d) return [];
  const of = `of each of ${formatInteger(d.devices)} devices`;
  return [
    row(`Weights ${of}`, d.weights),
    row(`Cache ${of}`, d.cache),
    row(`State ${of}`, d.state),
    row(`All three ${of}`, d.total),
  ];
}

/** Time and energy on the chosen device. */
function timeSections(report: Report): (string | undefined)[] {
  const { time } = report;
  if (!time) return [];
  const rows = (p: PhaseTime, name: string) => [
    row(name, p.seconds),
    row('Tokens per second', p.tokensPerSecond),
    row('Energy', p.joules),
  ];
  return [
    section(`Time on ${escapeMarkdown(time.name)}`, [
      ...rows(time.prefill, time.decode ? 'To the first token' : 'One run'),
      ...(time.decode ? rows(time.decode, 'One decode step') : []),
    ]),
    [...time.assumptions, `Figures of the device: ${time.source}.`]
      .map((a) => `- ${escapeMarkdown(a)}`)
      .concat('')
      .join('\n'),
  ];
}

/** What is held at the moment of the largest activations. */
function peakSection(report: Report): string | undefined {
  const { peak } = report.memory;
  if (!peak) return undefined;
  const { operator, alive, phase } = peak;
  const at = operator
    ? `${escapeMarkdown(operator.type)} ${escapeMarkdown(operator.name)}${operator.block ? ` of ${escapeMarkdown(operator.block)}` : ''}`
    : 'nothing';
  const rows = alive
    .slice(0, MAX_ALIVE)
    .map((a) => `| ${escapeMarkdown(a.name)} | ${formatBytes(a.bytes)} (${formatInteger(a.bytes)}) |`);
  const rest = alive.slice(MAX_ALIVE);
  if (rest.length > 0) {
    const bytes = rest.reduce((sum, a) => sum + a.bytes, 0);
    rows.push(`| ${formatInteger(rest.length)} more | ${formatBytes(bytes)} (${formatInteger(bytes)}) |`);
  }
  return [
    '### At the peak',
    '',
    `In ${phase}, while ${at} runs:`,
    '',
    '| held | bytes |',
    '| --- | ---: |',
    ...rows,
    '',
  ].join('\n');
}

/** Which part costs what, so deep as a page can show. */
function blockSection(report: Report): string | undefined {
  if (report.blocks.children.length === 0) return undefined;
  const rows: string[] = [];
  let left = 0;
  const add = (b: BlockItem, path: string, depth: number): void => {
    if (depth > MAX_BLOCK_DEPTH || rows.length >= MAX_BLOCKS) {
      left++;
      return;
    }
    const own = b.repeat === 1 ? b.name : `${b.name} × ${formatInteger(b.repeat)}`;
    const name = path === '' ? own : `${path}.${own}`;
    const macs = b.macs === null ? 'unknown' : bounded(formatCount(b.macs), b.certainty);
    const elements =
      b.elementOperations === null
        ? 'unknown'
        : bounded(formatCount(b.elementOperations), b.elementCertainty);
    const cells = [formatCount(b.parameters), bytes(b.weightBytes), macs, elements, bytes(b.cacheBytes)];
    rows.push(
      `| ${escapeMarkdown(name)} | ${cells.join(' | ')} | ${bytes(b.peakActivations)} | ${b.certainty} |`,
    );
    for (const c of b.children) add(c, depth === 0 ? '' : name, depth + 1);
  };
  add(report.blocks, '', 0);
  return [
    '## Blocks',
    '',
    `Everything inside and all copies together; MACs, element operations and peak of one step of ${report.scenario.phase}.`,
    '',
    '| block | parameters | weights | MACs | element operations | cache | peak activations | MACs are |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...rows,
    ...(left > 0 ? ['', `${formatInteger(left)} further blocks are in the JSON.`] : []),
    '',
  ].join('\n');
}

function bytes(value: number | null): string {
  return value === null ? 'unknown' : formatBytes(value);
}

function bounded(text: string, certainty: string): string {
  return certainty === 'lower bound'
    ? `at least ${text}`
    : certainty === 'estimated'
      ? `about ${text}`
      : text;
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
    ...report.problems.map((p) => {
      const at = p.file === undefined ? '' : `${escapeMarkdown(p.file)}:${p.line}: `;
      return `- ${p.severity}: ${at}${escapeMarkdown(p.message)}`;
    }),
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
