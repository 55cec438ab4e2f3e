import { foldEqual } from '../costs/blocks';
import type { Costs } from '../costs/costModel';
import { storedBytesOf } from '../costs/weightBytes';
import { evaluate } from '../model/evaluate';
import type { Bindings } from '../model/evaluate';
import type { Model } from '../model/model';
import { product } from '../model/arithmetic';

/**
 * One block of a model with what everything inside it costs, all its copies together. Figures that could not be told
 * for some operator inside are lower bounds, with the number of such operators.
 */
export interface BlockNode {
  /** Index in `Model.blocks`. */
  readonly block: number;
  readonly name: string;
  /** Copies of this block beside itself in its parent: 32 for `layers`. */
  readonly repeat: number;
  readonly depth: number;
  /** Distinct parameters of all copies. */
  readonly parameters: number;
  /** Weight bytes as stored; undefined when some weight's bytes are unknown. */
  readonly bytes: number | undefined;
  readonly macs: number;
  /** Operators inside whose MACs are unknown. */
  readonly unknownOperators: number;
  readonly children: readonly BlockNode[];
  /** Ids of the operators directly in this block. */
  readonly operators: readonly number[];
  /** Ids of the weights directly in this block. */
  readonly weights: readonly number[];
}

/** The tree of blocks under one binding of the symbols; block 0 is the model itself. */
export function blockTree(model: Model, costs: Costs, bindings: Bindings): BlockNode {
  const n = model.blocks.length;
  const children: number[][] = Array.from({ length: n }, () => []);
  model.blocks.forEach((b, i) => {
    if (b.parent >= 0 && b.parent < n && b.parent !== i) children[b.parent]!.push(i);
  });
  const operators: number[][] = Array.from({ length: n }, () => []);
  model.operators.forEach((op, i) => operators[op.block]?.push(i));
  const weights: number[][] = Array.from({ length: n }, () => []);
  model.weights.forEach((w, i) => weights[w.block]?.push(i));

  const build = (block: number, depth: number, copies: number): BlockNode => {
    const at = model.blocks[block]!;
    const all = copies * at.repeat;
    const built = depth < 64 ? children[block]!.map((c) => build(c, depth + 1, all)) : [];
    const inner = foldEqual(built, signature, join);
    let parameters = 0;
    let bytes: number | undefined = 0;
    for (const id of weights[block]!) {
      const w = model.weights[id]!;
      if (w.duplicateOf !== undefined) continue;
      if (w.role === 'parameter') parameters += all * (product(w.packing?.shape ?? w.shape) as number);
      const own = storedBytesOf(model, w);
      bytes = own !== undefined && bytes !== undefined ? bytes + all * own : undefined;
    }
    let macs = 0;
    let unknownOperators = 0;
    for (const id of operators[block]!) {
      const e = costs.operators[id]?.macs;
      const value = e === undefined ? undefined : evaluate(e, bindings);
      // Runs hold the copies of the blocks already, and the trips of loops; an unknown number counts once.
      const times = costs.executions[id];
      const runs = times === undefined ? undefined : evaluate(times, bindings);
      if (value === undefined || (runs === undefined && value > 0)) unknownOperators += all;
      if (value !== undefined) macs += (runs ?? all) * value;
    }
    for (const c of inner) {
      parameters += c.parameters;
      bytes = bytes === undefined || c.bytes === undefined ? undefined : bytes + c.bytes;
      macs += c.macs;
      unknownOperators += c.unknownOperators;
    }
    return {
      block,
      name: at.name,
      repeat: at.repeat,
      depth,
      parameters,
      bytes,
      macs,
      unknownOperators,
      children: inner,
      operators: operators[block]!,
      weights: weights[block]!,
    };
  };
  return build(0, 0, 1);
}

/** What makes two blocks equal to a reader: what they hold and what that costs. */
function signature(node: BlockNode): string {
  const inside = node.children.map((c) => `${c.name}x${c.repeat}(${signature(c)})`).join(',');
  return [node.repeat, node.operators.length, node.weights.length, node.parameters, node.macs, inside].join(
    ';',
  );
}

/** Several equal blocks as one that repeats, with the figures of all of them. */
function join(name: string, equal: readonly BlockNode[]): BlockNode {
  return { ...times(equal[0]!, equal.length), name, repeat: equal[0]!.repeat * equal.length };
}

function times(node: BlockNode, n: number): BlockNode {
  return {
    ...node,
    parameters: node.parameters * n,
    bytes: node.bytes === undefined ? undefined : node.bytes * n,
    macs: node.macs * n,
    unknownOperators: node.unknownOperators * n,
    children: node.children.map((c) => times(c, n)),
  };
}
