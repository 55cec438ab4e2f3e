import type { Block } from '../../model/block';
import type { Model } from '../../model/model';
import type { Problem } from '../../model/problem';
import type { Weight } from '../../model/weight';
import { blockTypeOf } from './blockTypes';
import type { GgufHeader } from './readHeader';

/**
 * The picture of a GGUF file by its header: tensors as stored, quantised ones with their block type and the bits of one
 * element with its scales. No operators; those come from the family that `configOfGguf` names.
 */
export function modelOfGguf(header: Extract<GgufHeader, { kind: 'header' }>, name: string): Model {
  const blocks: Block[] = [{ name, parent: -1, repeat: 1 }];
  const byPath = new Map<string, number>();
  const blockOf = (tensor: string): number => {
    const path = /^blk\.\d+/.exec(tensor)?.[0];
    if (path === undefined) return 0;
    if (!byPath.has(path)) byPath.set(path, blocks.push({ name: path, parent: 0, repeat: 1 }) - 1);
    return byPath.get(path)!;
  };
  const weights = header.tensors.map((t): Weight => {
    const type = blockTypeOf(t.type);
    const rope = /rope_freqs|rope_factors/.test(t.name);
    const packed = type && type.block > 1;
    return {
      name: t.name,
      dtype: packed ? 'uint8' : type?.dtype,
      shape: t.shape,
      role: rope ? 'buffer' : 'parameter',
      block: blockOf(t.name),
      ...(packed
        ? { packing: { shape: t.shape, bits: (type.bytes * 8) / type.block, scheme: type.name } }
        : {}),
      ...(t.bytes === undefined ? {} : { storage: { bytes: t.bytes, offset: t.offset } }),
      origin: { kind: 'bytes', offset: t.offset, ...(t.bytes === undefined ? {} : { length: t.bytes }) },
    };
  });
  const architecture = header.metadata.get('general.architecture');
  const main = mainType(weights);
  return {
    format: 'gguf',
    modelType: typeof architecture === 'string' ? architecture : 'gguf',
    name: textOf(header.metadata.get('general.name')) ?? name,
    certainty: 'exact',
    blocks,
    graphs: [{ name: 'main', kind: 'main', inputs: [], outputs: [], operators: [], owner: -1 }],
    functions: [],
    operators: [],
    values: [],
    weights,
    caches: [],
    facts: main === undefined ? {} : { quantisation: main },
    opsets: {},
    properties: [
      ['GGUF version', `${header.version}, ${header.littleEndian ? 'little' : 'big'}-endian`],
      ...[...header.metadata]
        .filter(([key, v]) => key.startsWith('general.') && typeof v !== 'object')
        .slice(0, 30)
        .map(([key, v]) => [key, String(v).slice(0, 200)] as const),
    ],
    problems: [
      ...brokenOff(header),
      ...header.warnings.map((message): Problem => ({ severity: 'warning', code: 'gguf.odd', message })),
    ],
  };
}

function brokenOff({ broken }: Extract<GgufHeader, { kind: 'header' }>): Problem[] {
  if (!broken) return [];
  const { message, offset } = broken;
  return [{ severity: 'error', code: 'gguf.truncated', message, origin: { kind: 'bytes', offset } }];
}

/** The block type that most bytes have. */
function mainType(weights: readonly Weight[]): string | undefined {
  const bytes = new Map<string, number>();
  for (const w of weights)
    if (w.packing) bytes.set(w.packing.scheme, (bytes.get(w.packing.scheme) ?? 0) + (w.storage?.bytes ?? 0));
  return [...bytes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
