/** Model types under which checkpoints with code of their own were published before the library took their family in. */
import type { ConfigReader } from './configReader';

/** Today's type, with the keys that were called otherwise then. */
export interface FormerType {
  readonly type: string;
  readonly values: (c: ConfigReader) => Readonly<Record<string, unknown>>;
}

const none = (): Readonly<Record<string, unknown>> => ({});

/** Phi 1 and 2: GPT's names of the sizes. */
const phi: FormerType = {
  type: 'phi',
  values: (c) => {
    const [hidden, heads] = [c.raw('n_embd'), c.raw('n_head')];
    const turned = c.raw('rotary_dim');
    const sizes = typeof hidden === 'number' && typeof heads === 'number' && heads > 0;
    return {
      hidden_size: hidden,
      num_hidden_layers: c.raw('n_layer'),
      num_attention_heads: heads,
      num_key_value_heads: c.raw('n_head_kv') ?? heads,
      intermediate_size: c.raw('n_inner') ?? (sizes ? 4 * hidden : undefined),
      max_position_embeddings: c.raw('n_positions'),
      ...(sizes && typeof turned === 'number' ? { partial_rotary_factor: (turned * heads) / hidden } : {}),
    };
  },
};

/** Falcon's first configs: BLOOM's names of the sizes. */
const falcon: FormerType = {
  type: 'falcon',
  values: (c) => ({
    num_hidden_layers: c.raw('n_layer'),
    num_attention_heads: c.raw('n_head'),
    ...(c.has('n_head_kv') ? { num_kv_heads: c.raw('n_head_kv'), new_decoder_architecture: true } : {}),
  }),
};

const llama: FormerType = { type: 'llama', values: none };
const stablelm: FormerType = { type: 'stablelm', values: none };

const FORMER: Readonly<Record<string, FormerType>> = {
  'phi-msft': phi,
  'mixformer-sequential': phi,
  RefinedWebModel: falcon,
  RefinedWeb: falcon,
  stablelm_epoch: stablelm,
  // Layer norms with biases, no bias elsewhere.
  orion: stablelm,
  internlm: { type: 'llama', values: (c) => ({ attention_bias: c.raw('bias') === true }) },
  Yi: llama,
  aquila: llama,
  xverse: llama,
};

export function formerType(modelType: string): FormerType | undefined {
  return Object.hasOwn(FORMER, modelType) ? FORMER[modelType] : undefined;
}
