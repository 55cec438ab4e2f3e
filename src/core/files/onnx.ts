import type { Analysis, Unreadable } from '../analysis';
import type { ByteSource } from '../bytes/byteSource';
import { groupByScopes } from '../costs/blocks';
import { costModel } from '../costs/costModel';
import { readOnnx } from '../readers/onnx/readOnnx';
import { inferShapes } from '../shapes/inferShapes';
import type { AnalyseOptions } from './options';

/** Analyses the bytes of an ONNX file; reads its structure, never its weights. */
export async function analyseOnnx(
  source: ByteSource,
  name: string,
  options: AnalyseOptions = {},
): Promise<Analysis | Unreadable> {
  const read = await readOnnx(source, { ...options, name });
  if (read.kind === 'unreadable') return { kind: 'unreadable', name, message: read.message };
  const model = groupByScopes(inferShapes(read.model, options).model);
  return { kind: 'model', name, model, costs: costModel(model) };
}
