/**
 * A file as the core sees it: a size and positional reads. Local files, whole files in memory and virtual file systems
 * implement it; the core never knows which.
 */
export interface ByteSource {
  /** Bytes in the file when it was opened. */
  readonly size: number;
  /** True when reading a part costs only that part. */
  readonly incremental: boolean;
  /**
   * Reads from `offset` into `target`, as many bytes as there are; returns how many, fewer only at the end of the file.
   * Rejects when the file vanished or may not be read.
   */
  read(offset: number, target: Uint8Array): Promise<number>;
  /** The same at once, where bytes are at hand within microseconds (memory, a local disk); throws where `read` rejects. */
  readonly readNow?: ((offset: number, target: Uint8Array) => number) | undefined;
  /** True when the file is no longer the one that was opened; absent where that cannot be told. */
  changed?(): Promise<boolean>;
  /** Releases what the source holds; reading afterwards may fail. */
  dispose?(): Promise<void>;
}

/** Bytes that are already in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  const readNow = (offset: number, target: Uint8Array): number => {
    const from = bytes.subarray(offset, offset + target.length);
    target.set(from);
    return from.length;
  };
  return {
    size: bytes.length,
    incremental: true,
    readNow,
    read: (offset, target) => Promise.resolve(readNow(offset, target)),
  };
}
