/** Which stored tensors are which declared weights. */
import type { Model } from '../model/model';
import type { Weight } from '../model/weight';
import { expertOf, fusedExperts, plainKey, weakKey } from './checkpointKeys';
import { namesOf } from '../model/names';
import type { StoredTensor } from './storedTensor';

/** One copy of a declared weight with the tensors that hold it. */
export interface Pair {
  /** Index in `Model.weights`. */
  readonly weight: number;
  /** The copy's name in the modelling library. */
  readonly name: string;
  /** One, or several that the library makes one of. */
  readonly tensors: readonly StoredTensor[];
}

export interface Match {
  readonly pairs: readonly Pair[];
  /** Declared and not stored: the weight and the copy's name. */
  readonly absent: readonly { readonly weight: number; readonly name: string }[];
  /** Stored and not declared. */
  readonly extra: readonly StoredTensor[];
}

/** The tensors of another naming scheme that make up a weight, first choice first; each choice is a list of names. */
export type OtherNames = (name: string) => readonly (readonly string[])[];

/** More experts' tensors than any checkpoint has in one layer. */
const MAX_EXPERTS = 100_000;

/**
 * Pairs by name, then by what names differ in by rule, then by place and shape where only one is left on either side.
 * Without `otherNames` the checkpoint is taken to have the modelling library's names or older ones of it.
 */
export function matchStored(model: Model, stored: readonly StoredTensor[], otherNames?: OtherNames): Match {
  const left = new Map(stored.map((t) => [t.name, t]));
  const pairs: Pair[] = [];
  let open: { weight: number; name: string }[] = [];
  model.weights.forEach((w, weight) => {
    if (w.role !== 'parameter' && w.role !== 'quantisation') return;
    if (w.duplicateOf !== undefined) return;
    for (const name of namesOf(model, w)) open.push({ weight, name });
  });
  const take = (rule: (name: string, weight: Weight) => readonly StoredTensor[] | undefined): void => {
    open = open.filter(({ weight, name }) => {
      const tensors = rule(name, model.weights[weight]!);
      if (!tensors?.length) return true;
      for (const t of tensors) left.delete(t.name);
      pairs.push({ weight, name, tensors });
      return false;
    });
  };
  if (otherNames)
    take((name) => {
      for (const names of otherNames(name)) {
        const found = names.flatMap((n) => left.get(n) ?? []);
        if (found.length === names.length) return found;
      }
      return undefined;
    });
  else {
    take((name) => one(left.get(name)));
    const byKey = uniquely([...left.values()], (t) => plainKey(t.name));
    take((name) => one(still(left, byKey.get(plainKey(name)))));
    const { drop, add } = trunkOf(open, byKey);
    if (drop !== '' || add !== '')
      take((name) => {
        const key = plainKey(name);
        return one(
          still(left, byKey.get(drop !== '' && key.startsWith(drop) ? key.slice(drop.length) : add + key)),
        );
      });
    const experts = expertsOf(left.values());
    if (experts.size > 0) take((name) => groupOf(experts, name)?.filter((t) => left.has(t.name)));
    const weak = uniquely([...left.values()], (t) => weakKey(t.name, t.shape ?? []));
    const ours = uniquely(open, ({ name, weight }) => weakKey(name, model.weights[weight]!.shape));
    take((name, w) => {
      const key = weakKey(name, w.shape);
      return ours.get(key) ? one(still(left, weak.get(key))) : undefined;
    });
  }
  return { pairs, absent: open, extra: [...left.values()] };
}

/** The name of the trunk that one side puts before all names and the other leaves out: `bert.`. */
function trunkOf(
  open: readonly { readonly name: string }[],
  stored: ReadonlyMap<string, StoredTensor>,
): { readonly drop: string; readonly add: string } {
  const votes = new Map<string, number>();
  const vote = (key: string) => votes.set(key, (votes.get(key) ?? 0) + 1);
  const first = (key: string) => key.slice(0, key.indexOf('.') + 1);
  const ours = new Set(open.map(({ name }) => plainKey(name)));
  for (const key of ours) if (stored.has(key.slice(first(key).length))) vote(`-${first(key)}`);
  for (const key of stored.keys()) if (ours.has(key.slice(first(key).length))) vote(`+${first(key)}`);
  const [best = '+'] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [];
  return best.startsWith('-') ? { drop: best.slice(1), add: '' } : { drop: '', add: best.slice(1) };
}

const one = (t: StoredTensor | undefined) => (t ? [t] : undefined);

function still(
  left: ReadonlyMap<string, StoredTensor>,
  t: StoredTensor | undefined,
): StoredTensor | undefined {
  return t && left.get(t.name);
}

/** Items by a key that no other has. */
function uniquely<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  const twice = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (found.has(key)) twice.add(key);
    found.set(key, item);
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** Tensors of single experts by what the library fuses them into. */
function expertsOf(stored: Iterable<StoredTensor>): Map<string, StoredTensor[]> {
  const groups = new Map<string, StoredTensor[]>();
  for (const t of stored) {
    const e = expertOf(t.name);
    if (!e) continue;
    // Gates and ups are fused in the library, downs are their own.
    const key = `${e.place}|${e.part === 'down' ? 'down' : 'gate+up'}|${e.ending}`;
    const group = groups.get(key) ?? [];
    if (group.length < MAX_EXPERTS) group.push(t);
    groups.set(key, group);
  }
  // A mixture's block is called otherwise in some checkpoints: its last part is the only one of its layer.
  for (const [key, group] of [...groups]) {
    const [place, part, ending] = key.split('|') as [string, string, string];
    const loose = `${above(place)}|${part}|${ending}`;
    if (!groups.has(loose)) groups.set(loose, group);
  }
  return groups;
}

/** The experts' tensors that the library keeps as this one. */
function groupOf(
  groups: ReadonlyMap<string, StoredTensor[]>,
  name: string,
): readonly StoredTensor[] | undefined {
  const fused = fusedExperts(name);
  if (!fused) return undefined;
  const part = fused.parts[0] === 'down' ? 'down' : 'gate+up';
  return (
    groups.get(`${fused.place}|${part}|${fused.ending}`) ??
    groups.get(`${above(fused.place)}|${part}|${fused.ending}`)
  );
}

/** The layer that a mixture stands in: its place without its own name. */
function above(place: string): string {
  return place.split('.').slice(0, -1).join('.');
}
