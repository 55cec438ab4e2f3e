import type { ByteSource } from '../../src/core/bytes/byteSource';

/** The same source, telling of every read how many bytes it gave and where. */
export function counting(source: ByteSource, read: (bytes: number, offset: number) => void): ByteSource {
  const { readNow } = source;
  const counted: ByteSource = {
    ...source,
    read: async (offset, target) => {
      const bytes = await source.read(offset, target);
      read(bytes, offset);
      return bytes;
    },
  };
  if (!readNow) return counted;
  return {
    ...counted,
    readNow: (offset, target) => {
      const bytes = readNow(offset, target);
      read(bytes, offset);
      return bytes;
    },
  };
}
