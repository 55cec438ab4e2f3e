/** The header of a safetensors file: eight bytes of length, then JSON that names every tensor. Weights are not read. */
import type { ByteSource } from '../../bytes/byteSource';
import type { DType } from '../../model/dtype';
import { bitsOf } from '../../model/dtype';

/** A tensor as the header tells it. */
export interface StoredTensor {
  readonly name: string;
  /** Undefined for a type that is not known. */
  readonly dtype?: DType;
  /** The type as the file writes it: `BF16`. */
  readonly type: string;
  readonly shape: readonly number[];
  /** Bytes as stored. */
  readonly bytes: number;
  /** Offset in the file. */
  readonly offset: number;
}

export type SafetensorsHeader =
  | {
      readonly kind: 'header';
      readonly tensors: readonly StoredTensor[];
      readonly metadata: Readonly<Record<string, string>>;
      /** What is odd, one sentence each. */
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly message: string };

/** The format's own bound on its header, 100 MB. */
const MAX_HEADER_BYTES = 100_000_000;
const MAX_RANK = 64;
const MAX_WARNINGS = 20;

const TYPES: Readonly<Record<string, DType>> = {
  F64: 'float64',
  F32: 'float32',
  F16: 'float16',
  BF16: 'bfloat16',
  F8_E4M3: 'float8_e4m3fn',
  F8_E4M3FNUZ: 'float8_e4m3fnuz',
  F8_E5M2: 'float8_e5m2',
  F8_E5M2FNUZ: 'float8_e5m2fnuz',
  F8_E8M0: 'float8_e8m0',
  F6_E2M3: 'float6_e2m3',
  F6_E3M2: 'float6_e3m2',
  F4: 'float4_e2m1',
  I64: 'int64',
  I32: 'int32',
  I16: 'int16',
  I8: 'int8',
  U64: 'uint64',
  U32: 'uint32',
  U16: 'uint16',
  U8: 'uint8',
  BOOL: 'bool',
  C64: 'complex64',
};

/** Reads the header alone: 8 + n bytes of the file, whatever its size. Never throws for what the file holds. */
export async function readSafetensorsHeader(source: ByteSource): Promise<SafetensorsHeader> {
  const lead = new Uint8Array(8);
  if (source.size < 8 || (await source.read(0, lead)) < 8)
    return unreadable('The file is too short for a safetensors header.');
  const length = Number(new DataView(lead.buffer).getBigUint64(0, true));
  if (length > MAX_HEADER_BYTES)
    return unreadable(
      `The header claims ${length} bytes; a safetensors header has at most ${MAX_HEADER_BYTES}.`,
    );
  if (length > source.size - 8)
    return unreadable(
      `The header claims ${length} bytes, but the file has only ${source.size - 8} after its length.`,
    );
  const bytes = new Uint8Array(length);
  if ((await source.read(8, bytes)) < length) return unreadable('The file ends inside its header.');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return unreadable(`The header, bytes 8 to ${8 + length}, is no valid JSON.`);
  }
  if (!isRecord(json)) return unreadable('The header is no JSON object.');
  return headerOf(json, 8 + length, source.size);
}

function headerOf(json: Readonly<Record<string, unknown>>, base: number, size: number): SafetensorsHeader {
  const tensors: StoredTensor[] = [];
  const warnings: string[] = [];
  const cut: string[] = [];
  const warn = (message: string): void => {
    if (warnings.length < MAX_WARNINGS) warnings.push(message);
  };
  for (const [name, value] of Object.entries(json)) {
    if (name === '__metadata__') continue;
    const tensor = tensorOf(name, value, base, warn);
    if (!tensor) continue;
    if (tensor.offset + tensor.bytes > size) cut.push(name);
    tensors.push(tensor);
  }
  if (cut.length > 0)
    warnings.push(
      `${cut.length} of ${tensors.length} tensors end past the end of the file (${cut[0]} first): it is cut off, or still being written.`,
    );
  return { kind: 'header', tensors, metadata: metadataOf(json['__metadata__']), warnings };
}

function tensorOf(
  name: string,
  value: unknown,
  base: number,
  warn: (message: string) => void,
): StoredTensor | undefined {
  if (!isRecord(value)) return void warn(`${name} is no tensor.`);
  const { dtype: type, shape, data_offsets: offsets } = value;
  if (
    typeof type !== 'string' ||
    !isCounts(shape) ||
    shape.length > MAX_RANK ||
    !isCounts(offsets) ||
    offsets.length !== 2
  )
    return void warn(`${name} has no type, shape and offsets that can be read.`);
  const [start, end] = offsets as readonly [number, number];
  if (end < start) return void warn(`${name} ends before it starts.`);
  const dtype = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  const elements = shape.reduce((a, b) => a * b, 1);
  if (dtype && Math.ceil((elements * bitsOf(dtype)) / 8) !== end - start)
    warn(`${name} holds ${end - start} bytes, not what its shape and type need.`);
  return { name, type, shape, bytes: end - start, offset: base + start, ...(dtype ? { dtype } : {}) };
}

function metadataOf(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((e): e is [string, string] => typeof e[1] === 'string'),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}

function unreadable(message: string): SafetensorsHeader {
  return { kind: 'unreadable', message };
}
