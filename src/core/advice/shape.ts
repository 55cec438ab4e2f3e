import { ConfigReader } from '../architectures/configReader';

/**
 * The numbers that the techniques' changes are made from, read from a config as the modelling library reads it. Figures
 * never come from here: they come from the engine.
 */
export interface ConfigShape {
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  /** Width inside the feed-forward part. */
  readonly inner: number;
  /** Matrices of a feed-forward part: 3 with a gate, 2 without. */
  readonly gates: 2 | 3;
  readonly vocabulary: number;
  readonly activation: string;
  /** Path of a key as the file spells it, its nested part included: `text_config.num_hidden_layers`. */
  readonly path: (key: string) => string;
  readonly raw: (key: string) => unknown;
}

type Config = Readonly<Record<string, unknown>>;

const UNGATED =
  /^(gpt2|gpt_neo|gpt_neox|gptj|opt|bert|roberta|distilbert|electra|bloom|falcon|phi|mpt|starcoder2|vit|albert|deberta|whisper|bart|t5|xlm)/;

/** The shape of the language (or only) part of a config; undefined when the config lacks the sizes. */
export function shapeOf(config: Config): ConfigShape | undefined {
  const problems: never[] = [];
  const top = new ConfigReader(config, problems as never);
  const nested = ['text_config', 'llm_config', 'language_config', 'thinker_config'].find(
    (key) => typeof config[key] === 'object' && config[key] !== null,
  );
  const c = nested ? top.child(nested) : top;
  const first = (keys: readonly string[]): number | undefined => {
    for (const key of keys) {
      const value = c.raw(key);
      if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
    }
    return undefined;
  };
  const hidden = first(['hidden_size', 'n_embd', 'd_model', 'dim']);
  const layers = first(['num_hidden_layers', 'n_layer', 'num_layers', 'n_layers']);
  const heads = first(['num_attention_heads', 'n_head', 'num_heads', 'n_heads']);
  if (hidden === undefined || layers === undefined || heads === undefined) return undefined;
  return {
    hidden,
    layers,
    heads,
    kvHeads: first(['num_key_value_heads', 'num_kv_heads', 'multi_query_group_num']) ?? heads,
    headDim: first(['head_dim', 'd_kv']) ?? Math.floor(hidden / heads),
    inner: first(['intermediate_size', 'n_inner', 'ffn_dim', 'd_ff', 'hidden_dim']) ?? 4 * hidden,
    gates: UNGATED.test(c.modelType) ? 2 : 3,
    vocabulary: first(['vocab_size']) ?? 0,
    activation: c.string('hidden_act', c.string('activation_function', c.string('hidden_activation'))),
    path: (key) => (nested ? `${nested}.` : '') + c.keyInFile(key),
    raw: (key) => c.raw(key),
  };
}
