import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VitsModel`. */
export const vits = layoutFamily(`
text_encoder.
  embed_tokens w[vocab_size,hidden_size]
  project w[2*hidden_size,hidden_size,1] b[2*hidden_size]
text_encoder.encoder.layers.{num_hidden_layers}.attention.
  emb_rel_k|emb_rel_v [1,upsample_rates[0]+1,hidden_size//2]
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
text_encoder.encoder.layers.{num_hidden_layers}.
  layer_norm|final_layer_norm w[hidden_size] b[hidden_size]
text_encoder.encoder.layers.{num_hidden_layers}.feed_forward.
  conv_1 w[ffn_dim,hidden_size,ffn_kernel_size] b[ffn_dim]
  conv_2 w[hidden_size,ffn_dim,ffn_kernel_size] b[hidden_size]
flow.flows.{prior_encoder_num_flows}.
  conv_pre w[hidden_size,hidden_size//2,1] b[hidden_size]
  conv_post w[hidden_size//2,hidden_size,1] b[hidden_size//2]
flow.flows.{prior_encoder_num_flows}.wavenet.in_layers.{prior_encoder_num_flows}.
  . b[2*hidden_size]
flow.flows.{prior_encoder_num_flows}.wavenet.in_layers.{prior_encoder_num_flows}.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,hidden_size,wavenet_kernel_size]
flow.flows.0.wavenet.res_skip_layers.{3}.
  . b[2*hidden_size]
flow.flows.1.wavenet.res_skip_layers.{3}.
  . b[2*hidden_size]
flow.flows.2.wavenet.res_skip_layers.{3}.
  . b[2*hidden_size]
flow.flows.3.wavenet.res_skip_layers.{3}.
  . b[2*hidden_size]
flow.flows.0.wavenet.res_skip_layers.
  3 b[hidden_size]
flow.flows.1.wavenet.res_skip_layers.
  3 b[hidden_size]
flow.flows.2.wavenet.res_skip_layers.
  3 b[hidden_size]
flow.flows.3.wavenet.res_skip_layers.
  3 b[hidden_size]
flow.flows.0.wavenet.res_skip_layers.{3}.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,hidden_size,1]
flow.flows.1.wavenet.res_skip_layers.{3}.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,hidden_size,1]
flow.flows.2.wavenet.res_skip_layers.{3}.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,hidden_size,1]
flow.flows.3.wavenet.res_skip_layers.{3}.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,hidden_size,1]
flow.flows.0.wavenet.res_skip_layers.3.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,hidden_size,1]
flow.flows.1.wavenet.res_skip_layers.3.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,hidden_size,1]
flow.flows.2.wavenet.res_skip_layers.3.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,hidden_size,1]
flow.flows.3.wavenet.res_skip_layers.3.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,hidden_size,1]
decoder.
  conv_pre w[upsample_initial_channel,hidden_size,resblock_kernel_sizes[1]] b[upsample_initial_channel]
  conv_post w[1,16*depth_separable_channels,resblock_kernel_sizes[1]]
