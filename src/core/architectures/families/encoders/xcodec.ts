import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `XcodecModel`. */
export const xcodec = layoutFamily(`
use semantic_model_config: . > semantic_model.
acoustic_encoder.
  conv1 w[codebook_dim//16,1,semantic_model_config.num_feat_extract_layers] b[codebook_dim//16]
  conv2 w[codebook_dim//4,codebook_dim,kernel_size] b[codebook_dim//4]
acoustic_encoder.block.<i:len(acoustic_model_config.upsampling_ratios)>.res_unit1.snake1.
  alpha [1,acoustic_model_config.encoder_hidden_size*2**i,1]
acoustic_encoder.block.<i:len(acoustic_model_config.upsampling_ratios)>.res_unit1.
  conv1 w[acoustic_model_config.encoder_hidden_size*2**i,acoustic_model_config.encoder_hidden_size*2**i,semantic_model_config.num_feat_extract_layers] b[acoustic_model_config.encoder_hidden_size*2**i]
  conv2 w[acoustic_model_config.encoder_hidden_size*2**i,acoustic_model_config.encoder_hidden_size*2**i,1] b[acoustic_model_config.encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(acoustic_model_config.upsampling_ratios)>.res_unit1.snake2.
  alpha [1,acoustic_model_config.encoder_hidden_size*2**i,1]
acoustic_encoder.block.<i:len(acoustic_model_config.upsampling_ratios)>.res_unit2.snake1.
  alpha [1,acoustic_model_config.encoder_hidden_size*2**i,1]
acoustic_encoder.block.<i:len(acoustic_model_config.upsampling_ratios)>.res_unit2.
  conv1 w[acoustic_model_config.encoder_hidden_size*2**i,acoustic_model_config.encoder_hidden_size*2**i,semantic_model_config.num_feat_extract_layers] b[acoustic_model_config.encoder_hidden_size*2**i]
  conv2 w[acoustic_model_config.encoder_hidden_size*2**i,acoustic_model_config.encoder_hidden_size*2**i,1] b[acoustic_model_config.encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(acoustic_model_config.upsampling_ratios)>.res_unit2.snake2.
  alpha [1,acoustic_model_config.encoder_hidden_size*2**i,1]
acoustic_encoder.block.<i:len(acoustic_model_config.upsampling_ratios)>.res_unit3.snake1.
  alpha [1,acoustic_model_config.encoder_hidden_size*2**i,1]
acoustic_encoder.block.<i:len(acoustic_model_config.upsampling_ratios)>.res_unit3.
  conv1 w[acoustic_model_config.encoder_hidden_size*2**i,acoustic_model_config.encoder_hidden_size*2**i,semantic_model_config.num_feat_extract_layers] b[acoustic_model_config.encoder_hidden_size*2**i]
  conv2 w[acoustic_model_config.encoder_hidden_size*2**i,acoustic_model_config.encoder_hidden_size*2**i,1] b[acoustic_model_config.encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(acoustic_model_config.upsampling_ratios)>.res_unit3.snake2.
  alpha [1,acoustic_model_config.encoder_hidden_size*2**i,1]
acoustic_encoder.block.<i:len(acoustic_model_config.upsampling_ratios)>.snake1.
  alpha [1,acoustic_model_config.encoder_hidden_size*2**i,1]
acoustic_encoder.block.<i:len(acoustic_model_config.upsampling_ratios)>.
  conv1 w[semantic_model_config.num_conv_pos_embeddings*2**i,acoustic_model_config.encoder_hidden_size*2**i,2*acoustic_model_config.upsampling_ratios[i]] b[semantic_model_config.num_conv_pos_embeddings*2**i]
acoustic_encoder.snake1.
  alpha [1,codebook_dim,1]
acoustic_decoder.
  conv1 w[codebook_dim,codebook_dim//4,semantic_model_config.num_feat_extract_layers] b[codebook_dim]
  conv2 w[1,codebook_dim//16,semantic_model_config.num_feat_extract_layers] b[1]
acoustic_decoder.block.0.snake1.
  alpha [1,codebook_dim,1]
acoustic_decoder.block.1.snake1.
  alpha [1,codebook_dim//2,1]
acoustic_decoder.block.2.snake1.
  alpha [1,codebook_dim//4,1]
acoustic_decoder.block.3.snake1.
  alpha [1,codebook_dim//8,1]
acoustic_decoder.block.0.
  conv_t1 w[codebook_dim,codebook_dim//2,target_bandwidths[4]*target_bandwidths[4]] b[codebook_dim//2]
acoustic_decoder.block.1.
  conv_t1 w[codebook_dim//2,codebook_dim//4,semantic_model_config.conv_kernel[0]] b[codebook_dim//4]
acoustic_decoder.block.2.
  conv_t1 w[codebook_dim//4,codebook_dim//8,target_bandwidths[3]*target_bandwidths[4]] b[codebook_dim//8]
acoustic_decoder.block.3.
  conv_t1 w[codebook_dim//8,codebook_dim//16,target_bandwidths[4]] b[codebook_dim//16]
acoustic_decoder.block.0.res_unit1.snake1.
  alpha [1,codebook_dim//2,1]
acoustic_decoder.block.1.res_unit1.snake1.
  alpha [1,codebook_dim//4,1]
acoustic_decoder.block.2.res_unit1.snake1.
  alpha [1,codebook_dim//8,1]
acoustic_decoder.block.3.res_unit1.snake1.
  alpha [1,codebook_dim//16,1]
acoustic_decoder.block.0.res_unit1.
  conv1 w[codebook_dim//2,codebook_dim//2,semantic_model_config.num_feat_extract_layers] b[codebook_dim//2]
  conv2 w[codebook_dim//2,codebook_dim//2,1] b[codebook_dim//2]
acoustic_decoder.block.1.res_unit1.
  conv1 w[codebook_dim//4,codebook_dim//4,semantic_model_config.num_feat_extract_layers] b[codebook_dim//4]
  conv2 w[codebook_dim//4,codebook_dim//4,1] b[codebook_dim//4]
acoustic_decoder.block.2.res_unit1.
  conv1 w[codebook_dim//8,codebook_dim//8,semantic_model_config.num_feat_extract_layers] b[codebook_dim//8]
  conv2 w[codebook_dim//8,codebook_dim//8,1] b[codebook_dim//8]
acoustic_decoder.block.3.res_unit1.
  conv1 w[codebook_dim//16,codebook_dim//16,semantic_model_config.num_feat_extract_layers] b[codebook_dim//16]
  conv2 w[codebook_dim//16,codebook_dim//16,1] b[codebook_dim//16]
acoustic_decoder.block.0.res_unit1.snake2.
  alpha [1,codebook_dim//2,1]
acoustic_decoder.block.1.res_unit1.snake2.
  alpha [1,codebook_dim//4,1]
acoustic_decoder.block.2.res_unit1.snake2.
  alpha [1,codebook_dim//8,1]
acoustic_decoder.block.3.res_unit1.snake2.
  alpha [1,codebook_dim//16,1]
acoustic_decoder.block.0.res_unit2.snake1.
  alpha [1,codebook_dim//2,1]
acoustic_decoder.block.1.res_unit2.snake1.
  alpha [1,codebook_dim//4,1]
acoustic_decoder.block.2.res_unit2.snake1.
  alpha [1,codebook_dim//8,1]
acoustic_decoder.block.3.res_unit2.snake1.
  alpha [1,codebook_dim//16,1]
acoustic_decoder.block.0.res_unit2.
  conv1 w[codebook_dim//2,codebook_dim//2,semantic_model_config.num_feat_extract_layers] b[codebook_dim//2]
  conv2 w[codebook_dim//2,codebook_dim//2,1] b[codebook_dim//2]
acoustic_decoder.block.1.res_unit2.
  conv1 w[codebook_dim//4,codebook_dim//4,semantic_model_config.num_feat_extract_layers] b[codebook_dim//4]
  conv2 w[codebook_dim//4,codebook_dim//4,1] b[codebook_dim//4]
acoustic_decoder.block.2.res_unit2.
  conv1 w[codebook_dim//8,codebook_dim//8,semantic_model_config.num_feat_extract_layers] b[codebook_dim//8]
  conv2 w[codebook_dim//8,codebook_dim//8,1] b[codebook_dim//8]
acoustic_decoder.block.3.res_unit2.
  conv1 w[codebook_dim//16,codebook_dim//16,semantic_model_config.num_feat_extract_layers] b[codebook_dim//16]
  conv2 w[codebook_dim//16,codebook_dim//16,1] b[codebook_dim//16]
acoustic_decoder.block.0.res_unit2.snake2.
  alpha [1,codebook_dim//2,1]
acoustic_decoder.block.1.res_unit2.snake2.
  alpha [1,codebook_dim//4,1]
acoustic_decoder.block.2.res_unit2.snake2.
  alpha [1,codebook_dim//8,1]
acoustic_decoder.block.3.res_unit2.snake2.
  alpha [1,codebook_dim//16,1]
acoustic_decoder.block.0.res_unit3.snake1.
  alpha [1,codebook_dim//2,1]
acoustic_decoder.block.1.res_unit3.snake1.
  alpha [1,codebook_dim//4,1]
acoustic_decoder.block.2.res_unit3.snake1.
  alpha [1,codebook_dim//8,1]
acoustic_decoder.block.3.res_unit3.snake1.
  alpha [1,codebook_dim//16,1]
acoustic_decoder.block.0.res_unit3.
  conv1 w[codebook_dim//2,codebook_dim//2,semantic_model_config.num_feat_extract_layers] b[codebook_dim//2]
  conv2 w[codebook_dim//2,codebook_dim//2,1] b[codebook_dim//2]
acoustic_decoder.block.1.res_unit3.
  conv1 w[codebook_dim//4,codebook_dim//4,semantic_model_config.num_feat_extract_layers] b[codebook_dim//4]
  conv2 w[codebook_dim//4,codebook_dim//4,1] b[codebook_dim//4]
acoustic_decoder.block.2.res_unit3.
  conv1 w[codebook_dim//8,codebook_dim//8,semantic_model_config.num_feat_extract_layers] b[codebook_dim//8]
  conv2 w[codebook_dim//8,codebook_dim//8,1] b[codebook_dim//8]
acoustic_decoder.block.3.res_unit3.
  conv1 w[codebook_dim//16,codebook_dim//16,semantic_model_config.num_feat_extract_layers] b[codebook_dim//16]
  conv2 w[codebook_dim//16,codebook_dim//16,1] b[codebook_dim//16]
acoustic_decoder.block.0.res_unit3.snake2.
  alpha [1,codebook_dim//2,1]
acoustic_decoder.block.1.res_unit3.snake2.
  alpha [1,codebook_dim//4,1]
acoustic_decoder.block.2.res_unit3.snake2.
  alpha [1,codebook_dim//8,1]
acoustic_decoder.block.3.res_unit3.snake2.
  alpha [1,codebook_dim//16,1]
acoustic_decoder.snake1.
  alpha [1,codebook_dim//16,1]
encoder_semantic.
  conv w[semantic_model_config.hidden_size,semantic_model_config.hidden_size,kernel_size]
encoder_semantic.conv_blocks.{2}.res_units.{2}.
  conv1 w[semantic_model_config.hidden_size,semantic_model_config.hidden_size,kernel_size]
  conv2 w[semantic_model_config.hidden_size,semantic_model_config.hidden_size,1]
encoder_semantic.conv_blocks.{2}.
  conv w[semantic_model_config.hidden_size,semantic_model_config.hidden_size,kernel_size] b[semantic_model_config.hidden_size]
decoder_semantic.
  conv1|conv2 w[semantic_model_config.hidden_size,semantic_model_config.hidden_size,kernel_size]
decoder_semantic.conv_blocks.{2}.
  conv w[semantic_model_config.hidden_size,semantic_model_config.hidden_size,kernel_size] b[semantic_model_config.hidden_size]
decoder_semantic.conv_blocks.{2}.res_units.{2}.
  conv1 w[semantic_model_config.hidden_size,semantic_model_config.hidden_size,kernel_size]
  conv2 w[semantic_model_config.hidden_size,semantic_model_config.hidden_size,1]
.
  fc w[codebook_dim,codebook_dim] b[codebook_dim]
  fc1 w[semantic_model_config.hidden_size,codebook_dim] b[semantic_model_config.hidden_size]
  fc2 w[codebook_dim//4,codebook_dim] b[codebook_dim//4]
`);
