/** Keys of attention and positions. */
export const ATTENTION: Readonly<Record<string, string>> = {
  multi_query:
    'Whether all query heads share one key and value head (MQA): the cache is smaller by the number of heads.',
  multi_query_attention:
    'Whether query heads share few key and value heads; how many says multi_query_group_num.',
  new_decoder_architecture:
    'Whether the layers are the later form: grouped key and value heads and two norms.',
  parallel_attn: 'Whether attention and feed-forward part run side by side on the same input.',
  use_parallel_residual: 'Whether attention and feed-forward part run side by side on the same input.',
  layer_types:
    'Kind of each layer in order: full attention, a window, linear attention, state space. Windowed layers keep only their window.',
  use_sliding_window:
    'Whether windowed layers are used at all; sliding_window says how many tokens they see.',
  max_window_layers: 'Layers from this one on are windowed.',
  sliding_window_pattern: 'Every so many layers one sees all tokens; the others see a window.',
  local_attention: 'Tokens that a local attention layer sees.',
  global_attn_every_n_layers: 'Every so many layers one attends to all tokens.',
  attention_layers: 'Kind of each layer in order: global or local.',
  attention_types: 'Kinds of layers and how often each group is repeated: global or local.',
  window_size: 'Tokens, or patches along each side, that windowed attention sees.',
  attention_chunk_size: 'Tokens of one chunk: chunked layers attend inside their own chunk only.',
  qkv_bias: 'Whether the query, key and value projections add a bias.',
  add_qkv_bias: 'Whether the query, key and value projections add a bias.',
  use_qkv_bias: 'Whether the query, key and value projections add a bias.',
  use_qk_norm: 'Whether queries and keys are normalised.',
  qk_layernorm: 'Whether queries and keys are normalised.',
  qk_norm_type: 'How queries and keys are normalised.',
  d_kv: 'Length of each head’s key and value vectors.',
  kv_channels: 'Length of each head’s key and value vectors.',
  attn_implementation:
    'The attention kernel that the library is asked to use: results and FLOPs stay, memory that is moved differs.',
  use_cache:
    'Whether generation keeps keys and values; without them every token computes all earlier ones again.',
  rope_theta: 'Base of the rotary positions: larger lets angles turn slower, for longer contexts.',
  rope_scaling: 'How rotary positions are stretched beyond the length that was trained.',
  rope_parameters: 'Base and stretching of the rotary positions.',
  rope_type: 'Rule by which rotary positions are stretched.',
  factor: 'By how much rotary positions are stretched.',
  original_max_position_embeddings: 'The length that was trained before positions were stretched.',
  partial_rotary_factor: 'Share of each head that is rotated by position.',
  rotary_pct: 'Share of each head that is rotated by position.',
  rotary_dim: 'Elements of each head that are rotated by position.',
  rotary_emb_base: 'Base of the rotary positions.',
  rope_local_base_freq: 'Base of the rotary positions in windowed layers.',
  alibi:
    'Whether positions are a slope on the scores instead of a table or a rotation: nothing is stored for them.',
  position_embedding_type: 'How positions enter: a stored table, relative ones, or a rotation.',
  position_buckets: 'Distances that relative positions tell apart; a table has a row for each.',
  relative_attention: 'Whether attention scores depend on relative positions.',
  relative_attention_num_buckets:
    'Distances that relative positions tell apart; a table has a row for each, per head.',
  relative_attention_max_distance: 'Beyond this distance all positions share a bucket.',
  max_relative_positions: 'The largest distance that relative positions tell apart.',
  share_att_key: 'Whether relative positions use the projections of queries and keys, instead of their own.',
  pos_att_type: 'Which scores of relative positions are added: content to position, position to content.',
  position_biased_input: 'Whether a table of positions is added to the embedding.',
  num_kv_shared_layers: 'Layers that read the cache of an earlier one and keep none of their own.',
  no_rope_layers: 'Layers without rotary positions.',
  index_topk: 'Tokens that the sparse attention’s indexer picks for each query.',
};
