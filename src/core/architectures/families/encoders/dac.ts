import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `DacModel`. */
export const dac = layoutFamily(`
encoder.
  conv1 w[encoder_hidden_size,1,codebook_dim-1] b[encoder_hidden_size]
  conv2 w[hidden_size,hidden_size,3] b[hidden_size]
encoder.block.<i:len(upsampling_ratios)>.res_unit1.snake1.
  alpha [1,encoder_hidden_size*2**i,1]
encoder.block.<i:len(upsampling_ratios)>.res_unit1.
  conv1 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,7] b[encoder_hidden_size*2**i]
  conv2 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,1] b[encoder_hidden_size*2**i]
encoder.block.<i:len(upsampling_ratios)>.res_unit1.snake2.
  alpha [1,encoder_hidden_size*2**i,1]
encoder.block.<i:len(upsampling_ratios)>.res_unit2.snake1.
  alpha [1,encoder_hidden_size*2**i,1]
encoder.block.<i:len(upsampling_ratios)>.res_unit2.
  conv1 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,7] b[encoder_hidden_size*2**i]
  conv2 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,1] b[encoder_hidden_size*2**i]
encoder.block.<i:len(upsampling_ratios)>.res_unit2.snake2.
  alpha [1,encoder_hidden_size*2**i,1]
encoder.block.<i:len(upsampling_ratios)>.res_unit3.snake1.
  alpha [1,encoder_hidden_size*2**i,1]
encoder.block.<i:len(upsampling_ratios)>.res_unit3.
  conv1 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,7] b[encoder_hidden_size*2**i]
  conv2 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,1] b[encoder_hidden_size*2**i]
encoder.block.<i:len(upsampling_ratios)>.res_unit3.snake2.
  alpha [1,encoder_hidden_size*2**i,1]
encoder.block.<i:len(upsampling_ratios)>.snake1.
  alpha [1,encoder_hidden_size*2**i,1]
encoder.block.<i:len(upsampling_ratios)>.
  conv1 w[2*encoder_hidden_size*2**i,encoder_hidden_size*2**i,2*downsampling_ratios[i]] b[2*encoder_hidden_size*2**i]
encoder.snake1.
  alpha [1,hidden_size,1]
decoder.
  conv1 w[decoder_hidden_size,hidden_size,codebook_dim-1] b[decoder_hidden_size]
  conv2 w[1,12*codebook_dim,codebook_dim-1] b[1]
decoder.block.0.snake1.
  alpha [1,decoder_hidden_size,1]
decoder.block.1.snake1.
  alpha [1,12*encoder_hidden_size,1]
decoder.block.2.snake1.
  alpha [1,6*encoder_hidden_size,1]
decoder.block.3.snake1.
  alpha [1,3*encoder_hidden_size,1]
decoder.block.0.
  conv_t1 w[decoder_hidden_size,12*encoder_hidden_size,2*codebook_dim] b[12*encoder_hidden_size]
decoder.block.1.
  conv_t1 w[12*encoder_hidden_size,6*encoder_hidden_size,2*codebook_dim] b[6*encoder_hidden_size]
decoder.block.2.
  conv_t1 w[6*encoder_hidden_size,3*encoder_hidden_size,codebook_dim] b[3*encoder_hidden_size]
decoder.block.3.
  conv_t1 w[3*encoder_hidden_size,12*codebook_dim,n_codebooks//2] b[12*codebook_dim]
decoder.block.0.res_unit1.snake1.
  alpha [1,12*encoder_hidden_size,1]
decoder.block.1.res_unit1.snake1.
  alpha [1,6*encoder_hidden_size,1]
decoder.block.2.res_unit1.snake1.
  alpha [1,3*encoder_hidden_size,1]
decoder.block.3.res_unit1.snake1.
  alpha [1,12*codebook_dim,1]
decoder.block.0.res_unit1.
  conv1 w[12*encoder_hidden_size,12*encoder_hidden_size,codebook_dim-1] b[12*encoder_hidden_size]
  conv2 w[12*encoder_hidden_size,12*encoder_hidden_size,1] b[12*encoder_hidden_size]
decoder.block.1.res_unit1.
  conv1 w[6*encoder_hidden_size,6*encoder_hidden_size,codebook_dim-1] b[6*encoder_hidden_size]
  conv2 w[6*encoder_hidden_size,6*encoder_hidden_size,1] b[6*encoder_hidden_size]
decoder.block.2.res_unit1.
  conv1 w[3*encoder_hidden_size,3*encoder_hidden_size,codebook_dim-1] b[3*encoder_hidden_size]
  conv2 w[3*encoder_hidden_size,3*encoder_hidden_size,1] b[3*encoder_hidden_size]
decoder.block.3.res_unit1.
  conv1 w[12*codebook_dim,12*codebook_dim,codebook_dim-1] b[12*codebook_dim]
  conv2 w[12*codebook_dim,12*codebook_dim,1] b[12*codebook_dim]
decoder.block.0.res_unit1.snake2.
  alpha [1,12*encoder_hidden_size,1]
decoder.block.1.res_unit1.snake2.
  alpha [1,6*encoder_hidden_size,1]
decoder.block.2.res_unit1.snake2.
  alpha [1,3*encoder_hidden_size,1]
decoder.block.3.res_unit1.snake2.
  alpha [1,12*codebook_dim,1]
decoder.block.0.res_unit2.snake1.
  alpha [1,12*encoder_hidden_size,1]
decoder.block.1.res_unit2.snake1.
  alpha [1,6*encoder_hidden_size,1]
decoder.block.2.res_unit2.snake1.
  alpha [1,3*encoder_hidden_size,1]
decoder.block.3.res_unit2.snake1.
  alpha [1,12*codebook_dim,1]
decoder.block.0.res_unit2.
  conv1 w[12*encoder_hidden_size,12*encoder_hidden_size,codebook_dim-1] b[12*encoder_hidden_size]
  conv2 w[12*encoder_hidden_size,12*encoder_hidden_size,1] b[12*encoder_hidden_size]
decoder.block.1.res_unit2.
  conv1 w[6*encoder_hidden_size,6*encoder_hidden_size,codebook_dim-1] b[6*encoder_hidden_size]
  conv2 w[6*encoder_hidden_size,6*encoder_hidden_size,1] b[6*encoder_hidden_size]
decoder.block.2.res_unit2.
  conv1 w[3*encoder_hidden_size,3*encoder_hidden_size,codebook_dim-1] b[3*encoder_hidden_size]
  conv2 w[3*encoder_hidden_size,3*encoder_hidden_size,1] b[3*encoder_hidden_size]
decoder.block.3.res_unit2.
  conv1 w[12*codebook_dim,12*codebook_dim,codebook_dim-1] b[12*codebook_dim]
  conv2 w[12*codebook_dim,12*codebook_dim,1] b[12*codebook_dim]
decoder.block.0.res_unit2.snake2.
  alpha [1,12*encoder_hidden_size,1]
decoder.block.1.res_unit2.snake2.
  alpha [1,6*encoder_hidden_size,1]
decoder.block.2.res_unit2.snake2.
  alpha [1,3*encoder_hidden_size,1]
decoder.block.3.res_unit2.snake2.
  alpha [1,12*codebook_dim,1]
decoder.block.0.res_unit3.snake1.
  alpha [1,12*encoder_hidden_size,1]
decoder.block.1.res_unit3.snake1.
  alpha [1,6*encoder_hidden_size,1]
decoder.block.2.res_unit3.snake1.
  alpha [1,3*encoder_hidden_size,1]
decoder.block.3.res_unit3.snake1.
  alpha [1,12*codebook_dim,1]
decoder.block.0.res_unit3.
  conv1 w[12*encoder_hidden_size,12*encoder_hidden_size,codebook_dim-1] b[12*encoder_hidden_size]
  conv2 w[12*encoder_hidden_size,12*encoder_hidden_size,1] b[12*encoder_hidden_size]
decoder.block.1.res_unit3.
  conv1 w[6*encoder_hidden_size,6*encoder_hidden_size,codebook_dim-1] b[6*encoder_hidden_size]
  conv2 w[6*encoder_hidden_size,6*encoder_hidden_size,1] b[6*encoder_hidden_size]
decoder.block.2.res_unit3.
  conv1 w[3*encoder_hidden_size,3*encoder_hidden_size,codebook_dim-1] b[3*encoder_hidden_size]
  conv2 w[3*encoder_hidden_size,3*encoder_hidden_size,1] b[3*encoder_hidden_size]
decoder.block.3.res_unit3.
  conv1 w[12*codebook_dim,12*codebook_dim,codebook_dim-1] b[12*codebook_dim]
  conv2 w[12*codebook_dim,12*codebook_dim,1] b[12*codebook_dim]
decoder.block.0.res_unit3.snake2.
  alpha [1,12*encoder_hidden_size,1]
decoder.block.1.res_unit3.snake2.
  alpha [1,6*encoder_hidden_size,1]
decoder.block.2.res_unit3.snake2.
  alpha [1,3*encoder_hidden_size,1]
decoder.block.3.res_unit3.snake2.
  alpha [1,12*codebook_dim,1]
decoder.snake1.
  alpha [1,12*codebook_dim,1]
quantizer.quantizers.{n_codebooks}.
  in_proj w[codebook_dim,hidden_size,1] b[codebook_dim]
  out_proj w[hidden_size,codebook_dim,1] b[hidden_size]
  codebook w[hidden_size,codebook_dim]
`);
