/** A config's estimate against what lies beside it: the tensors that the checkpoint's own headers name. */
import type { Model } from '../model/model';
import type { Weight } from '../model/weight';
import { checkpointNames } from './expandNames';

/** A tensor on disk, whatever format names it. */
export interface DiskTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly bytes: number;
}

export interface Agreement {
  /** True when every parameter is on disk with the estimated shape and nothing unexplained is left. */
  readonly exact: boolean;
  /** One sentence: `exact: agrees with 4 shards, 16.06 GB`, or the difference and what explains it. */
  readonly sentence: string;
  readonly files: number;
  /** Bytes of the tensors on disk. */
  readonly bytes: number;
  /** Parameters that the config has and the disk has not. */
  readonly absent: readonly string[];
  /** Tensors on disk that the config does not explain. */
  readonly extra: readonly string[];
  /** Same name, other shape: `name [disk] instead of [config]`. */
  readonly differing: readonly string[];
  /** Tensors on disk that are known to be no parameters: buffers, tied copies, scales. */
  readonly explained: readonly string[];
}

/** Buffers and scales that checkpoints hold beside their parameters. */
const NO_PARAMETER =
  /(^|\.)(inv_freq|position_ids|attn\.(masked_)?bias|masked_bias|rotary_emb\.\w+|running_mean|running_var|num_batches_tracked|\w*scale_inv|\w*_scales?|scales|qzeros|g_idx|absmax|quant_map|nested_\w+|e_score_correction_bias)$/;
/** Shown by name in the sentence. */
const NAMED = 4;

/**
 * Compares names and shapes. A trunk's prefix that only one side has (`bert.`, `model.`, `transformer.`) is no
 * difference: checkpoints of the bare model leave it out.
 */
export function agreeWithDisk(model: Model, disk: readonly DiskTensor[], files: number): Agreement {
  const ours = parametersOf(model);
  const found = new Map(disk.map((t) => [t.name, t]));
  const prefix = prefixBetween(ours, found);
  const absent: string[] = [];
  const differing: string[] = [];
  for (const [name, weight] of ours) {
    const there = found.get(shifted(name, prefix)) ?? found.get(name);
    if (!there) absent.push(name);
    else {
      found.delete(there.name);
      if (!sameShape(there.shape, weight))
        differing.push(`${name} [${there.shape.join(', ')}] instead of [${weight.shape.join(', ')}]`);
    }
  }
  const tied = aliasesOf(model);
  const explained: string[] = [];
  const extra: string[] = [];
  for (const name of found.keys()) (NO_PARAMETER.test(name) || tied.has(name) ? explained : extra).push(name);
  const bytes = disk.reduce((sum, t) => sum + t.bytes, 0);
  const exact = absent.length + differing.length + extra.length === 0;
  const result = { exact, files, bytes, absent, extra, differing, explained };
  return { ...result, sentence: sentenceOf(result) };
}

function parametersOf(model: Model): Map<string, Weight> {
  const ours = new Map<string, Weight>();
  for (const weight of model.weights)
    if (weight.role === 'parameter')
      for (const name of checkpointNames(model, weight)) ours.set(name, weight);
  return ours;
}

function aliasesOf(model: Model): ReadonlySet<string> {
  const names = new Set<string>();
  for (const weight of model.weights)
    for (const alias of weight.aliases ?? [])
      for (const name of checkpointNames(model, weight, alias)) names.add(name);
  return names;
}

/** Packed containers have another shape than the matrix they hold. */
function sameShape(shape: readonly number[], weight: Weight): boolean {
  return (
    weight.packing !== undefined ||
    (shape.length === weight.shape.length && shape.every((n, i) => n === weight.shape[i]))
  );
}

type Shift = { readonly drop: string; readonly add: string };

/** The first part that all our names have and the disk's have not, or the other way round. */
function prefixBetween(ours: ReadonlyMap<string, unknown>, disk: ReadonlyMap<string, unknown>): Shift {
  const none = { drop: '', add: '' };
  const [first] = ours.keys();
  if (first === undefined) return none;
  for (const name of ours.keys()) if (disk.has(name)) return none;
  const drop = `${first.split('.')[0]!}.`;
  for (const name of ours.keys())
    if (name.startsWith(drop) && disk.has(name.slice(drop.length))) return { drop, add: '' };
  for (const name of disk.keys()) {
    const add = `${name.split('.')[0]!}.`;
    if (ours.has(name.slice(add.length))) return { drop: '', add };
  }
  return none;
}

function shifted(name: string, { drop, add }: Shift): string {
  return drop !== '' && name.startsWith(drop) ? name.slice(drop.length) : add + name;
}

function sentenceOf(a: Omit<Agreement, 'sentence'>): string {
  const where = `${a.files} ${a.files === 1 ? 'file' : 'shards'}, ${(a.bytes / 1e9).toFixed(2)} GB`;
  const beside =
    a.explained.length === 0 ? '' : `; beside the parameters ${count(a.explained)} (${named(a.explained)})`;
  if (a.exact) return `exact: agrees with ${where}${beside}`;
  const parts: string[] = [];
  if (a.absent.length > 0) parts.push(`${count(a.absent)} not on disk (${named(a.absent)})`);
  if (a.extra.length > 0)
    parts.push(`${count(a.extra)} on disk that the config does not tell of (${named(a.extra)})`);
  if (a.differing.length > 0) parts.push(`${count(a.differing)} of another shape (${named(a.differing)})`);
  return `differs from ${where}: ${parts.join('; ')}${beside}`;
}

function count(list: readonly string[]): string {
  return `${list.length} ${list.length === 1 ? 'tensor' : 'tensors'}`;
}

function named(list: readonly string[]): string {
  return list.slice(0, NAMED).join(', ') + (list.length > NAMED ? ', ...' : '');
}
