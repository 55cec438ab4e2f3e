import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `mobilevit` beside the one of its own task, by name. */
export const mobilevitClasses = {
  MobileViTForImageClassification: layoutFamily(`
use as mobilevit: . > mobilevit.
.
  classifier w[num_labels,neck_hidden_sizes[6]] b[num_labels]
`),
  MobileViTForSemanticSegmentation: layoutFamily(`
use as mobilevit: conv_stem > mobilevit.conv_stem; encoder. > mobilevit.encoder.; lm_head > lm_head
segmentation_head.aspp.convs.0.
  convolution w[aspp_out_channels,neck_hidden_sizes[5],1,1]
segmentation_head.aspp.convs.{1..4}.
  convolution w[aspp_out_channels,neck_hidden_sizes[5],3,3]
segmentation_head.aspp.convs.{4}.
  normalization w[aspp_out_channels] b[aspp_out_channels]
segmentation_head.aspp.convs.4.conv_1x1.
  convolution w[aspp_out_channels,neck_hidden_sizes[5],1,1]
  normalization w[aspp_out_channels] b[aspp_out_channels]
segmentation_head.aspp.project.
  convolution w[aspp_out_channels,5*aspp_out_channels,1,1]
  normalization w[aspp_out_channels] b[aspp_out_channels]
segmentation_head.classifier.
  convolution w[num_labels,aspp_out_channels,1,1] b[num_labels]
`),
};
