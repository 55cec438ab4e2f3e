/** A nested config's own family inside another model, with its names changed. */
import type { Builder } from '../builder';
import { Builder as BuilderClass } from '../builder';
import { nested } from './sizeExpression';
import { BATCH } from '../../scenario/symbols';
import { substitute } from '../../model/evaluate';
import type { Dimension } from '../../model/expression';
import { childConfig } from './childConfig';
import { batchOfPart } from './outline';
import type { Use } from './parseLayout';
import { textPartOf } from '../families/texts';
import { familyOf } from '../registry';
import type { ConfigReader } from '../configReader';

/** Builds the nested config's family apart, then takes its blocks, operators, values, weights and caches into `b`; returns its outputs. */
export function useFamily(b: Builder, use: Use): readonly number[] {
  const { reader, key } = nested(b.c, use.key);
  const child = use.as ? b.c : readerOf(reader, key, b.c);
  const withHead = use.rules.some(([from]) => from.startsWith('lm_head'));
  const family = (withHead && !use.as && textPartOf(child.modelType)) || familyOf(use.as ?? child.modelType);
  if (!family) {
    const message = `The part \`${use.key}\` is of type \`${child.modelType}\`, which is not known; it is not counted.`;
    b.c.report('warning', 'config.unknown-part', key, message);
    b.estimated = true;
    return [];
  }
  const inner = new BuilderClass(child, b.dtype, use.as ?? key.replace(/_config$/, ''));
  family(inner);
  const batch = use.as ? BATCH : batchOfPart(use.key);
  return take(b, inner, batch, use.as !== undefined, (name) => renamed(name, use.rules));
}

/** The nested reader; ties follow the outer config, which is the one the library asks. */
function readerOf(reader: ConfigReader, key: string, outer: ConfigReader): ConfigReader {
  const child = childConfig(reader, key);
  const tied = outer.raw('tie_word_embeddings');
  return typeof tied === 'boolean' ? child.with({ tie_word_embeddings: tied }) : child;
}

function renamed(name: string, rules: Use['rules']): string | undefined {
  for (const [from, to] of rules)
    if (name.startsWith(from)) return to === '-' ? undefined : to + name.slice(from.length);
  return undefined;
}

function take(
  b: Builder,
  inner: Builder,
  batch: Dimension,
  /** This same config as another type: its facts are the model's. */
  whole: boolean,
  nameOf: (name: string) => string | undefined,
): readonly number[] {
  const blockAt = b.blocks.length;
  const valueAt = b.values.length;
  inner.blocks.forEach((block, i) =>
    b.blocks.push({ ...block, parent: i === 0 ? 0 : block.parent + blockAt }),
  );
  const weightAt = new Map<number, number>();
  inner.weights.forEach((w, i) => {
    const name = nameOf(w.name);
    if (name === undefined) return;
    const aliases = w.aliases?.map((a) => nameOf(a)).filter((a) => a !== undefined);
    weightAt.set(i, b.weights.length);
    b.adopt({ ...w, name, block: w.block + blockAt, ...(aliases ? { aliases } : {}) });
  });
  for (const v of inner.values) {
    const weight = v.weight === undefined ? undefined : weightAt.get(v.weight);
    const { weight: _, ...rest } = v;
    const shape = batch === BATCH ? v.shape : v.shape?.map((d) => withBatch(d, batch));
    b.values.push({ ...rest, shape, ...(weight === undefined ? {} : { weight }) });
  }
  const shifted = (ids: readonly number[]): number[] => ids.map((id) => (id < 0 ? id : id + valueAt));
  // Without a weight there is no product, nor what follows from it: a head that the outer model leaves out.
  const gone = new Set<number>();
  for (const o of inner.operators) {
    if (o.inputs.some((i) => gone.has(i) || (i >= 0 && isLost(inner, i, weightAt)))) {
      for (const out of o.outputs) gone.add(out);
      continue;
    }
    b.operators.push({
      ...o,
      inputs: shifted(o.inputs),
      outputs: shifted(o.outputs),
      block: o.block + blockAt,
    });
  }
  for (const cache of inner.caches) b.caches.push({ ...cache, block: cache.block + blockAt });
  b.inputs.push(...shifted(inner.inputs));
  const outputs = shifted(inner.outputs);
  b.outputs.push(...outputs);
  if (inner.estimated) b.estimated = true;
  if (inner.outline) {
    b.outline ??= inner.outline;
    if (inner.outline === 'kernels') b.outline = 'kernels';
    if (batch === BATCH && !inner.outlineOfMedia) b.outlineOfMedia = false;
  }
  const text = whole || inner.caches.length > 0 || inner.facts.task === 'causal';
  for (const fact of Object.keys(inner.facts) as (keyof typeof inner.facts)[])
    if (text || (fact === 'attention' && batch === BATCH))
      Object.assign(b.facts, { [fact]: merged(b, inner, fact) });
  if (inner.facts.image) b.facts.image = inner.facts.image;
  return outputs;
}

/** A dimension with another batch put in. */
function withBatch(d: Dimension | undefined, batch: Dimension): Dimension | undefined {
  if (d === BATCH) return batch;
  return typeof d === 'number' || d === undefined ? d : substitute(d, { batch });
}

/** True when the value is a weight that no rule of names kept. */
function isLost(inner: Builder, value: number, kept: ReadonlyMap<number, number>): boolean {
  const weight = inner.values[value]?.weight;
  return weight !== undefined && !kept.has(weight);
}

function merged(b: Builder, inner: Builder, fact: keyof Builder['facts']): unknown {
  return fact === 'attention'
    ? [...(b.facts.attention ?? []), ...(inner.facts.attention ?? [])]
    : inner.facts[fact];
}
