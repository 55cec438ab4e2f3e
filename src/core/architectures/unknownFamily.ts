import type { Builder } from './builder';
import { llama } from './families/llama';

/** A model type that nobody declared: built like Llama from the keys it shares with declared families, and said so. */
export function unknownFamily(b: Builder): void {
  const { c } = b;
  b.estimated = true;
  const type =
    c.modelType === '' ? 'No `model_type` is given' : `The model type \`${c.modelType}\` is not known`;
  c.report(
    'assumption',
    'config.unknown-type',
    'model_type',
    `${type}: computed as a decoder of Llama's shape from the keys it shares with known families.`,
  );
  llama(b);
}
