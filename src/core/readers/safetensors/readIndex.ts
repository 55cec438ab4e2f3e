import { hideNonFinite } from '../config/nonFinite';

/** `model.safetensors.index.json`: which shard holds which tensor, and the sum of their bytes. */

export interface SafetensorsIndex {
  /** Shard files, relative to the index, in the order of their names. */
  readonly shards: readonly string[];
  /** Names of tensors by shard. */
  readonly tensors: ReadonlyMap<string, string>;
  /** Tensors put where no shard can be, with the name that was given; the first of them. */
  readonly outside: readonly (readonly [tensor: string, file: string])[];
  /** Bytes of all tensors as the index claims (sometimes a float); undefined when it does not. */
  readonly totalBytes?: number;
}

/** More shards than any checkpoint has. */
const MAX_SHARDS = 10_000;
const MAX_OUTSIDE = 1000;
/** A shard lies beside its index: a plain file name. */
const SHARD = /^[^/\\]+\.safetensors$/;

/** Reads an index; undefined when the text is none. Names that leave the folder are left out. */
export function readSafetensorsIndex(text: string): SafetensorsIndex | undefined {
  return readCheckpointIndex(text, SHARD);
}

/** The same for the shards of another format, PyTorch's own among them: `shard` is what their names look like. */
export function readCheckpointIndex(text: string, shard: RegExp): SafetensorsIndex | undefined {
  let json: unknown;
  try {
    json = JSON.parse(hideNonFinite(text).text);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null) return undefined;
  const { weight_map: map, metadata } = json as { weight_map?: unknown; metadata?: { total_size?: unknown } };
  if (typeof map !== 'object' || map === null) return undefined;
  const tensors = new Map<string, string>();
  const outside: (readonly [string, string])[] = [];
  for (const [name, file] of Object.entries(map)) {
    if (typeof file === 'string' && shard.test(file) && !file.startsWith('..')) tensors.set(name, file);
    else if (outside.length < MAX_OUTSIDE) outside.push([name, String(file).slice(0, 80)]);
  }
  const shards = [...new Set(tensors.values())].sort().slice(0, MAX_SHARDS);
  const total = metadata?.total_size;
  const known = typeof total === 'number' && Number.isFinite(total) && total >= 0;
  return { shards, tensors, outside, ...(known ? { totalBytes: Math.round(total) } : {}) };
}
