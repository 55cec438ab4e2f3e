/** `model.safetensors.index.json`: which shard holds which tensor, and the sum of their bytes. */

export interface SafetensorsIndex {
  /** Shard files, relative to the index, in the order of their names. */
  readonly shards: readonly string[];
  /** Names of tensors by shard. */
  readonly tensors: ReadonlyMap<string, string>;
  /** Bytes of all tensors as the index claims (sometimes a float); undefined when it does not. */
  readonly totalBytes?: number;
}

/** More shards than any checkpoint has. */
const MAX_SHARDS = 10_000;
/** A shard lies beside its index: a plain file name. */
const SHARD = /^[^/\\]+\.safetensors$/;

/** Reads an index; undefined when the text is none. Names that leave the folder are left out. */
export function readSafetensorsIndex(text: string): SafetensorsIndex | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null) return undefined;
  const { weight_map: map, metadata } = json as { weight_map?: unknown; metadata?: { total_size?: unknown } };
  if (typeof map !== 'object' || map === null) return undefined;
  const tensors = new Map<string, string>();
  for (const [name, shard] of Object.entries(map))
    if (typeof shard === 'string' && SHARD.test(shard) && !shard.startsWith('..')) tensors.set(name, shard);
  const shards = [...new Set(tensors.values())].sort().slice(0, MAX_SHARDS);
  const total = metadata?.total_size;
  const known = typeof total === 'number' && Number.isFinite(total) && total >= 0;
  return { shards, tensors, ...(known ? { totalBytes: Math.round(total) } : {}) };
}
