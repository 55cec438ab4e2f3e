/** A config's estimate against what lies beside it: the tensors that the checkpoint's own headers name. */
import type { Model } from '../model/model';
import { bytesOf } from '../model/dtype';
import { plainKey } from './checkpointKeys';
import { namesOf } from '../model/names';
import { matchStored } from './matchStored';
import type { Match, OtherNames } from './matchStored';
import type { StoredTensor } from './storedTensor';

/** Why a stored tensor is none of the config's own. */
export type BesideKind = 'tied' | 'buffer' | 'router' | 'scale' | 'prediction' | 'unexplained';

/** Stored tensors that the config's parameters do not hold, by why they are there. */
export interface Beside {
  readonly kind: BesideKind;
  readonly tensors: number;
  readonly elements: number;
  readonly bytes: number;
  /** The first names. */
  readonly names: readonly string[];
}

/** What the checkpoint beside a config says of the estimate. */
export interface Agreement {
  /** True when every parameter is stored with the estimated shape and type, and all else that is stored is explained. */
  readonly exact: boolean;
  /** One sentence: `exact: agrees with 4 shards, 16.06 GB`, or the difference and what explains it. */
  readonly sentence: string;
  readonly files: number;
  /** Bytes of all stored tensors. */
  readonly bytes: number;
  /** Bytes of the tensors that are the config's parameters and scales; undefined where only an index is read. */
  readonly ownBytes?: number;
  /** Names of parameters that the config has and the checkpoint has not. */
  readonly absent: readonly string[];
  /** Same tensor, other shape: `name [stored] instead of [config]`. */
  readonly differing: readonly string[];
  /** Same tensor, other type: `float32 instead of bfloat16`, with how many and the bytes more or less. */
  readonly types: readonly { readonly text: string; readonly tensors: number; readonly bytes: number }[];
  readonly beside: readonly Beside[];
  /** What could not be read beside the config, one sentence each. */
  readonly problems: readonly string[];
}

/** The files that were compared. */
export interface Disk {
  readonly tensors: readonly StoredTensor[];
  readonly files: number;
  /** Bytes of all tensors, where only an index tells them. */
  readonly totalBytes?: number;
  readonly problems?: readonly string[];
}

const BUFFER =
  /(^|\.)(inv_freq|position_ids|attn\.(masked_)?bias|attention\.(masked_)?bias|masked_bias|attn_bias|rotary_emb\.\w+|running_mean|running_var|num_batches_tracked|relative_position_index|rope_freqs\w*|rope_factors_\w+)(\.weight)?$/;
const SCALE =
  /(^|[._])(scale_inv|\w*_scales?|scales|qzeros|g_idx|absmax|quant_map|SCB|weight_format|weight_shape|weight_zero_point|\w+_global_scale|quant_state\.\w+|nested_\w+|kv_scale|[kvqo]_scale|input_scale)$/;
/** Heads that predict further tokens, which the library does not build. */
const PREDICTION = /(^|\.)(mtp|mtp_\w+|nextn\w*|eagle\w*)(\.|$)/;
const NAMED = 4;

/** Compares names, shapes and types. */
export function agreeWithDisk(model: Model, disk: Disk, otherNames?: OtherNames): Agreement {
  return agreementOf(model, disk, matchStored(model, disk.tensors, otherNames));
}

