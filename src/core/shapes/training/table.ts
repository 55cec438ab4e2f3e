import type { ShapeTable } from '../context';

/** Shape functions of this domain by operator type. */
export const training: ShapeTable = {};
