/** What the keys of model configs mean, in a line each. Aliases name the key they stand for. */
const MEANINGS: Readonly<Record<string, string>> = {
  hidden_size: 'Width of the residual stream: the length of the vector each token is, in every layer.',
  intermediate_size: 'Width inside the feed-forward part of each layer.',
  num_hidden_layers: 'How many layers stand one above the other.',
  num_attention_heads: 'Query heads of each attention layer.',
  num_key_value_heads:
    'Key and value heads of each attention layer; fewer than query heads (GQA, MQA) make the cache smaller.',
  head_dim: 'Length of each head’s query, key and value vectors.',
  vocab_size: 'How many tokens the embedding and the output head know.',
  max_position_embeddings: 'The longest sequence that the model was made for, in tokens.',
  type_vocab_size: 'Kinds of segments the embedding can mark.',
  tie_word_embeddings: 'Whether the output head uses the embedding’s own matrix.',
  attention_bias: 'Whether the attention projections add a bias.',
  mlp_bias: 'Whether the feed-forward projections add a bias.',
  sliding_window: 'How many past tokens a windowed attention layer may see and keeps in its cache.',
  torch_dtype: 'The element type the checkpoint is stored in.',
  kv_lora_rank: 'Length of the latent that multi-head latent attention caches instead of keys and values.',
  q_lora_rank: 'Length of the latent that queries are made from.',
  qk_rope_head_dim: 'The part of each key that carries the position; cached once for all heads.',
  qk_nope_head_dim: 'The part of each key that carries no position.',
  v_head_dim: 'Length of each head’s value vector.',
  num_local_experts: 'Experts of each mixture layer; all are stored, few run.',
  num_experts_per_tok: 'Experts that run for each token.',
  moe_intermediate_size: 'Width inside one expert.',
  n_shared_experts: 'Experts that run for every token.',
  r: 'Rank of an adapter: the width of the two thin matrices that it adds to each target.',
  lora_alpha: 'Factor over the rank by which an adapter’s product is scaled; it costs nothing.',
  use_dora: 'Whether the adapter also learns the length of each of the weight’s rows.',
  first_k_dense_replace: 'Layers at the start that have a plain feed-forward part instead of experts.',
};

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
};

/** The meaning of a key by the last part of its path, or undefined for keys that the lens does not know. */
export function meaningOf(path: string): string | undefined {
  const key = path.slice(path.lastIndexOf('.') + 1);
  return MEANINGS[Object.hasOwn(ALIASES, key) ? ALIASES[key]! : key];
}
