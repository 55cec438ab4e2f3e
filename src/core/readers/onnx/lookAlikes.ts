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
    const seen = new Map<string, string>();
    for (const w of group) {
      if (++looked > MAX_LOOKED) return problems;
      const sample = await sampleOf(w, source);
      const twin = sample === undefined ? undefined : seen.get(sample);
      if (sample === undefined) continue;
      if (twin === undefined) seen.set(sample, w.name);
      else
        problems.push({
          severity: 'warning',
          code: 'onnx.look-alikes',
          message: `'${w.name}' looks identical to '${twin}' (${SAMPLES} samples of ${SAMPLE_BYTES} bytes agree): a tied weight stored twice costs ${w.storage!.bytes.toLocaleString('en-US')} bytes.`,
        });
    }
  }
  return problems.slice(0, 20);
}

/** Bytes from the start, middle and end; undefined for a tensor of one repeated byte, which tells nothing. */
async function sampleOf(w: Weight, source: ByteSource): Promise<string | undefined> {
  const { offset, bytes } = w.storage!;
  const target = new Uint8Array(SAMPLE_BYTES);
  const parts: string[] = [];
  let varied = false;
  for (let i = 0; i < SAMPLES; i++) {
    const at = offset! + Math.floor(((bytes - SAMPLE_BYTES) * i) / (SAMPLES - 1));
    if ((await source.read(at, target)) < SAMPLE_BYTES) return undefined;
    varied ||= target.some((b) => b !== target[0]);
    parts.push(String.fromCharCode(...target));
  }
  return varied ? parts.join('') : undefined;
}
