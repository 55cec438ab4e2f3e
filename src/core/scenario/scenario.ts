/**
 * What a person assumes about the use of a model: the one record that binds the symbols of every expression.
 * One place holds it, every view shows it, changing it changes every view.
 */
export interface Scenario {
  /** Sequences at once. */
  readonly batch: number;
  /** Tokens of the prompt that prefill reads. */
  readonly prompt: number;
  /** Tokens held when a token is generated, that one included: decode has past = context - 1. */
  readonly context: number;
  /** Tokens the encoder of an encoder-decoder reads. */
  readonly source: number;
  /** Id of a weight precision (`PRECISIONS`), or `stored`: as the file has them. */
  readonly weights: string;
  /** Id of a compute precision for activations, or `auto`: the weights' compute dtype. */
  readonly activations: string;
  /** Id of a cache precision, or `auto`: the model's own dtype. */
  readonly cache: string;
  /** Id of a device, or undefined for none. */
  readonly device?: string;
  /** Devices that split the model by tensor parallelism; one when absent. */
  readonly tensorParallel?: number;
  /** `ideal`, `transformers`, `llama.cpp`, `llama.cpp-unified` (one buffer for all sequences), `vllm`. */
  readonly engine: 'ideal' | 'transformers' | 'llama.cpp' | 'llama.cpp-unified' | 'vllm';
  readonly phase: 'prefill' | 'decode';
  /** Values for further symbols (image height ...), by name; these win over all others. */
  readonly dims: Readonly<Record<string, number>>;
}

/** Before the model is known: `context` and `prompt` are cut to its own maximum by `scenarioFor`. */
export const DEFAULT_SCENARIO: Scenario = {
  batch: 1,
  prompt: 1024,
  context: 4096,
  source: 1024,
  weights: 'stored',
  activations: 'auto',
  cache: 'auto',
  engine: 'ideal',
  phase: 'decode',
  dims: {},
};
