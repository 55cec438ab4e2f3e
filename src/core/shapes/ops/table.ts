import type { ShapeTable } from '../context';

/** Shape functions of the standard's own domain by operator type. */
export const standard: ShapeTable = {};
