import { close, openSync, read, readSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ByteSource } from '../../core/bytes/byteSource';
import type { Folder } from '../../core/files/folder';
import type { FindFolder } from '../../core/files/options';

/** How long an unused file stays open: long enough for one reading, short enough not to hold the file. */
const IDLE_MILLISECONDS = 1000;

const readLater = promisify(read);

/** Opens a file read-only when it is needed, lends it, and closes it when nobody has asked for a while. */
class LentFile {
  private descriptor: number | undefined;
  private borrowers = 0;
  private usedAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly file: string) {}

  /** Lends the open file for work that ends at once. */
  now<T>(work: (descriptor: number) => T): T {
    const descriptor = (this.descriptor ??= openSync(this.file, 'r'));
    this.usedAt = Date.now();
    this.timer ??= this.closeLater(IDLE_MILLISECONDS);
    return work(descriptor);
  }

  /** Lends it until the work is done. */
  async later<T>(work: (descriptor: number) => Promise<T>): Promise<T> {
    this.borrowers++;
    try {
      return await this.now(work);
    } finally {
      this.borrowers--;
      this.usedAt = Date.now();
    }
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.descriptor !== undefined) close(this.descriptor, () => undefined);
    this.descriptor = undefined;
  }

  /** One timer for many uses: it looks when the last one was, instead of being set anew by each. */
  private closeLater(after: number): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      const idle = Date.now() - this.usedAt;
      if (this.borrowers === 0 && idle >= IDLE_MILLISECONDS) this.close();
      else this.timer = this.closeLater(Math.max(1, IDLE_MILLISECONDS - idle));
    }, after);
    timer.unref?.();
    return timer;
  }
}

/** A local file, read by position and opened read-only: what is not asked for is never read. */
export async function openNodeSource(file: string): Promise<ByteSource> {
  const info = await stat(file);
  if (!info.isFile()) throw new Error('this is no file');
  const lent = new LentFile(file);
  const changed = async () => {
    const now = await stat(file);
    return now.size !== info.size || now.mtimeMs !== info.mtimeMs || now.ino !== info.ino;
  };
  return {
    changed: () => changed().catch(() => true),
    size: info.size,
    incremental: true,
    readNow: (offset, target) =>
      lent.now((descriptor) => {
        let done = 0;
        for (let n = 1; n > 0 && done < target.length; done += n)
          n = readSync(descriptor, target, done, target.length - done, offset + done);
        return done;
      }),
    read: (offset, target) =>
      lent.later(async (descriptor) => {
        let done = 0;
        for (let n = 1; n > 0 && done < target.length; done += n)
          ({ bytesRead: n } = await readLater(descriptor, target, done, target.length - done, offset + done));
        return done;
      }),
    dispose: () => Promise.resolve(lent.close()),
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

/**
 * Finds a model that a file names by path or by a hub's name (`owner/model`): as that path from the file's folder or from
 * a root, or as a folder of that name beside the file's own. What lies neither beside it nor in a root is not looked at.
 */
export function findNodeFolder(file: string, roots: readonly string[]): FindFolder {
  return async (named) => {
    if (named === '' || named.includes('\0') || named.length > 1000) return undefined;
    const own = path.dirname(path.resolve(file));
    const above = path.dirname(own);
    const last = path.basename(named);
    const places = [own, ...roots].map((place) => path.resolve(place, named));
    places.push(path.join(above, last), ...roots.map((root) => path.join(root, last)));
    const allowed = await Promise.all([above, ...roots].map((r) => realpath(r).catch(() => undefined)));
    for (const place of places) {
      const target = await realpath(place).catch(() => undefined);
      if (target === undefined || !allowed.some((root) => root !== undefined && isWithin(root, target)))
        continue;
      const config = path.join(target, 'config.json');
      const info = await stat(config).catch(() => undefined);
      if (info?.isFile()) return nodeFolder(config);
    }
    return undefined;
  };
}
