import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `FastSpeech2ConformerWithHifiGan`. */
export const fastspeech2ConformerWithHifigan = layoutFamily(`
use model_config: . > model.
vocoder.
  conv_pre w[vocoder_config.upsample_initial_channel,vocoder_config.model_in_dim,model_config.encoder_config.kernel_size] b[vocoder_config.upsample_initial_channel]
  conv_post w[1,vocoder_config.upsample_initial_channel//16,model_config.encoder_config.kernel_size] b[1]
vocoder.upsampler.
  0 w[vocoder_config.upsample_initial_channel,vocoder_config.upsample_initial_channel//2,vocoder_config.upsample_kernel_sizes[0]] b[vocoder_config.upsample_initial_channel//2]
  1 w[vocoder_config.upsample_initial_channel//2,vocoder_config.upsample_initial_channel//4,vocoder_config.upsample_kernel_sizes[1]] b[vocoder_config.upsample_initial_channel//4]
  2 w[vocoder_config.upsample_initial_channel//4,vocoder_config.upsample_initial_channel//8,vocoder_config.upsample_kernel_sizes[2]] b[vocoder_config.upsample_initial_channel//8]
  3 w[vocoder_config.upsample_initial_channel//8,vocoder_config.upsample_initial_channel//16,vocoder_config.upsample_kernel_sizes[3]] b[vocoder_config.upsample_initial_channel//16]
vocoder.resblocks.0.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//2,vocoder_config.upsample_initial_channel//2,vocoder_config.resblock_kernel_sizes[0]] b[vocoder_config.upsample_initial_channel//2]
vocoder.resblocks.1.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//2,vocoder_config.upsample_initial_channel//2,vocoder_config.resblock_kernel_sizes[1]] b[vocoder_config.upsample_initial_channel//2]
vocoder.resblocks.2.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//2,vocoder_config.upsample_initial_channel//2,vocoder_config.resblock_kernel_sizes[2]] b[vocoder_config.upsample_initial_channel//2]
vocoder.resblocks.3.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//4,vocoder_config.upsample_initial_channel//4,vocoder_config.resblock_kernel_sizes[0]] b[vocoder_config.upsample_initial_channel//4]
vocoder.resblocks.4.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//4,vocoder_config.upsample_initial_channel//4,vocoder_config.resblock_kernel_sizes[1]] b[vocoder_config.upsample_initial_channel//4]
vocoder.resblocks.5.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//4,vocoder_config.upsample_initial_channel//4,vocoder_config.resblock_kernel_sizes[2]] b[vocoder_config.upsample_initial_channel//4]
vocoder.resblocks.6.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//8,vocoder_config.upsample_initial_channel//8,vocoder_config.resblock_kernel_sizes[0]] b[vocoder_config.upsample_initial_channel//8]
vocoder.resblocks.7.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//8,vocoder_config.upsample_initial_channel//8,vocoder_config.resblock_kernel_sizes[1]] b[vocoder_config.upsample_initial_channel//8]
vocoder.resblocks.8.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//8,vocoder_config.upsample_initial_channel//8,vocoder_config.resblock_kernel_sizes[2]] b[vocoder_config.upsample_initial_channel//8]
vocoder.resblocks.9.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//16,vocoder_config.upsample_initial_channel//16,vocoder_config.resblock_kernel_sizes[0]] b[vocoder_config.upsample_initial_channel//16]
vocoder.resblocks.10.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//16,vocoder_config.upsample_initial_channel//16,vocoder_config.resblock_kernel_sizes[1]] b[vocoder_config.upsample_initial_channel//16]
vocoder.resblocks.11.convs1.{3}.
  . w[vocoder_config.upsample_initial_channel//16,vocoder_config.upsample_initial_channel//16,vocoder_config.resblock_kernel_sizes[2]] b[vocoder_config.upsample_initial_channel//16]
vocoder.resblocks.0.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//2,vocoder_config.upsample_initial_channel//2,vocoder_config.resblock_kernel_sizes[0]] b[vocoder_config.upsample_initial_channel//2]
vocoder.resblocks.1.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//2,vocoder_config.upsample_initial_channel//2,vocoder_config.resblock_kernel_sizes[1]] b[vocoder_config.upsample_initial_channel//2]
vocoder.resblocks.2.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//2,vocoder_config.upsample_initial_channel//2,vocoder_config.resblock_kernel_sizes[2]] b[vocoder_config.upsample_initial_channel//2]
vocoder.resblocks.3.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//4,vocoder_config.upsample_initial_channel//4,vocoder_config.resblock_kernel_sizes[0]] b[vocoder_config.upsample_initial_channel//4]
vocoder.resblocks.4.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//4,vocoder_config.upsample_initial_channel//4,vocoder_config.resblock_kernel_sizes[1]] b[vocoder_config.upsample_initial_channel//4]
vocoder.resblocks.5.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//4,vocoder_config.upsample_initial_channel//4,vocoder_config.resblock_kernel_sizes[2]] b[vocoder_config.upsample_initial_channel//4]
vocoder.resblocks.6.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//8,vocoder_config.upsample_initial_channel//8,vocoder_config.resblock_kernel_sizes[0]] b[vocoder_config.upsample_initial_channel//8]
vocoder.resblocks.7.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//8,vocoder_config.upsample_initial_channel//8,vocoder_config.resblock_kernel_sizes[1]] b[vocoder_config.upsample_initial_channel//8]
vocoder.resblocks.8.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//8,vocoder_config.upsample_initial_channel//8,vocoder_config.resblock_kernel_sizes[2]] b[vocoder_config.upsample_initial_channel//8]
vocoder.resblocks.9.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//16,vocoder_config.upsample_initial_channel//16,vocoder_config.resblock_kernel_sizes[0]] b[vocoder_config.upsample_initial_channel//16]
vocoder.resblocks.10.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//16,vocoder_config.upsample_initial_channel//16,vocoder_config.resblock_kernel_sizes[1]] b[vocoder_config.upsample_initial_channel//16]
vocoder.resblocks.11.convs2.{3}.
  . w[vocoder_config.upsample_initial_channel//16,vocoder_config.upsample_initial_channel//16,vocoder_config.resblock_kernel_sizes[2]] b[vocoder_config.upsample_initial_channel//16]
`);
