/** Nested configs and derived keys, as the modelling library fills them in when a file leaves them out. */
import type { ConfigReader } from '../configReader';
import { defaultsOf } from '../defaults';
import type { Size } from './sizeExpression';
import { parseSize } from './sizeExpression';
import table from './nestedTypes.json';

interface TypeRow {
  readonly nested?: Readonly<Record<string, string>>;
  readonly keys?: Readonly<Record<string, unknown>>;
}

function rowOf(modelType: string): TypeRow {
  const rows = table as unknown as Readonly<Record<string, TypeRow>>;
  return Object.hasOwn(rows, modelType) ? rows[modelType]! : {};
}

/**
 * The nested config of this key. Its type is the one that the outer class fixes, else the file's, else the type of the
 * class's default. A text config that is absent while the outer config has layers of its own is the outer config
 * itself, as older files have it.
 */
export function childConfig(outer: ConfigReader, key: string): ConfigReader {
  const fixed = defaultsOf(outer.modelType).nested?.[key];
  const usual = rowOf(outer.modelType).nested?.[key];
  const flat = key === 'text_config' && !isObject(outer.values[key]) && 'num_hidden_layers' in outer.values;
  if (flat) return outer.with({}, fixed ?? usual ?? outer.modelType);
  const child = outer.child(key, usual);
  if (child.modelType === '' && Object.hasOwn(UNTYPED, `${outer.modelType}.${key}`))
    return child.with({}, UNTYPED[`${outer.modelType}.${key}`]);
  return fixed !== undefined && child.modelType !== fixed ? child.with({}, fixed) : child;
}

/** Nested configs to which the library gives no type of their own. */
const UNTYPED: Readonly<Record<string, string>> = { 'ovis2.vision_config': 'ovis2_vision_model' };

/** Values that a class derives from other keys when its own is absent or null. */
const DERIVED: Readonly<Record<string, string>> = {
  pooler_output_size: 'hidden_size',
  pooler_hidden_size: 'hidden_size',
  num_decoder_layers: 'num_layers',
  num_key_value_heads: 'num_attention_heads',
  decoder_num_key_value_heads: 'decoder_num_attention_heads',
  encoder_num_key_value_heads: 'encoder_num_attention_heads',
  head_dim: 'hidden_size//num_attention_heads',
  true_hidden_size: 'use_bottleneck?intra_bottleneck_size:hidden_size',
  projection_size: 'hidden_size',
  dim_head: 'hidden_dim//num_heads',
  num_feat_extract_layers: 'len(conv_dim)',
  embedding_size: 'hidden_size',
  vit_dim: '768',
  patch_dim: 'patch_size**2*num_channels',
};

const parsed = new Map<string, Size>();

/**
 * What the library computes for a key that is absent or null: derived from another, or the class's own; undefined when
 * it is not known how.
 */
export function derivedValue(c: ConfigReader, key: string): number | readonly unknown[] | undefined {
  if (key === 'is_gated_act') return Number(c.string('feed_forward_proj').startsWith('gated'));
  if (key === 'num_labels') return labelsOf(c);
  const known = rowOf(c.modelType).keys?.[key];
  if (typeof known === 'number') return known;
  if (typeof known === 'boolean') return Number(known);
  if (Array.isArray(known)) return known;
  const rule = Object.hasOwn(DERIVED, key) ? DERIVED[key] : undefined;
  if (rule === undefined) return undefined;
  const size = parsed.get(key) ?? parseSize(rule);
  parsed.set(key, size);
  return size(c, {});
}

/** Labels of a classifier: as many as `id2label` names, 2 where nothing is said. */
function labelsOf(c: ConfigReader): number {
  const names = c.raw('id2label');
  return isObject(names) ? Object.keys(names as object).length : 2;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
