import { s1 } from './s1';
import { s2 } from './s2';
import { s3 } from './s3';
import { s4 } from './s4';
import { s5 } from './s5';
import type { Survey } from './survey';

/** The five surveys whose categories the catalogue answers. */
export const SURVEYS: readonly Survey[] = [s1, s2, s3, s4, s5];
