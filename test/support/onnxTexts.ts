import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readOnnx } from '../../src/core/readers/onnx/readOnnx';
import { inferShapes } from '../../src/core/shapes/inferShapes';
import { groupByScopes } from '../../src/core/costs/blocks';
import type { Model } from '../../src/core/model/model';
import { printModel } from '../../src/core/text/printModel';
import type { PrintedText } from '../../src/core/text/printModel';
import { openNodeSource, resolveBeside } from '../../src/host/files/nodeSource';

/** A file with its model before and after shape inference, and the text of it. */
export interface TextOfFile {
  readonly file: Model;
  readonly shaped: Model;
  readonly printed: PrintedText;
}

/** The ONNX files below a folder, by their paths with slashes, sorted. */
export function onnxFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.onnx'))
    .sort();
}

/** The text of an ONNX file; undefined when the file cannot be read. */
export async function textOfFile(folder: string, name: string): Promise<TextOfFile | undefined> {
  const at = path.join(folder, name);
  const read = await readOnnx(await openNodeSource(at), { name, resolveExternal: resolveBeside(at) });
  if (read.kind !== 'model') return undefined;
  const shaped = groupByScopes(inferShapes(read.model).model);
  return { file: read.model, shaped, printed: printModel(read.model, shaped) };
}
