import type { Builder } from './builder';
import type { ConfigReader } from './configReader';
import { formerType } from './formerTypes';
import { deepseek } from './families/latent';
import { llama } from './families/llama';
import { moeLlama } from './families/mixtures';
import { denseFirst } from './parts/mixture';

/** Names that known families have for the same size, the usual name first. */
const ALIASES: readonly (readonly string[])[] = [
  ['hidden_size', 'n_embd', 'd_model', 'dim', 'n_embed', 'embed_dim', 'model_dim'],
  ['num_hidden_layers', 'n_layer', 'n_layers', 'num_layers', 'decoder_layers'],
  ['num_attention_heads', 'n_head', 'n_heads', 'num_heads', 'decoder_attention_heads'],
  [
    'num_key_value_heads',
    'n_head_kv',
    'n_kv_heads',
    'num_kv_heads',
    'multi_query_group_num',
    'num_query_groups',
  ],
  [
    'intermediate_size',
    'n_inner',
    'ffn_dim',
    'ffn_hidden_size',
    'd_ff',
    'ff_dim',
    'ff_intermediate_size',
    'hidden_dim',
    'decoder_ffn_dim',
  ],
  ['vocab_size', 'padded_vocab_size', 'n_vocab'],
  ['head_dim', 'kv_channels', 'd_head', 'attention_head_dim'],
  ['max_position_embeddings', 'n_positions', 'seq_length', 'max_seq_len', 'n_ctx', 'max_sequence_length'],
];

const EXPERTS = ['num_local_experts', 'num_experts', 'n_routed_experts', 'moe_num_experts'];

/**
 * A model type that nobody declared: built from the keys it shares with declared families, as a decoder of Llama's
 * shape, with a mixture of experts or latent attention where their keys are there. Marked estimated, and said what was
 * assumed; without layers or width nothing is invented. `familyNamed` finds declared families, for types that had another
 * name before.
 */
export function unknownFamily(
  b: Builder,
  familyNamed: (modelType: string) => ((b: Builder) => void) | undefined = () => undefined,
): void {
  b.estimated = true;
  const type =
    b.c.modelType === '' ? 'No `model_type` is given' : `The model type \`${b.c.modelType}\` is not known`;
  const part = textPart(b.c);
  sayLeftOut(b.c, part);
  const own = part !== b.c && familyNamed(part.modelType) !== undefined;
  const former = own ? { type: part.modelType, values: () => ({}) } : formerType(part.modelType);
  const family = former && familyNamed(former.type);
  if (former && family) {
    const given = Object.entries(former.values(part)).filter(([, value]) => value !== undefined);
    const message = own
      ? `${type}: computed as the \`${former.type}\` that \`${part.path.replace(/\.$/, '')}\` names.`
      : `${type}: computed as \`${former.type}\`, the modelling library's name for the same structure.`;
    b.c.report('assumption', 'config.unknown-type', 'model_type', message);
    b.withReader(part.with(Object.fromEntries(given), former.type), () => family(b));
    return;
  }
  const { c, assumed } = sharedKeys(part);
  const missing = ['hidden_size', 'num_hidden_layers', 'num_attention_heads'].filter((k) => !c.has(k));
  if (missing.length > 0) {
    const message = `${type}, and it has no ${missing.map((k) => `\`${k}\``).join(', ')}: nothing can be computed from it.`;
    b.c.report('assumption', 'config.unknown-type', 'model_type', message);
    return;
  }
  const latent = c.has('kv_lora_rank') && c.has('qk_rope_head_dim');
  const mixed = EXPERTS.some((k) => c.has(k) && c.int(k) > 1);
  const shape = `${latent ? 'latent attention' : 'grouped-query attention'} and ${mixed ? 'mixtures of experts' : 'a gated MLP'}`;
  const more = assumed.length > 0 ? ` Taken to be so: ${assumed.join(', ')}.` : '';
  const message = `${type}: computed as a decoder of Llama's shape with ${shape}, from the keys it shares with known families.${more}`;
  b.c.report('assumption', 'config.unknown-type', 'model_type', message);
  b.withReader(c, () => {
    if (latent) deepseek(b, mixed ? {} : { sparse: 'none' });
    else if (mixed) mixtureOf(b);
    else llama(b);
  });
}

/** Parts beside the language model are told, for they are not counted. */
function sayLeftOut(c: ConfigReader, part: ConfigReader): void {
  if (part === c) return;
  const isPart = (key: string) => /_config$/.test(key) && `${c.path}${key}.` !== part.path;
  const sized = (value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).some((k) => /(hidden|image|embed).*(size|dim)|layers|^cls$|model_type/.test(k));
  const left = Object.keys(c.values).filter((key) => isPart(key) && sized(c.values[key]));
  if (left.length === 0) return;
  const named = left.map((key) => `\`${key}\``).join(', ');
  c.report(
    'warning',
    'config.part-left-out',
    left,
    `What ${named} ${left.length === 1 ? 'tells' : 'tell'} of is not counted: the figures are those of \`${part.path.replace(/\.$/, '')}\` alone.`,
  );
}

/** The nested config of the language model, where the outer one has no layers of its own. */
function textPart(c: ConfigReader): ConfigReader {
  if (ALIASES[1]!.some((k) => c.has(k))) return c;
  for (const key of ['text_config', 'llm_config', 'language_config', 'thinker_config'])
    if (c.has(key)) return c.child(key);
  return c;
}

function sharedKeys(c: ConfigReader): { c: ConfigReader; assumed: string[] } {
  const values: Record<string, unknown> = {};
  const assumed: string[] = [];
  for (const [usual, ...others] of ALIASES) {
    const other = c.has(usual!) ? undefined : others.find((k) => c.has(k));
    if (other === undefined) continue;
    values[usual!] = c.raw(other);
    assumed.push(`\`${other}\` is \`${usual}\``);
  }
  const perLayer = c.list('num_key_value_heads_per_layer');
  if (perLayer && perLayer.length > 0 && perLayer.every((n) => typeof n === 'number' && n > 0)) {
    const mean = (perLayer as readonly number[]).reduce((a, n) => a + n, 0) / perLayer.length;
    values['num_key_value_heads'] = Math.max(1, Math.round(mean));
    assumed.push('every layer has the mean of `num_key_value_heads_per_layer`');
  }
  const widths = { ...values };
  if (!c.has('intermediate_size') && widths['intermediate_size'] === undefined) {
    const hidden = c.has('hidden_size') ? c.int('hidden_size') : widths['hidden_size'];
    if (typeof hidden === 'number') {
      values['intermediate_size'] = 4 * hidden;
      assumed.push('the MLP is four times as wide as the model');
    }
  }
  if (!c.has('vocab_size') && widths['vocab_size'] === undefined) {
    values['vocab_size'] = 0;
    assumed.push('no vocabulary is counted');
  }
  return { c: c.with(values, c.modelType), assumed };
}

function mixtureOf(b: Builder): void {
  const { c } = b;
  const own = c.has('moe_intermediate_size');
  const shared = c.first(['n_shared_experts', 'num_shared_experts'], 0);
  const width = c.int(
    'shared_expert_intermediate_size',
    shared * c.int(own ? 'moe_intermediate_size' : 'intermediate_size'),
  );
  const options = {
    innerKey: own ? 'moe_intermediate_size' : 'intermediate_size',
    shared: ['shared_experts', width] as const,
  };
  moeLlama(b, options, {}, denseFirst(c, c.int('first_k_dense_replace', 0)));
}