/** The same from a match that was made already. */
export function agreementOf(model: Model, disk: Disk, match: Match): Agreement {
  const differing: string[] = [];
  const types = new Map<string, { tensors: number; bytes: number }>();
  let ownBytes: number | undefined = 0;
  for (const { weight, name, tensors } of match.pairs) {
    const w = model.weights[weight]!;
    const stored = tensors.reduce<number | undefined>((n, t) => add(n, t.bytes), 0);
    ownBytes = add(ownBytes, stored);
    if (stored === undefined) continue;
    const other = otherShape(w.shape, w.packing?.shape, tensors);
    if (other) differing.push(`${name} ${other} instead of [${w.shape.join(', ')}]`);
    else if (w.dtype && w.role === 'parameter') {
      const found = new Set(tensors.map((t) => t.packing?.scheme ?? t.dtype ?? 'an unknown type'));
      if (found.size === 1 && found.has(w.dtype)) continue;
      const text = `${[...found].join(' and ')} instead of ${w.dtype}`;
      const row = types.get(text) ?? { tensors: 0, bytes: 0 };
      row.tensors += tensors.length;
      row.bytes +=
        stored -
        bytesOf(
          w.dtype,
          w.shape.reduce((a, b) => a * b, 1),
        );
      types.set(text, row);
    }
  }
  const absent = match.absent.filter((a) => model.weights[a.weight]!.role === 'parameter').map((a) => a.name);
  const beside = besideOf(model, match.extra);
  const bytes = disk.totalBytes ?? disk.tensors.reduce((n, t) => n + (t.bytes ?? 0), 0);
  const unexplained = beside.some((b) => b.kind === 'unexplained');
  const problems = [...(disk.problems ?? []), ...otherTotal(model, disk, match)];
  const result = {
    exact: absent.length + differing.length + types.size + problems.length === 0 && !unexplained,
    files: disk.files,
    bytes,
    ...(ownBytes === undefined ? {} : { ownBytes }),
    absent,
    differing,
    types: [...types].map(([text, row]) => ({ text, ...row })),
    beside,
    problems,
  };
  return { ...result, sentence: sentenceOf(result, ownBytes === undefined) };
}

/** Where only names are compared, the total of the index against the config's own. */
function otherTotal(model: Model, disk: Disk, match: Match): string[] {
  if (disk.totalBytes === undefined || match.extra.length + match.absent.length > 0) return [];
  let own = 0;
  for (const { weight } of match.pairs) {
    const w = model.weights[weight]!;
    if (!w.dtype) return [];
    own += bytesOf(
      w.dtype,
      w.shape.reduce((a, b) => a * b, 1),
    );
  }
  if (own === disk.totalBytes) return [];
  return [`the index tells ${gigabytes(disk.totalBytes)} in all, the config ${gigabytes(own)}`];
}

const add = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : a + b;

/** The stored shape, where it is another one; what is packed or fused is compared by its elements. */
export function otherShape(
  shape: readonly number[],
  packed: readonly number[] | undefined,
  tensors: readonly StoredTensor[],
): string | undefined {
  const size = (dims: readonly number[]) => dims.reduce((a, b) => a * b, 1);
  const all = tensors.reduce((n, t) => n + size(t.packing?.shape ?? t.shape ?? []), 0);
  if (packed ? all === size(packed) || all === size(shape) : all === size(shape)) {
    const [only] = tensors;
    // The same elements in another order of dimensions, as for matrices stored the other way round.
    const sorted = (dims: readonly number[]) =>
      dims
        .filter((d) => d !== 1)
        .sort((a, b) => a - b)
        .join('x');
    if (tensors.length > 1 || packed || only!.packing) return undefined;
    return sorted(only!.shape ?? []) === sorted(shape) ? undefined : `[${only!.shape!.join(', ')}]`;
  }
  return tensors.length > 1
    ? `in ${tensors.length} tensors of ${all} elements`
    : `[${(tensors[0]!.shape ?? []).join(', ')}]`;
}

function besideOf(model: Model, extra: readonly StoredTensor[]): readonly Beside[] {
  const groups = new Map<BesideKind, StoredTensor[]>();
  const kindOf = explainer(model, extra);
  for (const t of extra) {
    const kind = kindOf(t);
    const group = groups.get(kind) ?? [];
    group.push(t);
    groups.set(kind, group);
  }
  return [...groups].map(([kind, list]) => ({
    kind,
    tensors: list.length,
    elements: list.reduce((n, t) => n + (t.packing?.shape ?? t.shape ?? []).reduce((a, b) => a * b, 1), 0),
    bytes: list.reduce((n, t) => n + (t.bytes ?? 0), 0),
    names: list.slice(0, NAMED).map((t) => t.name),
  }));
}

/** Names that the library gives to a second use of the embedding. */
const SECOND = /(^|\.)(lm_head|embed_out|embed_tokens|shared|predictions\.decoder|word_embeddings)\.weight$/;
const ROUTER_BIAS = /(^|\.)e_score_correction_bias$/;

