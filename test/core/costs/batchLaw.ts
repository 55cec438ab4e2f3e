/** The law that a batch of n costs n times the matrix work of one. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Dimension } from '../../../src/core/model/expression';
import { symbol } from '../../../src/core/model/expression';
import type { Plain } from './graph';
import { GraphMaker, costOf } from './graph';

/** An operand: a shape with the batch in it, a weight, or a missing one. */
export type Operand = readonly Dimension[] | { readonly w: readonly number[] } | undefined;

/** One operator with its operands and what it costs. */
export interface Call {
  readonly inputs: readonly Operand[];
  readonly output: readonly Dimension[];
  readonly attributes?: Record<string, Plain>;
  /** MACs of a batch of one, by hand. */
  readonly macs: number;
  /** Those that a mask lets through, where it holds any back. */
  readonly useful?: number;
}

/** Small sizes, free of the batch. */
export interface Sizes {
  /** Tokens, height and width, or steps. */
  readonly s: number;
  /** Cached tokens. */
  readonly p: number;
  readonly heads: number;
  readonly d: number;
  readonly out: number;
}

/** The call of an operator on a batch. */
export type Make = (b: Dimension, z: Sizes) => Call;

function numbers(type: string, call: Call, bindings = {}): readonly [number | undefined, number | undefined] {
  const g = new GraphMaker();
  const ids = call.inputs.map((x) => (x === undefined ? -1 : 'w' in x ? g.weight(x.w) : g.input(x)));
  g.outputs.push(g.op(type, ids, [call.output], call.attributes));
  const cost = costOf(g.model(), { past: 0, ...bindings });
  assert.notEqual(cost.macs, undefined, `${type}: ${cost.reason}`);
  return [cost.macs, cost.useful ?? cost.macs];
}

const size = fc.integer({ min: 1, max: 6 });
const sizes: fc.Arbitrary<Sizes> = fc.record({ s: size, p: size, heads: size, d: size, out: size });

/** One costs what was counted by hand, a batch of n costs n times that: as a number and as an expression. */
export function assertLaw(table: Readonly<Record<string, Make>>): void {
  const n = symbol('n');
  fc.assert(
    fc.property(size, sizes, (b, z) => {
      for (const [name, make] of Object.entries(table)) {
        const type = name.split(' ')[0]!;
        const { macs, useful } = make(1, z);
        const want = [macs, useful ?? macs];
        const many = want.map((x) => b * x);
        assert.deepEqual(numbers(type, make(1, z)), want, name);
        assert.deepEqual(numbers(type, make(b, z)), many, `${name}, a batch of ${b}`);
        assert.deepEqual(numbers(type, make(n, z), { n: b }), many, `${name}, a batch of n`);
      }
    }),
    { numRuns: 40 },
  );
}

/** Inputs that are left out. */
export const none = (count: number): undefined[] => Array.from({ length: count }, () => undefined);
