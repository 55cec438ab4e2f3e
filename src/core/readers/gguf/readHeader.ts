/** The header of a GGUF file, versions 1 to 3, both byte orders: metadata and tensors. Weights are never read. */
import type { ByteSource } from '../../bytes/byteSource';
import { blockBytes, blockTypeOf } from './blockTypes';
import { GgufBytes, GgufError, SCALAR_BYTES } from './bytes';

/** A list of the metadata: its length, and its values where they are few and numeric. */
export interface GgufList {
  readonly length: number;
  readonly values?: readonly (number | boolean)[];
}

export type GgufValue = number | boolean | string | GgufList;

export interface GgufTensor {
  readonly name: string;
  /** Outermost dimension first, as other formats have it (the file has the innermost first). */
  readonly shape: readonly number[];
  /** ggml's number for the type. */
  readonly type: number;
  /** Bytes as stored; undefined for a type that is not known. */
  readonly bytes?: number;
  /** Offset in the file. */
  readonly offset: number;
}

export type GgufHeader =
  | {
      readonly kind: 'header';
      readonly version: number;
      readonly littleEndian: boolean;
      readonly metadata: ReadonlyMap<string, GgufValue>;
      readonly tensors: readonly GgufTensor[];
      readonly warnings: readonly string[];
      /** Where the header broke off, in one sentence: the tensors are those before it. */
      readonly broken?: { readonly message: string; readonly offset: number };
    }
  | { readonly kind: 'unreadable'; readonly message: string };

const MAX_KEYS = 100_000;
const MAX_TENSORS = 1_000_000;
const MAX_DIMENSIONS = 8;
const MAX_NAME_BYTES = 65_536;
const MAX_TEXT_BYTES = 1 << 20;
/** Lists that are kept: sizes per layer. Tokens and merges are skipped. */
const MAX_KEPT = 4_096;
const MAX_LIST_DEPTH = 4;
const MAX_WARNINGS = 20;
/** The least bytes that a key or a tensor takes; a count that needs more than the file has is a lie. */
const LEAST_KEY_BYTES = 9;
const LEAST_TENSOR_BYTES = 16;

/** Reads the header. Never throws for what the file holds; the message of an unreadable one is a whole sentence. */
export async function readGgufHeader(source: ByteSource): Promise<GgufHeader> {
  const bytes = new GgufBytes(source);
  try {
    return await read(bytes, source.size);
  } catch (error) {
    if (error instanceof GgufError) return { kind: 'unreadable', message: at(error, bytes.position) };
    throw error;
  }
}

/** What is wrong, and where. */
const at = (error: GgufError, offset: number) => error.message.replace(/\.$/, ` (byte ${offset}).`);

