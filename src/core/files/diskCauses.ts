/**
 * Which key of a config explains that its model is not the one stored beside it. As with what a key costs, no family has
 * to say it: the model is built again with one key changed, and the key that makes the differences go is the cause.
 */
import type { Model } from '../model/model';
import type { Problem } from '../model/problem';
import { explainer, otherShape } from '../architectures/agreeWithDisk';
import type { Agreement, Disk } from '../architectures/agreeWithDisk';
import { defaultsOf } from '../architectures/defaults';
import { matchStored } from '../architectures/matchStored';
import type { Match } from '../architectures/matchStored';
import { replace } from '../advice/keyCost';
import type { Rebuild } from '../advice/keyCost';
import type { ConfigDocument } from '../readers/config/readConfig';

/** One tensor in which a config and its checkpoint differ; a shape is absent where that side has no such tensor. */
interface Gap {
  readonly name: string;
  readonly config?: readonly number[];
  readonly stored?: readonly number[];
}

interface Value {
  readonly path: string;
  readonly value: unknown;
  /** False for a key that only the class has, by its default. */
  readonly given: boolean;
}

interface Candidate extends Value {
  readonly other: number | boolean;
}

interface Cause extends Candidate {
  readonly gaps: readonly Gap[];
}

/** Keys that may be wrong at once. */
const MAX_ROUNDS = 4;
const MAX_CANDIDATES = 24;
/** Tensors compared in all: the search ends there, so that typing beside a checkpoint of 100,000 tensors stays quick. */
const MAX_COMPARED = 60_000;
const MAX_SIZE = 2 ** 31;
const NAMED = 4;
const LAYERS = /(^|[._])(n_)?(layers?|depth)$/;

/** A warning for each key that explains differences, at its place; what no key explains is told at the model's type. */
export function diskProblems(
  config: ConfigDocument,
  model: Model,
  disk: Disk,
  match: Match,
  agreement: Agreement,
  rebuild: Rebuild,
): readonly Problem[] {
  const problems: Problem[] = [];
  const several = agreement.files !== 1;
  const beside = several ? `${agreement.files} shards beside it` : 'file of weights beside it';
  const say = (keys: readonly string[], message: string) =>
    problems.push({ severity: 'warning', code: 'disk.differs', message, origin: { kind: 'keys', keys } });
  let gaps = gapsOf(model, match);
  let { values } = config;
  let budget = MAX_COMPARED;
  for (let round = 0; round < MAX_ROUNDS && gaps.length > 0; round++) {
    let best: { candidate: Candidate; left: readonly Gap[]; values: typeof values } | undefined;
    for (const candidate of candidatesOf(config, values, model.modelType, gaps)) {
      budget -= disk.tensors.length;
      if (budget < 0) break;
      const changed = replace(values, candidate.path, candidate.other);
      const built = rebuild(changed);
      const left = gapsOf(built, matchStored(built, disk.tensors));
      if (left.length < (best?.left ?? gaps).length) best = { candidate, left, values: changed };
      if (left.length === 0) break;
    }
    if (!best) break;
    const still = new Set(best.left.map((g) => g.name));
    const cause = { ...best.candidate, gaps: gaps.filter((g) => !still.has(g.name)) };
    say([cause.path, ...MODEL_KEYS], causeSentence(cause, `the ${beside} ${several ? 'fit' : 'fits'}`));
    gaps = best.left;
    values = best.values;
  }
  if (gaps.length > 0)
    say(
      MODEL_KEYS,
      `No key explains how the ${beside} ${several ? 'differ' : 'differs'}: ${gapsText(gaps)}.`,
    );
  for (const t of agreement.types) say(typeKeys(config, t.text), typeSentence(t, beside));
  for (const p of agreement.problems)
    say(MODEL_KEYS, `The checkpoint beside this config cannot be compared in full: ${p.replace(/\.$/, '')}.`);
  return problems;
}

const MODEL_KEYS = ['architectures', 'model_type'];

function gapsOf(model: Model, match: Match): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const { weight, name, tensors } of match.pairs) {
    const w = model.weights[weight]!;
    if (tensors.some((t) => t.bytes === undefined)) continue;
    if (otherShape(w.shape, w.packing?.shape, tensors) !== undefined)
      gaps.push({ name, config: w.shape, stored: tensors.length === 1 ? tensors[0]!.shape : undefined });
  }
  for (const { weight, name } of match.absent) {
    const w = model.weights[weight]!;
    if (w.role === 'parameter') gaps.push({ name, config: w.shape });
  }
  const kindOf = explainer(model, match.extra);
  for (const t of match.extra)
    if (kindOf(t) === 'unexplained') gaps.push({ name: t.name, stored: t.shape ?? [] });
  return gaps;
}

