/**
 * `params.json`, in which Meta and Mistral publish sizes, as the config of the same model: the names of the modelling
 * library, so that the same family builds it. Formula of the feed-forward width: Meta's reference model
 * (2/3 of 4 x dim, times `ffn_dim_multiplier`, rounded up to `multiple_of`).
 */
export interface ParamsReading {
  readonly config: Readonly<Record<string, unknown>>;
  /** What the file leaves open and was taken to be so, one sentence each. */
  readonly assumptions: readonly string[];
  /** Where the file has what stands under a name of the library: `hidden_size` -> `dim`. */
  readonly names: Readonly<Record<string, string>>;
}

const NAMES: Readonly<Record<string, string>> = {
  hidden_size: 'dim',
  num_hidden_layers: 'n_layers',
  num_attention_heads: 'n_heads',
  num_key_value_heads: 'n_kv_heads',
  intermediate_size: 'hidden_dim',
  tie_word_embeddings: 'tied_embeddings',
  num_local_experts: 'moe.num_experts',
  num_experts_per_tok: 'moe.num_experts_per_tok',
  model_type: 'dim',
};

/** The vocabulary of Llama 1 and 2, whose files say -1. */
const LLAMA_VOCABULARY = 32_000;

/** True for the values of a `params.json`: `dim`, layers and heads, and no `model_type`. What they are is seen later. */
export function isParams(values: Readonly<Record<string, unknown>>): boolean {
  return 'dim' in values && 'n_layers' in values && 'n_heads' in values && !('model_type' in values);
}

/** The equivalent config; undefined when the values are no `params.json`. */
export function configOfParams(values: Readonly<Record<string, unknown>>): ParamsReading | undefined {
  if (!isParams(values)) return undefined;
  const assumptions: string[] = [];
  const dim = values['dim'];
  const heads = values['n_heads'];
  const mistral = values['hidden_dim'] !== undefined && values['hidden_dim'] !== null;
  const config: Record<string, unknown> = {
    model_type: mistral ? 'mistral' : 'llama',
    hidden_size: dim,
    num_hidden_layers: values['n_layers'],
    num_attention_heads: heads,
    num_key_value_heads: values['n_kv_heads'] ?? heads,
    intermediate_size: mistral ? values['hidden_dim'] : isSize(dim) ? metaInner(values, dim) : 0,
    tie_word_embeddings: values['tied_embeddings'] === true,
    torch_dtype: 'bfloat16',
  };
  if ((values['head_dim'] ?? undefined) !== undefined) config['head_dim'] = values['head_dim'];
  config['vocab_size'] = vocabulary(values, assumptions);
  const positions = values['max_position_embeddings'] ?? values['max_seq_len'] ?? values['model_max_length'];
  if (isSize(positions)) config['max_position_embeddings'] = positions;
  if (mistral) config['sliding_window'] = isSize(values['sliding_window']) ? values['sliding_window'] : null;
  const moe = values['moe'];
  if (typeof moe === 'object' && moe !== null) mixture(config, moe as Readonly<Record<string, unknown>>);
  vision(values, config, assumptions);
  return { config, assumptions, names: NAMES };
}

/** Meta's width: int(2/3 x 4 x dim), times the multiplier, up to a multiple of `multiple_of`. */
function metaInner(values: Readonly<Record<string, unknown>>, dim: number): number {
  const multiple = isSize(values['multiple_of']) ? values['multiple_of'] : 256;
  const factor = values['ffn_dim_multiplier'];
  let inner = Math.trunc((2 * (4 * dim)) / 3);
  if (typeof factor === 'number' && Number.isFinite(factor) && factor > 0) inner = Math.trunc(factor * inner);
  return multiple * Math.floor((inner + multiple - 1) / multiple);
}

function vocabulary(values: Readonly<Record<string, unknown>>, assumptions: string[]): unknown {
  const given = values['vocab_size'];
  // Llama 1 and 2 say -1.
  if (given !== undefined && given !== null && given !== -1) return given;
  assumptions.push(
    `\`vocab_size\` is left to the tokenizer; taken as ${LLAMA_VOCABULARY}, that of Llama 1 and 2.`,
  );
  return LLAMA_VOCABULARY;
}

function mixture(config: Record<string, unknown>, moe: Readonly<Record<string, unknown>>): void {
  config['model_type'] = 'mixtral';
  config['num_local_experts'] = moe['num_experts'] ?? 8;
  config['num_experts_per_tok'] = moe['num_experts_per_tok'] ?? 2;
}

function vision(
  values: Readonly<Record<string, unknown>>,
  config: Readonly<Record<string, unknown>>,
  assumptions: string[],
): void {
  if (typeof values['vision_encoder'] !== 'object' || values['vision_encoder'] === null) return;
  assumptions.push(
    `The vision encoder beside the ${String(config['model_type'])} text model is not counted.`,
  );
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