async function read(bytes: GgufBytes, size: number): Promise<GgufHeader> {
  if (size < 24) throw new GgufError('The file is too short for a GGUF header.');
  // 'GGUF' is the same four bytes in both byte orders.
  if ((await bytes.u32()) !== 0x46554747) throw new GgufError('The file does not begin with GGUF.');
  let version = await bytes.u32();
  if (version > 0xffff) {
    bytes.littleEndian = false;
    version = ((version >>> 24) | ((version >>> 8) & 0xff00)) >>> 0;
  }
  if (version < 1 || version > 3)
    throw new GgufError(`This is GGUF version ${version}; versions 1 to 3 are read.`);
  bytes.wide = version > 1;
  const tensorCount = await bytes.count();
  const keyCount = await bytes.count();
  if (tensorCount > MAX_TENSORS || tensorCount * LEAST_TENSOR_BYTES > size)
    throw new GgufError(`The header claims ${tensorCount} tensors, more than the file can hold.`);
  if (keyCount > MAX_KEYS || keyCount * LEAST_KEY_BYTES > size)
    throw new GgufError(`The header claims ${keyCount} keys, more than the file can hold.`);
  const metadata = new Map<string, GgufValue>();
  for (let i = 0; i < keyCount; i++) {
    const key = await bytes.text(MAX_NAME_BYTES);
    if (key === undefined) throw new GgufError('A key in the header is too long.');
    metadata.set(key, await valueOf(bytes, await bytes.u32()));
  }
  const raw: { name: string; shape: number[]; type: number; offset: number }[] = [];
  let broken: { readonly message: string; readonly offset: number } | undefined;
  try {
    for (let i = 0; i < tensorCount; i++) raw.push(await tensorOf(bytes));
  } catch (error) {
    if (!(error instanceof GgufError) || raw.length === 0) throw error;
    const told = `${at(error, bytes.position).slice(0, -1)}; ${raw.length} of ${tensorCount} tensors could be read and are shown.`;
    broken = { message: told, offset: bytes.position };
  }
  const stated = metadata.get('general.alignment');
  const alignment = typeof stated === 'number' && stated > 0 && stated <= 1 << 20 ? stated : 32;
  const base = Math.ceil(bytes.position / alignment) * alignment;
  const warnings: string[] = [];
  const cut: string[] = [];
  const tensors = raw.map((t): GgufTensor => {
    const known = blockTypeOf(t.type);
    const rows = t.shape.slice(0, -1).reduce((a, b) => a * b, 1);
    const stored = known ? blockBytes(known, t.shape.at(-1) ?? 1, rows) : undefined;
    const offset = base + t.offset;
    if (!known && warnings.length < MAX_WARNINGS)
      warnings.push(`${t.name} has type ${t.type}, which is not known.`);
    if (known && offset + stored! > size) cut.push(t.name);
    return { ...t, offset, ...(stored === undefined ? {} : { bytes: stored }) };
  });
  // Behind a broken header nothing says where tensors lie.
  if (cut.length > 0 && !broken)
    warnings.push(
      `${cut.length} of ${tensors.length} tensors end past the end of the file (${cut[0]} first): it is cut off, or still being written.`,
    );
  return {
    kind: 'header',
    version,
    littleEndian: bytes.littleEndian,
    metadata,
    tensors,
    warnings,
    ...(broken ? { broken } : {}),
  };
}

async function tensorOf(
  bytes: GgufBytes,
): Promise<{ name: string; shape: number[]; type: number; offset: number }> {
  const name = await bytes.text(MAX_NAME_BYTES);
  if (name === undefined) throw new GgufError('The name of a tensor is too long.');
  const rank = await bytes.u32();
  if (rank > MAX_DIMENSIONS) throw new GgufError(`${name} claims ${rank} dimensions.`);
  const shape: number[] = [];
  for (let i = 0; i < rank; i++) shape.unshift(await bytes.count());
  const type = await bytes.u32();
  // Offsets stay eight bytes wide in version 1.
  const wide = bytes.wide;
  bytes.wide = true;
  const offset = await bytes.count();
  bytes.wide = wide;
  return { name, shape, type, offset };
}

async function valueOf(bytes: GgufBytes, type: number, depth = 0): Promise<GgufValue> {
  if (type === 8) return (await bytes.text(MAX_TEXT_BYTES)) ?? '';
  if (type !== 9) return bytes.scalar(type);
  if (depth >= MAX_LIST_DEPTH) throw new GgufError('Lists in the header are nested too deeply.');
  const of = await bytes.u32();
  const length = await bytes.count();
  const width = SCALAR_BYTES[of];
  if (width !== undefined) {
    if (length * width > bytes.left) throw new GgufError('A list in the header is longer than the file.');
    if (length > MAX_KEPT) {
      bytes.skip(length * width);
      return { length };
    }
    const values: (number | boolean)[] = [];
    for (let i = 0; i < length; i++) values.push(await bytes.scalar(of));
    return { length, values };
  }
  if (of !== 8 && of !== 9)
    throw new GgufError(`The header holds a list of type ${of}, which the format does not have.`);
  if (length * 4 > bytes.left) throw new GgufError('A list in the header is longer than the file.');
  for (let i = 0; i < length; i++) {
    if (of === 8) bytes.skip(await bytes.count());
    else await valueOf(bytes, 9, depth + 1);
  }
  return { length };
}
