import { layoutFamily } from '../../layout/declareLayout';

/** One side's layers: `norms` of its own, every `step`-th with experts. */
function side(name: 'encoder' | 'decoder', norms: string): string {
  const layer = `model.${name}.layers.<i:${name}_layers>.`;
  const sparse = `(${name}_sparse_step>0)*((i+1)%${name}_sparse_step==0)`;
  return `
${layer}self_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
${layer}
  ${norms} w[d_model] b[d_model]
${layer}ffn. ?!(${sparse})
  fc1 w[${name}_ffn_dim,d_model] b[${name}_ffn_dim]
  fc2 w[d_model,${name}_ffn_dim] b[d_model]
${layer}ffn.router. ?${sparse}
  classifier w[num_experts,d_model] b?router_bias[num_experts]
${layer}ffn.experts.expert_<j:num_experts>. ?${sparse}
  fc1 w[${name}_ffn_dim,d_model] b[${name}_ffn_dim]
  fc2 w[d_model,${name}_ffn_dim] b[d_model]
model.${name}.
  layer_norm w[d_model] b[d_model]
`;
}

/** The tensors of `NllbMoeForConditionalGeneration`: M2M-100 with sparse layers. */
export const nllbMoe = layoutFamily(`
model.
  shared w[vocab_size,d_model]
${side('encoder', 'self_attn_layer_norm|ff_layer_norm')}
${side('decoder', 'self_attn_layer_norm|cross_attention_layer_norm|ff_layer_norm')}
model.decoder.layers.<i:decoder_layers>.cross_attention.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
.
  lm_head w?!tie_word_embeddings[vocab_size,d_model]
`);
