import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MobileViTV2Model`. */
export const mobilevitv2 = layoutFamily(`
conv_stem.
  convolution w[aspp_out_channels//16,num_channels,3,3]
  normalization w[aspp_out_channels//16] b[aspp_out_channels//16]
encoder.layer.0.layer.0.expand_1x1.
  convolution w[aspp_out_channels//8,aspp_out_channels//16,1,1]
  normalization w[aspp_out_channels//8] b[aspp_out_channels//8]
encoder.layer.1.layer.0.expand_1x1.
  convolution w[base_attn_unit_dims[0],aspp_out_channels//8,1,1]
  normalization w[base_attn_unit_dims[0]] b[base_attn_unit_dims[0]]
encoder.layer.1.layer.1.expand_1x1.
  convolution w[base_attn_unit_dims[2],base_attn_unit_dims[0],1,1]
  normalization w[image_size] b[image_size]
encoder.layer.0.layer.0.conv_3x3.
  convolution w[aspp_out_channels//8,1,3,3]
  normalization w[aspp_out_channels//8] b[aspp_out_channels//8]
encoder.layer.1.layer.0.conv_3x3.
  convolution w[base_attn_unit_dims[0],1,3,3]
  normalization w[base_attn_unit_dims[0]] b[base_attn_unit_dims[0]]
encoder.layer.1.layer.1.conv_3x3.
  convolution w[base_attn_unit_dims[2],1,3,3]
  normalization w[image_size] b[image_size]
encoder.layer.0.layer.0.reduce_1x1.
  convolution w[aspp_out_channels//8,aspp_out_channels//8,1,1]
  normalization w[aspp_out_channels//8] b[aspp_out_channels//8]
encoder.layer.1.layer.0.reduce_1x1.
  convolution w[base_attn_unit_dims[0],base_attn_unit_dims[0],1,1]
  normalization w[base_attn_unit_dims[0]] b[base_attn_unit_dims[0]]
encoder.layer.1.layer.1.reduce_1x1.
  convolution w[base_attn_unit_dims[0],image_size,1,1]
  normalization w[base_attn_unit_dims[0]] b[base_attn_unit_dims[0]]
encoder.layer.2.downsampling_layer.expand_1x1.
  convolution w[base_attn_unit_dims[2],base_attn_unit_dims[0],1,1]
  normalization w[image_size] b[image_size]
encoder.layer.3.downsampling_layer.expand_1x1.
  convolution w[aspp_out_channels,image_size,1,1]
  normalization w[aspp_out_channels] b[aspp_out_channels]
encoder.layer.4.downsampling_layer.expand_1x1.
  convolution w[num_channels*image_size,patch_size*base_attn_unit_dims[1],1,1]
  normalization w[num_channels*image_size] b[num_channels*image_size]
encoder.layer.2.downsampling_layer.conv_3x3.
  convolution w[base_attn_unit_dims[2],1,3,3]
  normalization w[image_size] b[image_size]
encoder.layer.3.downsampling_layer.conv_3x3.
  convolution w[aspp_out_channels,1,3,3]
  normalization w[aspp_out_channels] b[aspp_out_channels]
encoder.layer.4.downsampling_layer.conv_3x3.
  convolution w[num_channels*image_size,1,3,3]
  normalization w[num_channels*image_size] b[num_channels*image_size]
encoder.layer.2.downsampling_layer.reduce_1x1.
  convolution w[base_attn_unit_dims[2],image_size,1,1]
  normalization w[image_size] b[image_size]
encoder.layer.3.downsampling_layer.reduce_1x1.
  convolution w[patch_size*base_attn_unit_dims[1],aspp_out_channels,1,1]
  normalization w[patch_size*base_attn_unit_dims[1]] b[patch_size*base_attn_unit_dims[1]]
encoder.layer.4.downsampling_layer.reduce_1x1.
  convolution w[aspp_out_channels,num_channels*image_size,1,1]
  normalization w[aspp_out_channels] b[aspp_out_channels]
encoder.layer.2.conv_kxk.
  convolution w[base_attn_unit_dims[2],1,conv_kernel_size,conv_kernel_size]
  normalization w[image_size] b[image_size]
encoder.layer.3.conv_kxk.
  convolution w[patch_size*base_attn_unit_dims[1],1,conv_kernel_size,conv_kernel_size]
  normalization w[patch_size*base_attn_unit_dims[1]] b[patch_size*base_attn_unit_dims[1]]
encoder.layer.4.conv_kxk.
  convolution w[aspp_out_channels,1,conv_kernel_size,conv_kernel_size]
  normalization w[aspp_out_channels] b[aspp_out_channels]
encoder.layer.2.conv_1x1.
  convolution w[int(base_attn_unit_dims[0]*width_multiplier),image_size,1,1]
encoder.layer.3.conv_1x1.
  convolution w[int(base_attn_unit_dims[1]*width_multiplier),patch_size*base_attn_unit_dims[1],1,1]
encoder.layer.4.conv_1x1.
  convolution w[int(base_attn_unit_dims[2]*width_multiplier),aspp_out_channels,1,1]
encoder.layer.2.transformer.layer.0.
  layernorm_before|layernorm_after w[int(base_attn_unit_dims[0]*width_multiplier)] b[int(base_attn_unit_dims[0]*width_multiplier)]
encoder.layer.2.transformer.layer.1.
  layernorm_before|layernorm_after w[int(base_attn_unit_dims[0]*width_multiplier)] b[int(base_attn_unit_dims[0]*width_multiplier)]
encoder.layer.3.transformer.layer.{n_attn_blocks[1]}.
  layernorm_before|layernorm_after w[int(base_attn_unit_dims[1]*width_multiplier)] b[int(base_attn_unit_dims[1]*width_multiplier)]
encoder.layer.4.transformer.layer.{n_attn_blocks[2]}.
  layernorm_before|layernorm_after w[int(base_attn_unit_dims[2]*width_multiplier)] b[int(base_attn_unit_dims[2]*width_multiplier)]
encoder.layer.2.transformer.layer.0.attention.qkv_proj.
  convolution w[image_size+1,int(base_attn_unit_dims[0]*width_multiplier),1,1] b[image_size+1]
encoder.layer.2.transformer.layer.1.attention.qkv_proj.
  convolution w[image_size+1,int(base_attn_unit_dims[0]*width_multiplier),1,1] b[image_size+1]
encoder.layer.3.transformer.layer.{n_attn_blocks[1]}.attention.qkv_proj.
  convolution w[385,int(base_attn_unit_dims[1]*width_multiplier),1,1] b[385]
encoder.layer.4.transformer.layer.{n_attn_blocks[2]}.attention.qkv_proj.
  convolution w[aspp_out_channels+1,int(base_attn_unit_dims[2]*width_multiplier),1,1] b[aspp_out_channels+1]
encoder.layer.2.transformer.layer.0.attention.out_proj.
  convolution w[int(base_attn_unit_dims[0]*width_multiplier),int(base_attn_unit_dims[0]*width_multiplier),1,1] b[int(base_attn_unit_dims[0]*width_multiplier)]
encoder.layer.2.transformer.layer.1.attention.out_proj.
  convolution w[int(base_attn_unit_dims[0]*width_multiplier),int(base_attn_unit_dims[0]*width_multiplier),1,1] b[int(base_attn_unit_dims[0]*width_multiplier)]
encoder.layer.3.transformer.layer.{n_attn_blocks[1]}.attention.out_proj.
  convolution w[int(base_attn_unit_dims[1]*width_multiplier),int(base_attn_unit_dims[1]*width_multiplier),1,1] b[int(base_attn_unit_dims[1]*width_multiplier)]
encoder.layer.4.transformer.layer.{n_attn_blocks[2]}.attention.out_proj.
  convolution w[int(base_attn_unit_dims[2]*width_multiplier),int(base_attn_unit_dims[2]*width_multiplier),1,1] b[int(base_attn_unit_dims[2]*width_multiplier)]
encoder.layer.2.transformer.layer.0.ffn.conv1.
  convolution w[base_attn_unit_dims[2],int(base_attn_unit_dims[0]*width_multiplier),1,1] b[base_attn_unit_dims[2]]
encoder.layer.2.transformer.layer.1.ffn.conv1.
  convolution w[base_attn_unit_dims[2],int(base_attn_unit_dims[0]*width_multiplier),1,1] b[base_attn_unit_dims[2]]
encoder.layer.3.transformer.layer.{n_attn_blocks[1]}.ffn.conv1.
  convolution w[patch_size*base_attn_unit_dims[1],int(base_attn_unit_dims[1]*width_multiplier),1,1] b[patch_size*base_attn_unit_dims[1]]
encoder.layer.4.transformer.layer.{n_attn_blocks[2]}.ffn.conv1.
  convolution w[aspp_out_channels,int(base_attn_unit_dims[2]*width_multiplier),1,1] b[aspp_out_channels]
encoder.layer.2.transformer.layer.0.ffn.conv2.
  convolution w[int(base_attn_unit_dims[0]*width_multiplier),image_size,1,1] b[int(base_attn_unit_dims[0]*width_multiplier)]
encoder.layer.2.transformer.layer.1.ffn.conv2.
  convolution w[int(base_attn_unit_dims[0]*width_multiplier),image_size,1,1] b[int(base_attn_unit_dims[0]*width_multiplier)]
encoder.layer.3.transformer.layer.{n_attn_blocks[1]}.ffn.conv2.
  convolution w[int(base_attn_unit_dims[1]*width_multiplier),patch_size*base_attn_unit_dims[1],1,1] b[int(base_attn_unit_dims[1]*width_multiplier)]
encoder.layer.4.transformer.layer.{n_attn_blocks[2]}.ffn.conv2.
  convolution w[int(base_attn_unit_dims[2]*width_multiplier),aspp_out_channels,1,1] b[int(base_attn_unit_dims[2]*width_multiplier)]
encoder.layer.2.
  layernorm w[int(base_attn_unit_dims[0]*width_multiplier)] b[int(base_attn_unit_dims[0]*width_multiplier)]
encoder.layer.3.
  layernorm w[int(base_attn_unit_dims[1]*width_multiplier)] b[int(base_attn_unit_dims[1]*width_multiplier)]
encoder.layer.4.
  layernorm w[int(base_attn_unit_dims[2]*width_multiplier)] b[int(base_attn_unit_dims[2]*width_multiplier)]
encoder.layer.2.conv_projection.
  convolution w[base_attn_unit_dims[2],int(base_attn_unit_dims[0]*width_multiplier),1,1]
  normalization w[image_size] b[image_size]
encoder.layer.3.conv_projection.
  convolution w[patch_size*base_attn_unit_dims[1],int(base_attn_unit_dims[1]*width_multiplier),1,1]
  normalization w[patch_size*base_attn_unit_dims[1]] b[patch_size*base_attn_unit_dims[1]]
encoder.layer.4.conv_projection.
  convolution w[aspp_out_channels,int(base_attn_unit_dims[2]*width_multiplier),1,1]
  normalization w[aspp_out_channels] b[aspp_out_channels]
`);
