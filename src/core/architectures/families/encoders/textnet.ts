import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `TextNetModel`. */
export const textnet = layoutFamily(`
stem.
  conv w[stem_out_channels,stem_num_channels,stem_kernel_size,stem_kernel_size]
  batch_norm w[stem_out_channels] b[stem_out_channels]
encoder.stages.0.stage.0.
  main_conv w[hidden_sizes[1],hidden_sizes[0],3,3]
  vertical_conv w[hidden_sizes[1],hidden_sizes[0],3,1]
  horizontal_conv w[hidden_sizes[1],hidden_sizes[0],1,3]
  rbr_identity w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.stages.0.stage.1.
  main_conv w[hidden_sizes[1],hidden_sizes[1],3,3]
  vertical_conv w[hidden_sizes[1],hidden_sizes[1],3,1]
  horizontal_conv w[hidden_sizes[1],hidden_sizes[1],1,3]
encoder.stages.0.stage.2.
  main_conv w[hidden_sizes[1],hidden_sizes[1],3,3]
  vertical_conv w[hidden_sizes[1],hidden_sizes[1],3,1]
  horizontal_conv w[hidden_sizes[1],hidden_sizes[1],1,3]
  rbr_identity w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.stages.1.stage.0.
  main_conv w[hidden_sizes[2],hidden_sizes[1],3,3]
  vertical_conv w[hidden_sizes[2],hidden_sizes[1],3,1]
  horizontal_conv w[hidden_sizes[2],hidden_sizes[1],1,3]
  horizontal_batch_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.1.stage.1.
  main_conv w[hidden_sizes[2],hidden_sizes[2],1,3]
  vertical_conv w[hidden_sizes[2],hidden_sizes[2],1,1]
encoder.stages.1.stage.2.
  main_conv w[hidden_sizes[2],hidden_sizes[2],3,3]
  vertical_conv w[hidden_sizes[2],hidden_sizes[2],3,1]
  horizontal_conv w[hidden_sizes[2],hidden_sizes[2],1,3]
  horizontal_batch_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.1.stage.3.
  main_conv w[hidden_sizes[2],hidden_sizes[2],3,1]
  horizontal_conv w[hidden_sizes[2],hidden_sizes[2],1,1]
  horizontal_batch_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.2.stage.0.
  main_conv w[hidden_sizes[3],hidden_sizes[2],3,3]
  vertical_conv w[hidden_sizes[3],hidden_sizes[2],3,1]
  vertical_batch_norm w[hidden_sizes[3]] b[hidden_sizes[3]]
  horizontal_conv w[hidden_sizes[3],hidden_sizes[2],1,3]
encoder.stages.2.stage.1.
  main_conv w[hidden_sizes[3],hidden_sizes[3],3,3]
  vertical_conv w[hidden_sizes[3],hidden_sizes[3],3,1]
  vertical_batch_norm w[hidden_sizes[3]] b[hidden_sizes[3]]
  horizontal_conv w[hidden_sizes[3],hidden_sizes[3],1,3]
encoder.stages.2.stage.2.
  main_conv w[hidden_sizes[3],hidden_sizes[3],3,1]
  horizontal_conv w[hidden_sizes[3],hidden_sizes[3],1,1]
encoder.stages.2.stage.3.
  main_conv w[hidden_sizes[3],hidden_sizes[3],1,3]
  vertical_conv w[hidden_sizes[3],hidden_sizes[3],1,1]
  vertical_batch_norm w[hidden_sizes[3]] b[hidden_sizes[3]]
encoder.stages.3.stage.0.
  main_conv w[hidden_sizes[4],hidden_sizes[3],3,3]
  vertical_conv w[hidden_sizes[4],hidden_sizes[3],3,1]
  vertical_batch_norm|horizontal_batch_norm w[hidden_sizes[4]] b[hidden_sizes[4]]
  horizontal_conv w[hidden_sizes[4],hidden_sizes[3],1,3]
encoder.stages.3.stage.1.
  main_conv w[hidden_sizes[4],hidden_sizes[4],3,1]
  horizontal_conv w[hidden_sizes[4],hidden_sizes[4],1,1]
  horizontal_batch_norm w[hidden_sizes[4]] b[hidden_sizes[4]]
encoder.stages.3.stage.2.
  main_conv w[hidden_sizes[4],hidden_sizes[4],1,3]
  vertical_conv w[hidden_sizes[4],hidden_sizes[4],1,1]
  vertical_batch_norm w[hidden_sizes[4]] b[hidden_sizes[4]]
encoder.stages.3.stage.3.
  main_conv w[hidden_sizes[4],hidden_sizes[4],3,3]
  vertical_conv w[hidden_sizes[4],hidden_sizes[4],3,1]
  vertical_batch_norm|horizontal_batch_norm w[hidden_sizes[4]] b[hidden_sizes[4]]
  horizontal_conv w[hidden_sizes[4],hidden_sizes[4],1,3]
encoder.stages.0.stage.{3}.
  main_batch_norm|vertical_batch_norm|horizontal_batch_norm w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.stages.1.stage.{4}.
  main_batch_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.2.stage.{4}.
  main_batch_norm w[hidden_sizes[3]] b[hidden_sizes[3]]
encoder.stages.3.stage.{4}.
  main_batch_norm w[hidden_sizes[4]] b[hidden_sizes[4]]
encoder.stages.1.stage.{3}.
  vertical_batch_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.2.stage.{3}.
  horizontal_batch_norm w[hidden_sizes[3]] b[hidden_sizes[3]]
encoder.stages.1.stage.{1..4}.
  rbr_identity w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.stages.2.stage.{1..4}.
  rbr_identity w[hidden_sizes[3]] b[hidden_sizes[3]]
encoder.stages.3.stage.{1..4}.
  rbr_identity w[hidden_sizes[4]] b[hidden_sizes[4]]
`);