/** What only a layer has that predicts further tokens (DeepSeek-V3's layer 61, GLM-4.5's 46). */
const PREDICTS = /(^|\.)(eh_proj|enorm|hnorm|shared_head|embed_norm|hidden_norm|input_proj)(\.|$)/;
const layerOf = (key: string) => /^(?:.*?\.)?layers\.(\d+)\./.exec(key)?.[1];

/** Tells why tensors are stored that a model's parameters do not hold; `extra` are all of them. */
export function explainer(model: Model, extra: readonly StoredTensor[]): (t: StoredTensor) => BesideKind {
  const tied = aliasesOf(model);
  const layers = model.facts.layers;
  const predicts = new Set(
    extra.filter((t) => PREDICTS.test(t.name)).map((t) => layerOf(plainKey(t.name)) ?? ''),
  );
  const tables = new Set(model.weights.filter((w) => w.role === 'parameter').map((w) => w.shape.join('x')));
  return ({ name, shape }) => {
    const key = plainKey(name);
    if (tied.has(key)) return 'tied';
    const index = layerOf(key);
    const beyond =
      index !== undefined && layers !== undefined && Number(index) >= layers && predicts.has(index);
    if (PREDICTION.test(name) || (beyond && !/vision|visual|audio|encoder/.test(name))) return 'prediction';
    if (SECOND.test(name) && shape && tables.has(shape.join('x'))) return 'tied';
    if (ROUTER_BIAS.test(name)) return 'router';
    if (BUFFER.test(name)) return 'buffer';
    return SCALE.test(name) ? 'scale' : 'unexplained';
  };
}

/** Plain keys of the names that stand for a weight declared under another one. */
function aliasesOf(model: Model): ReadonlySet<string> {
  const names = new Set<string>();
  for (const weight of model.weights)
    for (const alias of weight.aliases ?? [])
      for (const name of namesOf(model, weight, alias)) names.add(plainKey(name));
  return names;
}

const WORDS: Readonly<Record<BesideKind, readonly [one: string, many: string]>> = {
  tied: ['tied tensor stored all the same', 'tied tensors stored all the same'],
  buffer: ['buffer', 'buffers'],
  router: ['router bias', 'router biases'],
  scale: ['scale', 'scales'],
  prediction: ['tensor of a multi-token prediction layer', 'tensors of multi-token prediction layers'],
  unexplained: ['tensor that the config does not tell of', 'tensors that the config does not tell of'],
};

function sentenceOf(a: Omit<Agreement, 'sentence'>, namesOnly: boolean): string {
  const where = `${a.files} ${a.files === 1 ? 'file' : 'shards'}, ${gigabytes(a.bytes)}`;
  const explained = a.beside.filter((b) => b.kind !== 'unexplained').map(besideText);
  const more = explained.length > 0 ? `; beside the parameters ${explained.join(', ')}` : '';
  const by = namesOnly ? ' by the names in the index' : '';
  if (a.exact) return `exact: agrees with ${where}${by}${more}`;
  const parts: string[] = [];
  if (a.absent.length > 0) parts.push(`${count(a.absent.length)} not stored (${named(a.absent)})`);
  for (const b of a.beside) if (b.kind === 'unexplained') parts.push(besideText(b));
  if (a.differing.length > 0)
    parts.push(`${count(a.differing.length)} of another shape (${named(a.differing)})`);
  for (const t of a.types) {
    const sign = t.bytes < 0 ? 'less' : 'more';
    parts.push(`${count(t.tensors)} stored as ${t.text}, ${gigabytes(Math.abs(t.bytes))} ${sign}`);
  }
  parts.push(...a.problems.map((p) => p.replace(/\.$/, '')));
  return `differs from ${where}${by}: ${parts.join('; ')}${more}`;
}

function besideText(b: Beside): string {
  return `${b.tensors} ${WORDS[b.kind][b.tensors === 1 ? 0 : 1]}, ${gigabytes(b.bytes)} (${named(b.names, b.tensors)})`;
}

/** Bytes in decimal units, as model hubs write them. */
function gigabytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(2)} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(2)} MB` : `${(bytes / 1e3).toFixed(2)} kB`;
}

function count(n: number): string {
  return `${n} ${n === 1 ? 'tensor' : 'tensors'}`;
}

function named(list: readonly string[], all = list.length): string {
  return list.slice(0, NAMED).join(', ') + (all > NAMED ? ', ...' : '');
}
