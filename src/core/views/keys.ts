import { ATTENTION } from './keyMeanings/attention';
import { FREE } from './keyMeanings/free';
import { PARTS } from './keyMeanings/parts';
import { SIZES } from './keyMeanings/sizes';

/** Other names of the same keys. */
const ALIASES: Readonly<Record<string, string>> = {
  n_embd: 'hidden_size',
  dim: 'hidden_size',
  hidden_dim: 'intermediate_size',
  head_size: 'head_dim',
  n_kv_heads: 'num_key_value_heads',
  d_model: 'hidden_size',
  n_layer: 'num_hidden_layers',
  num_layers: 'num_hidden_layers',
  n_layers: 'num_hidden_layers',
  n_head: 'num_attention_heads',
  num_heads: 'num_attention_heads',
  n_heads: 'num_attention_heads',
  n_inner: 'intermediate_size',
  ffn_dim: 'intermediate_size',
  d_ff: 'intermediate_size',
  n_positions: 'max_position_embeddings',
  n_ctx: 'max_position_embeddings',
  dtype: 'torch_dtype',
  num_experts: 'num_local_experts',
  n_routed_experts: 'num_local_experts',
  num_kv_heads: 'num_key_value_heads',
  multi_query_group_num: 'num_key_value_heads',
  activation_function: 'hidden_act',
  hidden_activation: 'hidden_act',
  act_fn: 'hidden_act',
  activation: 'hidden_act',
  n_embed: 'hidden_size',
  max_seq_len: 'max_position_embeddings',
  seq_length: 'max_position_embeddings',
  max_sequence_length: 'max_position_embeddings',
  context_length: 'max_position_embeddings',
  ffn_hidden_size: 'intermediate_size',
  experts_per_token: 'num_experts_per_tok',
  _attn_implementation: 'attn_implementation',
  attn_impl: 'attn_implementation',
  mamba_d_state: 'state_size',
  mamba_d_conv: 'conv_kernel',
  mamba_expand: 'expand',
  mamba_dt_rank: 'time_step_rank',
  sliding_window_size: 'sliding_window',
  num_decoder_layers: 'decoder_layers',
  in_chans: 'num_channels',
  lora_rank: 'r',
  mtp_transformer_layers: 'num_nextn_predict_layers',
  local_rope_theta: 'rope_local_base_freq',
  global_rope_theta: 'rope_theta',
};

/** The meaning of a key by the last part of its path, or undefined for keys that the lens does not know. */
export function meaningOf(path: string): string | undefined {
  const key = nameOf(path);
  for (const table of [SIZES, ATTENTION, PARTS, FREE]) if (Object.hasOwn(table, key)) return table[key];
  return undefined;
}

/** Whether no figure follows from a key, whatever its value. */
export function isFree(path: string): boolean {
  return Object.hasOwn(FREE, nameOf(path));
}

function nameOf(path: string): string {
  const key = path.slice(path.lastIndexOf('.') + 1);
  return Object.hasOwn(ALIASES, key) ? ALIASES[key]! : key;
}
