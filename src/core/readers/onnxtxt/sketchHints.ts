import type { ValueType } from '../../model/value';
import { typeText } from '../../text/types';
import { nameText } from '../../text/words';
import type { RawGraph, RawPort } from '../onnx/raw';
import type { TextPort } from './graphs';
import type { TextProblems } from './problems';

/** A value that is only declared, and may be meant as a stored tensor: `= {}` behind its name makes it one. */
export const NO_DATA = 'onnxtxt.no-data';
/** The same, of a type that no stored tensor can have. */
export const NO_DATA_OPEN = 'onnxtxt.no-data-open';
/** An input of fixed shape that is read only where weights are read. */
export const INPUT_AS_WEIGHT = 'onnxtxt.input-as-weight';

/** Inputs at which these operators read what a network has learned; told of no others. */
const LEARNED: Readonly<Record<string, readonly number[]>> = {
  MatMul: [1],
  Gemm: [1, 2],
  Conv: [1, 2],
  ConvTranspose: [1, 2],
  Gather: [0],
  LayerNormalization: [1, 2],
  BatchNormalization: [1, 2, 3, 4],
};

/**
 * What somebody who sketches a network writes and seldom means: `float[784, 256] w1` among the stored tensors, which
 * declares the type of a value and stores nothing, and weights among the inputs, which are counted as data.
 */
export function sketchHints(graph: RawGraph, isMain: boolean, problems: TextProblems): void {
  if (graph.valueInfos.length > 0) declaredOnly(graph, problems);
  if (isMain) inputsAsWeights(graph, problems);
}

function declaredOnly(
  { nodes, valueInfos, inputs, initializers, outputs }: RawGraph,
  problems: TextProblems,
) {
  const made = new Set([...inputs, ...initializers, ...outputs].map(({ name }) => name));
  for (const node of nodes) for (const name of node.outputs) made.add(name);
  for (const port of valueInfos) {
    if (made.has(port.name) || port.offset === undefined) continue;
    const text = declaration(port);
    const can = isFixed(port.type);
    problems.add(
      'warning',
      can ? NO_DATA : NO_DATA_OPEN,
      can
        ? `'${port.name}' is only declared: nothing makes it. As a weight it is written '${text} = {}'.`
        : `'${port.name}' is only declared: nothing makes it. A weight has '= {}' behind its name and a number for every dimension.`,
      port.offset,
      endOf(port),
    );
  }
}

function inputsAsWeights({ nodes, inputs }: RawGraph, problems: TextProblems) {
  const open = new Map<string, RawPort>();
  for (const port of inputs)
    if (port.offset !== undefined && isFixed(port.type) && port.type!.shape!.length > 0)
      open.set(port.name, port);
  if (open.size === 0 || open.size === inputs.length) return;
  const read = new Set<string>();
  for (const { type, domain, inputs: names } of nodes)
    names.forEach((name, at) => {
      if (!open.has(name)) return;
      read.add(name);
      if (domain !== '' || !LEARNED[type]?.includes(at)) open.delete(name);
    });
  for (const port of open.values())
    if (read.has(port.name))
      problems.add(
        'assumption',
        INPUT_AS_WEIGHT,
        `'${port.name}' is an input, so it is not counted as a weight. As a weight it is written '${declaration(port)} = {}'.`,
        port.offset!,
        endOf(port),
      );
}

const declaration = ({ name, type }: RawPort): string =>
  `${(type && typeText(type)) ?? ''} ${nameText(name)}`.trim();

const endOf = (port: RawPort): number => (port as TextPort).end;

function isFixed(type: ValueType | undefined): boolean {
  return type?.kind === 'tensor' && !!type.shape && type.shape.every((d) => typeof d === 'number');
}
