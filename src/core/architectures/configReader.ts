import type { Problem } from '../model/problem';
import type { TypeDefaults } from './defaults';
import { defaultsOf } from './defaults';

/** No size in a model is larger; beyond it a product of two sizes is no longer exact. */
const MAX_SIZE = 2 ** 40;
/** No factor between sizes is larger. */
const MAX_FACTOR = 2 ** 20;
/** More layers, or entries of a per-layer list, than any model has. */
export const MAX_LAYERS = 100_000;
const LAYERS = /(^|_)(layers?|blocks|depth)$/;

/**
 * Typed access to a config, as the modelling library would see it: aliases of keys, class defaults for absent keys,
 * values of the wrong type repaired and reported. Never throws. `path` prefixes the keys in problems.
 */
export class ConfigReader {
  readonly modelType: string;
  private readonly defaults: TypeDefaults;
  private readonly actual: Readonly<Record<string, string>>;

  constructor(
    readonly values: Readonly<Record<string, unknown>>,
    readonly problems: Problem[] = [],
    readonly path = '',
    modelType?: string,
  ) {
    // Configs of diffusers name their class instead of a type.
    const named = values['model_type'] ?? values['_class_name'];
    this.modelType = typeof named === 'string' ? named : (modelType ?? '');
    this.defaults = defaultsOf(this.modelType);
    this.actual = this.defaults.aliases ?? {};
  }

  /** The key that the file has for this one: an alias wins, as the library sets it after the fields. */
  private spelling(actual: string): string | undefined {
    for (const alias in this.actual)
      if (this.actual[alias] === actual && Object.hasOwn(this.values, alias)) return alias;
    return Object.hasOwn(this.values, actual) ? actual : undefined;
  }

  /** The raw value: given, or the class default; undefined when neither (null counts as given). */
  raw(key: string): unknown {
    const actual = Object.hasOwn(this.actual, key) ? this.actual[key]! : key;
    const spelled = this.spelling(actual);
    if (spelled !== undefined) return this.values[spelled];
    const { keys } = this.defaults;
    if (Object.hasOwn(keys, actual)) return keys[actual];
    if (Object.hasOwn(keys, key)) return keys[key];
    for (const alias in this.actual)
      if (this.actual[alias] === actual && Object.hasOwn(keys, alias)) return keys[alias];
    return undefined;
  }

  /** True when the key is there with a value, or has a class default that is not null. */
  has(key: string): boolean {
    const value = this.raw(key);
    return value !== undefined && value !== null;
  }

  /** A whole number >= 0. `fallback` is what the library derives when the key is null or has no default. */
  int(key: string, fallback?: number): number {
    const value = this.raw(key);
    if (value === undefined || value === null) {
      if (fallback === undefined)
        this.report(
          'error',
          'config.key-absent',
          key,
          value === null
            ? `\`${key}\` is null; the modelling library would refuse it where its class wants a number.`
            : `\`${key}\` is absent and has no default.`,
        );
      return fallback ?? 0;
    }
    return this.checkedInt(key, value, fallback);
  }

  /** A whole number, or undefined when the key is absent or null. */
  optionalInt(key: string): number | undefined {
    return this.has(key) ? this.int(key) : undefined;
  }

  /** The first of these keys that has a value. */
  first(keys: readonly string[], fallback?: number): number {
    return this.int(keys.find((k) => this.has(k)) ?? keys[0]!, fallback);
  }

  /** A number, for factors (`expand`, `mlp_ratio`). */
  number(key: string, fallback: number): number {
    const value = this.raw(key);
    if (typeof value === 'number' && value >= 0 && value <= MAX_FACTOR) return value;
    if (value !== undefined && value !== null)
      this.report(
        'error',
        'config.not-a-number',
        key,
        `\`${key}\` is ${written(value)}, no factor; the modelling library would fail. Computed with ${fallback}.`,
      );
    return fallback;
  }

