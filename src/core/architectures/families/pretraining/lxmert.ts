import { layoutFamily } from '../../layout/declareLayout';
import { ibertLayers } from '../../layout/layers';

/** The tensors of `LxmertForPreTraining`. */
export const lxmert = layoutFamily(`
lxmert.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
lxmert.encoder.visn_fc.
  visn_fc w[hidden_size,visual_feat_dim] b[hidden_size]
  visn_layer_norm|box_layer_norm w[hidden_size] b[hidden_size]
  box_fc w[hidden_size,visual_pos_dim] b[hidden_size]
${ibertLayers('lxmert.encoder.layer.{l_layers}.')}
lxmert.encoder.x_layers.{x_layers}.visual_attention.att.
  query|key|value w[hidden_size,hidden_size] b[hidden_size]
lxmert.encoder.x_layers.{x_layers}.visual_attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
lxmert.encoder.x_layers.{x_layers}.lang_self_att.self.
  query|key|value w[hidden_size,hidden_size] b[hidden_size]
lxmert.encoder.x_layers.{x_layers}.lang_self_att.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
lxmert.encoder.x_layers.{x_layers}.visn_self_att.self.
  query|key|value w[hidden_size,hidden_size] b[hidden_size]
lxmert.encoder.x_layers.{x_layers}.visn_self_att.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
lxmert.encoder.x_layers.{x_layers}.lang_inter.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
lxmert.encoder.x_layers.{x_layers}.lang_output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
lxmert.encoder.x_layers.{x_layers}.visn_inter.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
lxmert.encoder.x_layers.{x_layers}.visn_output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
${ibertLayers('lxmert.encoder.r_layers.{r_layers}.')}
lxmert.pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
cls.
  predictions b[vocab_size]
  seq_relationship w[2,hidden_size] b[2]
cls.predictions.transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
obj_predict_head.transform.
  dense w?task_obj_predict[hidden_size,hidden_size] b?task_obj_predict[hidden_size]
  LayerNorm w?task_obj_predict[hidden_size] b?task_obj_predict[hidden_size]
obj_predict_head.decoder_dict.
  obj w?task_obj_predict*visual_obj_loss[num_object_labels,hidden_size] b?task_obj_predict*visual_obj_loss[num_object_labels]
  attr w?task_obj_predict*visual_attr_loss[num_attr_labels,hidden_size] b?task_obj_predict*visual_attr_loss[num_attr_labels]
  feat w?task_obj_predict*visual_feat_loss[visual_feat_dim,hidden_size] b?task_obj_predict*visual_feat_loss[visual_feat_dim]
answer_head.logit_fc.
  0 w?task_qa[2*hidden_size,hidden_size] b?task_qa[2*hidden_size]
  2 w?task_qa[2*hidden_size] b?task_qa[2*hidden_size]
  3 w?task_qa[num_qa_labels,2*hidden_size] b?task_qa[num_qa_labels]
cls.predictions.
  decoder w?!tie_word_embeddings[vocab_size,hidden_size]
`);
