import type { ShapeRegistry } from '../context';

/** Shape functions of `com.microsoft`. */
export const MICROSOFT: ShapeRegistry = {};
