import type { ShapeTable } from '../context';
import { activations } from './activations';
import { attention } from './attention';
import { groupedAttention } from './groupedAttention';
import { normalisation } from './normalisation';
import { recurrentOperators } from './recurrent';

/** Shape functions of this domain by operator type. */
export const microsoft: ShapeTable = {
  ...activations,
  ...attention,
  ...groupedAttention,
  ...normalisation,
  ...recurrentOperators,
};
