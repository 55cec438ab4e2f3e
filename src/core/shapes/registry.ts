import type { ShapeFunction, ShapeRegistry } from './context';
import { MICROSOFT } from './microsoft';
import { ML } from './ml';
import { STANDARD } from './ops';
import { TRAINING } from './training';

/** Shape functions by domain. `ai.onnx` is the standard's own domain written out. */
export const REGISTRIES: Readonly<Record<string, ShapeRegistry>> = {
  '': STANDARD,
  'ai.onnx': STANDARD,
  'ai.onnx.ml': ML,
  'ai.onnx.training': TRAINING,
  'ai.onnx.preview.training': TRAINING,
  'com.microsoft': MICROSOFT,
};

/** The shape function of an operator type; undefined when it is not known. */
export function shapeFunction(domain: string, type: string): ShapeFunction | undefined {
  const registry = Object.hasOwn(REGISTRIES, domain) ? REGISTRIES[domain]! : undefined;
  return registry && Object.hasOwn(registry, type) ? registry[type] : undefined;
}
