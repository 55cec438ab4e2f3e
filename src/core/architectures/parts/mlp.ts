import type { Builder, LinearOptions } from '../builder';

/** down(act(gate(x)) * up(x)); names are relative to the current scope. */
export function gatedMlp(
  b: Builder,
  x: number,
  inner: number,
  act: string,
  options: LinearOptions = {},
  names: readonly [gate: string, up: string, down: string] = ['gate_proj', 'up_proj', 'down_proj'],
): number {
  const gate = b.activate(b.linear(x, names[0], inner, options), act);
  const up = b.linear(x, names[1], inner, options);
  return b.linear(b.mul(gate, up), names[2], b.widthOf(x), options);
}

/** The same with gate and up in one tensor. */
export function packedGatedMlp(
  b: Builder,
  x: number,
  inner: number,
  act: string,
  options: LinearOptions = {},
  names: readonly [gateUp: string, down: string] = ['gate_up_proj', 'down_proj'],
): number {
  const both = b.linear(x, names[0], 2 * inner, options);
  const [gate, up] = b.split(both, [inner, inner]) as [number, number];
  return b.linear(b.mul(b.activate(gate, act), up), names[1], b.widthOf(x), options);
}

/** down(act(up(x))). */
export function plainMlp(
  b: Builder,
  x: number,
  inner: number,
  act: string,
  options: LinearOptions = {},
  names: readonly [up: string, down: string] = ['up_proj', 'down_proj'],
): number {
  const up = b.activate(b.linear(x, names[0], inner, options), act);
  return b.linear(up, names[1], b.widthOf(x), options);
}
