/**
 * The metadata of a GGUF file as the config of the same model, in the modelling library's names, so that the declared
 * family builds it: `llama.block_count` is `num_hidden_layers`. Keys by the GGUF specification.
 */
import type { GgufHeader, GgufValue } from './readHeader';

type Header = Extract<GgufHeader, { kind: 'header' }>;

/** GGUF's architectures, where the modelling library calls them otherwise. */
const MODEL_TYPES: Readonly<Record<string, string>> = {
  qwen2moe: 'qwen2_moe',
  qwen3moe: 'qwen3_moe',
  gptneox: 'gpt_neox',
  gptj: 'gptj',
  phi2: 'phi',
  starcoder: 'gpt_bigcode',
  gemma3: 'gemma3_text',
  gemma3n: 'gemma3n_text',
  deepseek2: 'deepseek_v2',
  'command-r': 'cohere',
  cohere2: 'cohere2',
  'gpt-oss': 'gpt_oss',
  granitemoe: 'granitemoe',
  'nomic-bert': 'nomic_bert',
  olmo2: 'olmo2',
  chatglm: 'glm',
  glm4: 'glm4',
  falcon_h1: 'falcon_h1',
  'falcon-h1': 'falcon_h1',
};

const SIZES: readonly (readonly [gguf: string, config: string])[] = [
  ['block_count', 'num_hidden_layers'],
  ['context_length', 'max_position_embeddings'],
  ['embedding_length', 'hidden_size'],
  ['feed_forward_length', 'intermediate_size'],
  ['attention.head_count', 'num_attention_heads'],
  ['attention.head_count_kv', 'num_key_value_heads'],
  ['attention.key_length', 'head_dim'],
  ['attention.sliding_window', 'sliding_window'],
  ['vocab_size', 'vocab_size'],
  ['expert_count', 'num_local_experts'],
  ['expert_count', 'num_experts'],
  ['expert_count', 'n_routed_experts'],
  ['expert_used_count', 'num_experts_per_tok'],
  ['expert_feed_forward_length', 'moe_intermediate_size'],
  ['expert_shared_feed_forward_length', 'shared_expert_intermediate_size'],
  ['expert_shared_count', 'n_shared_experts'],
  ['leading_dense_block_count', 'first_k_dense_replace'],
  ['attention.q_lora_rank', 'q_lora_rank'],
  ['attention.kv_lora_rank', 'kv_lora_rank'],
  ['ssm.conv_kernel', 'conv_kernel'],
  ['ssm.state_size', 'state_size'],
  ['ssm.inner_size', 'd_inner'],
  ['ssm.time_step_rank', 'time_step_rank'],
];

/** The equivalent config; undefined when the file names no architecture. */
export function configOfGguf(header: Header): Readonly<Record<string, unknown>> | undefined {
  const architecture = header.metadata.get('general.architecture');
  if (typeof architecture !== 'string' || architecture === '') return undefined;
  const config: Record<string, unknown> = {};
  for (const [from, to] of SIZES) {
    const value = numberOf(header.metadata.get(`${architecture}.${from}`));
    if (value !== undefined && value !== 0) config[to] = value;
  }
  Object.assign(config, latentSizes(header, architecture, config));
  const experts = config['num_local_experts'] !== undefined;
  config['model_type'] =
    architecture === 'llama' && experts ? 'mixtral' : (MODEL_TYPES[architecture] ?? architecture);
  const rows = header.tensors.find((t) => t.name === 'token_embd.weight')?.shape[0];
  const tokens = header.metadata.get('tokenizer.ggml.tokens');
  config['vocab_size'] ??= rows ?? (isList(tokens) ? tokens.length : undefined);
  if (config['vocab_size'] === undefined) delete config['vocab_size'];
  config['tie_word_embeddings'] = !header.tensors.some((t) => t.name === 'output.weight');
  config['attention_bias'] = header.tensors.some((t) => /attn_(q|qkv)\.bias$/.test(t.name));
  return config;
}

/**
 * The parts of a key under latent attention: files tell its whole length and the part that turns. Later files keep the
 * latent itself as the one key head, and the lengths after expansion under names of their own (`key_length_mla`).
 */
function latentSizes(
  header: Header,
  architecture: string,
  config: Readonly<Record<string, unknown>>,
): Readonly<Record<string, number>> {
  if (config['kv_lora_rank'] === undefined) return {};
  const size = (key: string) => {
    const value = numberOf(header.metadata.get(`${architecture}.${key}`));
    return typeof value === 'number' && value > 0 ? value : undefined;
  };
  const key = size('attention.key_length_mla') ?? size('attention.key_length');
  const value = size('attention.value_length_mla') ?? size('attention.value_length');
  const turning = size('rope.dimension_count');
  const heads = config['num_attention_heads'];
  return {
    ...(key !== undefined && turning !== undefined && key > turning
      ? { qk_nope_head_dim: key - turning, qk_rope_head_dim: turning }
      : {}),
    ...(value === undefined ? {} : { v_head_dim: value }),
    // The latent counts as one head in the file; the model has as many keys as queries.
    ...(typeof heads === 'number' ? { num_key_value_heads: heads } : {}),
  };
}

/** A number; of a list per layer its values where they differ, else the one. */
function numberOf(value: GgufValue | undefined): number | readonly number[] | undefined {
  if (typeof value === 'number') return value;
  if (!isList(value) || !value.values?.length) return undefined;
  const numbers = value.values.filter((v) => typeof v === 'number');
  return numbers.every((n) => n === numbers[0]) ? numbers[0] : numbers;
}

function isList(value: GgufValue | undefined): value is Extract<GgufValue, object> {
  return typeof value === 'object';
}
