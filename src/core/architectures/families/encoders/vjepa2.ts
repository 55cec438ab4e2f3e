import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VJEPA2Model`. */
export const vjepa2 = layoutFamily(`
encoder.embeddings.patch_embeddings.
  proj w[hidden_size,in_chans,tubelet_size,patch_size,patch_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.
  norm1|norm2 w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.attention.
  query|key|value w[hidden_size,hidden_size] b?qkv_bias[hidden_size]
  proj w[hidden_size,hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.mlp.
  fc1 w[int(hidden_size*mlp_ratio),hidden_size] b[int(hidden_size*mlp_ratio)]
  fc2 w[hidden_size,int(hidden_size*mlp_ratio)] b[hidden_size]
encoder.
  layernorm w[hidden_size] b[hidden_size]
predictor.embeddings.
  mask_tokens [pred_num_mask_tokens,1,1,pred_hidden_size]
  predictor_embeddings w[pred_hidden_size,hidden_size] b[pred_hidden_size]
predictor.layer.{pred_num_hidden_layers}.
  norm1|norm2 w[pred_hidden_size] b[pred_hidden_size]
predictor.layer.{pred_num_hidden_layers}.attention.
  query|key|value w[pred_hidden_size,pred_hidden_size] b?qkv_bias[pred_hidden_size]
  proj w[pred_hidden_size,pred_hidden_size] b[pred_hidden_size]
predictor.layer.{pred_num_hidden_layers}.mlp.
  fc1 w[int(pred_hidden_size*pred_mlp_ratio),pred_hidden_size] b[int(pred_hidden_size*pred_mlp_ratio)]
  fc2 w[pred_hidden_size,int(pred_hidden_size*pred_mlp_ratio)] b[pred_hidden_size]
predictor.
  layernorm w[pred_hidden_size] b[pred_hidden_size]
  proj w[hidden_size,pred_hidden_size] b[hidden_size]
`);
