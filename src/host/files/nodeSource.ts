import type { FileHandle } from 'node:fs/promises';
import { open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from '../../core/bytes/byteSource';

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
 * Opens files that a model names beside itself; undefined for what is missing or no file. Whatever leads out of the
 * model's folder (an absolute path, `..`, a link) is not opened: the answer is then a rejection that says so.
 */
export function resolveBeside(model: string): (relativePath: string) => Promise<ByteSource | undefined> {
  return async (relativePath) => {
    if (relativePath === '' || relativePath.includes('\0') || path.isAbsolute(relativePath)) return undefined;
    let target: string;
    let folder: string;
    try {
      folder = await realpath(path.dirname(model));
      target = await realpath(path.resolve(folder, relativePath));
    } catch {
      return undefined;
    }
    const inside = path.relative(folder, target);
    if (inside === '' || inside.split(path.sep)[0] === '..' || path.isAbsolute(inside))
      throw new Error("it is a link or path out of the model's folder");
    return openNodeSource(target).catch(() => undefined);
  };
}