  bool(key: string, fallback = false): boolean {
    const value = this.raw(key);
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number') return value !== 0;
    const standard =
      value === undefined || value === null ? undefined : this.defaults.keys[this.actual[key] ?? key];
    return typeof standard === 'boolean' ? standard : fallback;
  }

  string(key: string, fallback = ''): string {
    const value = this.raw(key);
    return typeof value === 'string' ? value : fallback;
  }

  /** A list, at most `MAX_LAYERS` long; undefined when absent, null or no list. */
  list(key: string): readonly unknown[] | undefined {
    const value = this.raw(key);
    return Array.isArray(value)
      ? value.length > MAX_LAYERS
        ? value.slice(0, MAX_LAYERS)
        : value
      : undefined;
  }

  /** A list of whole numbers; entries that are none become 0. */
  ints(key: string): readonly number[] | undefined {
    return this.list(key)?.map((v) => (typeof v === 'number' && Number.isFinite(v) ? Math.trunc(v) : 0));
  }

  /** A nested config; absent, it is the nested class's defaults. */
  child(key: string, modelType?: string): ConfigReader {
    const value = this.raw(key);
    const given = typeof value === 'object' && value !== null && !Array.isArray(value);
    return new ConfigReader(
      given ? (value as Record<string, unknown>) : {},
      this.problems,
      `${this.path}${key}.`,
      this.defaults.nested?.[key] ?? modelType,
    );
  }

  /** The same values with some replaced: for families that are another family with keys fixed. */
  with(values: Readonly<Record<string, unknown>>, modelType = this.modelType): ConfigReader {
    const merged = { ...this.values, ...values, model_type: modelType };
    return new ConfigReader(merged, this.problems, this.path, modelType);
  }

  report(
    severity: Problem['severity'],
    code: string,
    keys: string | readonly string[],
    message: string,
  ): void {
    if (this.problems.some((p) => p.code === code && p.message === message)) return;
    const list = (typeof keys === 'string' ? [keys] : keys).map((k) => this.path + this.keyInFile(k));
    this.problems.push({ severity, code, message, origin: { kind: 'keys', keys: list } });
  }

  /** The spelling of a key that the file uses: its alias where the file has that. */
  keyInFile(key: string): string {
    return this.spelling(Object.hasOwn(this.actual, key) ? this.actual[key]! : key) ?? key;
  }

  private checkedInt(key: string, value: unknown, fallback?: number): number {
    let n = typeof value === 'number' ? value : NaN;
    if (typeof value === 'string' && /^\s*\d+\s*$/.test(value)) n = Number(value);
    const kept = this.defaults.keys[this.actual[key] ?? key];
    const instead = fallback ?? (typeof kept === 'number' ? kept : 0);
    const said = typeof value === 'string' ? `the text "${value.slice(0, 40)}"` : written(value);
    if (Number.isInteger(n) && n < 0 && typeof value === 'number' && LAYERS.test(key)) {
      this.report(
        'error',
        'config.not-a-size',
        key,
        `\`${key}\` is ${said}, not a size; the modelling library builds no layer. Computed with 0.`,
      );
      return 0;
    }
    if (!Number.isFinite(n) || n < 0 || n > MAX_SIZE) {
      const message = `\`${key}\` is ${said}, not a size; the modelling library would fail. Computed with ${instead}.`;
      this.report('error', 'config.not-a-size', key, message);
      return instead;
    }
    if (n > MAX_LAYERS && LAYERS.test(key)) {
      const message = `\`${key}\` is ${said}, more layers than any model has: ${MAX_LAYERS} are counted.`;
      this.report('error', 'config.absurd', key, message);
      return MAX_LAYERS;
    }
    if (typeof value === 'string' || !Number.isInteger(n)) {
      const whole = Math.trunc(n);
      const message = `\`${key}\` is ${said}, not a whole number; the modelling library would refuse it. Computed with ${whole}.`;
      this.report('error', 'config.not-a-whole-number', key, message);
      return whole;
    }
    return n;
  }
}

function written(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 40);
}
