import type { Block } from '../../model/block';
import type { Model } from '../../model/model';
import type { Weight } from '../../model/weight';
import { isInteger } from '../../model/dtype';
import type { StoredTensor } from './readHeader';

/** Names of tensors that are stored but not learned, or belong to a quantised weight. */
const BUFFER = /(^|\.)(running_mean|running_var|num_batches_tracked|inv_freq|position_ids|masked_bias)$/;
const QUANTISATION =
  /(^|\.)(\w*scales?|\w*scale_inv|\w*zeros?|qzeros|g_idx|absmax|quant_map|weight_scale\w*)$/;

/**
 * The picture of one safetensors file by its header alone: stored tensors, no operators. Blocks follow the names' first
 * two parts.
 */
export function modelOfSafetensors(
  tensors: readonly StoredTensor[],
  name: string,
  metadata: Readonly<Record<string, string>> = {},
  warnings: readonly string[] = [],
): Model {
  const blocks: Block[] = [{ name, parent: -1, repeat: 1 }];
  const byPath = new Map<string, number>();
  const blockOf = (tensor: string): number => {
    const parts = tensor.split('.').slice(0, -1).slice(0, 4);
    let at = 0;
    for (let i = 0; i < parts.length; i++) {
      const path = parts.slice(0, i + 1).join('.');
      const known = byPath.get(path);
      if (known === undefined) byPath.set(path, blocks.push({ name: parts[i]!, parent: at, repeat: 1 }) - 1);
      at = byPath.get(path)!;
    }
    return at;
  };
  const weights = tensors.map((t): Weight => {
    const role = BUFFER.test(t.name)
      ? 'buffer'
      : QUANTISATION.test(t.name)
        ? 'quantisation'
        : t.dtype && isInteger(t.dtype) && t.shape.length < 2
          ? 'index'
          : 'parameter';
    const storage = { bytes: t.bytes, offset: t.offset };
    const origin = { kind: 'bytes', offset: t.offset, length: t.bytes } as const;
    return { name: t.name, dtype: t.dtype, shape: t.shape, role, storage, block: blockOf(t.name), origin };
  });
  return {
    format: 'safetensors',
    modelType: 'safetensors',
    name,
    certainty: 'exact',
    blocks,
    graphs: [{ name: 'main', kind: 'main', inputs: [], outputs: [], operators: [], owner: -1 }],
    functions: [],
    operators: [],
    values: [],
    weights,
    caches: [],
    facts: {},
    opsets: {},
    properties: Object.entries(metadata).slice(0, 50),
    problems: warnings.map((message) => ({ severity: 'warning', code: 'safetensors.odd', message })),
  };
}
