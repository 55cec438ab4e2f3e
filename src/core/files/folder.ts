import type { ByteSource } from '../bytes/byteSource';

/**
 * The folder that a file lies in, as the core sees it: whoever calls provides bytes, the core decides what to open.
 * Nothing outside the folder is ever opened.
 */
export interface Folder {
  /**
   * Opens a file of this folder or of one inside it, by a path with slashes; undefined where there is none. Rejects for
   * one that may not be read or leads out of the folder.
   */
  open(relativePath: string): Promise<ByteSource | undefined>;
  /** Names of the files of this folder, or of one inside it; absent where a folder cannot be listed. */
  list?(relativePath?: string): Promise<readonly string[]>;
}

/** The folder `name` inside a folder; the folder itself for an empty name. */
export function folderIn(folder: Folder, name: string): Folder {
  if (name === '') return folder;
  const { list } = folder;
  return {
    open: (path) => folder.open(`${name}/${path}`),
    ...(list ? { list: (path) => list.call(folder, path ? `${name}/${path}` : name) } : {}),
  };
}

/** Opens, uses and releases a file; undefined where there is none. */
export async function withFile<T>(
  folder: Folder,
  path: string,
  use: (source: ByteSource) => Promise<T>,
): Promise<T | undefined> {
  const source = await folder.open(path);
  if (!source) return undefined;
  try {
    return await use(source);
  } finally {
    await source.dispose?.();
  }
}

/** The text of a file; undefined where there is none or it is longer than `mostBytes`. */
export async function textIn(folder: Folder, path: string, mostBytes: number): Promise<string | undefined> {
  return withFile(folder, path, (source) => textOf(source, mostBytes));
}

/** The whole text of a source; undefined when it is longer than `mostBytes`. */
export async function textOf(source: ByteSource, mostBytes: number): Promise<string | undefined> {
  if (source.size > mostBytes) return undefined;
  const bytes = new Uint8Array(source.size);
  let got = 0;
  while (got < bytes.length) {
    const n = await source.read(got, bytes.subarray(got));
    if (n <= 0) break;
    got += n;
  }
  return new TextDecoder().decode(bytes.subarray(0, got));
}
