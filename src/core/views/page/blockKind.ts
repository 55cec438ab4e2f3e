/** The role of a part of a model as a word for colours: the same word for the same role in every model. */
import type { Analysis } from '../../analysis';
import { tensorClasses } from '../../costs/tensorClass';
import type { TensorClass } from '../../costs/tensorClass';
import type { Model } from '../../model/model';

export type Kind =
  'embedding' | 'attention' | 'mlp' | 'experts' | 'norm' | 'convolution' | 'state' | 'head' | 'other';

const BY_NAME: readonly (readonly [RegExp, Kind])[] = [
  [/^(lm_head|classifier|score|qa_outputs|embed_out|output_layer|cls|head)\b/i, 'head'],
  [/attn|attention/i, 'attention'],
  [/expert|moe|router/i, 'experts'],
  [/mamba|ssm|mixer|rwkv|linear_attn|recurrent|rnn|lstm|gru/i, 'state'],
  [/embed|wte|wpe/i, 'embedding'],
  [/norm|(^|\.)ln(_|$)/i, 'norm'],
  [/mlp|ffn|feed_forward|intermediate|(^|\.)fc\d?$|^output\.dense$/i, 'mlp'],
  [/conv/i, 'convolution'],
];

const BY_CLASS: Readonly<Partial<Record<TensorClass, Kind>>> = {
  embedding: 'embedding',
  head: 'head',
  expert: 'experts',
  router: 'experts',
  convolution: 'convolution',
};

const BY_TYPE: readonly (readonly [RegExp, Kind])[] = [
  [/Attention|RotaryEmbedding/, 'attention'],
  [/Norm/, 'norm'],
  [/Conv|Pool/, 'convolution'],
  [/LSTM|GRU|RNN|Scan|StateSpace|Delta/i, 'state'],
  [/MoE|Expert/, 'experts'],
];

/** By the block's own name. */
export function kindOfBlock(name: string): Kind {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}

const CLASSES = new WeakMap<Model, readonly TensorClass[]>();

/** By what the operator's weights are, else its type, else the block that it is in. */
export function kindOfOperator(
  { model }: Pick<Analysis, 'model'>,
  operator: number,
  weights: readonly number[],
  label: string,
  inside: Kind,
): Kind {
  let classes = CLASSES.get(model);
  if (!classes) CLASSES.set(model, (classes = tensorClasses(model)));
  for (const id of weights) {
    const kind = BY_CLASS[classes[id]!];
    if (kind) return kind;
  }
  const { type } = model.operators[operator]!;
  const byType = BY_TYPE.find(([pattern]) => pattern.test(type))?.[1];
  if (byType) return byType;
  if (inside !== 'other') return inside;
  return kindOfBlock(label);
}
