import type { ByteSource } from '../../src/core/bytes/byteSource';
import type { Folder } from '../../src/core/files/folder';

/** Shape and type (`BF16`) of a tensor; bytes follow. */
export type TensorSpec = readonly [type: string, ...shape: number[]];

const WIDTH: Readonly<Record<string, number>> = {
  BF16: 2,
  F16: 2,
  F32: 4,
  F8_E4M3: 1,
  U8: 1,
  I8: 1,
  I32: 4,
  I64: 8,
};

/** A safetensors file with a true header and as many bytes as it needs, of which none are kept: of any size. */
export function safetensorsFile(tensors: Readonly<Record<string, TensorSpec>>): ByteSource {
  let at = 0;
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  for (const [name, [dtype, ...shape]] of Object.entries(tensors)) {
    const bytes = shape.reduce((a, b) => a * b, 1) * WIDTH[dtype]!;
    header[name] = { dtype, shape, data_offsets: [at, at + bytes] };
    at += bytes;
  }
  const text = Buffer.from(JSON.stringify(header));
  const lead = Buffer.alloc(8);
  lead.writeBigUInt64LE(BigInt(text.length));
  const head = Buffer.concat([lead, text]);
  return {
    size: head.length + at,
    incremental: true,
    read: (offset, target) => {
      if (offset + target.length > head.length) throw new Error('a weight was read');
      target.set(head.subarray(offset, offset + target.length));
      return Promise.resolve(target.length);
    },
  };
}

/** A folder of texts and of such files. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array | ByteSource>>): Folder {
  return {
    open: (name) => {
      const file = Object.hasOwn(files, name) ? files[name]! : undefined;
      if (file === undefined || !(typeof file === 'string' || file instanceof Uint8Array))
        return Promise.resolve(file);
      const bytes = Buffer.from(file);
      return Promise.resolve({
        size: bytes.length,
        incremental: true,
        read: (offset, target) => {
          const from = bytes.subarray(offset, offset + target.length);
          target.set(from);
          return Promise.resolve(from.length);
        },
      });
    },
    list: () => Promise.resolve(Object.keys(files)),
  };
}
