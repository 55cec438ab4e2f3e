import { attentionTechniques } from './attention';
import { compressionTechniques } from './compression';
import { dataTechniques } from './data';
import { graphsTechniques } from './graphs';
import { servingTechniques } from './serving';
import { structureTechniques } from './structure';
import { trainingTechniques } from './training';
import { tuningTechniques } from './tuning';
import type { Technique } from '../technique';

/** Every technique, by theme. */
export const TECHNIQUES: readonly Technique[] = [
  ...attentionTechniques,
  ...structureTechniques,
  ...compressionTechniques,
  ...servingTechniques,
  ...trainingTechniques,
  ...tuningTechniques,
  ...dataTechniques,
  ...graphsTechniques,
];

const BY_ID = new Map(TECHNIQUES.map((t) => [t.id, t]));

/** The entry of an id; undefined for ids that are none. */
export function techniqueOf(id: string): Technique | undefined {
  return BY_ID.get(id);
}
