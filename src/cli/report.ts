import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setByteUnits } from '../core/locale';
import { analyseFile } from '../core/analyse';
import type { Analysis, Unreadable } from '../core/analysis';
import { DEVICES, deviceOf } from '../core/hardware/devices';
import { PRECISIONS } from '../core/costs/precisions';
import { parse as parseJson } from 'jsonc-parser';
import type { Exceeded } from '../core/views/budgets';
import { budgetsOf, exceededBudgets, hasLimits } from '../core/views/budgets';
import { layersCsv } from '../core/views/page/layersCsv';
import { makeReport } from '../core/views/report';
import { reportMarkdown } from '../core/views/markdown';
import { findNodeFolder, nodeFolder } from '../host/files/nodeSource';
import { USAGE, UsageError, parseReport } from './options';
import type { ReportRequest } from './options';

/** Prints the report of one file; answers with the exit code: 0, 1 for a model that cannot be read, 2 for wrong usage, 3
 * for an exceeded budget. */
export async function runReport(args: readonly string[]): Promise<number> {
  let request: ReportRequest | undefined;
  try {
    request = parseReport(args);
    if (request) checkPrecisions(request);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    return 2;
  }
  if (!request) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const analysis = await analyse(request);
  if (analysis.kind === 'unreadable') {
    process.stderr.write(`${request.file}: ${analysis.message}\n`);
    return 1;
  }
  const exceeded = request.check === undefined ? [] : await check(request.check, analysis, request);
  if (typeof exceeded === 'string') {
    process.stderr.write(`${exceeded}\n`);
    return 2;
  }
  process.stdout.write(printed(analysis, request));
  for (const e of exceeded) process.stderr.write(`${request.file}: ${e.message}\n`);
  // An unknown figure does not pass for a kept budget.
  return exceeded.length > 0 ? 3 : 0;
}

function printed(analysis: Analysis, { scenario, details, json, csv, units }: ReportRequest): string {
  setByteUnits(units);
  if (csv) return layersCsv(analysis, scenario);
  const report = makeReport(analysis, scenario, details);
  return json ? `${JSON.stringify(report, null, 2)}\n` : reportMarkdown(report);
}

/** Limits of a file against the analysis; one sentence when the file holds none. */
async function check(
  file: string,
  analysis: Analysis,
  request: ReportRequest,
): Promise<readonly Exceeded[] | string> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return `--check: there is no readable file ${file}`;
  const value: unknown = parseJson(text);
  const held = (value as Record<string, unknown> | undefined)?.['modelEfficiency.budgets'] ?? value;
  const budgets = budgetsOf(held);
  if (!hasLimits(budgets)) return `--check: ${file} holds no limit (maxParameters, maxMemoryGiB ...)`;
  return exceededBudgets(analysis, budgets, request.scenario);
}

function checkPrecisions(request: ReportRequest): void {
  const known = Object.keys(PRECISIONS);
  const { weights, activations, cache, device } = request.scenario;
  if (device !== undefined && !deviceOf(device))
    throw new UsageError(`--device knows ${DEVICES.map((d) => d.id).join(', ')}; not '${device}'`);
  if (weights !== undefined && weights !== 'stored' && !known.includes(weights))
    throw new UsageError(`--weights knows stored, ${known.join(', ')}; not '${weights}'`);
  if (activations !== undefined && activations !== 'auto' && !known.includes(activations))
    throw new UsageError(`--activations knows auto, ${known.join(', ')}; not '${activations}'`);
  if (cache !== undefined && cache !== 'auto' && !known.includes(cache))
    throw new UsageError(`--cache knows auto, ${known.join(', ')}; not '${cache}'`);
}

/** Opens a file by what it is; every failure is one sentence. */
async function analyse(request: ReportRequest): Promise<Analysis | Unreadable> {
  const { file, dims, inputs } = request;
  const fail = (message: string): Unreadable => ({ kind: 'unreadable', name: file, message });
  const info = await stat(file).catch(() => undefined);
  if (!info) return fail('there is no such file');
  if (info.isDirectory()) return fail('this is a folder; give the file itself');
  const findFolder = findNodeFolder(file, [process.cwd()]);
  return analyseFile(nodeFolder(file), path.basename(file), { name: file, dims, inputs, findFolder });
}
