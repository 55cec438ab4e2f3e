import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MobileNetV1Model`. */
export const mobilenetV1 = layoutFamily(`
conv_stem.
  convolution w[32,num_channels,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
  normalization w[32] b[32]
layer.0.
  convolution w[32,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
  normalization w[32] b[32]
layer.1.
  convolution w[64,32,1,1]
  normalization w[64] b[64]
layer.2.
  convolution w[64,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
  normalization w[64] b[64]
layer.3.
  convolution w[128,64,1,1]
layer.4.
  convolution w[128,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
layer.6.
  convolution w[128,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
layer.5.
  convolution w[128,128,1,1]
layer.7.
  convolution w[256,128,1,1]
layer.8.
  convolution w[256,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
layer.10.
  convolution w[256,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
layer.9.
  convolution w[256,256,1,1]
layer.11.
  convolution w[512,256,1,1]
layer.12.
  convolution w[512,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
layer.14.
  convolution w[512,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
layer.16.
  convolution w[512,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
layer.18.
  convolution w[512,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
layer.20.
  convolution w[512,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
layer.22.
  convolution w[512,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
layer.13.
  convolution w[512,512,1,1]
layer.15.
  convolution w[512,512,1,1]
layer.17.
  convolution w[512,512,1,1]
layer.19.
  convolution w[512,512,1,1]
layer.21.
  convolution w[512,512,1,1]
layer.23.
  convolution w[1024,512,1,1]
layer.24.
  convolution w[1024,1,(num_channels//num_channels)**2+2,(num_channels//num_channels)**2+2]
layer.25.
  convolution w[1024,1024,1,1]
layer.{3..7}.
  normalization w[128] b[128]
layer.{7..11}.
  normalization w[256] b[256]
layer.{11..23}.
  normalization w[512] b[512]
layer.{23..26}.
  normalization w[1024] b[1024]
`);
