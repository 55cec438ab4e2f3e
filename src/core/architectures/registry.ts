import type { Builder } from './builder';
import { bertFamilies } from './families/bert';
import { gpt2Families } from './families/gpt2';
import { llamaFamilies } from './families/llama';

/** Declares a model into the builder, from the config the builder holds. */
export type Family = (b: Builder) => void;

const FAMILIES: Readonly<Record<string, Family>> = {
  ...llamaFamilies,
  ...gpt2Families,
  ...bertFamilies,
};

/** The family of a model type; undefined when nobody declared it. */
export function familyOf(modelType: string): Family | undefined {
  return Object.hasOwn(FAMILIES, modelType) ? FAMILIES[modelType] : undefined;
}

/** All declared model types, sorted. */
export function declaredTypes(): readonly string[] {
  return Object.keys(FAMILIES).sort();
}
