import type { Block } from './block';
import type { CacheTensor } from './cache';
import type { Facts } from './facts';
import type { DType } from './dtype';
import type { Graph, LocalFunction } from './graph';
import type { Operator } from './operator';
import type { Problem } from './problem';
import type { Value } from './value';
import type { Weight } from './weight';

/** What the model was read from; `pipeline` and `modules` name parts that have files of their own. */
export type Format =
  | 'onnx'
  | 'config'
  | 'gguf'
  | 'safetensors'
  | 'params'
  | 'genai'
  | 'adapter'
  | 'modules'
  | 'pipeline'
  | 'pytorch';

/**
 * The one picture of a model that every reader produces and from which the one engine computes everything.
 * Plain data: integer ids (indices in the arrays here) instead of references.
 */
export interface Model {
  readonly format: Format;
  /** `llama`, `bert` ...; for ONNX the graph's name. */
  readonly modelType: string;
  readonly name: string;
  /** exact: the structure is known; estimated: it was guessed from keys shared with known families. */
  readonly certainty: 'exact' | 'estimated';
  /**
   * Set when only the tensors are declared and the operators are an outline made from them. `tokens`: matrices over tokens,
   * so compute is an estimate; `kernels`: convolutions whose places are not known, so compute is unknown.
   */
  readonly outline?: 'tokens' | 'kernels';
  /**
   * By what share the outline's matrix FLOPs are off (0.05: 5 % above), measured on the type's default configuration against
   * a run of the modelling library; absent where no run was recorded.
   */
  readonly outlineError?: number;
  /** The outline stands only for parts that read images or sounds: text alone is computed by declared operators. */
  readonly outlineOfMedia?: boolean;
  readonly blocks: readonly Block[];
  readonly graphs: readonly Graph[];
  readonly functions: readonly LocalFunction[];
  readonly operators: readonly Operator[];
  readonly values: readonly Value[];
  readonly weights: readonly Weight[];
  readonly caches: readonly CacheTensor[];
  readonly facts: Facts;
  /** The type weights are stored in, where the file names one for all of them. */
  readonly dtype?: DType;
  /** Opset versions by domain ('' is the standard's own); empty for configs. */
  readonly opsets: Readonly<Record<string, number>>;
  /** Headline facts of the file itself, in the order shown: producer, IR version ... */
  readonly properties: readonly (readonly [name: string, value: string])[];
  /** The head of an ONNX file, field by field, where `properties` is for people. */
  readonly head?: FileHead;
  readonly problems: readonly Problem[];
}

/** What an ONNX file says of itself, as ModelProto names it; a field the file leaves out is '' or 0. */
export interface FileHead {
  readonly irVersion: number;
  readonly producerName: string;
  readonly producerVersion: string;
  readonly domain: string;
  readonly modelVersion: number;
  readonly doc: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** How many copies of itself an item in this block stands for: the product of the repeats up to the root. */
export function repeatsOf(model: Pick<Model, 'blocks'>, block: number): number {
  let n = 1;
  for (let b = block, depth = 0; b >= 0 && depth < 64; depth++) {
    const at = model.blocks[b];
    if (!at) break;
    n *= at.repeat;
    b = at.parent;
  }
  return n;
}

/** Names of the blocks from the model down, joined by dots: `layers.self_attn`. */
export function blockPath(model: Pick<Model, 'blocks'>, block: number): string {
  const names: string[] = [];
  for (let b = block, depth = 0; b > 0 && depth < 64; depth++) {
    names.unshift(model.blocks[b]!.name);
    b = model.blocks[b]!.parent;
  }
  return names.join('.');
}
