/** Normalisations: output as input, with statistics beside it where asked for. */
import type { ShapeFunction, ShapeTable } from '../context';
import { axisIn } from '../dims';
import { dtypeAttribute, sameAsInput } from './elementwise';

/** Further outputs: running mean and variance, in old versions saved ones too; one entry for each channel. */
const batchNormalization: ShapeFunction = (c) => {
  c.like(0);
  for (let i = 1; i < c.outputCount; i++) {
    const from = c.version < 14 ? (i % 2 === 1 ? 3 : 4) : i === 1 ? 3 : 4;
    c.tensor(i, c.dtype(from) ?? c.dtype(0), c.shape(from));
  }
};

/** Mean and inverse deviation have the input's rank, with 1 from the axis on. */
const layerNormalization: ShapeFunction = (c) => {
  const shape = c.shape(0);
  c.like(0);
  const axis = shape && axisIn(c.int('axis', -1), shape.length);
  const dtype = dtypeAttribute(c, 'stash_type') ?? 'float32';
  for (let i = 1; i < c.outputCount; i++)
    c.tensor(i, dtype, axis === undefined ? undefined : shape!.map((d, k) => (k < axis ? d : 1)));
};

export const normalisations: ShapeTable = {
  BatchNormalization: batchNormalization,
  GroupNormalization: sameAsInput,
  InstanceNormalization: sameAsInput,
  LayerNormalization: layerNormalization,
  RMSNormalization: sameAsInput,
};
