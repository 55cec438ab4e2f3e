/**
 * onnxruntime-genai's `genai_config.json` as a config of the modelling library's names. It tells the decoder's cache
 * shape and not the feed-forward's width, so the parameters follow from the ONNX file that it names.
 */
export interface GenaiReading {
  /** Sizes under the modelling library's names; `intermediate_size` is not among them. */
  readonly config: Readonly<Record<string, unknown>>;
  /** ONNX files by part (`decoder`, `vision` ...), relative to this file. */
  readonly files: Readonly<Record<string, string>>;
  /** What the file leaves open, one sentence each. */
  readonly assumptions: readonly string[];
  /** Where the file has what stands under a name of the library: `hidden_size` -> `model.decoder.hidden_size`. */
  readonly names: Readonly<Record<string, string>>;
  /** Parts whose file name is none, or leads out of the folder. */
  readonly refused: readonly string[];
}

const FILE = /^(?!.*\.\.)[\w./-]+\.onnx$/;
const SIZES: readonly (readonly [genai: string, config: string])[] = [
  ['hidden_size', 'hidden_size'],
  ['head_size', 'head_dim'],
  ['num_attention_heads', 'num_attention_heads'],
  ['num_key_value_heads', 'num_key_value_heads'],
  ['num_hidden_layers', 'num_hidden_layers'],
];

const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SIZES.map(([from, to]) => [to, `model.decoder.${from}`])),
  vocab_size: 'model.vocab_size',
  max_position_embeddings: 'model.context_length',
  model_type: 'model.type',
};

/** Reads the values of a `genai_config.json`; undefined when they are none. */
export function readGenaiConfig(values: Readonly<Record<string, unknown>>): GenaiReading | undefined {
  const model = recordOf(values['model']);
  const decoder = recordOf(model?.['decoder']);
  if (!model || !decoder) return undefined;
  const config: Record<string, unknown> = {};
  for (const [from, to] of SIZES) if (isGiven(decoder[from])) config[to] = decoder[from];
  if (isGiven(model['vocab_size'])) config['vocab_size'] = model['vocab_size'];
  if (isGiven(model['context_length'])) config['max_position_embeddings'] = model['context_length'];
  if (typeof model['type'] === 'string') config['model_type'] = model['type'];
  const files: Record<string, string> = {};
  const refused: string[] = [];
  for (const [name, part] of Object.entries(model)) {
    const file = recordOf(part)?.['filename'];
    if (typeof file === 'string' && FILE.test(file)) files[name] = file;
    else if (isGiven(file)) refused.push(name);
  }
  const assumptions = [
    '`genai_config.json` does not tell the width of the feed-forward layers; parameters follow from its ONNX file.',
  ];
  return { config, files, assumptions, names: NAMES, refused };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

const isGiven = (value: unknown) => value !== undefined && value !== null;
