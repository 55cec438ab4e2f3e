import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `mobilenet_v2` beside the one of its own task, by name. */
export const mobilenetV2Classes = {
  MobileNetV2ForImageClassification: layoutFamily(`
use as mobilenet_v2: . > mobilenet_v2.
.
  classifier w[num_labels,1280] b[num_labels]
mobilenet_v2.conv_stem.expand_1x1.
  convolution w?!first_layer_is_expansion[output_stride,output_stride,1,1]
  normalization w?!first_layer_is_expansion[output_stride] b?!first_layer_is_expansion[output_stride]
`),
  MobileNetV2ForSemanticSegmentation: layoutFamily(`
use as mobilenet_v2: . > mobilenet_v2.
segmentation_head.conv_pool.
  convolution w[256,320,1,1]
  normalization w[256] b[256]
segmentation_head.conv_aspp.
  convolution w[256,320,1,1]
  normalization w[256] b[256]
segmentation_head.conv_projection.
  convolution w[256,512,1,1]
  normalization w[256] b[256]
segmentation_head.classifier.
  convolution w[num_labels,256,1,1] b[num_labels]
mobilenet_v2.conv_stem.expand_1x1.
  convolution w?!first_layer_is_expansion[output_stride,output_stride,1,1]
  normalization w?!first_layer_is_expansion[output_stride] b?!first_layer_is_expansion[output_stride]
`),
};
