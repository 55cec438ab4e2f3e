import type { Block } from '../model/block';
import type { Weight } from '../model/weight';
import type { ConfigReader } from './configReader';

const LISTS = [
  'modules_to_not_convert',
  'ignore',
  'ignored_layers',
  'llm_int8_skip_modules',
  'skip_modules',
  'linear_weights_not_to_quantize',
];
/** More entries than any checkpoint lists; the rest is not looked at. */
const MAX_ENTRIES = 20_000;
/** Routers are parameters of their own classes, not linear layers: no scheme converts them. */
const ROUTER = /(^|\.)(gate|router|gate\.wg|shared_expert_gate|router\.gate|classifier)\.weight$/;

/** Whether the quantisation config leaves a weight as it is, by the lists of modules that it skips. */
export function isLeftAlone(w: Weight, blocks: readonly Block[], q: ConfigReader): boolean {
  if (ROUTER.test(w.name)) return true;
  const name = plain(w.name);
  const repeats = blocks[w.block]?.repeat ?? 1;
  let listed = 0;
  for (const key of LISTS)
    for (const entry of (q.list(key) ?? []).slice(0, MAX_ENTRIES)) {
      if (typeof entry !== 'string' || !matches(name, entry)) continue;
      if (!/\.\d+(\.|$)/.test(entry)) return true;
      listed++;
    }
  // Layers listed one by one: left alone when most of those that share this weight are.
  return listed > 0 && listed * 2 >= repeats;
}

/** Names with every index as #. */
function plain(name: string): string {
  return name.replace(/\{\d+\}|\*/g, '#').replace(/(?<=\.)\d+(?=\.|$)/g, '#');
}

/** Plain entries are modules, sought as whole parts of the name; of patterns (`re:.*gate$`) the fixed pieces, in their order. */
function matches(name: string, entry: string): boolean {
  if (!entry.startsWith('re:')) return `.${name}.`.includes(`.${plain(entry)}.`);
  const pieces = entry
    .slice(3)
    .replace(/[\\^$()]/g, '')
    .split(/\.\*|\*|\.\+|\||\?/)
    .filter((p) => p !== '');
  let at = 0;
  for (const piece of pieces) {
    const found = name.indexOf(plain(piece), at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return pieces.length > 0;
}