decoder.upsampler.
  0 w[upsample_initial_channel,duration_predictor_filter_channels,upsample_kernel_sizes[0]] b[duration_predictor_filter_channels]
  1 w[duration_predictor_filter_channels,duration_predictor_filter_channels//2,upsample_kernel_sizes[0]] b[duration_predictor_filter_channels//2]
  2 w[duration_predictor_filter_channels//2,duration_predictor_filter_channels//4,upsample_kernel_sizes[2]] b[duration_predictor_filter_channels//4]
  3 w[duration_predictor_filter_channels//4,16*depth_separable_channels,upsample_kernel_sizes[2]] b[16*depth_separable_channels]
decoder.resblocks.0.convs1.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels,duration_predictor_filter_channels,ffn_kernel_size] b[duration_predictor_filter_channels]
decoder.resblocks.1.convs1.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels,duration_predictor_filter_channels,resblock_kernel_sizes[1]] b[duration_predictor_filter_channels]
decoder.resblocks.2.convs1.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels,duration_predictor_filter_channels,resblock_kernel_sizes[2]] b[duration_predictor_filter_channels]
decoder.resblocks.3.convs1.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//2,duration_predictor_filter_channels//2,ffn_kernel_size] b[duration_predictor_filter_channels//2]
decoder.resblocks.4.convs1.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//2,duration_predictor_filter_channels//2,resblock_kernel_sizes[1]] b[duration_predictor_filter_channels//2]
decoder.resblocks.5.convs1.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//2,duration_predictor_filter_channels//2,resblock_kernel_sizes[2]] b[duration_predictor_filter_channels//2]
decoder.resblocks.6.convs1.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//4,duration_predictor_filter_channels//4,ffn_kernel_size] b[duration_predictor_filter_channels//4]
decoder.resblocks.7.convs1.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//4,duration_predictor_filter_channels//4,resblock_kernel_sizes[1]] b[duration_predictor_filter_channels//4]
decoder.resblocks.8.convs1.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//4,duration_predictor_filter_channels//4,resblock_kernel_sizes[2]] b[duration_predictor_filter_channels//4]
decoder.resblocks.9.convs1.{ffn_kernel_size}.
  . w[16*depth_separable_channels,16*depth_separable_channels,ffn_kernel_size] b[16*depth_separable_channels]
decoder.resblocks.10.convs1.{ffn_kernel_size}.
  . w[16*depth_separable_channels,16*depth_separable_channels,resblock_kernel_sizes[1]] b[16*depth_separable_channels]
decoder.resblocks.11.convs1.{ffn_kernel_size}.
  . w[16*depth_separable_channels,16*depth_separable_channels,resblock_kernel_sizes[2]] b[16*depth_separable_channels]
