import type { ByteSource } from '../../bytes/byteSource';
import type { Problem } from '../../model/problem';
import type { Weight } from '../../model/weight';

/** Smaller tensors are not worth a look. */
const MIN_BYTES = 256 * 1024;
/** Bytes of a tensor's beginning that the walk keeps of the page it has read anyway. */
export const HEAD_BYTES = 32;
/** Where beginnings agree, so many more places are compared: one page of each tensor. */
const SAMPLES = 8;
const SAMPLE_BYTES = 512;
/** Up to this size tensors are compared in full, and up to that much of one file. */
const FULL_BYTES = 1024 * 1024;
const MAX_FULL_BYTES = 16 * 1024 * 1024;
/** Tensors looked into at most; every look reads well under a page of the file. */
const MAX_LOOKED = 4000;
const MAX_TOLD = 20;

/** Bytes at a place of the model's file or of one beside it, read without waiting; undefined where that cannot be. */
export interface Places {
  /** The beginning of a payload of the model's own file, where the walk kept it. */
  readonly heads: ReadonlyMap<number, Uint8Array>;
  readonly sourceOf: (file: string | undefined) => ByteSource | undefined;
  /** Called between two looks: others may want their turn. */
  readonly rest?: () => Promise<void>;
}

/**
 * Finds tensors that are stored twice. Equal places are the same tensor for certain, and so are small ones that agree in every
 * byte: `duplicateOf` says so. Larger ones are never read in full; those that agree at many places are told as a problem
 * and stay apart. Beginnings settle nearly all: no further byte is read of tensors that begin differently.
 */
export async function lookAlikes(
  weights: readonly Weight[],
  places: Places,
): Promise<{ readonly weights: readonly Weight[]; readonly problems: Problem[] }> {
  const look = new Look(weights, places);
  const stored = weights.flatMap((w, id) => (isLookedAt(w) ? [id] : []));
  const groups = byKey(stored, (id) => {
    const { dtype, shape, storage } = weights[id]!;
    return `${dtype}:${storage!.bytes}:${shape.join('x')}`;
  });
  for (const group of groups.values()) if (group.length > 1) await look.among(group);
  return { weights: look.weights, problems: look.problems.slice(0, MAX_TOLD) };
}

/** Small tensors only where two names may point at one place of a file. */
function isLookedAt({ storage }: Weight): boolean {
  if (storage?.offset === undefined || !(storage.bytes > 0)) return false;
  return storage.bytes >= MIN_BYTES || storage.file !== undefined;
}

class Look {
  weights: readonly Weight[];
  readonly problems: Problem[] = [];
  private looked = 0;
  private full = 0;

  constructor(
    private readonly all: readonly Weight[],
    private readonly places: Places,
  ) {
    this.weights = all;
  }

  /** Looks among tensors of one type and shape: at their places, then their beginnings, then the samples of those alike. */
  async among(group: readonly number[]): Promise<void> {
    const apart: number[] = [];
    for (const ids of byKey(group, (id) => placeOf(this.all[id]!)).values()) {
      apart.push(ids[0]!);
      for (const id of ids.slice(1)) this.duplicate(id, ids[0]!);
    }
    if (apart.length < 2 || this.all[apart[0]!]!.storage!.bytes < MIN_BYTES) return;
    const looked = apart.slice(0, MAX_LOOKED - this.looked);
    this.looked += looked.length;
    const heads = new Map<number, string>();
    for (const id of looked) heads.set(id, await this.head(id));
    for (const alike of byKey(looked, (id) => heads.get(id)!).values()) {
      if (alike.length < 2) continue;
      const samples = new Map<number, string>();
      for (const id of alike) samples.set(id, await this.samples(id));
      for (const [first, ...rest] of byKey(alike, (id) => samples.get(id)!).values())
        for (const id of rest) await this.twins(id, first!);
    }
  }

  /** Two tensors that agree at every place looked at. */
  private async twins(id: number, first: number): Promise<void> {
    const { name, storage } = this.all[id]!;
    const other = this.all[first]!.name;
    const { bytes } = storage!;
    const costs = `a tied weight stored twice costs ${bytes.toLocaleString('en-US')} bytes`;
    if (bytes <= FULL_BYTES && (this.full += 2 * bytes) <= MAX_FULL_BYTES) {
      const [a, b] = [await this.read(id, 0, bytes), await this.read(first, 0, bytes)];
      if (!a || !b || a.some((byte, i) => byte !== b[i])) return;
      this.duplicate(id, first);
      this.tell('duplicate', `'${name}' is '${other}' byte for byte: ${costs}.`);
    } else
      this.tell(
        'look-alikes',
        `'${name}' looks identical to '${other}' (${SAMPLES} samples of ${SAMPLE_BYTES} bytes agree, which is no proof; it is counted apart): ${costs}.`,
      );
  }

  private duplicate(id: number, of: number): void {
    if (this.weights === this.all) this.weights = [...this.all];
    (this.weights as Weight[])[id] = { ...this.all[id]!, duplicateOf: of };
  }

  private tell(code: string, message: string): void {
    this.problems.push({ severity: 'warning', code: `onnx.${code}`, message });
  }

  /** The first bytes as a key, '' where they cannot be had; those that the walk has met are not read again. */
  private async head(id: number): Promise<string> {
    const { storage } = this.all[id]!;
    const kept = storage!.file === undefined ? this.places.heads.get(storage!.offset!) : undefined;
    return keyOf(kept ?? (await this.read(id, 0, HEAD_BYTES)));
  }

  /** Samples of the whole tensor as a key; '' also where one byte repeats all along, which tells nothing. */
  private async samples(id: number): Promise<string> {
    const step = (this.all[id]!.storage!.bytes - SAMPLE_BYTES) / (SAMPLES - 1);
    let key = '';
    for (let i = 0; i < SAMPLES; i++) {
      const sample = await this.read(id, Math.floor(step * i), SAMPLE_BYTES);
      if (!sample) return '';
      key += keyOf(sample);
    }
    return /^([^])\1*$/.test(key) ? '' : key;
  }

  /** Bytes of a tensor; undefined where its file is not at hand, or ends. */
  private async read(id: number, at: number, length: number): Promise<Uint8Array | undefined> {
    const { offset, file } = this.all[id]!.storage!;
    const source = this.places.sourceOf(file);
    if (!source) return undefined;
    await this.places.rest?.();
    const target = new Uint8Array(length);
    const got = source.readNow
      ? source.readNow(offset! + at, target)
      : await source.read(offset! + at, target);
    return got < length ? undefined : target;
  }
}

/** Items by a key; those whose key is '' are left out. */
function byKey(ids: readonly number[], key: (id: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const id of ids) {
    const of = key(id);
    const group = groups.get(of);
    if (group) group.push(id);
    else if (of !== '') groups.set(of, [id]);
  }
  return groups;
}

const placeOf = ({ storage }: Weight): string => `${storage!.offset}:${storage!.file ?? ''}`;

const keyOf = (bytes: Uint8Array | undefined): string =>
  bytes ? String.fromCharCode.apply(undefined, Array.from(bytes)) : '';
