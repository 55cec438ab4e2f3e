/** Where each weight of a model would stand in a GGUF file, by the names that files have for it. */
import { ggufNames } from '../model/ggufNames';
import type { Model } from '../model/model';
import type { Weight } from '../model/weight';
import type { GgufModel, GgufPlace, GgufRole } from './ggufMixes';
import { tensorClasses } from './tensorClass';
import type { TensorClass } from './tensorClass';

export interface GgufPlaces {
  readonly model: GgufModel;
  /** By weight: one place for each layer that it stands for. */
  readonly places: readonly (readonly GgufPlace[])[];
  /** Why the roles are not known for certain; undefined when they are. */
  readonly unsure?: string;
}

const KNOWN = new WeakMap<Model, GgufPlaces>();

/** Found once for a model. */
export function ggufPlaces(model: Model): GgufPlaces {
  let known = KNOWN.get(model);
  if (!known) KNOWN.set(model, (known = placesOf(model)));
  return known;
}

/** ggml's names of tensors by what they are to the quantiser, which looks for these parts of a name. */
const ROLES: readonly (readonly [part: RegExp, role: GgufRole])[] = [
  [/^output\.weight$/, 'head'],
  [/^token_embd\.weight$/, 'embedding'],
  [/attn_qkv\.weight|attn_kv_b\.weight|attn_v\.weight/, 'values'],
  [/attn_k\.weight/, 'keys'],
  [/attn_q\.weight/, 'queries'],
  [/attn_output\.weight/, 'output'],
  [/_norm\.weight|ffn_gate_inp|^position_embd|^token_types|ssm_conv1d|shortconv\.conv/, 'kept'],
  [/ffn_up/, 'up'],
  [/ffn_gate/, 'gate'],
  [/ffn_down/, 'down'],
];

/** Where a name says nothing. */
const BY_CLASS: Readonly<Record<TensorClass, GgufRole>> = {
  matrix: 'other',
  expert: 'other',
  embedding: 'embedding',
  head: 'head',
  router: 'kept',
  convolution: 'kept',
  vector: 'kept',
  other: 'kept',
};

/** Towers have files of their own. */
const OUTSIDE = /vision|visual|audio|image|speech/;

interface Found {
  readonly role: GgufRole;
  readonly layers: readonly number[];
  /** The name decides nothing for certain. */
  readonly isOpen: boolean;
}

function placesOf(model: Model): GgufPlaces {
  const classes = tensorClasses(model);
  const found = model.weights.map((w, id) => roleOf(model, w, classes[id]!));
  const ranks = ranksOf(found);
  const open = found.filter((f) => f.isOpen).length;
  const { facts } = model;
  const grouped = facts.attention?.find((a) => a.kvHeads !== undefined);
  const sharing = grouped?.kvHeads ? grouped.heads / grouped.kvHeads : 1;
  const layers = facts.layers ?? 0;
  return {
    model: {
      layers,
      sharing,
      experts: facts.experts?.routed ?? 0,
      tied: !found.some((f) => f.role === 'head'),
      isFalcon: model.modelType === 'falcon',
      is70B: layers === 80 && (model.modelType === 'llama' ? sharing > 1 : model.modelType === 'qwen2'),
    },
    places: found.map((f, id) => f.layers.map((layer, i) => ({ role: f.role, layer, ...ranks[id]![i]! }))),
    ...(open > 0 ? { unsure: whyOpen(open) } : {}),
  };
}

function whyOpen(open: number): string {
  return `which matrices get more bits goes by llama.cpp’s names, and ${open === 1 ? 'one tensor has' : `${open} tensors have`} none that is certain`;
}

function roleOf(model: Model, w: Weight, kind: TensorClass): Found {
  const levels = layersOf(model, w);
  const first = levels[0] ?? 0;
  const name = w.name.replace('{0}', String(first)).replaceAll(/\{\d+\}/g, '0');
  const own = BY_CLASS[kind];
  const layers = levels.length > 0 ? levels : [numberIn(name)];
  // One dimension is never converted, whatever it is called.
  if (kind === 'vector' || w.role !== 'parameter') return { role: 'kept', layers, isOpen: false };
  const choices = ggufNames(name).filter((names) => names.every((n) => n.endsWith('weight')));
  const role = choices[0] && ROLES.find(([part]) => part.test(choices[0]![0]!))?.[1];
  // A fused tensor may be parted, and parts of it may have other roles.
  const isOpen =
    OUTSIDE.test(w.name) ||
    (choices.length === 0 ? own === 'other' : choices.some((c) => c.length > 1 && !isGated(c)));
  return { role: role ?? own, layers, isOpen };
}

/** Gate and up projections in one have one type. */
function isGated(names: readonly string[]): boolean {
  return names.every((n) => /ffn_(gate|up)(_exps)?\./.test(n));
}

/** Numbers of the layers that a weight stands for; none when its name holds no place for one. */
function layersOf(model: Model, w: Weight): readonly number[] {
  if (!w.name.includes('{0}')) return [];
  let outer: readonly number[] = [];
  for (let at = w.block, depth = 0; at >= 0 && depth < 64; depth++) {
    const block = model.blocks[at];
    if (!block) break;
    if (block.repeat !== 1 || block.indices)
      outer = block.indices ?? Array.from({ length: Math.min(block.repeat, 4096) }, (_, i) => i);
    at = block.parent;
  }
  return outer;
}

function numberIn(name: string): number {
  return Number(/\.(\d+)\./.exec(name)?.[1] ?? 0);
}

/** The quantiser goes through layers in order, and counts the tensors of a role. */
function ranksOf(found: readonly Found[]): readonly (readonly { rank: number; count: number }[])[] {
  const byRole = new Map<GgufRole, { id: number; i: number; layer: number }[]>();
  found.forEach((f, id) =>
    f.layers.forEach((layer, i) => {
      const all = byRole.get(f.role) ?? [];
      all.push({ id, i, layer });
      byRole.set(f.role, all);
    }),
  );
  const out = found.map((f) => f.layers.map(() => ({ rank: 0, count: 0 })));
  for (const all of byRole.values()) {
    all.sort((a, b) => a.layer - b.layer || a.id - b.id);
    all.forEach(({ id, i }, rank) => (out[id]![i] = { rank, count: all.length }));
  }
  return out;
}
