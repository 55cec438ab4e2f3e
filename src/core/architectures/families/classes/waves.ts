import type { Builder } from '../../builder';
import { layoutFamily } from '../../layout/declareLayout';
import { labelCount } from './classifier';

/** A head over the states of `type`, whose tensors `rules` name. */
function over(type: string, rules: string, head: (b: Builder, x: number) => number): (b: Builder) => void {
  return layoutFamily(`use as ${type}: ${rules}`, (b, used) => {
    const x = used[`as ${type}`]?.[0];
    if (x !== undefined) b.output(head(b, x));
  });
}

/** A letter for each frame. */
const letters = (b: Builder, x: number) => b.linear(x, 'lm_head', b.c.int('vocab_size'), { bias: true });

/** Weights of the layers where they are asked for, a projection, the mean of all frames, the labels. */
function classified(b: Builder, x: number): number {
  const { c } = b;
  if (c.bool('use_weighted_layer_sum')) b.weight('layer_weights', [c.int('num_hidden_layers') + 1]);
  const y = b.linear(x, 'projector', c.int('classifier_proj_size', 256), { bias: true });
  const mean = b.op('ReduceMean', [y, -1], [b.shapeOf(y)[0]!, b.widthOf(y)], { keepdims: 0 });
  return b.linear(mean, 'classifier', labelCount(b), { bias: true });
}

/** The classes of a type by the prefix of their names, the scope of its tensors, and where these stand in its own class. */
function classes(
  type: string,
  prefix: string,
  scope: string,
  from: string,
): Record<string, (b: Builder) => void> {
  const rules = `${from} > ${scope}.`;
  return {
    [`${prefix}ForCTC`]: over(type, rules, letters),
    [`${prefix}ForSequenceClassification`]: over(type, rules, classified),
    ...(from === '.' ? {} : { [`${prefix}Model`]: over(type, `${from} > .`, (_, x) => x) }),
  };
}

/** Classes of wav2vec 2.0 and its relatives beside those of their own tasks, by name. */
export const waveClasses = {
  ...classes('wav2vec2', 'Wav2Vec2', 'wav2vec2', 'wav2vec2.'),
  ...classes('unispeech', 'UniSpeech', 'unispeech', 'unispeech.'),
  ...classes('hubert', 'Hubert', 'hubert', '.'),
  ...classes('wavlm', 'WavLM', 'wavlm', '.'),
  ...classes('data2vec-audio', 'Data2VecAudio', 'data2vec_audio', '.'),
};
