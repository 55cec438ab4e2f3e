import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `yolos` beside the one of its own task, by name. */
export const yolosClasses = {
  YolosForObjectDetection: layoutFamily(`
use as yolos: . > vit.
class_labels_classifier.layers.
  0|1 w[hidden_size,hidden_size] b[hidden_size]
  2 w[num_labels+1,hidden_size] b[num_labels+1]
bbox_predictor.layers.
  0|1 w[hidden_size,hidden_size] b[hidden_size]
  2 w[4,hidden_size] b[4]
`),
};
