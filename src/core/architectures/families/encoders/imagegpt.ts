import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ImageGPTModel`. */
export const imagegpt = layoutFamily(`
.
  wte w[vocab_size,n_embd]
  wpe w[n_positions,n_embd]
  ln_f w[n_embd]
h.{n_layer}.
  ln_1|ln_2 w[n_embd]
  ln_cross_attn w?add_cross_attention[n_embd]
h.{n_layer}.attn.
  c_attn w[n_embd,3*n_embd] b[3*n_embd]
  c_proj w[n_embd,n_embd] b[n_embd]
h.{n_layer}.mlp.
  c_fc w[n_embd,4*n_embd] b[4*n_embd]
  c_proj w[4*n_embd,n_embd] b[n_embd]
h.{n_layer}.crossattention.
  c_attn w?add_cross_attention[n_embd,n_positions] b?add_cross_attention[n_positions]
  q_attn|c_proj w?add_cross_attention[n_embd,n_embd] b?add_cross_attention[n_embd]
`);
