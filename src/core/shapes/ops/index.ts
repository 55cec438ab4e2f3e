import type { ShapeRegistry } from '../context';

/** Shape functions of the standard's own domain. */
export const STANDARD: ShapeRegistry = {};
