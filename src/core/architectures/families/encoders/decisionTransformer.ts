import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `DecisionTransformerModel`. */
export const decisionTransformer = layoutFamily(`
encoder.
  wte w[vocab_size,hidden_size]
  wpe w[n_positions,hidden_size]
  ln_f w[hidden_size] b[hidden_size]
encoder.h.{n_layer}.
  ln_1|ln_2 w[hidden_size] b[hidden_size]
encoder.h.{n_layer}.attn.
  c_attn w[hidden_size,3*hidden_size] b[3*hidden_size]
  c_proj w[hidden_size,hidden_size] b[hidden_size]
encoder.h.{n_layer}.mlp.
  c_fc w[hidden_size,4*hidden_size] b[4*hidden_size]
  c_proj w[4*hidden_size,hidden_size] b[hidden_size]
.
  embed_timestep w[max_ep_len,hidden_size]
  embed_return w[hidden_size,1] b[hidden_size]
  embed_state w[hidden_size,state_dim] b[hidden_size]
  embed_action w[hidden_size,act_dim] b[hidden_size]
  embed_ln w[hidden_size] b[hidden_size]
  predict_state w[state_dim,hidden_size] b[state_dim]
  predict_return w[1,hidden_size] b[1]
predict_action.
  0 w[act_dim,hidden_size] b[act_dim]
encoder.h.{3}.crossattention.
  c_attn w?add_cross_attention[hidden_size,2*hidden_size] b?add_cross_attention[2*hidden_size]
  q_attn|c_proj w?add_cross_attention[hidden_size,hidden_size] b?add_cross_attention[hidden_size]
encoder.h.{3}.
  ln_cross_attn w?add_cross_attention[hidden_size] b?add_cross_attention[hidden_size]
`);
