/** Strings. */
import type { ShapeFunction, ShapeTable } from '../context';
import { broadcastShapes } from '../dims';

const concatenate: ShapeFunction = (c) => c.tensor(0, 'string', broadcastShapes(c.shape(0), c.shape(1)));

export const texts: ShapeTable = { StringConcat: concatenate };
