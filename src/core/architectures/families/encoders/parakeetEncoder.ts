import { layoutFamily } from '../../layout/declareLayout';
import { CONFORMER_LAYERS } from './conformerLayers';

/** The tensors of `ParakeetEncoder`: three convolutions of stride 2 make an eighth of the bins. */
export const parakeetEncoder = layoutFamily(`
subsampling.layers.
  0|2|5 w[subsampling_conv_channels,1,subsampling_conv_kernel_size,subsampling_conv_kernel_size] b[subsampling_conv_channels]
  3|6 w[subsampling_conv_channels,subsampling_conv_channels,1,1] b[subsampling_conv_channels]
subsampling.
  linear w[hidden_size,subsampling_conv_channels*(num_mel_bins//8)] b[hidden_size]
${CONFORMER_LAYERS}`);
