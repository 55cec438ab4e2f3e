import type { Analysis } from '../../analysis';
import { atOnce } from '../../steps';
import { printSteps } from '../../text/printModel';
import { TextIndex, mapOfText } from '../../text/textIndex';

/** An ONNX text with what is known of it: the text of a file, or a text that somebody writes. */
export interface OnnxText {
  readonly analysis: Analysis;
  readonly index: TextIndex;
}

/** The text of a binary file; undefined for a model that is none of ONNX. */
export function textOfModel(analysis: Analysis): OnnxText | undefined {
  return atOnce(textSteps(analysis));
}

/** The same with rests: a large graph takes a while to write down. */
export function* textSteps(analysis: Analysis): Generator<void, OnnxText | undefined> {
  const { declared, model } = analysis;
  if (!declared) return undefined;
  const { text, map } = yield* printSteps(declared, model);
  return { analysis, index: new TextIndex(text, map, declared) };
}

/** What is known of a text that was analysed as it is written. */
export function indexOfText(analysis: Analysis, text: string): OnnxText | undefined {
  const { declared, model, places } = analysis;
  if (!declared || !places) return undefined;
  return { analysis, index: new TextIndex(text, mapOfText(declared, model, places), declared) };
}
