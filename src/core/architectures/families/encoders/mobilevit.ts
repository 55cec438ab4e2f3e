import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MobileViTModel`. */
export const mobilevit = layoutFamily(`
conv_stem.
  convolution w[neck_hidden_sizes[0],num_channels,num_channels,num_channels]
  normalization w[neck_hidden_sizes[0]] b[neck_hidden_sizes[0]]
encoder.layer.0.layer.0.expand_1x1.
  convolution w[neck_hidden_sizes[2],neck_hidden_sizes[0],1,1]
  normalization w[neck_hidden_sizes[2]] b[neck_hidden_sizes[2]]
encoder.layer.1.layer.0.expand_1x1.
  convolution w[neck_hidden_sizes[4],neck_hidden_sizes[1],1,1]
  normalization w[neck_hidden_sizes[4]] b[neck_hidden_sizes[4]]
encoder.layer.1.layer.1.expand_1x1.
  convolution w[image_size,neck_hidden_sizes[2],1,1]
  normalization w[image_size] b[image_size]
encoder.layer.1.layer.2.expand_1x1.
  convolution w[image_size,neck_hidden_sizes[2],1,1]
  normalization w[image_size] b[image_size]
encoder.layer.0.layer.0.conv_3x3.
  convolution w[neck_hidden_sizes[2],1,num_channels,num_channels]
  normalization w[neck_hidden_sizes[2]] b[neck_hidden_sizes[2]]
encoder.layer.1.layer.0.conv_3x3.
  convolution w[neck_hidden_sizes[4],1,num_channels,num_channels]
  normalization w[neck_hidden_sizes[4]] b[neck_hidden_sizes[4]]
encoder.layer.1.layer.1.conv_3x3.
  convolution w[image_size,1,num_channels,num_channels]
  normalization w[image_size] b[image_size]
encoder.layer.1.layer.2.conv_3x3.
  convolution w[image_size,1,num_channels,num_channels]
  normalization w[image_size] b[image_size]
encoder.layer.0.layer.0.reduce_1x1.
  convolution w[neck_hidden_sizes[1],neck_hidden_sizes[2],1,1]
encoder.layer.1.layer.0.reduce_1x1.
  convolution w[neck_hidden_sizes[2],neck_hidden_sizes[4],1,1]
encoder.layer.1.layer.1.reduce_1x1.
  convolution w[neck_hidden_sizes[2],aspp_out_channels,1,1]
encoder.layer.1.layer.2.reduce_1x1.
  convolution w[neck_hidden_sizes[2],aspp_out_channels,1,1]
