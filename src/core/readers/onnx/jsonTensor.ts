import { KEEP_BYTES } from './tensor';
import type { JsonObject } from './jsonFields';
import {
  base64Bytes,
  base64Length,
  entriesOf,
  field,
  listOf,
  numberOf,
  numbersOf,
  objectOf,
  textOf,
} from './jsonFields';
import type { Payload, RawTensor } from './raw';
import { firstValues, smallValues } from './smallValues';

/** Data fields of TensorProto: number, name, and bytes of one element as protobuf would pack it; 0 where it varies. */
const DATA: readonly (readonly [number: number, name: string, bytes: number])[] = [
  [4, 'floatData', 4],
  [5, 'int32Data', 0],
  [6, 'stringData', 0],
  [7, 'int64Data', 0],
  [10, 'doubleData', 8],
  [11, 'uint64Data', 0],
];

/** Base64 characters of the first 33 bytes. */
const HEAD_CHARACTERS = 44;

/** A TensorProto; of its data only the size is taken, and the values when they are few. */
export function tensorOfJson(o: JsonObject): RawTensor {
  const dims = numbersOf(o, 'dims') ?? [];
  const dataType = numberOf(o, 'dataType') ?? 0;
  const external = listOf(o, 'externalData').length > 0 ? entriesOf(o, 'externalData') : undefined;
  const payload = payloadOf(o);
  const isExternal = external !== undefined && (isExternalLocation(field(o, 'dataLocation')) || !payload);
  const small = payload !== undefined && payload.bytes <= KEEP_BYTES && !isExternal;
  const values = small || (!payload && !isExternal) ? valuesOf(o, dims, dataType) : undefined;
  const raw = !small && !isExternal ? textOf(o, 'rawData') : '';
  const first = raw ? firstValues(base64Bytes(raw.slice(0, HEAD_CHARACTERS)), dataType) : undefined;
  return {
    name: textOf(o, 'name'),
    dims,
    dataType,
    payload,
    ...(first ? { first } : {}),
    ...(values ? { values } : {}),
    ...(isExternal ? { external } : {}),
  };
}

/** A SparseTensorProto: values, indices, dense dims. */
export function sparseTensorOfJson(o: JsonObject): RawTensor {
  const values = objectOf(o, 'values');
  const { name = '', dataType = 0, payload, dims = [] } = values ? tensorOfJson(values) : {};
  return { name, dims: numbersOf(o, 'dims') ?? [], dataType, payload, nonZeros: dims[0] ?? 0 };
}

const isExternalLocation = (v: unknown): boolean => v === 'EXTERNAL' || v === 1;

function payloadOf(o: JsonObject): Payload | undefined {
  const raw = textOf(o, 'rawData');
  if (raw !== '') return { field: 9, bytes: base64Length(raw) };
  for (const [number, name, width] of DATA) {
    const list = listOf(o, name);
    if (list.length === 0) continue;
    if (width > 0) return { field: number, bytes: width * list.length };
    const bytes = list.reduce<number>(
      (n, v) => n + (number === 6 ? base64Length(String(v)) : varintBytes(Number(v))),
      0,
    );
    return { field: number, bytes };
  }
  return undefined;
}

/** Bytes of a number as protobuf packs it: seven bits each, ten for a negative one. */
function varintBytes(value: number): number {
  if (!(value >= 0)) return 10;
  let bytes = 1;
  for (let v = value; v > 127; v = Math.floor(v / 128)) bytes++;
  return bytes;
}

function valuesOf(o: JsonObject, dims: readonly number[], dataType: number): readonly number[] | undefined {
  const rawData = textOf(o, 'rawData');
  const lists = Object.fromEntries(
    DATA.map(([, name]) => [name, name === 'stringData' ? [] : (numbersOf(o, name) ?? [])]),
  );
  return smallValues(
    { dims: [...dims], dataType, ...(rawData ? { rawData: base64Bytes(rawData) } : {}), ...lists },
    dims,
  );
}
