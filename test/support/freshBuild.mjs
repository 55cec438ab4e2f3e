import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './embedded/parts.mjs';
import { PlainError } from './embedded/plain.mjs';

const REMEDY = 'run npm run build.';

/** Throws one sentence when what lies in `dist` was not built from the sources as they are now. */
export function requireFreshBuild(folder = root) {
  const at = (...names) => path.join(folder, ...names);
  if (!existsSync(at('out', 'meta.json'))) throw new PlainError(`Nothing is built here: ${REMEDY}`);
  const { outputs, sources } = JSON.parse(readFileSync(at('out', 'meta.json'), 'utf8'));
  const built = Object.keys(outputs).filter((file) => file.startsWith('dist/'));
  const gone = built.find((file) => !existsSync(at(file)));
  if (gone || built.length === 0) throw new PlainError(`${gone ?? 'dist'} is missing: ${REMEDY}`);
  const inputs = built.flatMap((file) => Object.keys(outputs[file].inputs));
  for (const file of new Set(inputs.filter((input) => !input.includes('node_modules'))))
    if (digestOf(at(file)) !== sources?.[file])
      throw new PlainError(`dist was built before ${file} changed: ${REMEDY}`);
}

const digestOf = (file) =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;
