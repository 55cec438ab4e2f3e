import type { Model } from '../../model/model';
import type { Value } from '../../model/value';
import type { Weight } from '../../model/weight';
import { BATCH } from '../../scenario/symbols';

/**
 * Files that only name the parts of a model, each with its own config: sentence-transformers' `modules.json` and
 * diffusers' `model_index.json`.
 */
export interface ModelPart {
  /** The part's name: `unet`, `0`. */
  readonly name: string;
  /** What a person calls it, where its name is only a number. */
  readonly label?: string;
  /** Library and class as the file writes them. */
  readonly library: string;
  readonly className: string;
  /** The part's config, relative to the file. */
  readonly config: string;
  /** Where the file names it: `unet`, or `0` and what stands in it for an entry of a list. */
  readonly keys: readonly string[];
}

const MAX_PARTS = 64;
/** A folder beside the file, or '' for its own. */
const FOLDER = /^(?!\.\.)[\w.-]*$/;

/** Parts of a `modules.json`: a list of modules with type and path; undefined when the JSON is something else. */
export function readSentenceModules(json: unknown): readonly ModelPart[] | undefined {
  if (!Array.isArray(json) || json.length === 0) return undefined;
  const parts: ModelPart[] = [];
  for (const [i, entry] of (json.slice(0, MAX_PARTS) as readonly unknown[]).entries()) {
    if (typeof entry !== 'object' || entry === null) return undefined;
    const { name, path, type } = entry as { name?: unknown; path?: unknown; type?: unknown };
    if (typeof type !== 'string' || typeof path !== 'string' || !FOLDER.test(path)) return undefined;
    const dot = type.lastIndexOf('.');
    const className = type.slice(dot + 1);
    const file = className === 'Transformer' || path !== '' ? 'config.json' : 'modules.json';
    parts.push({
      name: typeof name === 'string' ? name : path,
      label: path === '' ? className : path,
      library: type.slice(0, Math.max(0, dot)),
      className,
      config: path === '' ? file : `${path}/${file}`,
      keys: [`${i}.path`, `${i}.type`],
    });
  }
  return parts;
}

/** Parts of a `model_index.json`: keys whose value is [library, class]; undefined when the JSON is something else. */
export function readPipeline(json: unknown): readonly ModelPart[] | undefined {
  if (typeof json !== 'object' || json === null || !('_diffusers_version' in json)) return undefined;
  const parts: ModelPart[] = [];
  for (const [name, value] of Object.entries(json)) {
    if (name.startsWith('_') || !Array.isArray(value) || !FOLDER.test(name) || parts.length >= MAX_PARTS)
      continue;
    const [library, className] = value as readonly unknown[];
    if (typeof library === 'string' && typeof className === 'string')
      parts.push({
        name,
        library,
        className,
        config: `${name}/${configOf(className)}`,
        keys: [name],
      });
  }
  return parts;
}

function configOf(className: string): string {
  if (/Scheduler$/.test(className)) return 'scheduler_config.json';
  if (/Tokenizer/.test(className)) return 'tokenizer_config.json';
  return /(Processor|Extractor)$/.test(className) ? 'preprocessor_config.json' : 'config.json';
}

/** A sentence-transformers Dense module by its own config, `linear` as its checkpoint calls it; undefined for other values. */
export function denseModel(values: Readonly<Record<string, unknown>>, name: string): Model | undefined {
  const { in_features: from, out_features: to, bias } = values;
  if (!isSize(from) || !isSize(to)) return undefined;
  const weights: Weight[] = [
    { name: 'linear.weight', dtype: 'float32', shape: [to, from], role: 'parameter', block: 0 },
  ];
  if (bias !== false)
    weights.push({ name: 'linear.bias', dtype: 'float32', shape: [to], role: 'parameter', block: 0 });
  const tensors: Value[] = [
    { name: 'sentence_embedding', kind: 'tensor', shape: [BATCH, from] },
    { name: 'linear.weight', kind: 'tensor', shape: [from, to], weight: 0 },
    { name: 'embedding', kind: 'tensor', shape: [BATCH, to] },
  ];
  return {
    format: 'config',
    modelType: 'Dense',
    name,
    certainty: 'exact',
    blocks: [{ name, parent: -1, repeat: 1 }],
    graphs: [{ name: 'main', kind: 'main', inputs: [0], outputs: [2], operators: [0], owner: -1 }],
    functions: [],
    operators: [
      {
        type: 'MatMul',
        domain: '',
        name: 'linear',
        inputs: [0, 1],
        outputs: [2],
        attributes: {},
        graph: 0,
        block: 0,
      },
    ],
    values: tensors,
    weights,
    caches: [],
    facts: { task: 'encoder' },
    opsets: {},
    properties: [],
    problems: [],
  };
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
