import { readSafetensorsIndex } from '../readers/safetensors/readIndex';
import type { SafetensorsIndex } from '../readers/safetensors/readIndex';
import type { Folder } from './folder';
import { textIn } from './folder';

/** An index of as many tensors as any checkpoint has is a few ten MB. */
export const MAX_INDEX_BYTES = 64 * 1024 * 1024;

/** `model.safetensors.index.json` as it lies there; without `index` where its text is none. */
export interface IndexText {
  readonly file: string;
  readonly text: string;
  readonly index?: SafetensorsIndex;
}

/** The index of a folder by its name; undefined when it is not there. */
export async function indexIn(folder: Folder, file: string): Promise<IndexText | undefined> {
  const text = await textIn(folder, file, MAX_INDEX_BYTES);
  return text === undefined ? undefined : indexOfText(file, text);
}

export function indexOfText(file: string, text: string): IndexText {
  const index = readSafetensorsIndex(text);
  return { file, text, ...(index ? { index } : {}) };
}

/** Line, from 1, on which a text first has a name in quotes; the first line where it has it not. */
export function lineOfName(text: string, name: string): number {
  const at = text.indexOf(JSON.stringify(name));
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
