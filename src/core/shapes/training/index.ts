import type { ShapeRegistry } from '../context';

/** Shape functions of `ai.onnx.preview.training`. */
export const TRAINING: ShapeRegistry = {};
