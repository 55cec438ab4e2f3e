/**
 * What differs between the names in checkpoints and those of the modelling library, by rule: wrappers around the trunk,
 * older names of a norm's parameters, and mixtures whose experts are stored one by one.
 */

/** Parts of a name that only say which class wraps the trunk. */
const WRAPPERS = new Set([
  'model',
  'language_model',
  'text_model',
  'transformer',
  'base_model',
  'module',
  'vision_model',
]);

/** Older spellings of the last part. */
const LAST: Readonly<Record<string, string>> = {
  gamma: 'weight',
  beta: 'bias',
  weight_g: 'parametrizations.weight.original0',
  weight_v: 'parametrizations.weight.original1',
};

/** A name without its wrappers and in today's spelling: equal for the same tensor in most checkpoints of a model. */
export function plainKey(name: string): string {
  const parts = name.split('.');
  const last = parts.pop() ?? '';
  const kept = parts.filter((p) => !WRAPPERS.has(p));
  const today =
    /norm|^ln/i.test(parts.at(-1) ?? '') || /^weight_[gv]$/.test(last) ? (LAST[last] ?? last) : last;
  return [...kept, today].join('.');
}

/** The indices in a name and its last two other parts: the weakest thing by which one tensor may be told from another. */
export function weakKey(name: string, shape: readonly number[]): string {
  const parts = plainKey(name).split('.');
  const isIndex = (p: string) => /^\d+$/.test(p);
  return `${parts.filter(isIndex).join('.')}|${parts
    .filter((p) => !isIndex(p))
    .slice(-2)
    .join('.')}|${shape.join('x')}`;
}

/** One matrix of one expert, as checkpoints store it. */
export interface ExpertName {
  /** The place of all experts of a layer: `model.layers.0.mlp`. */
  readonly place: string;
  readonly part: 'gate' | 'up' | 'down';
  /** `weight`, `weight_scale_inv`, `qweight` ... */
  readonly ending: string;
}

const EXPERT = /^(.+)\.experts\.\d+\.(\w+)\.(\w+)$/;
const PARTS: Readonly<Record<string, ExpertName['part']>> = {
  gate_proj: 'gate',
  w1: 'gate',
  linear: 'gate',
  gate_linear: 'gate',
  up_proj: 'up',
  w3: 'up',
  linear_v: 'up',
  up_linear: 'up',
  down_proj: 'down',
  w2: 'down',
  linear_1: 'down',
  down_linear: 'down',
};

/** What a checkpoint's name says of an expert; undefined for all other tensors. */
export function expertOf(name: string): ExpertName | undefined {
  const found = EXPERT.exec(name);
  const part = found ? PARTS[found[2]!] : undefined;
  return found && part
    ? { place: plainKey(`${found[1]}.x`).slice(0, -2), part, ending: found[3]! }
    : undefined;
}

/** The parts of which the library makes one tensor for all experts: `mlp.experts.gate_up_proj` is gates and ups. */
export function fusedExperts(
  name: string,
):
  | { readonly place: string; readonly parts: readonly ExpertName['part'][]; readonly ending: string }
  | undefined {
  const found = /^(.+)\.experts\.(gate_up_proj|down_proj|gate_proj|up_proj)(?:[._](\w+))?$/.exec(name);
  if (!found) return undefined;
  const parts =
    found[2] === 'gate_up_proj'
      ? (['gate', 'up'] as const)
      : ([found[2]!.split('_')[0]] as ExpertName['part'][]);
  return { place: plainKey(`${found[1]}.x`).slice(0, -2), parts, ending: found[3] ?? 'weight' };
}
