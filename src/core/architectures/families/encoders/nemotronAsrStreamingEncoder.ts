import { layoutFamily } from '../../layout/declareLayout';
import { CONFORMER_LAYERS } from './conformerLayers';

/** The tensors of `NemotronAsrStreamingEncoder`: three causal convolutions of stride 2, each of which pads by one bin more. */
export const nemotronAsrStreamingEncoder = layoutFamily(`
let half = num_mel_bins//2+1
let quarter = half//2+1
subsampling.
  conv_in w[subsampling_conv_channels,1,subsampling_conv_kernel_size,subsampling_conv_kernel_size] b[subsampling_conv_channels]
  linear w[hidden_size,subsampling_conv_channels*(quarter//2+1)] b[hidden_size]
subsampling.layers.{2}.
  depthwise_conv w[subsampling_conv_channels,1,subsampling_conv_kernel_size,subsampling_conv_kernel_size] b[subsampling_conv_channels]
  pointwise_conv w[subsampling_conv_channels,subsampling_conv_channels,1,1] b[subsampling_conv_channels]
${CONFORMER_LAYERS}`);
