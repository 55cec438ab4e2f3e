/**
 * The tree of blocks of an ONNX graph, from what its exporter left: scopes in node metadata (`name_scopes` and
 * `namespace` of torch and onnxscript), or the path in a node's name (`/model/layers.0/self_attn/q_proj/MatMul`). Each block stands for itself
 * alone; a tree that is shown folds equal siblings (`foldEqual`).
 */
import type { Block } from '../model/block';
import type { Model } from '../model/model';
import type { Operator } from '../model/operator';
import { STEP_OPERATORS, atOnce } from '../steps';

/** A path is followed so deep, and so many blocks are made; what lies beyond stays in the block reached. */
const MAX_DEPTH = 24;
const MAX_BLOCKS = 50_000;
/** Fewer operators with a path than this share say nothing about the graph. */
const LEAST_SHARE = 0.2;

/** The model with its operators and weights in blocks; the model itself when the file names no scopes. */
export function groupByScopes(model: Model): Model {
  return atOnce(groupSteps(model));
}

/** The same with rests. */
export function* groupSteps(model: Model): Generator<void, Model> {
  if (model.format !== 'onnx' || model.blocks.length !== 1) return model;
  const paths: (readonly string[])[] = [];
  for (const op of model.operators) {
    paths.push(scopeOf(op));
    if (paths.length % STEP_OPERATORS === 0) yield;
  }
  const named = paths.filter((p) => p.length > 0).length;
  if (named === 0 || named < LEAST_SHARE * model.operators.length) return model;
  const blocks: Block[] = [...model.blocks];
  const children = new Map<string, number>();
  const blockOf = (path: readonly string[]): number => {
    let at = 0;
    for (const name of path.slice(0, MAX_DEPTH)) {
      const key = `${at}/${name}`;
      let child = children.get(key);
      if (child === undefined) {
        if (blocks.length >= MAX_BLOCKS) return at;
        child = blocks.push({ name, parent: at, repeat: 1 }) - 1;
        children.set(key, child);
      }
      at = child;
    }
    return at;
  };
  const operators: Operator[] = [];
  for (const op of model.operators) {
    operators.push(withBlock(op, blockOf(paths[operators.length]!)));
    if (operators.length % STEP_OPERATORS === 0) yield;
  }
  const weights = yield* weightBlocks({ ...model, blocks, operators });
  return { ...model, blocks, operators, weights };
}

function withBlock(op: Operator, block: number): Operator {
  return block === op.block ? op : { ...op, block };
}

/** A weight belongs where it is used; one that several blocks use, to the block that holds them all. */
function* weightBlocks(model: Model): Generator<void, Model['weights']> {
  const at = new Map<number, number>();
  for (const [n, op] of model.operators.entries()) {
    if (n % (8 * STEP_OPERATORS) === 0) yield;
    for (const id of op.inputs) {
      const weight = id < 0 ? undefined : model.values[id]?.weight;
      if (weight === undefined) continue;
      const before = at.get(weight);
      at.set(weight, before === undefined ? op.block : common(model, before, op.block));
    }
  }
  return model.weights.map((w, id) => {
    const block = at.get(id);
    return block === undefined || block === w.block ? w : { ...w, block };
  });
}

function common(model: Model, a: number, b: number): number {
  const above = new Set<number>();
  for (let x = a; x >= 0; x = model.blocks[x]!.parent) above.add(x);
  for (let x = b; x >= 0; x = model.blocks[x]!.parent) if (above.has(x)) return x;
  return 0;
}

/** The path of an operator's scope, outermost first; empty when the file says none. */
export function scopeOf(op: Operator): readonly string[] {
  const torch = op.metadata?.['pkg.torch.onnx.name_scopes'];
  // ['', 'model', 'model.layers.0', 'model.layers.0.mlp', 'linear_3']: whole paths, the node's own name last.
  if (torch !== undefined) return dotted(quoted(torch).slice(0, -1).at(-1) ?? '');
  const script = op.metadata?.['pkg.onnxscript.name_scopes'];
  // ['', 'model', 'layers.1', 'self_attn']: one part each.
  if (script !== undefined) return quoted(script).filter((part) => part !== '');
  const namespace = op.metadata?.['namespace'];
  if (namespace !== undefined) return ofNamespace(namespace);
  return op.name
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '');
}

function quoted(list: string): readonly string[] {
  return [...list.matchAll(/'([^']*)'|"([^"]*)"/g)].map((m) => m[1] ?? m[2] ?? '');
}

/** `: Model/model: Llama/model.layers.0: Layer/linear_3: aten.linear`: `name: class` each, whole paths or one part each. */
function ofNamespace(text: string): readonly string[] {
  const items = text.split('/').map((part) => part.split(':').map((p) => p.trim()));
  if (/^(aten|prims|torch|_operator)\b/.test(items.at(-1)?.[1] ?? '')) items.pop();
  const names = items.map((i) => i[0]!).filter((name) => name !== '');
  const whole = names.some((name, i) => i > 0 && name.startsWith(`${names[i - 1]!}.`));
  return whole || names.length === 1 ? dotted(names.at(-1) ?? '') : names;
}

/** `model.layers.0.mlp` as model, layers.0, mlp: a number belongs to the name before it. */
function dotted(path: string): readonly string[] {
  const out: string[] = [];
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part) && out.length > 0) out.push(`${out.pop()!}.${part}`);
    else if (part !== '') out.push(part);
  }
  return out;
}

/** `layers.12`, `layer_._0`, `h_3`: the name without its number, and the number; undefined when it has none. */
export function numbered(name: string): readonly [base: string, index: number] | undefined {
  const match = /^(.*?)[._]*(\d+)$/.exec(name);
  return match && match[1] !== '' ? [match[1]!, Number(match[2])] : undefined;
}

/**
 * Equal siblings as one: runs through the siblings, and joins those with the same name but for its number and the same
 * signature. `join` makes one of several, in their order.
 */
export function foldEqual<T extends { readonly name: string }>(
  siblings: readonly T[],
  signature: (node: T) => string,
  join: (base: string, equal: readonly T[]) => T,
): readonly T[] {
  const groups = new Map<string, T[]>();
  for (const node of siblings) {
    const split = numbered(node.name);
    const key = split ? `${split[0]}#${signature(node)}` : `=${groups.size}`;
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  return [...groups.values()].map((g) => (g.length === 1 ? g[0]! : join(numbered(g[0]!.name)![0], g)));
}