encoder.layer.<i:len(atrous_rates)-1>.layer.{atrous_rates[i]//4}.reduce_1x1.
  normalization w[neck_hidden_sizes[i+1]] b[neck_hidden_sizes[i+1]]
encoder.layer.<i:2..5>.downsampling_layer.expand_1x1.
  convolution w[4*neck_hidden_sizes[i],neck_hidden_sizes[i],1,1]
  normalization w[4*neck_hidden_sizes[i]] b[4*neck_hidden_sizes[i]]
encoder.layer.<i:2..5>.downsampling_layer.conv_3x3.
  convolution w[4*neck_hidden_sizes[i],1,3,3]
  normalization w[4*neck_hidden_sizes[i]] b[4*neck_hidden_sizes[i]]
encoder.layer.<i:2..5>.downsampling_layer.reduce_1x1.
  convolution w[neck_hidden_sizes[i+1],4*neck_hidden_sizes[i],1,1]
  normalization w[neck_hidden_sizes[i+1]] b[neck_hidden_sizes[i+1]]
encoder.layer.<i:2..5>.conv_kxk.
  convolution w[neck_hidden_sizes[i+1],neck_hidden_sizes[i+1],3,3]
  normalization w[neck_hidden_sizes[i+1]] b[neck_hidden_sizes[i+1]]
encoder.layer.2.conv_1x1.
  convolution w[hidden_sizes[0],neck_hidden_sizes[3],1,1]
encoder.layer.3.conv_1x1.
  convolution w[hidden_sizes[1],neck_hidden_sizes[4],1,1]
encoder.layer.4.conv_1x1.
  convolution w[hidden_sizes[2],neck_hidden_sizes[5],1,1]
encoder.layer.2.transformer.layer.0.attention.attention.
  query|key|value w[hidden_sizes[0],hidden_sizes[0]] b[hidden_sizes[0]]
encoder.layer.2.transformer.layer.1.attention.attention.
  query|key|value w[hidden_sizes[0],hidden_sizes[0]] b[hidden_sizes[0]]
encoder.layer.3.transformer.layer.{num_attention_heads}.attention.attention.
  query|key|value w[hidden_sizes[1],hidden_sizes[1]] b[hidden_sizes[1]]
encoder.layer.4.transformer.layer.{num_channels}.attention.attention.
  query|key|value w[hidden_sizes[2],hidden_sizes[2]] b[hidden_sizes[2]]
encoder.layer.2.transformer.layer.0.attention.output.
  dense w[hidden_sizes[0],hidden_sizes[0]] b[hidden_sizes[0]]
encoder.layer.2.transformer.layer.1.attention.output.
  dense w[hidden_sizes[0],hidden_sizes[0]] b[hidden_sizes[0]]
encoder.layer.3.transformer.layer.{num_attention_heads}.attention.output.
  dense w[hidden_sizes[1],hidden_sizes[1]] b[hidden_sizes[1]]
encoder.layer.4.transformer.layer.{num_channels}.attention.output.
  dense w[hidden_sizes[2],hidden_sizes[2]] b[hidden_sizes[2]]
encoder.layer.2.transformer.layer.0.intermediate.
  dense w[patch_size*hidden_sizes[0],hidden_sizes[0]] b[patch_size*hidden_sizes[0]]
encoder.layer.2.transformer.layer.1.intermediate.
  dense w[patch_size*hidden_sizes[0],hidden_sizes[0]] b[patch_size*hidden_sizes[0]]
encoder.layer.3.transformer.layer.{num_attention_heads}.intermediate.
  dense w[num_attention_heads*neck_hidden_sizes[3],hidden_sizes[1]] b[num_attention_heads*neck_hidden_sizes[3]]
encoder.layer.4.transformer.layer.{num_channels}.intermediate.
  dense w[patch_size*hidden_sizes[2],hidden_sizes[2]] b[patch_size*hidden_sizes[2]]
encoder.layer.2.transformer.layer.0.output.
  dense w[hidden_sizes[0],patch_size*hidden_sizes[0]] b[hidden_sizes[0]]
encoder.layer.2.transformer.layer.1.output.
  dense w[hidden_sizes[0],patch_size*hidden_sizes[0]] b[hidden_sizes[0]]
encoder.layer.3.transformer.layer.{num_attention_heads}.output.
  dense w[hidden_sizes[1],num_attention_heads*neck_hidden_sizes[3]] b[hidden_sizes[1]]
encoder.layer.4.transformer.layer.{num_channels}.output.
  dense w[hidden_sizes[2],patch_size*hidden_sizes[2]] b[hidden_sizes[2]]
encoder.layer.2.transformer.layer.0.
  layernorm_before|layernorm_after w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.layer.2.transformer.layer.1.
  layernorm_before|layernorm_after w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.layer.3.transformer.layer.{num_attention_heads}.
  layernorm_before|layernorm_after w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.layer.4.transformer.layer.{num_channels}.
  layernorm_before|layernorm_after w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.layer.2.
  layernorm w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.layer.3.
  layernorm w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.layer.4.
  layernorm w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.layer.2.conv_projection.
  convolution w[neck_hidden_sizes[3],hidden_sizes[0],1,1]
encoder.layer.3.conv_projection.
  convolution w[neck_hidden_sizes[4],hidden_sizes[1],1,1]
encoder.layer.4.conv_projection.
  convolution w[neck_hidden_sizes[5],hidden_sizes[2],1,1]
encoder.layer.<i:2..5>.conv_projection.
  normalization w[neck_hidden_sizes[i+1]] b[neck_hidden_sizes[i+1]]
encoder.layer.2.fusion.
  convolution w[neck_hidden_sizes[3],hidden_sizes[1],num_channels,num_channels]
encoder.layer.3.fusion.
  convolution w[neck_hidden_sizes[4],aspp_out_channels,num_channels,num_channels]
encoder.layer.4.fusion.
  convolution w[neck_hidden_sizes[5],patch_size*neck_hidden_sizes[5],num_channels,num_channels]
encoder.layer.<i:2..5>.fusion.
  normalization w[neck_hidden_sizes[i+1]] b[neck_hidden_sizes[i+1]]
conv_1x1_exp.
  convolution w[neck_hidden_sizes[6],neck_hidden_sizes[5],1,1]
  normalization w[neck_hidden_sizes[6]] b[neck_hidden_sizes[6]]
`);
