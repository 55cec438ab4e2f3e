import type { DType } from '../model/dtype';
import { isDType } from '../model/dtype';
import type { Model } from '../model/model';
import type { Problem } from '../model/problem';
import { isMisread } from '../model/problem';
import { Builder } from './builder';
import { ConfigReader } from './configReader';
import outlineErrors from './outlineErrors.json';
import { reportContradictions } from './contradictions';
import { quantise } from './quantisation';
import { familyOf } from './registry';
import { inFileNames, translate } from './translate';
import { unknownFamily } from './unknownFamily';
import { unverifiedKeysOf } from './unverified';

export interface BuildOptions {
  readonly name?: string;
  /** What was found wrong while reading the text. */
  readonly problems?: readonly Problem[];
  /** The type of the weights, where the config names none: what the checkpoint beside it has. */
  readonly dtype?: DType;
}

/**
 * The model that a config describes, weights and operators. Pure, deterministic and fast, so that what a key costs can
 * be found by building again with another value. Never throws: what is wrong is in `problems`.
 */
export function buildModel(config: Readonly<Record<string, unknown>>, options: BuildOptions = {}): Model {
  const problems: Problem[] = [...(options.problems ?? [])];
  const foreign = translate(config);
  const c = new ConfigReader(foreign?.config ?? config, problems);
  const dtype = dtypeOf(c) ?? options.dtype;
  const b = new Builder(c, dtype ?? 'bfloat16', options.name ?? 'model');
  try {
    const [named] = c.list('architectures') ?? [];
    const family = familyOf(c.modelType, typeof named === 'string' ? named : '');
    if (family) family(b);
    else unknownFamily(b, familyOf);
    quantise(b, c);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    problems.push({
      severity: 'error',
      code: 'config.not-built',
      message: `The model could only be built in part: ${why}.`,
    });
    b.estimated = true;
  }
  reportContradictions(c);
  sayUnverified(b, c, problems);
  if (foreign) {
    problems.forEach((p, i) => (problems[i] = inFileNames(p, foreign)));
    for (const message of foreign.assumptions)
      problems.push({ severity: 'assumption', code: `${foreign.format}.left-open`, message });
  }
  if (foreign?.estimated) b.estimated = true;
  const named = foreign !== undefined || config['_class_name'] !== undefined;
  if (!named && c.list('architectures') === undefined && familyOf(c.modelType))
    problems.push({
      severity: 'assumption',
      code: 'config.no-class',
      message: `The config names no class (architectures): the usual one of ${c.modelType} is taken, its head included.`,
    });
  return { ...finish(b, c, dtype, options.name ?? ''), ...(foreign ? { format: foreign.format } : {}) };
}

/** A family that is known to follow some key otherwise than the library is no exact one where that key is changed. */
function sayUnverified(b: Builder, c: ConfigReader, problems: Problem[]): void {
  const keys = unverifiedKeysOf(c.modelType, c.values);
  if (keys.length === 0) return;
  b.estimated = true;
  problems.push({
    severity: 'assumption',
    code: 'config.unverified-key',
    message: `How ${c.modelType} follows ${keys.join(', ')} is not known exactly: its figures are estimates.`,
    origin: { kind: 'keys', keys },
  });
}

function finish(b: Builder, c: ConfigReader, dtype: DType | undefined, name: string): Model {
  const architecture = c.list('architectures')?.[0];
  if (typeof architecture === 'string') b.facts.architecture = architecture;
  const positions = c.optionalInt('max_position_embeddings');
  if (positions !== undefined && positions > 0) b.facts.maximumPositions ??= positions;
  const operators = b.operators.map((_, i) => i);
  return {
    format: 'config',
    modelType: c.modelType,
    name: name || c.modelType,
    certainty: b.estimated || c.problems.some(isMisread) ? 'estimated' : 'exact',
    ...(b.outline ? { outline: b.outline, outlineOfMedia: b.outlineOfMedia, ...measured(c.modelType) } : {}),
    blocks: b.blocks,
    graphs: [{ name: 'main', kind: 'main', inputs: b.inputs, outputs: b.outputs, operators, owner: -1 }],
    functions: [],
    operators: b.operators,
    values: b.values,
    weights: b.weights,
    caches: b.caches,
    facts: b.facts,
    dtype,
    opsets: {},
    properties: [],
    problems: c.problems,
  };
}

/** How far the outline of a type was off where it was measured. */
function measured(modelType: string): { readonly outlineError?: number } {
  const errors: Readonly<Record<string, number>> = outlineErrors;
  return Object.hasOwn(errors, modelType) ? { outlineError: errors[modelType]! } : {};
}

/** `dtype`, or `torch_dtype` as older files call it; in a nested text config where the top says nothing. */
function dtypeOf(c: ConfigReader): DType | undefined {
  const nested = c.values['text_config'];
  const inner = typeof nested === 'object' && nested !== null ? (nested as Record<string, unknown>) : {};
  const named = [c.raw('dtype'), c.raw('torch_dtype'), inner['dtype'], inner['torch_dtype']];
  for (const value of named) {
    if (typeof value !== 'string') continue;
    const plain = value.replace(/^torch\./, '');
    const dtype = { half: 'float16', float: 'float32', double: 'float64' }[plain] ?? plain;
    if (isDType(dtype)) return dtype;
  }
  return undefined;
}
