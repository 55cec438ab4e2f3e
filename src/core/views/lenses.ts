import type { Analysis } from '../analysis';
import { estimate } from '../costs/estimate';
import type { Estimate } from '../costs/estimate';
import type { Scenario } from '../scenario/scenario';
import { scenarioFor } from '../scenario/scenarioFor';
import { formatBytes, formatCount, formatInteger, formatQuantity, formatShare } from './format';

/** One line of text above a line of the file. */
export interface Lens {
  /** UTF-16 offset in the text of the line it stands above. */
  readonly offset: number;
  readonly title: string;
  readonly tooltip: string;
}

/**
 * The one summary line over a config:
 * `8.03 B parameters · 16.06 GB bf16 · cache 128 KiB/token, 0.5 GiB at 4,096 · 17.16 GFLOPs/token`.
 */
export function summaryLens(analysis: Analysis, wanted: Partial<Scenario> = {}): Lens {
  const scenario = scenarioFor(analysis.model, wanted);
  const e = estimate(analysis.model, analysis.costs, scenario);
  return {
    offset: 0,
    title: summaryLine(analysis, e, scenario),
    tooltip: summaryTooltip(analysis, e, scenario),
  };
}

/** Headline figures in one line; what does not apply is left out, what is unknown says so. */
export function summaryLine(analysis: Analysis, e: Estimate, s: Scenario): string {
  const parts = [`${formatQuantity(e.parameters.distinct)} parameters`];
  const active = e.parameters.active.value;
  if (active !== null && e.parameters.distinct.value !== null && active < e.parameters.distinct.value * 0.999)
    parts.push(`${formatQuantity(e.parameters.active)} active`);
  const precision = s.weights === 'stored' ? storedName(analysis) : s.weights;
  parts.push(`${formatQuantity(e.weights.scenario, 'decimal')}${precision ? ` ${precision}` : ''}`);
  const perToken = e.cache.bytesPerToken;
  if (perToken.value !== null && e.cache.bytesAtContext.value) {
    parts.push(
      `cache ${formatBytes(perToken.value)}/token, ${formatQuantity(e.cache.bytesAtContext)} at ${formatInteger(s.context)}`,
    );
  }
  if (e.cache.stateBytes.value) parts.push(`state ${formatQuantity(e.cache.stateBytes)}`);
  const decode = e.compute.decode.matrixFlops;
  if (decode.value !== null) parts.push(`${formatQuantity(decode)}/token`);
  else if (e.compute.prefill.matrixFlops.value !== null)
    parts.push(`${formatQuantity(e.compute.prefill.matrixFlops)} for ${formatInteger(s.prompt)} tokens`);
  if (analysis.base && e.parameters.distinct.value !== null)
    parts.push(
      `${formatShare(e.parameters.distinct.value, analysis.base.parameters)} of its base’s ${formatCount(analysis.base.parameters)}`,
    );
  if (analysis.disk)
    parts.push(
      analysis.disk.exact ? `agrees with ${onDisk(analysis.disk)}` : `differs from ${onDisk(analysis.disk)}`,
    );
  return parts.join(' · ');
}

/** `4 shards, 16.1 GB`. */
function onDisk({ files, bytes }: NonNullable<Analysis['disk']>): string {
  return `${formatInteger(files)} ${files === 1 ? 'file' : 'shards'}, ${formatBytes(bytes, 'decimal')}`;
}

function storedName(analysis: Analysis): string | undefined {
  const { dtype, facts } = analysis.model;
  if (facts.quantisation) return facts.quantisation;
  const short: Record<string, string> = { float32: 'fp32', float16: 'fp16', bfloat16: 'bf16' };
  return dtype ? (short[dtype] ?? dtype) : undefined;
}

function summaryTooltip(analysis: Analysis, e: Estimate, s: Scenario): string {
  const certainty = [
    e.parameters.distinct,
    e.weights.scenario,
    e.cache.bytesAtContext,
    e.compute.decode.matrixFlops,
  ];
  const worstOf = certainty.find((q) => q.certainty !== 'exact');
  const state = worstOf ? `${worstOf.certainty}: ${worstOf.reason ?? worstOf.formula}` : 'exact';
  const disk = analysis.disk ? ` On disk: ${analysis.disk.sentence}.` : '';
  return `Batch ${formatInteger(s.batch)}, context ${formatInteger(s.context)} tokens; ${state}.${disk} Click for the report.`;
}
