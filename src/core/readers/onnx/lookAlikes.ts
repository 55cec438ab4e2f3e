import type { ByteSource } from '../../bytes/byteSource';
import type { Problem } from '../../model/problem';
import type { Weight } from '../../model/weight';

/** Smaller tensors are not worth a look. */
const MIN_BYTES = 256 * 1024;
const SAMPLE_BYTES = 512;
const SAMPLES = 3;
/** Tensors looked into at most; every look reads well under a page of the file. */
const MAX_LOOKED = 2000;

/**
 * Finds large tensors of one type and size that look alike: tied weights that were stored twice. Equal places in the file
 * are the same tensor for certain; otherwise a few hundred bytes at three places are compared, which is a strong hint
 * and said to be one. Weights are never read in full.
 */
export async function lookAlikes(weights: readonly Weight[], source: ByteSource): Promise<Problem[]> {
  const groups = new Map<string, Weight[]>();
  for (const w of weights) {
    const { storage } = w;
    if (
      !storage ||
      storage.offset === undefined ||
      storage.file !== undefined ||
      !(storage.bytes >= MIN_BYTES)
    )
      continue;
    const key = `${w.dtype}:${storage.bytes}:${[...w.shape].sort((a, b) => a - b).join('x')}`;
    const group = groups.get(key);
    if (group) group.push(w);
    else groups.set(key, [w]);
  }
  const problems: Problem[] = [];
  let looked = 0;
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const seen = new Map<string, Weight>();
    for (const w of group) {
      if (++looked > MAX_LOOKED) return problems;
      const first = await sampleOf(w, 0, source);
      if (first === undefined) continue;
      const twin = seen.get(first);
      if (!twin) seen.set(first, w);
      else if (await sameElsewhere(w, twin, source))
        problems.push({
          severity: 'warning',
          code: 'onnx.look-alikes',
          message: `'${w.name}' looks identical to '${twin.name}' (${SAMPLES} samples of ${SAMPLE_BYTES} bytes agree): a tied weight stored twice costs ${w.storage!.bytes.toLocaleString('en-US')} bytes.`,
        });
    }
  }
  return problems.slice(0, 20);
}

/** The other samples, looked at only where the first agrees. */
async function sameElsewhere(a: Weight, b: Weight, source: ByteSource): Promise<boolean> {
  for (let i = 1; i < SAMPLES; i++)
    if ((await sampleOf(a, i, source)) !== (await sampleOf(b, i, source))) return false;
  return true;
}

/** Bytes of the i-th place; undefined where one byte repeats, which tells nothing, and where the file ends. */
async function sampleOf(w: Weight, i: number, source: ByteSource): Promise<string | undefined> {
  const { offset, bytes } = w.storage!;
  const target = new Uint8Array(SAMPLE_BYTES);
  // The middle first: the start of a table is often padding.
  const share = [1, 0, 2][i]! / (SAMPLES - 1);
  const at = offset! + Math.floor((bytes - SAMPLE_BYTES) * share);
  if ((await source.read(at, target)) < SAMPLE_BYTES) return undefined;
  return target.some((b) => b !== target[0]) ? String.fromCharCode(...target) : undefined;
}
