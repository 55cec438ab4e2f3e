/**
 * Layouts: a family's stored tensors as text, in the names and the order of the checkpoint.
 *
 *     let tokens = (image_size//patch_size)**2
 *     vit.embeddings.
 *       cls_token [1,1,hidden_size]
 *     vit.encoder.layer.{num_hidden_layers}.attention.attention.
 *       query|key|value w[hidden_size,hidden_size] b?qkv_bias[hidden_size]
 *     use text_config: model. > model.language_model.; lm_head. > lm_head.
 *
 * A line that begins at the margin names a section, `.` being the model itself; the indented lines under it are its
 * tensors. `w[...]` is `.weight`, `b[...]` is `.bias`, `[...]` the bare name; `name[...]` any other last part. `a|b`
 * are several of one shape. `{n}` repeats over 0..n-1, `{a..n}` over a..n-1, `<i:n>` writes each out with i known to
 * the sizes. `?size` after a leaf or a section keeps its tensors only where the size is not 0. `use` takes in the family of a nested
 * config with its names changed; names that no rule changes are left out. `use as t:` builds this same config as the
 * model type t.
 */
import type { Size } from './sizeExpression';
import { parseSize } from './sizeExpression';

export interface TensorLine {
  /** Last part of the name: `weight`, `bias` or another; '' for the bare name. */
  readonly leaf: string;
  readonly when?: Size;
  readonly shape: readonly Size[];
}

/** Tensors of one line: every name has every leaf. */
export interface Entry {
  readonly names: readonly string[];
  readonly leaves: readonly TensorLine[];
  /** Condition of the section under which it stands. */
  readonly when?: Size;
}

/** A part of the tree of names. */
export interface Section {
  /** `layer`, `0`; '' for the root. */
  readonly name: string;
  /** Repetition, of which `from` is the first index. */
  readonly repeat?: { readonly from: Size; readonly to: Size };
  /** Written out, with a variable for the index. */
  readonly loop?: Loop;
  readonly children: Section[];
  readonly entries: Entry[];
}

/** `layer<i:4>`: layer0 ... layer3. */
export interface Loop {
  readonly variable: string;
  readonly from: Size;
  readonly to: Size;
  readonly before: string;
  readonly after: string;
}

/** What a `use` line says. */
export interface Use {
  readonly key: string;
  readonly rules: readonly (readonly [from: string, to: string])[];
  readonly when?: Size;
  /** Builds this same config as another model type. */
  readonly as?: string;
}

export interface Layout {
  readonly lets: readonly (readonly [name: string, size: Size])[];
  readonly root: Section;
  readonly uses: readonly Use[];
}

/** Parses a layout; throws on a mistake, which the layout's test finds. */
export function parseLayout(text: string): Layout {
  const lets: [string, Size][] = [];
  const uses: Use[] = [];
  const root: Section = { name: '', children: [], entries: [] };
  let section = root;
  let when: Size | undefined;
  for (const line of text.split('\n')) {
    const body = line.trim();
    if (body === '' || body.startsWith('#')) continue;
    const local = /^let (\w+) = (.+)$/.exec(body);
    if (local) lets.push([local[1]!, parseSize(local[2]!)]);
    else if (body.startsWith('use ')) uses.push(parseUse(body));
    else if (/^\s/.test(line)) section.entries.push(parseEntry(body, when));
    else {
      const [path, condition] = body.split(/\s+\?/);
      section = sectionAt(root, path!);
      when = condition ? parseSize(condition) : undefined;
    }
  }
  return { lets, root, uses };
}

function parseUse(body: string): Use {
  const m = /^use (?:\?(\S+) )?((?:as )?[\w.-]+): (.+)$/.exec(body);
  if (!m) throw new Error(`Not a use line: ${body}`);
  const rules = m[3]!.split(';').map((rule) => {
    const [from, to] = rule.split('>').map((part) => part.trim());
    return [from === '.' ? '' : from!, to === '.' ? '' : to!] as const;
  });
  const as = /^as\s/.test(m[2]!) ? m[2]!.slice(3) : undefined;
  return { key: m[2]!, rules, ...(as ? { as } : {}), ...(m[1] ? { when: parseSize(m[1]) } : {}) };
}

/** Dots outside brackets part a path. */
const PATH_PART = /(?:\{[^}]*\}|<[^>]*>|[^.{<])+/g;

function sectionAt(root: Section, path: string): Section {
  let at = root;
  for (const part of path.match(PATH_PART) ?? []) at = childOf(at, part);
  return at;
}

function childOf(parent: Section, part: string): Section {
  const made = sectionOf(part);
  const known = parent.children.find((c) => keys.get(c) === part);
  if (known) return known;
  keys.set(made, part);
  parent.children.push(made);
  return made;
}

/** The text that made a section, by which the next line finds it again. */
const keys = new WeakMap<Section, string>();

function sectionOf(part: string): Section {
  const empty = { children: [] as Section[], entries: [] as Entry[] };
  const repeat = /^\{(?:(.*)\.\.)?(.*)\}$/.exec(part);
  if (repeat)
    return { ...empty, name: '', repeat: { from: parseSize(repeat[1] ?? '0'), to: parseSize(repeat[2]!) } };
  const loop = /^(.*)<(\w+):(?:(.*)\.\.)?(.*)>(.*)$/.exec(part);
  if (loop) {
    const [, before, variable, from, to, after] = loop as unknown as string[];
    const range = { from: parseSize(from ?? '0'), to: parseSize(to!) };
    return { ...empty, name: '', loop: { variable: variable!, ...range, before: before!, after: after! } };
  }
  return { ...empty, name: part };
}

const LEAF = /^(\w*)(?:\?(.+?))?\[([^[\]]*(?:\[[^\]]*\][^[\]]*)*)\]$/;

function parseEntry(body: string, when: Size | undefined): Entry {
  const [names, ...pieces] = body.split(/\s+/);
  const leaves = pieces.map((piece) => {
    const m = LEAF.exec(piece);
    if (!m) throw new Error(`Not a tensor: ${piece} in ${body}`);
    const leaf = { w: 'weight', b: 'bias' }[m[1]!] ?? m[1]!;
    const shape = splitTop(m[3]!).map(parseSize);
    return { leaf, shape, ...(m[2] ? { when: parseSize(m[2]) } : {}) };
  });
  return { names: names!.split('|'), leaves, ...(when ? { when } : {}) };
}

/** Splits at commas outside brackets. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '[' || text[i] === '(') depth++;
    else if (text[i] === ']' || text[i] === ')') depth--;
    else if (text[i] === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  if (text.trim() !== '') parts.push(text.slice(start));
  return parts;
}
