/** Keys from which no figure follows, by what they are for: said in a hover, so that nobody looks for their cost. */
const GROUPS: readonly (readonly [meaning: string, keys: string])[] = [
  [
    'Training only; running the model costs the same.',
    'attention_dropout attention_probs_dropout_prob hidden_dropout_prob dropout hidden_dropout activation_dropout classifier_dropout classifier_dropout_prob resid_pdrop embd_pdrop attn_pdrop emb_pdrop embedding_dropout layerdrop encoder_layerdrop decoder_layerdrop drop_path_rate dropout_rate classif_dropout qa_dropout seq_classif_dropout resid_dropout embed_dropout residual_dropout mlp_dropout attn_dropout_prob emb_dropout_prob summary_first_dropout summary_last_dropout feat_proj_dropout feat_quantizer_dropout final_dropout initializer_range initializer_factor init_std initializer_cutoff_factor router_aux_loss_coef aux_loss_alpha output_router_logits gradient_checkpointing router_jitter_noise mask_time_prob mask_time_length mask_feature_prob mask_feature_length apply_spec_augment ctc_loss_reduction ctc_zero_infinity diversity_loss_weight num_negatives rescale_prenorm_residual layer_scale_init_value',
  ],
  [
    'A constant of a norm; no size follows from it.',
    'rms_norm_eps layer_norm_eps layer_norm_epsilon layernorm_epsilon norm_eps norm_epsilon',
  ],
  [
    'A factor on what layers or logits give; no size follows from it.',
    'attention_multiplier embedding_multiplier residual_multiplier logits_scaling logit_scale scale_emb scale_depth dim_model_base attn_logit_softcapping final_logit_softcapping query_pre_attn_scalar scale_embedding scale_attn_weights mscale mscale_all_dim clip_qkv swiglu_limit beta_fast beta_slow low_freq_factor high_freq_factor rescale_every softmax_scale logit_scale_init_value',
  ],
  [
    'A token’s number in the vocabulary; no size follows from it.',
    'bos_token_id eos_token_id pad_token_id unk_token_id sep_token_id cls_token_id decoder_start_token_id forced_bos_token_id forced_eos_token_id image_token_id image_token_index video_token_id boi_token_index eoi_token_index vision_start_token_id vision_end_token_id vision_token_id',
  ],
  [
    'A setting of generation; what one token costs stays the same.',
    'max_length min_length num_beams length_penalty early_stopping no_repeat_ngram_size do_sample temperature task_specific_params suppress_tokens begin_suppress_tokens forced_decoder_ids',
  ],
  [
    'Says where the file comes from; no size follows from it.',
    'transformers_version _name_or_path _diffusers_version auto_map tokenizer_class tokenizer_name _from_model_config problem_type id2label label2id finetuning_task model_max_length',
  ],
  ['How tensor-parallel training split the sums; the model is the same.', 'pretraining_tp ep_size'],
  [
    'How numbers are rounded while it runs; no size follows from it.',
    'attention_softmax_in_fp32 fp32_residual_connection residual_in_fp32 softmax_in_fp32 scale_attention_softmax_in_fp32 masked_softmax_fusion bias_dropout_fusion',
  ],
  ['Whether the model has an encoder beside its decoder, as its family says.', 'is_encoder_decoder'],
];

export const FREE: Readonly<Record<string, string>> = Object.fromEntries(
  GROUPS.flatMap(([meaning, keys]) => keys.split(' ').map((key) => [key, meaning])),
);
