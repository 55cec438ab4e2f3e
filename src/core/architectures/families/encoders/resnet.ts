import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ResNetModel`. */
export const resnet = layoutFamily(`
embedder.embedder.
  convolution w[embedding_size,num_channels,7,7]
  normalization w[embedding_size] b[embedding_size]
encoder.stages.<i:len(depths)>.layers.0.shortcut.
  convolution w[hidden_sizes[i],(i>0?hidden_sizes[i-1]:embedding_size),1,1]
  normalization w[hidden_sizes[i]] b[hidden_sizes[i]]
encoder.stages.0.layers.0.layer.0.
  convolution w[hidden_sizes[0]//4,embedding_size,1,1]
  normalization w[hidden_sizes[0]//4] b[hidden_sizes[0]//4]
encoder.stages.0.layers.0.layer.1.
  convolution w[hidden_sizes[0]//4,hidden_sizes[0]//4,3,3]
  normalization w[hidden_sizes[0]//4] b[hidden_sizes[0]//4]
encoder.stages.0.layers.1.layer.1.
  convolution w[hidden_sizes[0]//4,hidden_sizes[0]//4,3,3]
  normalization w[hidden_sizes[0]//4] b[hidden_sizes[0]//4]
encoder.stages.0.layers.2.layer.1.
  convolution w[hidden_sizes[0]//4,hidden_sizes[0]//4,3,3]
  normalization w[hidden_sizes[0]//4] b[hidden_sizes[0]//4]
encoder.stages.0.layers.0.layer.2.
  convolution w[hidden_sizes[0],hidden_sizes[0]//4,1,1]
  normalization w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.stages.0.layers.1.layer.2.
  convolution w[hidden_sizes[0],hidden_sizes[0]//4,1,1]
  normalization w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.stages.0.layers.2.layer.2.
  convolution w[hidden_sizes[0],hidden_sizes[0]//4,1,1]
  normalization w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.stages.0.layers.1.layer.0.
  convolution w[hidden_sizes[0]//4,hidden_sizes[0],1,1]
  normalization w[hidden_sizes[0]//4] b[hidden_sizes[0]//4]
encoder.stages.0.layers.2.layer.0.
  convolution w[hidden_sizes[0]//4,hidden_sizes[0],1,1]
  normalization w[hidden_sizes[0]//4] b[hidden_sizes[0]//4]
encoder.stages.1.layers.0.layer.0.
  convolution w[hidden_sizes[1]//4,hidden_sizes[0],1,1]
  normalization w[hidden_sizes[1]//4] b[hidden_sizes[1]//4]
encoder.stages.1.layers.0.layer.1.
  convolution w[hidden_sizes[1]//4,hidden_sizes[1]//4,3,3]
  normalization w[hidden_sizes[1]//4] b[hidden_sizes[1]//4]
encoder.stages.1.layers.1.layer.1.
  convolution w[hidden_sizes[1]//4,hidden_sizes[1]//4,3,3]
  normalization w[hidden_sizes[1]//4] b[hidden_sizes[1]//4]
encoder.stages.1.layers.2.layer.1.
  convolution w[hidden_sizes[1]//4,hidden_sizes[1]//4,3,3]
  normalization w[hidden_sizes[1]//4] b[hidden_sizes[1]//4]
encoder.stages.1.layers.3.layer.1.
  convolution w[hidden_sizes[1]//4,hidden_sizes[1]//4,3,3]
  normalization w[hidden_sizes[1]//4] b[hidden_sizes[1]//4]
encoder.stages.1.layers.0.layer.2.
  convolution w[hidden_sizes[1],hidden_sizes[1]//4,1,1]
  normalization w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.stages.1.layers.1.layer.2.
  convolution w[hidden_sizes[1],hidden_sizes[1]//4,1,1]
  normalization w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.stages.1.layers.2.layer.2.
  convolution w[hidden_sizes[1],hidden_sizes[1]//4,1,1]
  normalization w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.stages.1.layers.3.layer.2.
  convolution w[hidden_sizes[1],hidden_sizes[1]//4,1,1]
  normalization w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.stages.1.layers.1.layer.0.
  convolution w[hidden_sizes[1]//4,hidden_sizes[1],1,1]
  normalization w[hidden_sizes[1]//4] b[hidden_sizes[1]//4]
encoder.stages.1.layers.2.layer.0.
  convolution w[hidden_sizes[1]//4,hidden_sizes[1],1,1]
  normalization w[hidden_sizes[1]//4] b[hidden_sizes[1]//4]
encoder.stages.1.layers.3.layer.0.
  convolution w[hidden_sizes[1]//4,hidden_sizes[1],1,1]
  normalization w[hidden_sizes[1]//4] b[hidden_sizes[1]//4]
encoder.stages.2.layers.0.layer.0.
  convolution w[hidden_sizes[2]//4,hidden_sizes[1],1,1]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.2.layers.0.layer.1.
  convolution w[hidden_sizes[2]//4,hidden_sizes[2]//4,3,3]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.2.layers.1.layer.1.
  convolution w[hidden_sizes[2]//4,hidden_sizes[2]//4,3,3]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.2.layers.2.layer.1.
  convolution w[hidden_sizes[2]//4,hidden_sizes[2]//4,3,3]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.2.layers.3.layer.1.
  convolution w[hidden_sizes[2]//4,hidden_sizes[2]//4,3,3]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.2.layers.4.layer.1.
  convolution w[hidden_sizes[2]//4,hidden_sizes[2]//4,3,3]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.2.layers.5.layer.1.
  convolution w[hidden_sizes[2]//4,hidden_sizes[2]//4,3,3]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.2.layers.0.layer.2.
  convolution w[hidden_sizes[2],hidden_sizes[2]//4,1,1]
  normalization w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.2.layers.1.layer.2.
  convolution w[hidden_sizes[2],hidden_sizes[2]//4,1,1]
  normalization w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.2.layers.2.layer.2.
  convolution w[hidden_sizes[2],hidden_sizes[2]//4,1,1]
  normalization w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.2.layers.3.layer.2.
  convolution w[hidden_sizes[2],hidden_sizes[2]//4,1,1]
  normalization w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.2.layers.4.layer.2.
  convolution w[hidden_sizes[2],hidden_sizes[2]//4,1,1]
  normalization w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.2.layers.5.layer.2.
  convolution w[hidden_sizes[2],hidden_sizes[2]//4,1,1]
  normalization w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.2.layers.1.layer.0.
  convolution w[hidden_sizes[2]//4,hidden_sizes[2],1,1]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.2.layers.2.layer.0.
  convolution w[hidden_sizes[2]//4,hidden_sizes[2],1,1]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.2.layers.3.layer.0.
  convolution w[hidden_sizes[2]//4,hidden_sizes[2],1,1]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.2.layers.4.layer.0.
  convolution w[hidden_sizes[2]//4,hidden_sizes[2],1,1]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.2.layers.5.layer.0.
  convolution w[hidden_sizes[2]//4,hidden_sizes[2],1,1]
  normalization w[hidden_sizes[2]//4] b[hidden_sizes[2]//4]
encoder.stages.3.layers.0.layer.0.
  convolution w[hidden_sizes[3]//4,hidden_sizes[2],1,1]
  normalization w[hidden_sizes[3]//4] b[hidden_sizes[3]//4]
encoder.stages.3.layers.0.layer.1.
  convolution w[hidden_sizes[3]//4,hidden_sizes[3]//4,3,3]
  normalization w[hidden_sizes[3]//4] b[hidden_sizes[3]//4]
encoder.stages.3.layers.1.layer.1.
  convolution w[hidden_sizes[3]//4,hidden_sizes[3]//4,3,3]
  normalization w[hidden_sizes[3]//4] b[hidden_sizes[3]//4]
encoder.stages.3.layers.2.layer.1.
  convolution w[hidden_sizes[3]//4,hidden_sizes[3]//4,3,3]
  normalization w[hidden_sizes[3]//4] b[hidden_sizes[3]//4]
encoder.stages.3.layers.0.layer.2.
  convolution w[hidden_sizes[3],hidden_sizes[3]//4,1,1]
  normalization w[hidden_sizes[3]] b[hidden_sizes[3]]
encoder.stages.3.layers.1.layer.2.
  convolution w[hidden_sizes[3],hidden_sizes[3]//4,1,1]
  normalization w[hidden_sizes[3]] b[hidden_sizes[3]]
encoder.stages.3.layers.2.layer.2.
  convolution w[hidden_sizes[3],hidden_sizes[3]//4,1,1]
  normalization w[hidden_sizes[3]] b[hidden_sizes[3]]
encoder.stages.3.layers.1.layer.0.
  convolution w[hidden_sizes[3]//4,hidden_sizes[3],1,1]
  normalization w[hidden_sizes[3]//4] b[hidden_sizes[3]//4]
encoder.stages.3.layers.2.layer.0.
  convolution w[hidden_sizes[3]//4,hidden_sizes[3],1,1]
  normalization w[hidden_sizes[3]//4] b[hidden_sizes[3]//4]
`);