/** Other values of keys that may explain the gaps, likely ones first. */
function candidatesOf(
  config: ConfigDocument,
  values: ConfigDocument['values'],
  modelType: string,
  gaps: readonly Gap[],
): readonly Candidate[] {
  const keys = keysOf(config, values, modelType);
  const out: Candidate[] = [];
  const add = (key: Value, other: number | boolean) => {
    if (out.length >= MAX_CANDIDATES || other === key.value) return;
    if (typeof other === 'number' && !(Number.isInteger(other) && other > 0 && other < MAX_SIZE)) return;
    if (!out.some((c) => c.path === key.path && c.other === other)) out.push({ ...key, other });
  };
  // Whole layers that only one side has.
  for (const [layers, others] of layerCounts(gaps))
    for (const key of keys)
      if (LAYERS.test(key.path) && typeof key.value === 'number')
        if (key.value === layers || others.some((n) => n === key.value))
          for (const other of [layers, ...others]) add(key, other);
  const pairs = new Map<string, readonly [config: number, stored: number]>();
  for (const { config: ours, stored: theirs } of gaps)
    if (ours && theirs && ours.length === theirs.length)
      ours.forEach((d, i) => {
        if (d !== theirs[i]) pairs.set(`${d} ${theirs[i]!}`, [d, theirs[i]!]);
      });
  const numbers = keys.filter((k): k is Value & { value: number } => typeof k.value === 'number');
  // The key that is the dimension itself, then those that it is a multiple of.
  for (const [ours, theirs] of pairs.values())
    for (const key of numbers) if (key.value === ours) add(key, theirs);
  const onlyOne = gaps.some((g) => !g.config || !g.stored);
  if (onlyOne) for (const key of keys) if (typeof key.value === 'boolean') add(key, !key.value);
  const parts = [...pairs.values()].flatMap(([ours, theirs]) =>
    numbers
      .filter((key) => key.value > 0 && key.value !== ours)
      .map((key) => ({ key, ours, theirs, divides: ours % key.value === 0 })),
  );
  const isScheme = (key: Value) => key.path.includes('quant');
  for (const { key, ours, theirs, divides } of parts)
    if (divides || isScheme(key)) add(key, (key.value * theirs) / ours);
  // Group sizes, and heads where their width follows from their number.
  for (const { key, ours, theirs, divides } of parts)
    if (divides || isScheme(key)) add(key, (key.value * ours) / theirs);
  return out;
}

/** For names with a number that only one side has from some number on: that number, and the first beyond the last. */
function layerCounts(gaps: readonly Gap[]): readonly (readonly [number, readonly number[]])[] {
  const ranges = new Map<string, { least: number; most: number }>();
  for (const { name, config, stored } of gaps) {
    if (config && stored) continue;
    const found = /^(.*?)\.(\d+)\./.exec(name);
    if (!found) continue;
    const stem = `${config ? 'absent' : 'extra'} ${found[1]!}`;
    const n = Number(found[2]);
    const range = ranges.get(stem) ?? { least: n, most: n };
    ranges.set(stem, { least: Math.min(range.least, n), most: Math.max(range.most, n) });
  }
  return [...ranges.values()].map(({ least, most }) => [least, [most + 1]]);
}

/** Sizes and switches of the file, in its order, then those that the class would take for keys that are not given. */
function keysOf(
  config: ConfigDocument,
  values: ConfigDocument['values'],
  modelType: string,
): readonly Value[] {
  const out: Value[] = [];
  const isKey = (path: string, value: unknown) =>
    (typeof value === 'number' || typeof value === 'boolean') && !/(_id|seed|eps|theta|version)$/.test(path);
  for (const path of config.ranges.keys()) {
    const parts = path.split('.');
    let value: unknown = values;
    for (const part of parts)
      value =
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
    if (parts.length <= 3 && isKey(path, value)) out.push({ path, value, given: true });
  }
  for (const [path, value] of Object.entries(defaultsOf(modelType).keys))
    if (!(path in values) && isKey(path, value)) out.push({ path, value, given: false });
  return out;
}

function causeSentence({ path, value, other, given, gaps }: Cause, fits: string): string {
  const is = given
    ? `\`${path}\` is ${String(value)}`
    : `\`${path}\` is not given, so ${String(value)} is taken`;
  return `${is}, but ${fits} ${String(other)}: ${gapsText(gaps)}.`;
}

/** What differs, and what the modelling library does with it when it loads the checkpoint. */
function gapsText(gaps: readonly Gap[]): string {
  const parts: string[] = [];
  const shapes = gaps.filter((g) => g.config && g.stored);
  const absent = gaps.filter((g) => !g.stored);
  const extra = gaps.filter((g) => !g.config);
  if (shapes.length > 0) {
    const texts = shapes
      .slice(0, NAMED)
      .map((g) => `${g.name} is stored as [${g.stored!.join(', ')}], not [${g.config!.join(', ')}]`);
    parts.push(`${counted(texts, shapes.length)}; the modelling library would refuse to load them`);
  }
  const names = (list: readonly Gap[]) =>
    counted(
      list.slice(0, NAMED).map((g) => g.name),
      list.length,
    );
  if (absent.length > 0)
    parts.push(`not stored: ${names(absent)}; the modelling library would start them at random`);
  if (extra.length > 0)
    parts.push(`stored and not in the model: ${names(extra)}; the modelling library would leave them unused`);
  return parts.join('; ');
}

function counted(texts: readonly string[], all: number): string {
  const more = all - texts.length;
  return more > 0
    ? `${texts.join(', ')} and ${more.toLocaleString('en-US')} ${more === 1 ? 'other tensor' : 'other tensors'}`
    : texts.join(', ');
}

function typeSentence(t: Agreement['types'][number], beside: string): string {
  const sign = t.bytes < 0 ? 'less' : 'more';
  const tensors = `${t.tensors.toLocaleString('en-US')} ${t.tensors === 1 ? 'tensor' : 'tensors'}`;
  return `In the ${beside} ${tensors} are stored as ${t.text}: ${Math.abs(t.bytes).toLocaleString('en-US')} bytes ${sign} than the config tells.`;
}

/** The key that tells the type: the scheme's where something packed is stored, or should be. */
function typeKeys(config: ConfigDocument, text: string): readonly string[] {
  const isPlain = /^\w+ instead of \w+$/.test(text) && !/int|float[48]/.test(text);
  const scheme = ['quantization_config', 'compression_config'].filter((k) => config.ranges.has(k));
  return [...(isPlain ? [] : scheme), 'torch_dtype', 'dtype', 'text_config.dtype', ...scheme, ...MODEL_KEYS];
}
