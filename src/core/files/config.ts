import type { Analysis } from '../analysis';
import { buildModel } from '../architectures/buildModel';
import { costModel } from '../costs/costModel';
import type { DType } from '../model/dtype';
import type { ConfigDocument } from '../readers/config/readConfig';
import { readJson } from '../readers/config/readJson';
import { mayBeModel } from './hint';
import type { JsonKind } from './recognise';
import { jsonKindOf } from './recognise';

/** A config larger than this is none. */
export const MAX_CONFIG_BYTES = 16 * 1024 * 1024;

/** A JSON of a model: what it is to it, its values, and where its keys stand. */
export interface ModelJson {
  readonly kind: JsonKind;
  readonly document: ConfigDocument;
  readonly root: unknown;
}

/** Reads a JSON text that belongs to a model; undefined for all other JSON. Never throws. */
export function readModelJson(text: string, name: string): ModelJson | undefined {
  if (!mayBeModel(text)) return undefined;
  const json = readJson(text);
  if (!json) return undefined;
  const { root, ranges, lines, problems } = json;
  const kind = jsonKindOf(root);
  if (!kind) return undefined;
  const values = (Array.isArray(root) ? {} : root) as Readonly<Record<string, unknown>>;
  return { kind, root, document: { name, values, ranges, lines, problems } };
}

/**
 * Analyses the text of a config by itself: `config.json` or `params.json`; undefined when it is some
 * other JSON, or names parts that have files of their own. Synchronous and fast.
 */
export function analyseConfig(text: string, name: string): Analysis | undefined {
  const json = readModelJson(text, name);
  return json && isAlone(json.kind) ? analyseDocument(json.document) : undefined;
}

/** The kinds whose own text tells the model. */
export function isAlone(kind: JsonKind): boolean {
  return kind === 'config' || kind === 'params';
}

type Values = ConfigDocument['values'];

/** Analyses a config's values; `dtype` is the type of its weights where it names none. */
export function analyseDocument(config: ConfigDocument, dtype?: DType): Analysis {
  const { name } = config;
  const rebuild = (values: Values) => buildModel(values, { name, dtype });
  const model = buildModel(config.values, { name, problems: config.problems, dtype });
  return { kind: 'model', name, model, costs: costModel(model), config, rebuild };
}
