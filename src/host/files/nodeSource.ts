import type { FileHandle } from 'node:fs/promises';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from '../../core/bytes/byteSource';
import type { Folder } from '../../core/files/folder';

/** How long an unused file handle stays open: long enough for one reading, short enough not to hold the file. */
const IDLE_MILLISECONDS = 1000;

/** Opens a handle when it is needed, lends it, and closes it when nobody has asked for a while. */
class LentHandle {
  private opening: Promise<FileHandle> | undefined;
  private borrowers = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly file: string) {}

  async use<T>(work: (handle: FileHandle) => Promise<T>): Promise<T> {
    clearTimeout(this.timer);
    this.borrowers++;
    try {
      this.opening ??= open(this.file, 'r');
      return await work(await this.opening);
    } catch (error) {
      if (this.borrowers === 1) await this.close();
      throw error;
    } finally {
      this.borrowers--;
      if (this.borrowers === 0 && this.opening) {
        this.timer = setTimeout(() => void this.close(), IDLE_MILLISECONDS);
        this.timer.unref?.();
      }
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    const handle = this.opening;
    this.opening = undefined;
    await handle?.then((one) => one.close()).catch(() => undefined);
  }
}

/** A local file, read by position and opened read-only: what is not asked for is never read. */
export async function openNodeSource(file: string): Promise<ByteSource> {
  const info = await stat(file);
  if (!info.isFile()) throw new Error('this is no file');
  const lent = new LentHandle(file);
  const changed = async () => {
    const now = await stat(file);
    return now.size !== info.size || now.mtimeMs !== info.mtimeMs || now.ino !== info.ino;
  };
  return {
    changed: () => changed().catch(() => true),
    size: info.size,
    incremental: true,
    read: (offset, target) =>
      lent.use(async (handle) => {
        let done = 0;
        while (done < target.length) {
          const { bytesRead } = await handle.read(target, done, target.length - done, offset + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return done;
      }),
    dispose: () => lent.close(),
  };
}

/**
 * The folder of a local file. The file itself is opened wherever a link leads; of the others, whatever leads out of the
 * folder (an absolute path, `..`, a link) is not opened: the answer is then a rejection that says so. A model hub's own
 * cache keeps every file as a link from `snapshots/<revision>` into `blobs` beside it; those are followed.
 */
export function nodeFolder(file: string): Folder {
  const own = path.basename(file);
  const inside = async (relativePath: string): Promise<string | undefined> => {
    if (relativePath.includes('\0') || path.isAbsolute(relativePath)) return undefined;
    let target: string;
    let folder: string;
    try {
      folder = await realpath(path.dirname(file));
      target = await realpath(path.resolve(folder, relativePath));
    } catch {
      return undefined;
    }
    if (!isWithin(folder, target) && !isBlob(folder, target))
      throw new Error("it is a link or path out of the model's folder");
    return target;
  };
  return {
    open: async (relativePath) => {
      if (relativePath === own) return openNodeSource(file);
      const target = relativePath === '' ? undefined : await inside(relativePath);
      return target === undefined ? undefined : openNodeSource(target).catch(() => undefined);
    },
    list: async (relativePath = '') => {
      const target = await inside(relativePath === '' ? '.' : relativePath);
      if (target === undefined) return [];
      const entries = await readdir(target, { withFileTypes: true }).catch(() => []);
      return entries
        .slice(0, MOST_LISTED)
        .filter((e) => !e.isDirectory())
        .map((e) => e.name);
    },
  };
}

/** Opens what a model names beside itself, for readers that ask for files and not for a folder. */
export const resolveBeside = (model: string): Folder['open'] => nodeFolder(model).open;

/** Names of a folder that are looked at, at most. */
const MOST_LISTED = 20_000;

function isWithin(folder: string, target: string): boolean {
  const between = path.relative(folder, target);
  return between.split(path.sep)[0] !== '..' && !path.isAbsolute(between);
}

/** `models--x/snapshots/<revision>` and `models--x/blobs/<hash>`. */
function isBlob(folder: string, target: string): boolean {
  const snapshots = path.dirname(folder);
  return (
    path.basename(snapshots) === 'snapshots' &&
    path.dirname(target) === path.join(path.dirname(snapshots), 'blobs')
  );
}