decoder.resblocks.0.convs2.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels,duration_predictor_filter_channels,ffn_kernel_size] b[duration_predictor_filter_channels]
decoder.resblocks.1.convs2.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels,duration_predictor_filter_channels,resblock_kernel_sizes[1]] b[duration_predictor_filter_channels]
decoder.resblocks.2.convs2.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels,duration_predictor_filter_channels,resblock_kernel_sizes[2]] b[duration_predictor_filter_channels]
decoder.resblocks.3.convs2.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//2,duration_predictor_filter_channels//2,ffn_kernel_size] b[duration_predictor_filter_channels//2]
decoder.resblocks.4.convs2.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//2,duration_predictor_filter_channels//2,resblock_kernel_sizes[1]] b[duration_predictor_filter_channels//2]
decoder.resblocks.5.convs2.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//2,duration_predictor_filter_channels//2,resblock_kernel_sizes[2]] b[duration_predictor_filter_channels//2]
decoder.resblocks.6.convs2.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//4,duration_predictor_filter_channels//4,ffn_kernel_size] b[duration_predictor_filter_channels//4]
decoder.resblocks.7.convs2.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//4,duration_predictor_filter_channels//4,resblock_kernel_sizes[1]] b[duration_predictor_filter_channels//4]
decoder.resblocks.8.convs2.{ffn_kernel_size}.
  . w[duration_predictor_filter_channels//4,duration_predictor_filter_channels//4,resblock_kernel_sizes[2]] b[duration_predictor_filter_channels//4]
decoder.resblocks.9.convs2.{ffn_kernel_size}.
  . w[16*depth_separable_channels,16*depth_separable_channels,ffn_kernel_size] b[16*depth_separable_channels]
decoder.resblocks.10.convs2.{ffn_kernel_size}.
  . w[16*depth_separable_channels,16*depth_separable_channels,resblock_kernel_sizes[1]] b[16*depth_separable_channels]
decoder.resblocks.11.convs2.{ffn_kernel_size}.
  . w[16*depth_separable_channels,16*depth_separable_channels,resblock_kernel_sizes[2]] b[16*depth_separable_channels]
duration_predictor.
  conv_pre|conv_proj|post_conv_proj w[hidden_size,hidden_size,1] b[hidden_size]
  post_conv_pre w[hidden_size,1,1] b[hidden_size]
duration_predictor.conv_dds.convs_dilated.{3}.
  . w[hidden_size,1,ffn_kernel_size] b[hidden_size]
duration_predictor.conv_dds.convs_pointwise.{3}.
  . w[hidden_size,hidden_size,1] b[hidden_size]
duration_predictor.conv_dds.norms_1.{3}.
  . w[hidden_size] b[hidden_size]
duration_predictor.conv_dds.norms_2.{3}.
  . w[hidden_size] b[hidden_size]
duration_predictor.flows.0.
  translate|log_scale [2,1]
duration_predictor.flows.{1..wavenet_kernel_size}.
  conv_pre w[hidden_size,1,1] b[hidden_size]
  conv_proj w[prior_encoder_num_flows*resblock_kernel_sizes[1]+1,hidden_size,1] b[prior_encoder_num_flows*resblock_kernel_sizes[1]+1]
duration_predictor.flows.{1..wavenet_kernel_size}.conv_dds.convs_dilated.{3}.
  . w[hidden_size,1,ffn_kernel_size] b[hidden_size]
duration_predictor.flows.{1..wavenet_kernel_size}.conv_dds.convs_pointwise.{3}.
  . w[hidden_size,hidden_size,1] b[hidden_size]
duration_predictor.flows.{1..wavenet_kernel_size}.conv_dds.norms_1.{3}.
  . w[hidden_size] b[hidden_size]
duration_predictor.flows.{1..wavenet_kernel_size}.conv_dds.norms_2.{3}.
  . w[hidden_size] b[hidden_size]
duration_predictor.post_conv_dds.convs_dilated.{3}.
  . w[hidden_size,1,ffn_kernel_size] b[hidden_size]
duration_predictor.post_conv_dds.convs_pointwise.{3}.
  . w[hidden_size,hidden_size,1] b[hidden_size]
duration_predictor.post_conv_dds.norms_1.{3}.
  . w[hidden_size] b[hidden_size]
duration_predictor.post_conv_dds.norms_2.{3}.
  . w[hidden_size] b[hidden_size]
duration_predictor.post_flows.0.
  translate|log_scale [2,1]
duration_predictor.post_flows.{1..wavenet_kernel_size}.
  conv_pre w[hidden_size,1,1] b[hidden_size]
  conv_proj w[prior_encoder_num_flows*resblock_kernel_sizes[1]+1,hidden_size,1] b[prior_encoder_num_flows*resblock_kernel_sizes[1]+1]
duration_predictor.post_flows.{1..wavenet_kernel_size}.conv_dds.convs_dilated.{3}.
  . w[hidden_size,1,ffn_kernel_size] b[hidden_size]
duration_predictor.post_flows.{1..wavenet_kernel_size}.conv_dds.convs_pointwise.{3}.
  . w[hidden_size,hidden_size,1] b[hidden_size]
duration_predictor.post_flows.{1..wavenet_kernel_size}.conv_dds.norms_1.{3}.
  . w[hidden_size] b[hidden_size]
duration_predictor.post_flows.{1..wavenet_kernel_size}.conv_dds.norms_2.{3}.
  . w[hidden_size] b[hidden_size]
posterior_encoder.
  conv_pre w[hidden_size,spectrogram_bins,1] b[hidden_size]
  conv_proj w[2*hidden_size,hidden_size,1] b[2*hidden_size]
posterior_encoder.wavenet.in_layers.{upsample_kernel_sizes[0]}.
  . b[2*hidden_size]
posterior_encoder.wavenet.in_layers.{upsample_kernel_sizes[0]}.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,hidden_size,wavenet_kernel_size]
posterior_encoder.wavenet.res_skip_layers.{15}.
  . b[2*hidden_size]
posterior_encoder.wavenet.res_skip_layers.
  15 b[hidden_size]
posterior_encoder.wavenet.res_skip_layers.{15}.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,hidden_size,1]
posterior_encoder.wavenet.res_skip_layers.15.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,hidden_size,1]
`);
