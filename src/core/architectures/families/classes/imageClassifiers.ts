import { classifierOver, labels } from './classifier';

/** Image classifiers of convolutional networks and Swin transformers, by class. */
export const imageClassifiers = {
  ResNetForImageClassification: classifierOver('resnet', 'resnet', labels('classifier.1')),
  RegNetForImageClassification: classifierOver('regnet', 'regnet', labels('classifier.1')),
  ConvNextForImageClassification: classifierOver('convnext', 'convnext', labels('classifier')),
  ConvNextV2ForImageClassification: classifierOver('convnextv2', 'convnextv2', labels('classifier')),
  SwinForImageClassification: classifierOver('swin', 'swin', labels('classifier')),
  Swinv2ForImageClassification: classifierOver('swinv2', 'swinv2', labels('classifier')),
};
