import type { ShapeRegistry } from '../context';

/** Shape functions of `ai.onnx.ml`. */
export const ML: ShapeRegistry = {};
