/**
 * Sizes in a layout: arithmetic over config keys, `2*intermediate_size`, `(image_size//patch_size)**2 + 1`,
 * `vision_config.depths[i]`, `len(depths)`, `has(key)`, `is(key,text)` (the key's text holds this one). Parsed once, evaluated against a config.
 */
import type { ConfigReader } from '../configReader';
import { childConfig, derivedValue } from './childConfig';

/** Loop variables and local names, beside the keys of the config. */
export type Locals = Readonly<Record<string, number>>;

/** A parsed size. Unknown keys evaluate to 0 and are reported by the reader. */
export type Size = (c: ConfigReader, locals: Locals) => number;

const TOKEN = /\s*(\d+(?:\.\d+)?|[A-Za-z_][\w.]*|\*\*|\/\/|==|!=|>=|[-+*/%()[\],<>!?:])/y;

/** Parses a size; throws on text that is none, which is a mistake in a layout and caught by its test. */
export function parseSize(text: string): Size {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let m = TOKEN.exec(text); m; m = TOKEN.exec(text)) {
    tokens.push(m[1]!);
    end = TOKEN.lastIndex;
  }
  if (text.slice(end).trim() !== '') throw new Error(`Not a size: ${text}`);
  const parser = new Parser(tokens);
  const size = parser.choice();
  if (!parser.done()) throw new Error(`Not a size: ${text}`);
  return size;
}

const BINARY_PRODUCT = (a: number, b: number): number => a * b;

const BINARY: readonly Readonly<Record<string, (a: number, b: number) => number>>[] = [
  {
    '==': (a, b) => Number(a === b),
    '!=': (a, b) => Number(a !== b),
    '>=': (a, b) => Number(a >= b),
    '>': (a, b) => Number(a > b),
    '<': (a, b) => Number(a < b),
  },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  {
    '*': BINARY_PRODUCT,
    '//': (a, b) => (b === 0 ? 0 : Math.floor(a / b)),
    '%': (a, b) => (b === 0 ? 0 : a % b),
    '/': (a, b) => (b === 0 ? 0 : a / b),
  },
  { '**': (a, b) => a ** b },
];

const CALLS: Readonly<Record<string, (...args: number[]) => number>> = {
  min: Math.min,
  max: Math.max,
  int: Math.trunc,
  ceil: Math.ceil,
  round8: (n) => {
    const near = Math.max(8, Math.floor((n + 4) / 8) * 8);
    return near < 0.9 * n ? near + 8 : near;
  },
};

class Parser {
  private at = 0;
  constructor(private readonly tokens: readonly string[]) {}

  done(): boolean {
    return this.at === this.tokens.length;
  }

  /** `condition ? a : b`, 0 being false. */
  choice(): Size {
    const condition = this.binary(0);
    if (!this.take('?')) return condition;
    const yes = this.choice();
    this.expect(':');
    const no = this.choice();
    return (c, l) => (condition(c, l) ? yes(c, l) : no(c, l));
  }

  private binary(level: number): Size {
    const operators = BINARY[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = operators[this.tokens[this.at] ?? ''];
      if (!operator) return left;
      this.at++;
      const [a, b] = [left, this.binary(level + 1)];
      left = (c, l) => {
        const first = a(c, l);
        // Nothing times anything is nothing: a key that is asked for only where it is there is not missed.
        return first === 0 && operator === BINARY_PRODUCT ? 0 : operator(first, b(c, l));
      };
    }
  }

  private unary(): Size {
    if (this.take('!')) {
      const inner = this.unary();
      return (c, l) => Number(!inner(c, l));
    }
    if (this.take('(')) {
      const inner = this.choice();
      this.expect(')');
      return inner;
    }
    const token = this.tokens[this.at++];
    if (token === undefined) throw new Error('A size ends too early');
    if (/^\d/.test(token)) return () => Number(token);
    if (this.take('(')) return this.call(token);
    if (this.take('[')) {
      const index = this.choice();
      this.expect(']');
      return (c, l) => entryOf(c, token, index(c, l));
    }
    return (c, l) => (Object.hasOwn(l, token) ? l[token]! : keyOf(c, token));
  }

  private call(name: string): Size {
    if (name === 'is') {
      const key = this.tokens[this.at++] ?? '';
      this.expect(',');
      const text = this.tokens[this.at++] ?? '';
      this.expect(')');
      return (c) => Number(nested(c, key).reader.string(nested(c, key).key).includes(text));
    }
    if (name === 'len' || name === 'sum' || name === 'has') {
      const key = this.tokens[this.at++] ?? '';
      this.expect(')');
      if (name === 'has') return (c) => Number(nested(c, key).reader.has(nested(c, key).key));
      return (c) => {
        const list = listOf(c, key);
        return name === 'len' ? list.length : list.reduce((a, b) => a + b, 0);
      };
    }
    const apply = CALLS[name];
    if (!apply) throw new Error(`No such function in sizes: ${name}`);
    const args = [this.choice()];
    while (this.take(',')) args.push(this.choice());
    this.expect(')');
    return (c, l) => apply(...args.map((a) => a(c, l)));
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }

  private expect(token: string): void {
    if (!this.take(token)) throw new Error(`${token} expected in a size: ${this.tokens.join(' ')}`);
  }
}

/** The reader of the nested config that a dotted path names, and the last key. */
export function nested(
  c: ConfigReader,
  path: string,
): { readonly reader: ConfigReader; readonly key: string } {
  const parts = path.split('.');
  let reader = c;
  for (const part of parts.slice(0, -1)) reader = childConfig(reader, part);
  return { reader, key: parts.at(-1)! };
}

function keyOf(c: ConfigReader, path: string): number {
  const { reader, key } = nested(c, path);
  const value = reader.raw(key) ?? derivedValue(reader, key);
  if (typeof value === 'boolean') return Number(value);
  if (Array.isArray(value)) return typeof value[0] === 'number' ? value[0] : 0;
  if (typeof value === 'number' && !Number.isInteger(value)) return value;
  if (reader.raw(key) === undefined || reader.raw(key) === null)
    return typeof value === 'number' ? value : reader.int(key, value === null ? 0 : undefined);
  return typeof value === 'number' && value < 0 && SIGNED.has(key) ? value : reader.int(key);
}

/** Keys that say `none` by a negative number. */
const SIGNED: ReadonlySet<string> = new Set(['max_relative_positions', 'position_buckets']);

/** The list of this key, given or derived. */
function rawList(reader: ConfigReader, key: string): readonly unknown[] | undefined {
  const value = reader.raw(key) ?? derivedValue(reader, key);
  return Array.isArray(value) ? (reader.list(key) ?? value) : undefined;
}

function listOf(c: ConfigReader, path: string): readonly number[] {
  const { reader, key } = nested(c, path);
  return rawList(reader, key)?.map((v) => (typeof v === 'number' ? v : 0)) ?? [];
}

/** An entry of a list; of a single number, that number. */
function entryOf(c: ConfigReader, path: string, index: number): number {
  const { reader, key } = nested(c, path);
  const value = rawList(reader, key);
  if (!value) return keyOf(c, path);
  const entry: unknown = value[index < 0 ? value.length + index : index];
  return typeof entry === 'number' ? entry : typeof entry === 'boolean' ? Number(entry) : 0;
}
