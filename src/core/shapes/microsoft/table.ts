import type { ShapeTable } from '../context';

/** Shape functions of this domain by operator type. */
export const microsoft: ShapeTable = {};
