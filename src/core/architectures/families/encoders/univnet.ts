import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `UnivNetModel`. */
export const univnet = layoutFamily(`
.
  conv_pre w[model_hidden_channels,model_in_channels,7] b[model_hidden_channels]
  conv_post w[1,model_hidden_channels,7] b[1]
resblocks.<i:len(resblock_kernel_sizes)>.
  convt_pre w[model_hidden_channels,model_hidden_channels,2*resblock_stride_sizes[i]]
resblocks.{3}.
  convt_pre b[model_hidden_channels]
resblocks.{3}.kernel_predictor.
  input_conv w[kernel_predictor_hidden_channels,num_mel_bins,5] b[kernel_predictor_hidden_channels]
  kernel_conv w[24576,kernel_predictor_hidden_channels,kernel_predictor_conv_size] b[24576]
  bias_conv w[8*model_hidden_channels,kernel_predictor_hidden_channels,kernel_predictor_conv_size] b[8*model_hidden_channels]
resblocks.{3}.kernel_predictor.resblocks.{kernel_predictor_num_blocks}.
  conv1|conv2 w[model_in_channels,model_in_channels,kernel_predictor_conv_size] b[model_in_channels]
resblocks.<i:len(resblock_kernel_sizes)>.resblocks.{4}.
  conv w[model_hidden_channels,model_hidden_channels,resblock_kernel_sizes[i]]
resblocks.{3}.resblocks.{4}.
  conv b[model_hidden_channels]
`);
