/**
 * Which keys of a config cause which parts of its model: found by building the model again with each key changed and
 * looking at what moved, so that no family has to say it, and none can say it wrong.
 */
import { buildModel } from '../architectures/buildModel';
import type { Model } from '../model/model';
import { blockPath, repeatsOf } from '../model/model';
import { keyOf } from '../model/expression';
import { printShape } from '../model/print';
import { replace } from './keyCost';

export interface KeyCauses {
  /** The key that decides most of a block and least beside it, by block id; of a repeated block the one that repeats it. */
  readonly blocks: ReadonlyMap<number, string>;
  /** By weight id. */
  readonly weights: ReadonlyMap<number, string>;
  /** Keys that move a figure, in the order of the file, by `parameters.distinct`, `weights.scenario`, `cache.bytesPerToken`. */
  readonly figures: ReadonlyMap<string, readonly string[]>;
}

/** Keys that are tried at most, and how deep they may lie. */
const MAX_KEYS = 64;
const MAX_DEPTH = 3;

/** Sizes that name no part of a model: how far positions go, special tokens, seeds of initial values. */
const NO_SIZE = /(_token_id|_id|seed|eps|theta|std|dropout|use_cache|version)$/;

/** What of a config's text is asked: its values, and the paths of its keys in their order. */
export interface ConfigKeys {
  readonly values: Readonly<Record<string, unknown>>;
  readonly ranges: ReadonlyMap<string, unknown>;
}

export function keyCauses(config: ConfigKeys, model: Model): KeyCauses {
  const moved = new Map<string, Moved>();
  const before = pictureOf(model);
  for (const [path, value] of changeable(config)) {
    const changed = buildModel(replace(config.values, path, value), { name: model.name, dtype: model.dtype });
    const known = new Set(model.problems.map((p) => p.code));
    if (changed.problems.some((p) => p.severity === 'error' && !known.has(p.code))) continue;
    moved.set(path, difference(before, pictureOf(changed)));
  }
  return {
    blocks: byBlock(model, moved),
    weights: byWeight(moved),
    figures: new Map(
      (['parameters.distinct', 'weights.scenario', 'cache.bytesPerToken'] as const).map((id) => [
        id,
        [...moved]
          .filter(([, m]) => (id === 'cache.bytesPerToken' ? m.cache : m.weights.size + m.repeats.size > 0))
          .map(([path]) => path),
      ]),
    ),
  };
}

/** Keys with another value that a model may be built with. */
function* changeable(config: ConfigKeys): Generator<readonly [string, number | boolean]> {
  let count = 0;
  for (const path of config.ranges.keys()) {
    const parts = path.split('.');
    if (parts.length > MAX_DEPTH || NO_SIZE.test(path)) continue;
    let value: unknown = config.values;
    for (const part of parts)
      value =
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
    const isSize = typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31;
    if (!isSize && typeof value !== 'boolean') continue;
    if (++count > MAX_KEYS) return;
    if (typeof value === 'boolean') yield [path, !value];
    else if (/layers?$|depth/.test(path)) yield [path, (value as number) + 1];
    else yield [path, (value as number) * 2];
  }
}

interface Picture {
  /** Name and shape of every weight by id: layers of several kinds have tensors of one name each. */
  readonly weights: readonly string[];
  /** Repeat by a block's path. */
  readonly repeats: ReadonlyMap<string, number>;
  readonly cache: string;
  /** What each operator is: its attributes, and the shapes it makes. */
  readonly operators: readonly string[];
}

interface Moved {
  /** Ids, in the model as it is, of weights with another shape, or none, in the changed one. */
  readonly weights: ReadonlySet<number>;
  /** Paths of blocks with another repeat. */
  readonly repeats: ReadonlySet<string>;
  readonly cache: boolean;
  /** Operators that are not what they were. */
  readonly operators: number;
}

function pictureOf(model: Model): Picture {
  return {
    weights: model.weights.map((w) => `${w.name} ${w.shape.join('x')}`),
    repeats: new Map(model.blocks.map((b, id) => [blockPath(model, id), b.repeat])),
    cache: model.caches
      .map((c) => `${c.kind} ${c.shape.map(keyOf).join('x')} ${c.window ?? ''} ${repeatsOf(model, c.block)}`)
      .sort()
      .join(';'),
    operators: model.operators.map((op) => {
      const shapes = op.outputs.map((v) => (v < 0 ? '' : printShape(model.values[v]?.shape)));
      return `${op.type} ${JSON.stringify(op.attributes)} ${shapes.join(' ')}`;
    }),
  };
}

function difference(before: Picture, after: Picture): Moved {
  const weights = new Set<number>();
  const there = new Set(after.weights);
  before.weights.forEach((text, id) => {
    if (!there.has(text)) weights.add(id);
  });
  const operators = before.operators.filter((text, i) => after.operators[i] !== text).length;
  const repeats = new Set<string>();
  for (const [path, repeat] of before.repeats) if (after.repeats.get(path) !== repeat) repeats.add(path);
  return { weights, repeats, cache: before.cache !== after.cache, operators };
}

/** The key that decides a weight and as little else as possible. */
function byWeight(moved: ReadonlyMap<string, Moved>): ReadonlyMap<number, string> {
  const best = new Map<number, readonly [key: string, m: Moved]>();
  for (const [key, m] of moved)
    for (const id of m.weights) {
      const known = best.get(id)?.[1];
      const isNearer =
        !known ||
        m.weights.size < known.weights.size ||
        (m.weights.size === known.weights.size && m.operators < known.operators);
      if (isNearer) best.set(id, [key, m]);
    }
  return new Map([...best].map(([id, [key]]) => [id, key]));
}

function byBlock(model: Model, moved: ReadonlyMap<string, Moved>): ReadonlyMap<number, string> {
  const own = new Map<number, number[]>();
  model.weights.forEach((w, id) => {
    const list = own.get(w.block);
    if (list) list.push(id);
    else own.set(w.block, [id]);
  });
  const out = new Map<number, string>();
  model.blocks.forEach((block, id) => {
    const path = blockPath(model, id);
    const weights = own.get(id) ?? [];
    let best = 0;
    let operators = Infinity;
    for (const [key, m] of moved) {
      const repeats = block.repeat > 1 && m.repeats.has(path);
      const hits = weights.filter((w) => m.weights.has(w)).length;
      // Share of the block that moves, times share of what moves that is the block's.
      const fit = hits === 0 ? 0 : (hits / weights.length) * (hits / m.weights.size);
      const score = repeats ? 2 / Math.max(1, m.repeats.size) : fit;
      if (score > best || (score > 0 && score === best && m.operators < operators)) {
        best = score;
        operators = m.operators;
        out.set(id, key);
      }
    }
  });
  return out;
}
