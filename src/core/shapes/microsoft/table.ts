import type { ShapeTable } from '../context';
import { activations } from './activations';
import { attention } from './attention';
import { generation } from './generation';
import { gradients } from './gradients';
import { groupedAttention } from './groupedAttention';
import { hashing } from './hashing';
import { matrices } from './matrices';
import { normalisation } from './normalisation';
import { quantised } from './quantised';
import { recurrentOperators } from './recurrent';
import { spatial } from './spatial';
import { weights } from './weights';

/**
 * Shape functions of this domain by operator type. EPContext and Snpe are compiled graphs whose outputs only the file
 * declares; they are left out.
 */
export const microsoft: ShapeTable = {
  ...activations,
  ...attention,
  ...generation,
  ...gradients,
  ...groupedAttention,
  ...hashing,
  ...matrices,
  ...normalisation,
  ...quantised,
  ...recurrentOperators,
  ...spatial,
  ...weights,
};
