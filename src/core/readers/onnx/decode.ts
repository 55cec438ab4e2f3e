/**
 * The one place that knows onnx-proto: payload-free messages in, plain values out. Here, and nowhere else, int64
 * becomes a number (protobufjs gives Long objects or numbers, depending on how it was bundled).
 */
import { onnx } from 'onnx-proto';
import type { ValueType } from '../../model/value';
import type { Dimension } from '../../model/expression';
import { symbol } from '../../model/expression';
import { dtypeOfCode } from './dataTypes';
import type { RawPort } from './raw';

type Int = number | { toNumber(): number } | null | undefined;

export function number(value: Int): number {
  return value === null || value === undefined ? 0 : typeof value === 'number' ? value : value.toNumber();
}

const TEXT = new TextDecoder('utf-8');

export function decodeTensor(bytes: Uint8Array): onnx.TensorProto {
  return onnx.TensorProto.decode(bytes);
}

/** The plain parts of an attribute. */
export interface PlainAttribute {
  readonly name: string;
  readonly type: number;
  readonly reference?: string;
  readonly f?: number;
  readonly i?: number;
  readonly s?: string;
  readonly floats?: readonly number[];
  readonly ints?: readonly number[];
  readonly strings?: readonly string[];
}

export function decodeAttribute(bytes: Uint8Array): PlainAttribute {
  return plainAttribute(onnx.AttributeProto.decode(bytes));
}

function plainAttribute(a: onnx.IAttributeProto): PlainAttribute {
  return {
    name: a.name ?? '',
    type: a.type ?? 0,
    ...(a.refAttrName ? { reference: a.refAttrName } : {}),
    ...(Object.hasOwn(a, 'f') ? { f: a.f ?? 0 } : {}),
    ...(Object.hasOwn(a, 'i') ? { i: number(a.i) } : {}),
    ...(Object.hasOwn(a, 's') && a.s ? { s: TEXT.decode(a.s) } : {}),
    ...(a.floats?.length ? { floats: a.floats } : {}),
    ...(a.ints?.length ? { ints: a.ints.map(number) } : {}),
    ...(a.strings?.length ? { strings: a.strings.map((s) => TEXT.decode(s)) } : {}),
  };
}

export function decodePort(bytes: Uint8Array): RawPort {
  const info = onnx.ValueInfoProto.decode(bytes);
  const type = info.type ? valueType(info.type, 0) : undefined;
  return { name: info.name ?? '', type: type?.kind === 'opaque' && saysNothing(bytes) ? undefined : type };
}

/** True for a port whose type is there and empty (field 2 of no length), as some tools write it. */
function saysNothing(bytes: Uint8Array): boolean {
  for (let i = 0; i + 1 < bytes.length; i++) if (bytes[i] === 0x12 && bytes[i + 1] === 0) return true;
  return false;
}

/** Deeper containers than this are named opaque. */
const MAX_TYPE_DEPTH = 8;

/** A TypeProto as the model has it. */
export function valueType(type: onnx.ITypeProto, depth: number): ValueType {
  if (depth > MAX_TYPE_DEPTH) return { kind: 'opaque' };
  // Older generated code has no sparse and optional types; they come as unknown fields and stay opaque.
  const t = type as onnx.ITypeProto & {
    sparseTensorType?: onnx.TypeProto.ITensor | null;
    optionalType?: { elemType?: onnx.ITypeProto | null } | null;
  };
  if (t.tensorType) return { kind: 'tensor', ...tensorType(t.tensorType) };
  if (t.sparseTensorType) return { kind: 'sparse', ...tensorType(t.sparseTensorType) };
  if (t.sequenceType)
    return {
      kind: 'sequence',
      ...(t.sequenceType.elemType ? { element: valueType(t.sequenceType.elemType, depth + 1) } : {}),
    };
  if (t.optionalType)
    return {
      kind: 'optional',
      ...(t.optionalType.elemType ? { element: valueType(t.optionalType.elemType, depth + 1) } : {}),
    };
  if (t.mapType) {
    const key = dtypeOfCode(t.mapType.keyType ?? 0);
    return {
      kind: 'map',
      ...(key ? { key } : {}),
      ...(t.mapType.valueType ? { element: valueType(t.mapType.valueType, depth + 1) } : {}),
    };
  }
  return { kind: 'opaque' };
}

function tensorType(t: onnx.TypeProto.ITensor): Pick<ValueType, 'dtype' | 'shape'> {
  const dtype = dtypeOfCode(t.elemType ?? 0);
  const shape = t.shape ? (t.shape.dim ?? []).map(dimension) : undefined;
  return { ...(dtype ? { dtype } : {}), ...(shape ? { shape } : {}) };
}

/** Negative sizes are what some exporters write for unknown. */
function dimension(d: onnx.TensorShapeProto.IDimension): Dimension | undefined {
  if (d.dimParam) return symbol(d.dimParam);
  if (d.dimValue === null || d.dimValue === undefined) return undefined;
  const value = number(d.dimValue);
  return value >= 0 ? value : undefined;
}

export interface OpsetAndStrings {
  readonly domain: string;
  readonly version: number;
}

export function decodeOpset(bytes: Uint8Array): OpsetAndStrings {
  const o = onnx.OperatorSetIdProto.decode(bytes);
  return { domain: normalDomain(o.domain ?? ''), version: number(o.version) };
}

/** `ai.onnx` is another spelling of the default domain. */
export function normalDomain(domain: string): string {
  return domain === 'ai.onnx' ? '' : domain;
}

export function decodeEntry(bytes: Uint8Array): readonly [key: string, value: string] {
  const e = onnx.StringStringEntryProto.decode(bytes);
  return [e.key ?? '', e.value ?? ''];
}

/** Longer names go through the platform's decoder. */
const MAX_SHORT = 96;

/** UTF-8 as text, all bytes or a part; bytes that are none become replacement characters. */
export function decodeText(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const length = end - start;
  if (length > MAX_SHORT) return TEXT.decode(bytes.subarray(start, end));
  // A plain array of units is several times faster than handing the bytes themselves over.
  const units = new Array<number>(length);
  for (let i = 0; i < length; i++) {
    const byte = bytes[start + i]!;
    if (byte > 127) return TEXT.decode(bytes.subarray(start, end));
    units[i] = byte;
  }
  return String.fromCharCode.apply(undefined, units);
}
