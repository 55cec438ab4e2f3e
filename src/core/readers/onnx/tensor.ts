import type { Cursor } from '../../bytes/cursor';
import { BytesError } from '../../bytes/cursor';
import { decodeEntry, decodeTensor, number } from './decode';
import { concat } from './parts';
import type { Payload, RawTensor } from './raw';
import { smallValues } from './smallValues';
import { BYTES, eachField, plain } from './wire';

/** Fields of TensorProto that hold data: float, int32, string, int64, raw, double, uint64. */
const DATA = new Set([4, 5, 6, 7, 9, 10, 11]);
/** Data fields up to this many bytes in all are read with the rest: shapes, axes, scalars. */
const KEEP_BYTES = 8 * 1024;
/** Names, dims and notes beyond this are no tensor's. */
const MAX_HEAD_BYTES = 16 * 1024 * 1024;

/** Reads a TensorProto that ends at `end`, jumping over its data. */
export async function walkTensor(cursor: Cursor, end: number): Promise<RawTensor> {
  const small = end - cursor.position <= KEEP_BYTES;
  const parts: Uint8Array[] = [];
  let head = 0;
  let payload: { field: number; offset: number; bytes: number } | undefined;
  let external: Record<string, string> | undefined;
  await eachField(cursor, end, async (f) => {
    if (DATA.has(f.number)) {
      if (payload === undefined) payload = { field: f.number, offset: f.offset, bytes: f.length };
      else payload.bytes += f.length;
      if (!small) return;
    }
    if (f.number === 13 && f.wire === BYTES) {
      cursor.spend(0, 1);
      const [key, value] = decodeEntry(await plain(cursor, f));
      (external ??= {})[key] = value;
      return;
    }
    head += f.offset + f.length - f.start;
    if (head > MAX_HEAD_BYTES) throw new BytesError('a tensor without data is larger than 16 MiB', f.start);
    cursor.position = f.start;
    parts.push(await cursor.take(f.offset + f.length - f.start));
  });
  const t = decodeTensor(concat(parts));
  const dims = (t.dims ?? []).map(number);
  const isExternal = external !== undefined && (t.dataLocation === 1 || payload === undefined);
  const values = small && !isExternal ? smallValues(t, dims) : undefined;
  return {
    name: t.name ?? '',
    dims,
    dataType: t.dataType ?? 0,
    payload: payload as Payload | undefined,
    ...(values ? { values } : {}),
    ...(isExternal ? { external } : {}),
  };
}

/** Reads a SparseTensorProto: values, indices, dense dims. */
export async function walkSparseTensor(cursor: Cursor, end: number): Promise<RawTensor> {
  let values: RawTensor | undefined;
  const parts: Uint8Array[] = [];
  await eachField(cursor, end, async (f) => {
    const stop = f.offset + f.length;
    if (f.number === 1) values = await walkTensor(cursor, stop);
    else if (f.number === 3) {
      // dims: the same field number 1 in TensorProto, so the tag is replaced.
      cursor.position = f.offset;
      const content = await cursor.take(f.length);
      parts.push(
        f.wire === BYTES
          ? concat([Uint8Array.of(0x0a, ...lengthBytes(f.length)), content])
          : concat([Uint8Array.of(0x08), content]),
      );
    }
  });
  const dims = (decodeTensor(concat(parts)).dims ?? []).map(number);
  const { name = '', dataType = 0, payload } = values ?? {};
  return { name, dims, dataType, payload, nonZeros: values?.dims[0] ?? 0 };
}

function lengthBytes(length: number): number[] {
  const out: number[] = [];
  let n = length;
  while (n > 127) {
    out.push((n % 128) + 128);
    n = Math.floor(n / 128);
  }
  return [...out, n];
}
