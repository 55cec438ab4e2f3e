import path from 'node:path';
import { root } from '../support/embedded/parts.mjs';

/** The path of one of the samples that come with the extension. */
export const sample = (...names: string[]) => path.join(root, 'media', 'samples', ...names);

/** The path of a file of the tests' workspace: broken, empty, hostile. */
export const fixture = (...names: string[]) => path.join(root, 'test', 'fixtures', 'workspace', ...names);
