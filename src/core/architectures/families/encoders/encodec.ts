import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `EncodecModel`. */
export const encodec = layoutFamily(`
encoder.layers.0.
  conv b[num_filters]
encoder.layers.3.
  conv b[hidden_size//2]
encoder.layers.6.
  conv b[hidden_size]
encoder.layers.15.
  conv b[hidden_size]
encoder.layers.9.
  conv b[2*hidden_size]
encoder.layers.12.
  conv b[4*hidden_size]
encoder.layers.0.conv.parametrizations.weight.
  original0 [num_filters,1,1]
  original1 [num_filters,1,kernel_size]
encoder.layers.3.conv.parametrizations.weight.
  original0 [hidden_size//2,1,1]
  original1 [hidden_size//2,num_filters,2*compress]
encoder.layers.6.conv.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,hidden_size//2,8*audio_channels]
encoder.layers.15.conv.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,4*hidden_size,kernel_size]
encoder.layers.9.conv.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,hidden_size,10*audio_channels]
encoder.layers.12.conv.parametrizations.weight.
  original0 [4*hidden_size,1,1]
  original1 [4*hidden_size,2*hidden_size,16*audio_channels]
encoder.layers.1.block.1.
  conv b[16*audio_channels]
encoder.layers.1.block.3.
  conv b[num_filters]
encoder.layers.4.block.1.
  conv b[num_filters]
encoder.layers.4.block.3.
  conv b[hidden_size//2]
encoder.layers.7.block.1.
  conv b[hidden_size//2]
encoder.layers.7.block.3.
  conv b[hidden_size]
encoder.layers.10.block.1.
  conv b[hidden_size]
encoder.layers.10.block.3.
  conv b[2*hidden_size]
encoder.layers.1.block.1.conv.parametrizations.weight.
  original0 [16*audio_channels,1,1]
  original1 [16*audio_channels,num_filters,residual_kernel_size]
encoder.layers.1.block.3.conv.parametrizations.weight.
  original0 [num_filters,1,1]
  original1 [num_filters,16*audio_channels,1]
encoder.layers.4.block.1.conv.parametrizations.weight.
  original0 [num_filters,1,1]
  original1 [num_filters,hidden_size//2,residual_kernel_size]
encoder.layers.4.block.3.conv.parametrizations.weight.
  original0 [hidden_size//2,1,1]
  original1 [hidden_size//2,num_filters,1]
encoder.layers.7.block.1.conv.parametrizations.weight.
  original0 [hidden_size//2,1,1]
  original1 [hidden_size//2,hidden_size,residual_kernel_size]
encoder.layers.7.block.3.conv.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,hidden_size//2,1]
encoder.layers.10.block.1.conv.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,2*hidden_size,residual_kernel_size]
encoder.layers.10.block.3.conv.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,hidden_size,1]
encoder.layers.1.shortcut.
  conv b[num_filters]
encoder.layers.4.shortcut.
  conv b[hidden_size//2]
encoder.layers.7.shortcut.
  conv b[hidden_size]
encoder.layers.10.shortcut.
  conv b[2*hidden_size]
encoder.layers.1.shortcut.conv.parametrizations.weight.
  original0 [num_filters,1,1]
  original1 [num_filters,num_filters,1]
encoder.layers.4.shortcut.conv.parametrizations.weight.
  original0 [hidden_size//2,1,1]
  original1 [hidden_size//2,hidden_size//2,1]
encoder.layers.7.shortcut.conv.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,hidden_size,1]
encoder.layers.10.shortcut.conv.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,2*hidden_size,1]
encoder.layers.13.lstm.
  weight_ih_l0|weight_hh_l0|weight_ih_l1|weight_hh_l1 [16*hidden_size,4*hidden_size]
  bias_ih_l0|bias_hh_l0|bias_ih_l1|bias_hh_l1 [16*hidden_size]
decoder.layers.0.
  conv b[4*hidden_size]
decoder.layers.3.
  conv b[2*hidden_size]
decoder.layers.6.
  conv b[hidden_size]
decoder.layers.9.
  conv b[hidden_size//2]
decoder.layers.12.
  conv b[num_filters]
decoder.layers.15.
  conv b[1]
decoder.layers.0.conv.parametrizations.weight.
  original0 [4*hidden_size,1,1]
  original1 [4*hidden_size,hidden_size,kernel_size]
decoder.layers.3.conv.parametrizations.weight.
  original0 [4*hidden_size,1,1]
  original1 [4*hidden_size,2*hidden_size,16*audio_channels]
decoder.layers.6.conv.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,hidden_size,10*audio_channels]
decoder.layers.9.conv.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,hidden_size//2,8*audio_channels]
decoder.layers.12.conv.parametrizations.weight.
  original0 [hidden_size//2,1,1]
  original1 [hidden_size//2,num_filters,2*compress]
decoder.layers.15.conv.parametrizations.weight.
  original0 [1,1,1]
  original1 [1,num_filters,kernel_size]
decoder.layers.1.lstm.
  weight_ih_l0|weight_hh_l0|weight_ih_l1|weight_hh_l1 [16*hidden_size,4*hidden_size]
  bias_ih_l0|bias_hh_l0|bias_ih_l1|bias_hh_l1 [16*hidden_size]
decoder.layers.4.block.1.
  conv b[hidden_size]
decoder.layers.7.block.3.
  conv b[hidden_size]
decoder.layers.4.block.3.
  conv b[2*hidden_size]
decoder.layers.7.block.1.
  conv b[hidden_size//2]
decoder.layers.10.block.3.
  conv b[hidden_size//2]
decoder.layers.10.block.1.
  conv b[num_filters]
decoder.layers.13.block.3.
  conv b[num_filters]
decoder.layers.13.block.1.
  conv b[16*audio_channels]
decoder.layers.4.block.1.conv.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,2*hidden_size,residual_kernel_size]
decoder.layers.7.block.3.conv.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,hidden_size//2,1]
decoder.layers.4.block.3.conv.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,hidden_size,1]
decoder.layers.7.block.1.conv.parametrizations.weight.
  original0 [hidden_size//2,1,1]
  original1 [hidden_size//2,hidden_size,residual_kernel_size]
decoder.layers.10.block.3.conv.parametrizations.weight.
  original0 [hidden_size//2,1,1]
  original1 [hidden_size//2,num_filters,1]
decoder.layers.10.block.1.conv.parametrizations.weight.
  original0 [num_filters,1,1]
  original1 [num_filters,hidden_size//2,residual_kernel_size]
decoder.layers.13.block.3.conv.parametrizations.weight.
  original0 [num_filters,1,1]
  original1 [num_filters,16*audio_channels,1]
decoder.layers.13.block.1.conv.parametrizations.weight.
  original0 [16*audio_channels,1,1]
  original1 [16*audio_channels,num_filters,residual_kernel_size]
decoder.layers.4.shortcut.
  conv b[2*hidden_size]
decoder.layers.7.shortcut.
  conv b[hidden_size]
decoder.layers.10.shortcut.
  conv b[hidden_size//2]
decoder.layers.13.shortcut.
  conv b[num_filters]
decoder.layers.4.shortcut.conv.parametrizations.weight.
  original0 [2*hidden_size,1,1]
  original1 [2*hidden_size,2*hidden_size,1]
decoder.layers.7.shortcut.conv.parametrizations.weight.
  original0 [hidden_size,1,1]
  original1 [hidden_size,hidden_size,1]
decoder.layers.10.shortcut.conv.parametrizations.weight.
  original0 [hidden_size//2,1,1]
  original1 [hidden_size//2,hidden_size//2,1]
decoder.layers.13.shortcut.conv.parametrizations.weight.
  original0 [num_filters,1,1]
  original1 [num_filters,num_filters,1]
`);
