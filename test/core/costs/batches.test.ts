/** A batch of n costs n times the matrix work of one, for every operator with matrix work. */
import assert from 'node:assert/strict';
import { registeredKeys } from '../../../src/core/costs/ops/registry';
import { assertLaw } from './batchLaw';
import { CONVOLUTIONS, MATRICES } from './batchProducts';
import { ATTENTIONS, STEPS } from './batchSequences';

/** Operators of these groups that have no product, or none that could be counted. */
const WITHOUT = [
  'Det',
  'com.microsoft:Inverse',
  'com.microsoft:DynamicSparseAttention',
  'com.microsoft:SparsePagedAttention',
  'com.microsoft:SparseAttentionIndexer',
  'com.microsoft:PackedSparseAttentionIndexer',
  'com.microsoft:PackedSparseAttentionIndexerMerge',
  'model.efficiency:WkvState',
  'model.efficiency:GatedRecurrence',
];

describe('costs: a batch of n costs n times its matrix work', () => {
  it('convolutions, channels first and last, and transposed ones', () => assertLaw(CONVOLUTIONS));
  it('matrix products, quantised ones, Einsum and experts', () => assertLaw(MATRICES));
  it('attention, with its cache, packed, paged and sparse', () => assertLaw(ATTENTIONS));
  it('recurrent cells and linear attention', () => assertLaw(STEPS));

  it('holds for every operator with matrix work', () => {
    const groups = registeredKeys();
    const all = ['matrix', 'convolution', 'attention', 'recurrent', 'state'].flatMap((x) => groups[x]!);
    const tables = [CONVOLUTIONS, MATRICES, ATTENTIONS, STEPS].flatMap((t) => Object.keys(t));
    const tested = new Set([...tables.map((x) => x.split(' ')[0]!), ...WITHOUT]);
    assert.deepEqual(
      all.filter((key) => !tested.has(key)),
      [],
    );
  });
});
