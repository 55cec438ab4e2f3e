import { layoutFamily } from '../../layout/declareLayout';
import { sayUntiedHead } from './untiedHead';

/** A block's dense or sparse feed-forward: every `step`-th block routes to experts. */
function feedForward(at: string, step: string): string {
  return `
${at}. ?!(i%${step}==1)*(${step}!=1)
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
${at}.router. ?(i%${step}==1)+(${step}==1)
  classifier w[num_experts,d_model] b?router_bias[num_experts]
${at}.experts.expert_<j:num_experts>. ?(i%${step}==1)+(${step}==1)
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
`;
}

/** The tensors of `SwitchTransformersForConditionalGeneration`: T5 with sparse blocks. */
export const switchTransformers = layoutFamily(
  `
# As the library: every so many blocks, one; never where there are none.
let encoder_step = has(encoder_sparse_step)?encoder_sparse_step:(num_sparse_encoder_layers>0?num_layers//num_sparse_encoder_layers:num_layers)
let decoder_step = has(decoder_sparse_step)?decoder_sparse_step:(num_sparse_decoder_layers>0?num_decoder_layers//num_sparse_decoder_layers:num_decoder_layers)
.
  shared w[vocab_size,d_model]
  lm_head w?has(tie_word_embeddings)*!tie_word_embeddings[vocab_size,d_model]
encoder.block.<i:num_layers>.layer.0.SelfAttention.
  q|k|v w[num_heads*d_kv,d_model]
  o w[d_model,num_heads*d_kv]
  relative_attention_bias w?i==0[relative_attention_num_buckets,num_heads]
encoder.block.<i:num_layers>.layer.<k:2>.
  layer_norm w[d_model]
${feedForward('encoder.block.<i:num_layers>.layer.1.mlp', 'encoder_step')}
encoder.
  final_layer_norm w[d_model]
decoder.block.<i:num_decoder_layers>.layer.0.SelfAttention.
  q|k|v w[num_heads*d_kv,d_model]
  o w[d_model,num_heads*d_kv]
  relative_attention_bias w?i==0[relative_attention_num_buckets,num_heads]
decoder.block.<i:num_decoder_layers>.layer.<k:3>.
  layer_norm w[d_model]
decoder.block.<i:num_decoder_layers>.layer.1.EncDecAttention.
  q|k|v w[num_heads*d_kv,d_model]
  o w[d_model,num_heads*d_kv]
${feedForward('decoder.block.<i:num_decoder_layers>.layer.2.mlp', 'decoder_step')}
decoder.
  final_layer_norm w[d_model]
`,
  sayUntiedHead,
);
