/** PEFT's `adapter_config.json`: what a LoRA adapter adds to its base, tensor by tensor. */
import type { Model } from '../../model/model';
import { repeatsOf } from '../../model/model';
import type { DType } from '../../model/dtype';
import { bytesOf } from '../../model/dtype';

/** The keys of an adapter's config that change its size. */
export interface AdapterConfig {
  readonly type: string;
  readonly base?: string;
  readonly rank: number;
  readonly alpha?: number;
  /** Last parts of module names, or one pattern over whole names. */
  readonly targets: readonly string[] | string;
  readonly rankPattern: Readonly<Record<string, number>>;
  readonly dora: boolean;
  readonly bias: string;
  readonly saved: readonly string[];
  /** What is wrong with the keys themselves. */
  readonly problems: readonly AdapterProblem[];
}

/** PEFT's own, where a file names no rank. */
const DEFAULT_RANK = 8;

export interface AdapterTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** How many layers hold one. */
  readonly copies: number;
  /** The base's block that it stands in. */
  readonly block: number;
}

export interface AdapterSize {
  readonly tensors: readonly AdapterTensor[];
  readonly parameters: number;
  readonly bytes: number;
  /** What was not counted, one sentence each, at its key. */
  readonly problems: readonly AdapterProblem[];
}

export interface AdapterProblem {
  readonly message: string;
  readonly key: string;
}

/** Reads the values of an `adapter_config.json`; undefined when they are none. */
export function readAdapter(values: Readonly<Record<string, unknown>>): AdapterConfig | undefined {
  const type = values['peft_type'];
  if (typeof type !== 'string') return undefined;
  const rank = values['r'];
  const isRank = typeof rank === 'number' && Number.isInteger(rank) && rank > 0;
  const targets = values['target_modules'];
  const base = values['base_model_name_or_path'];
  const alpha = values['lora_alpha'];
  return {
    type: type.toUpperCase(),
    rank: isRank ? rank : DEFAULT_RANK,
    problems:
      rank === undefined || isRank
        ? []
        : [
            {
              message: `\`r\` is ${String(JSON.stringify(rank)).slice(0, 40)}, not a rank; PEFT would refuse it. Computed with ${DEFAULT_RANK}.`,
              key: 'r',
            },
          ],
    targets: typeof targets === 'string' ? targets : textsOf(targets),
    rankPattern: ranksOf(values['rank_pattern']),
    dora: values['use_dora'] === true,
    bias: typeof values['bias'] === 'string' ? values['bias'] : 'none',
    saved: textsOf(values['modules_to_save']),
    ...(typeof base === 'string' ? { base } : {}),
    ...(typeof alpha === 'number' ? { alpha } : {}),
  };
}

/**
 * The adapter's own tensors over a base: A [r, in] and B [out, r] of every matrix that a target names (LoRA, Hu et al.
 * 2021), a magnitude [out] with DoRA, and whole copies of the modules to save.
 */
export function sizeOfAdapter(adapter: AdapterConfig, base: Model, dtype: DType = 'float32'): AdapterSize {
  if (adapter.type !== 'LORA')
    return {
      tensors: [],
      parameters: 0,
      bytes: 0,
      problems: [{ message: `Adapters of type ${adapter.type} are not counted.`, key: 'peft_type' }],
    };
  const problems: AdapterProblem[] = [...adapter.problems];
  if (adapter.bias !== 'none')
    problems.push({
      message: `Biases (\`bias\`: ${adapter.bias.slice(0, 40)}) are trained too and not counted.`,
      key: 'bias',
    });
  const matches = matcherOf(adapter.targets, problems);
  const tensors: AdapterTensor[] = [];
  for (const weight of base.weights) {
    const module = weight.name.replace(/\.weight$/, '');
    if (weight.role !== 'parameter' || module === weight.name) continue;
    const { block } = weight;
    const copies = repeatsOf(base, block);
    if (adapter.saved.some((s) => endsWith(module, s)))
      tensors.push({ name: weight.name, shape: weight.shape, copies, block });
    const shape = weight.packing?.shape ?? weight.shape;
    if (shape.length !== 2 || !matches(module)) continue;
    const [out, inner] = shape as readonly [number, number];
    const rank = rankOf(adapter, module);
    tensors.push({ name: `${module}.lora_A.weight`, shape: [rank, inner], copies, block });
    tensors.push({ name: `${module}.lora_B.weight`, shape: [out, rank], copies, block });
    if (adapter.dora) tensors.push({ name: `${module}.lora_magnitude_vector`, shape: [out], copies, block });
  }
  if (tensors.length === 0)
    problems.push({
      message: 'No matrix of the base is named by `target_modules`: PEFT would refuse it.',
      key: 'target_modules',
    });
  const parameters = tensors.reduce((sum, t) => sum + t.copies * t.shape.reduce((a, b) => a * b, 1), 0);
  return { tensors, parameters, bytes: bytesOf(dtype, parameters), problems };
}

function rankOf(adapter: AdapterConfig, module: string): number {
  for (const name in adapter.rankPattern) if (endsWith(module, name)) return adapter.rankPattern[name]!;
  return adapter.rank;
}

/** A list names last parts; `all-linear` is every matrix but the output head and the embedding. */
function matcherOf(
  targets: AdapterConfig['targets'],
  problems: AdapterProblem[],
): (module: string) => boolean {
  if (typeof targets !== 'string') return (module) => targets.some((t) => endsWith(module, t));
  if (targets === 'all-linear')
    return (module) => !/(^|\.)(lm_head|embed\w*|\w*embeddings?|wte|wpe)$/.test(module);
  // A pattern from a stranger's file is not run: only alternatives of names are understood.
  const plain = /^(?:\.\*)?\\?\.?\(?([\w|]+)\)?\$?$/.exec(targets);
  if (!plain)
    problems.push({
      message: '`target_modules` is a pattern that is not understood: what it names is not counted.',
      key: 'target_modules',
    });
  const names = plain?.[1]!.split('|') ?? [];
  return (module) => names.some((t) => endsWith(module, t));
}

function endsWith(module: string, name: string): boolean {
  return module === name || module.endsWith(`.${name}`);
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
}

function ranksOf(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (e): e is [string, number] => Number.isInteger(e[1]) && (e[1] as number) > 0,
    ),
  );
}
