/** Several models that work as one: the parts of a pipeline, the modules of an encoder. */
import type { Block } from '../model/block';
import type { CacheTensor } from '../model/cache';
import type { Facts } from '../model/facts';
import type { Model } from '../model/model';
import type { Operator } from '../model/operator';
import type { Value } from '../model/value';
import type { Weight } from '../model/weight';

/** A part under the name that the whole has for it. */
export interface NamedModel {
  readonly name: string;
  readonly model: Model;
}

/** What the whole is, besides its parts. */
export type Whole = Pick<Model, 'format' | 'modelType' | 'name' | 'properties' | 'problems'> & {
  readonly task?: Facts['task'];
};

/**
 * One picture of all parts: each is a block of its name, and its tensors' names begin with it (`unet/conv_in.weight`).
 * Parts are models with one graph each, as configs make them.
 */
export function joinModels(parts: readonly NamedModel[], whole: Whole): Model {
  const blocks: Block[] = [{ name: whole.name, parent: -1, repeat: 1 }];
  const values: Value[] = [];
  const weights: Weight[] = [];
  const operators: Operator[] = [];
  const caches: CacheTensor[] = [];
  const inputs: number[] = [];
  const outputs: number[] = [];
  for (const { name, model } of parts) {
    const at = { block: blocks.length, value: values.length, weight: weights.length };
    const moved = (id: number, by: number) => (id < 0 ? id : id + by);
    for (const [i, b] of model.blocks.entries())
      blocks.push(i === 0 ? { ...b, name, parent: 0 } : { ...b, parent: b.parent + at.block });
    for (const w of model.weights)
      weights.push({
        ...w,
        name: `${name}/${w.name}`,
        block: w.block + at.block,
        ...(w.aliases ? { aliases: w.aliases.map((a) => `${name}/${a}`) } : {}),
        ...(w.duplicateOf === undefined ? {} : { duplicateOf: w.duplicateOf + at.weight }),
      });
    for (const v of model.values)
      values.push(v.weight === undefined ? v : { ...v, weight: v.weight + at.weight });
    for (const o of model.operators)
      operators.push({
        ...o,
        name: `${name}/${o.name}`,
        block: o.block + at.block,
        inputs: o.inputs.map((id) => moved(id, at.value)),
        outputs: o.outputs.map((id) => moved(id, at.value)),
      });
    for (const c of model.caches) caches.push({ ...c, name: `${name}/${c.name}`, block: c.block + at.block });
    const main = model.graphs.find((g) => g.kind === 'main');
    inputs.push(...(main?.inputs ?? []).map((id) => moved(id, at.value)));
    outputs.push(...(main?.outputs ?? []).map((id) => moved(id, at.value)));
  }
  const longest = parts.flatMap(({ model }) => model.facts.maximumPositions ?? []);
  const outlines = parts.map(({ model }) => model.outline);
  const outline = outlines.includes('kernels')
    ? 'kernels'
    : outlines.includes('tokens')
      ? 'tokens'
      : undefined;
  return {
    format: whole.format,
    modelType: whole.modelType,
    name: whole.name,
    certainty: parts.every(({ model }) => model.certainty === 'exact') ? 'exact' : 'estimated',
    ...(outline ? { outline } : {}),
    blocks,
    graphs: [
      { name: 'main', kind: 'main', inputs, outputs, operators: operators.map((_, i) => i), owner: -1 },
    ],
    functions: [],
    operators,
    values,
    weights,
    caches,
    facts: {
      ...(whole.task ? { task: whole.task } : {}),
      ...(longest.length > 0 ? { maximumPositions: Math.min(...longest) } : {}),
    },
    opsets: {},
    properties: whole.properties,
    problems: whole.problems,
  };
}
