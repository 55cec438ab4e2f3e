import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The text of a file, by its path from the top. */
export const text = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** A JSON file, by its path from the top. */
export const json = (file: string) => JSON.parse(text(file));

/** Every file under a folder, as paths from the top with slashes, in order; none when the folder is not there. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** All sources of the extension as one text, for what must be named in them. */
export const sources = () =>
  filesUnder('src')
    .filter((file) => file.endsWith('.ts'))
    .map(text)
    .join('\n');
