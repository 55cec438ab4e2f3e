/**
 * The names that GGUF files have for the weights of the modelling library, by the last parts of a name: ggml's own names
 * (GGUF specification, "Standardized tensor names"). A part whose name differs between architectures has several
 * candidates; the file decides, since each of its tensors is taken once.
 */

type Choices = readonly (readonly string[])[];

/** Outside all layers, by the last parts of the name. */
const TOP: readonly (readonly [ending: RegExp, names: readonly string[]])[] = [
  [/(^|\.)(embed_tokens|wte|word_embeddings|embed_in|tok_embeddings|embeddings|embedding)$/, ['token_embd']],
  [/(^|\.)(wpe|embed_positions|position_embeddings)$/, ['position_embd']],
  [/(^|\.)token_type_embeddings$/, ['token_types']],
  [/(^|\.)(lm_head|embed_out|output_layer|output)$/, ['output']],
  [/(^|\.)(word_embeddings_layernorm|emb_ln|embeddings\.(LayerNorm|norm))$/, ['token_embd_norm']],
  [/(^|\.)(norm|ln_f|norm_f|final_layernorm|final_layer_norm|final_norm|norm_out)$/, ['output_norm']],
];

/** Inside a layer; for each ending the candidates in order, `a + b` for several tensors that make up one weight. */
const LAYER: readonly (readonly [ending: RegExp, names: readonly string[]])[] = [
  [/(^|\.)(q_proj|query|wq|q)$/, ['attn_q']],
  [/(^|\.)(k_proj|key|wk|k)$/, ['attn_k']],
  [/(^|\.)(v_proj|value|wv|v)$/, ['attn_v']],
  [
    /(self_attn|attn|attention|self_attention|norm_attn_norm\.attn)\.(o_proj|out_proj|dense|c_proj|proj|wo|output\.dense)$/,
    ['attn_output'],
  ],
  [/(^|\.)(qkv_proj|query_key_value|c_attn|Wqkv|qkv)$/, ['attn_qkv', 'attn_q + attn_k + attn_v']],
  [/attention\.output\.LayerNorm$/, ['attn_output_norm']],
  [/(^|\.)(q_norm|q_layernorm|query_layernorm)$/, ['attn_q_norm']],
  [/(^|\.)(k_norm|k_layernorm|key_layernorm)$/, ['attn_k_norm']],
  [/(^|\.)sinks$/, ['attn_sinks']],
  [/(^|\.)q_a_proj$/, ['attn_q_a']],
  [/(^|\.)q_b_proj$/, ['attn_q_b']],
  [/(^|\.)kv_a_proj_with_mqa$/, ['attn_kv_a_mqa']],
  [/(^|\.)kv_b_proj$/, ['attn_kv_b', 'attn_k_b + attn_v_b']],
  [/(^|\.)q_a_layernorm$/, ['attn_q_a_norm']],
  [/(^|\.)kv_a_layernorm$/, ['attn_kv_a_norm']],
  [/(^|\.)(input_layernorm|ln_1|ln_attn|norm_1|attention_norm|ln1|norm)$/, ['attn_norm']],
  [/(^|\.)post_attention_layernorm$/, ['post_attention_norm', 'ffn_norm']],
  [
    /(^|\.)(pre_feedforward_layernorm|pre_ff_layernorm|ln_2|ln_mlp|norm_2|ffn_norm)$/,
    ['ffn_norm', 'attn_norm_2'],
  ],
  [/(^|\.)post_feedforward_layernorm$/, ['post_ffw_norm', 'ffn_norm']],
  [/shared_experts?\.gate_proj$/, ['ffn_gate_shexp']],
  [/shared_experts?\.up_proj$/, ['ffn_up_shexp']],
  [/shared_experts?\.down_proj$/, ['ffn_down_shexp']],
  [/(^|\.)shared_expert_gate$/, ['ffn_gate_inp_shexp']],
  [/experts\.gate_up_proj(_blocks)?$/, ['ffn_gate_exps + ffn_up_exps', 'ffn_gate_up_exps']],
  [/experts\.down_proj(_blocks)?$/, ['ffn_down_exps']],
  [/(^|\.)e_score_correction_bias$/, ['exp_probs_b']],
  [
    /(^|\.)(router|gate\.wg|router\.layer|block_sparse_moe\.gate|mlp\.gate|feed_forward\.router|moe\.gate)$/,
    ['ffn_gate_inp'],
  ],
  [/(^|\.)gate_up_proj$/, ['ffn_up', 'ffn_gate + ffn_up']],
  [/(^|\.)(gate_proj|w1|linear_1)$/, ['ffn_gate']],
  [/(^|\.)(up_proj|fc1|c_fc|dense_h_to_4h|fc_in|w3|intermediate\.dense|ffn\.up_proj)$/, ['ffn_up']],
  [/(^|\.)(down_proj|fc2|dense_4h_to_h|fc_out|w2|ffn\.down_proj|mlp\.c_proj|output\.dense)$/, ['ffn_down']],
  [/output\.LayerNorm$/, ['layer_output_norm']],
  [/(mixer|mamba|linear_attn)\.in_proj$/, ['ssm_in']],
  [/(mixer|mamba)\.conv1d$/, ['ssm_conv1d']],
  [/(mixer|mamba)\.x_proj$/, ['ssm_x']],
  [/(mixer|mamba)\.dt_proj$/, ['ssm_dt']],
  [/(mixer|mamba)\.A_log$/, ['ssm_a']],
  [/(mixer|mamba)\.D$/, ['ssm_d']],
  [/(mixer|mamba)\.out_proj$/, ['ssm_out']],
  [/(mixer|mamba)\.norm$/, ['ssm_norm']],
];

/** The tensors that may hold a weight, first choice first; empty for names that GGUF has none for. */
export function ggufNames(name: string): Choices {
  const layer = /(?:^|\.)(?:layers|h|blocks|layer|block)\.(\d+)\.(.+)$/.exec(name);
  const rest = layer ? layer[2]! : name;
  const ended = /^(.*?)[._](weight|bias)$/.exec(rest);
  const stem = ended ? ended[1]! : rest;
  // Parameters of no module (sinks, D, experts) end otherwise in the library; in files all end in weight but a few.
  const endings = ended ? [ended[2]!] : ['weight', ''];
  const rows = layer ? LAYER : TOP;
  const choices: string[][] = [];
  for (const [pattern, names] of rows) {
    if (!pattern.test(stem)) continue;
    for (const choice of names)
      for (const ending of endings)
        choices.push(
          choice
            .split(' + ')
            .map((n) => `${layer ? `blk.${layer[1]}.` : ''}${n}${ending === '' ? '' : `.${ending}`}`),
        );
  }
  return choices;
}
