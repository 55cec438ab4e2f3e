import type { Builder } from '../../builder';
import { classifierOver, labelCount, labels } from './classifier';

/** LeViT's classifier: a norm over the batch, then a matrix. */
function levitLabels(b: Builder, x: number, name: string): number {
  const width = b.widthOf(x);
  const norm = [x, ...['weight', 'bias'].map((part) => b.param(`${name}.batch_norm.${part}`, [width]))];
  const y = b.op('BatchNormalization', norm, b.shapeOf(x));
  return b.linear(y, `${name}.linear`, labelCount(b), { bias: true });
}

/** Image classifiers of convolutional networks and Swin transformers, by class. */
export const imageClassifiers = {
  ResNetForImageClassification: classifierOver('resnet', 'resnet', labels('classifier.1')),
  RegNetForImageClassification: classifierOver('regnet', 'regnet', labels('classifier.1')),
  ConvNextForImageClassification: classifierOver('convnext', 'convnext', labels('classifier')),
  ConvNextV2ForImageClassification: classifierOver('convnextv2', 'convnextv2', labels('classifier')),
  LevitForImageClassification: classifierOver('levit', 'levit', (b, x) => levitLabels(b, x, 'classifier')),
  LevitForImageClassificationWithTeacher: classifierOver('levit', 'levit', (b, x) => {
    levitLabels(b, x, 'classifier_distill');
    return levitLabels(b, x, 'classifier');
  }),
  SwinForImageClassification: classifierOver('swin', 'swin', labels('classifier')),
  Swinv2ForImageClassification: classifierOver('swinv2', 'swinv2', labels('classifier')),
};
