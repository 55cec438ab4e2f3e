/**
 * Files that only name the parts of a model, each with its own config: sentence-transformers' `modules.json` and
 * diffusers' `model_index.json`.
 */
export interface ModelPart {
  /** The part's name: `unet`, `0`. */
  readonly name: string;
  /** Library and class as the file writes them. */
  readonly library: string;
  readonly className: string;
  /** The part's config, relative to the file. */
  readonly config: string;
}

const MAX_PARTS = 64;
/** A folder beside the file, or '' for its own. */
const FOLDER = /^(?!\.\.)[\w.-]*$/;

/** Parts of a `modules.json`: a list of modules with type and path; undefined when the JSON is something else. */
export function readSentenceModules(json: unknown): readonly ModelPart[] | undefined {
  if (!Array.isArray(json) || json.length === 0) return undefined;
  const parts: ModelPart[] = [];
  for (const entry of json.slice(0, MAX_PARTS) as readonly unknown[]) {
    if (typeof entry !== 'object' || entry === null) return undefined;
    const { name, path, type } = entry as { name?: unknown; path?: unknown; type?: unknown };
    if (typeof type !== 'string' || typeof path !== 'string' || !FOLDER.test(path)) return undefined;
    const dot = type.lastIndexOf('.');
    const className = type.slice(dot + 1);
    const file = className === 'Transformer' || path !== '' ? 'config.json' : 'modules.json';
    parts.push({
      name: typeof name === 'string' ? name : path,
      library: type.slice(0, Math.max(0, dot)),
      className,
      config: path === '' ? file : `${path}/${file}`,
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
      parts.push({ name, library, className, config: `${name}/${configOf(className)}` });
  }
  return parts;
}

function configOf(className: string): string {
  if (/Scheduler$/.test(className)) return 'scheduler_config.json';
  if (/Tokenizer/.test(className)) return 'tokenizer_config.json';
  return /(Processor|Extractor)$/.test(className) ? 'preprocessor_config.json' : 'config.json';
}

/** Parameters of a sentence-transformers Dense module by its own config; undefined for modules that have none known. */
export function denseParameters(values: Readonly<Record<string, unknown>>): number | undefined {
  const { in_features: from, out_features: to, bias } = values;
  if (!isSize(from) || !isSize(to)) return undefined;
  return from * to + (bias === false ? 0 : to);
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
