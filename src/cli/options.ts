import { parseArgs } from 'node:util';
import type { ByteUnits } from '../core/locale';
import type { Scenario } from '../core/scenario/scenario';

export const USAGE = `usage: model-efficiency report FILE [options]

  --json               the report as JSON (docs/report.schema.json)
  --csv                blocks and operators as CSV: raw numbers, empty where unknown
  --batch N            sequences at once (default 1)
  --prompt N           tokens that prefill reads (default 1,024)
  --context N          tokens held when a token is generated (default 4,096)
  --source N           tokens that an encoder reads (default 1,024)
  --weights PRECISION  weight precision: stored, fp32, bf16, fp16, fp8, int8, int4, q4_k_m ... (default stored)
  --activations PREC   what is computed in: fp32, bf16, fp16, fp8, int8 (default: as the weights ask for)
  --cache PRECISION    cache precision (default: the model's own)
  --device ID          time and energy on this device: h100-sxm, rtx-4090 ...
  --engine ENGINE      how the cache is held: ideal, transformers, llama.cpp,
                       llama.cpp-unified, vllm (default ideal)
  --tensor-parallel N  devices that split the model: what each of them holds
  --units UNITS        bytes in binary (GiB) or decimal (GB) units (default: weights decimal, memory binary)
  --phase PHASE        prefill or decode, for operators and blocks (default decode)
  --dim NAME=N         size of a symbol of the file (repeatable)
  --input NAME=2x7     whole shape of an input (repeatable)
  --shapes             add every value with its shape
  --operators          add every operator with its cost
  --tensors            add every weight with its shape and bytes
  --check BUDGETS      limits from a JSON file (as the setting modelEfficiency.budgets, or a settings.json that holds
                       it); prints what is exceeded and exits with 3
  --help               this text`;

/** What the command line asked for. */
export interface ReportRequest {
  readonly file: string;
  readonly json: boolean;
  /** Layers as CSV instead of the report. */
  readonly csv: boolean;
  /** How bytes are written in the report. */
  readonly units: ByteUnits;
  readonly scenario: Partial<Scenario>;
  readonly dims: Readonly<Record<string, number>>;
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  /** File of limits to check, when asked. */
  readonly check?: string;
  readonly details: { readonly shapes: boolean; readonly operators: boolean; readonly tensors: boolean };
}

/** A mistake of the caller's: printed without a stack, exit code 2. */
export class UsageError extends Error {}

/** Reads the arguments after `report`; undefined when help was asked for. Throws `UsageError` with one sentence. */
export function parseReport(args: readonly string[]): ReportRequest | undefined {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  if (positionals.length !== 1)
    throw new UsageError(positionals.length === 0 ? 'no file given' : 'more than one file given');
  if (values.json && values.csv) throw new UsageError('--json and --csv: one of them');
  const scenario: { -readonly [K in keyof Scenario]?: Scenario[K] } = {};
  for (const key of ['batch', 'prompt', 'context', 'source'] as const) {
    const text = values[key];
    if (text !== undefined) scenario[key] = count(`--${key}`, text);
  }
  // Packages write the names of precisions in large letters (Q4_K_M, BF16); here they are in small ones.
  for (const key of ['weights', 'activations', 'cache'] as const) {
    const text = values[key]?.toLowerCase();
    if (text !== undefined) scenario[key] = text;
  }
  if (values.device !== undefined) scenario.device = values.device;
  if (values.engine !== undefined) scenario.engine = oneOf('--engine', values.engine, ENGINES);
  const split = values['tensor-parallel'];
  if (split !== undefined && count('--tensor-parallel', split) > 1) scenario.tensorParallel = Number(split);
  if (values.phase !== undefined) scenario.phase = oneOf('--phase', values.phase, PHASES);
  const dims = Object.fromEntries(
    (values.dim ?? []).map((d) => pair('--dim', d)).map(([n, v]) => [n, count('--dim', v)]),
  );
  const inputs = Object.fromEntries(
    (values.input ?? [])
      .map((d) => pair('--input', d))
      .map(([n, v]) => [n, v === '' ? [] : v.split('x').map((p) => count('--input', p))]),
  );
  return {
    file: positionals[0]!,
    json: values.json ?? false,
    csv: values.csv ?? false,
    units: values.units === undefined ? 'auto' : oneOf('--units', values.units, UNITS),
    ...(values.check === undefined ? {} : { check: values.check }),
    scenario: { ...scenario, dims },
    dims,
    inputs,
    details: {
      shapes: values.shapes ?? false,
      operators: values.operators ?? false,
      tensors: values.tensors ?? false,
    },
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: flag,
        csv: flag,
        help: flag,
        shapes: flag,
        operators: flag,
        tensors: flag,
        batch: text,
        prompt: text,
        context: text,
        source: text,
        weights: text,
        activations: text,
        cache: text,
        check: text,
        device: text,
        engine: text,
        phase: text,
        units: text,
        'tensor-parallel': text,
        dim: { type: 'string', multiple: true },
        input: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const ENGINES = ['ideal', 'transformers', 'llama.cpp', 'llama.cpp-unified', 'vllm'] as const;
const UNITS = ['auto', 'binary', 'decimal'] as const;
const PHASES = ['prefill', 'decode'] as const;

function oneOf<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find((k) => k === text);
  if (found === undefined) throw new UsageError(`${option} knows ${known.join(', ')}; not '${text}'`);
  return found;
}

function pair(option: string, text: string): [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new UsageError(`${option} wants NAME=VALUE, not '${text}'`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function count(option: string, text: string): number {
  const value = Number(text.replace(/[,_]/g, ''));
  if (!Number.isSafeInteger(value) || value < 0)
    throw new UsageError(`${option} wants a whole number, not '${text}'`);
  return value;
}
