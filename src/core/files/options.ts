import type { ByteSource } from '../bytes/byteSource';

export interface AnalyseOptions {
  /** Sizes for symbols of the file, by name (`--dim batch=2`). */
  readonly dims?: Readonly<Record<string, number>>;
  /** Whole shapes for inputs, by name (`--input tokens=2x7`). */
  readonly inputs?: Readonly<Record<string, readonly number[]>>;
  readonly signal?: AbortSignal;
  /** Share done, 0 to 1, for sources that are slow to read. */
  readonly onProgress?: (share: number) => void;
  /** Opens an external-data file beside the model; refused paths never reach it. */
  readonly resolveExternal?: (relativePath: string) => Promise<ByteSource | undefined>;
}
