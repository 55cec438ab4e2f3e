/** Checkpoints in several files: which parts belong together, by the names that the formats give them. */

/** More parts than any checkpoint has. */
export const MAX_PARTS = 10_000;

/** `model-00001-of-00004.safetensors`: the name before, the part, how many, and the ending. */
const PART = /^(.*?)-(\d{5,})-of-(\d{5,})(\.\w+)$/;

/** One part of a checkpoint that is cut into several files. */
export interface Part {
  readonly number: number;
  readonly of: number;
  /** Names of all parts, in order. */
  readonly files: readonly string[];
}

/** The part that a file name says it is; undefined for a file that is whole. */
export function partOf(file: string): Part | undefined {
  const found = PART.exec(file);
  if (!found) return undefined;
  const [, stem, number, count, ending] = found as unknown as [string, string, string, string, string];
  const of = Number(count);
  if (of < 1 || of > MAX_PARTS || Number(number) > of) return undefined;
  // Some count from 0: `model-00000-of-00002` is the first of three.
  const first = Number(number) === 0 ? 0 : 1;
  const files = Array.from(
    { length: of + 1 - first },
    (_, i) => `${stem}-${String(i + first).padStart(number.length, '0')}-of-${count}${ending}`,
  );
  return { number: Number(number), of, files };
}
