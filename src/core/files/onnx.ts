import type { Analysis, Unreadable } from '../analysis';
import type { ByteSource } from '../bytes/byteSource';
import { groupByScopes, groupSteps } from '../costs/blocks';
import { costModel } from '../costs/costModel';
import { readOnnx } from '../readers/onnx/readOnnx';
import { readText } from '../readers/onnxtxt/readText';
import type { Problem } from '../model/problem';
import type { InferOptions } from '../shapes/inferShapes';
import { inferShapes, shapeSteps } from '../shapes/inferShapes';
import { Slices } from '../slices';
import { textOf } from './folder';
import { withLaterCosts } from './laterCosts';
import type { AnalyseOptions } from './options';

/** The longest text that an editor hands out. */
const MAX_TEXT_BYTES = 50 * 1024 * 1024;

/** A text in which no graph was found, with every problem that was. */
export interface UnreadableText extends Unreadable {
  readonly problems: readonly Problem[];
}

/** Analyses the bytes of an ONNX file; reads its structure, never its weights. */
export async function analyseOnnx(
  source: ByteSource,
  name: string,
  options: AnalyseOptions = {},
): Promise<Analysis | Unreadable> {
  const read = await readOnnx(source, { ...options, name });
  if (read.kind === 'unreadable' && read.form === 'text') {
    const text = await textOf(source, MAX_TEXT_BYTES);
    if (text === undefined)
      return {
        kind: 'unreadable',
        name,
        message: 'The text is longer than 50 MiB: no editor would take it.',
      };
    return analyseOnnxText(text, name, options);
  }
  if (read.kind === 'unreadable') return { kind: 'unreadable', name, message: read.message };
  const slices = new Slices(options);
  const shaped = await slices.take(shapeSteps(read.model, options));
  const model = await slices.take(groupSteps(shaped.model));
  const analysis = withLaterCosts({ kind: 'model', name, model, declared: read.model });
  if (options.laterCosts) return analysis;
  await slices.take(analysis.costSteps!());
  // From now on they are there, and whoever spreads or stores the analysis finds them.
  return { kind: 'model', name, model, declared: read.model, costs: analysis.costs };
}

/**
 * Analyses ONNX in the standard's textual syntax, as it is written: what is broken is told with its place, and the rest
 * is analysed. Synchronous, for use while a person types.
 */
export function analyseOnnxText(
  text: string,
  name: string,
  options: InferOptions & Pick<AnalyseOptions, 'laterCosts'> = {},
): Analysis | UnreadableText {
  const read = readText(text, name);
  if (read.kind === 'unreadable') return { ...read, name };
  const model = groupByScopes(inferShapes(read.model, options).model);
  return complete({ kind: 'model', name, model, declared: read.model, places: read.places }, options);
}

function complete(
  known: Omit<Analysis, 'costs' | 'costSteps'>,
  { laterCosts }: Pick<AnalyseOptions, 'laterCosts'>,
): Analysis {
  return laterCosts ? withLaterCosts(known) : { ...known, costs: costModel(known.model) };
}
