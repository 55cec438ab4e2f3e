/** Every operator that the engine can cost, by key: `Type` for the standard's own domain, `domain:Type` for others. */
import type { Operator } from '../../model/operator';
import { ELEMENT_RULES } from '../elementOperations';
import { MOVEMENT, VIEWS } from '../movement';
import { ATTENTION } from './attention';
import { CONVOLUTION } from './convolution';
import { ELEMENTWISE, tabled } from './elementwise';
import { MATRIX } from './matrix';
import { RECURRENT } from './recurrent';
import { SIGNAL } from './signal';
import { STATE } from './state';
import type { CostFunction, CostTable } from './view';

/** Groups with matrix work: where one of these cannot be counted, MACs are missing. */
const MATRIX_GROUPS: Readonly<Record<string, CostTable>> = {
  matrix: MATRIX,
  convolution: CONVOLUTION,
  attention: ATTENTION,
  recurrent: RECURRENT,
  state: STATE,
};

const OTHER_GROUPS: Readonly<Record<string, CostTable>> = { elementwise: ELEMENTWISE, signal: SIGNAL };

/** Operators that only run graphs of their own; their work is their graphs' operators'. */
export const CONTROL: ReadonlySet<string> = new Set([
  'If',
  'Loop',
  'Scan',
  'SequenceMap',
  'com.microsoft:BeamSearch',
  'com.microsoft:GreedySearch',
  'com.microsoft:Sampling',
  'com.microsoft:WhisperBeamSearch',
]);

export interface Registered {
  readonly cost: CostFunction;
  /** True when its cost is matrix work, so that an uncountable one hides MACs. */
  readonly matrix: boolean;
}

const CACHE = new Map<string, Registered | undefined>();

export function keyOfOperator(op: Pick<Operator, 'type' | 'domain'>): string {
  return op.domain === '' || op.domain === 'ai.onnx' ? op.type : `${op.domain}:${op.type}`;
}

/** The cost of an operator type, or undefined when it is not known. */
export function registered(key: string): Registered | undefined {
  if (CACHE.has(key)) return CACHE.get(key);
  const found = look(key) ?? (key.startsWith('com.ms.internal.nhwc:') ? look(key.slice(21)) : undefined);
  if (CACHE.size < 4096) CACHE.set(key, found);
  return found;
}

function look(key: string): Registered | undefined {
  for (const table of Object.values(MATRIX_GROUPS))
    if (Object.hasOwn(table, key)) return { cost: table[key]!, matrix: true };
  for (const table of Object.values(OTHER_GROUPS))
    if (Object.hasOwn(table, key)) return { cost: table[key]!, matrix: false };
  if (CONTROL.has(key)) return { cost: () => ({}), matrix: false };
  const rule = tabled(key);
  return rule && { cost: rule, matrix: false };
}

/** All keys with a cost, by group, for the documentation and its test. */
export function registeredKeys(): Readonly<Record<string, readonly string[]>> {
  const groups: Record<string, readonly string[]> = {};
  for (const [name, table] of Object.entries({ ...MATRIX_GROUPS, ...OTHER_GROUPS }))
    groups[name] = Object.keys(table);
  groups['rules'] = Object.keys(ELEMENT_RULES);
  groups['movement'] = [...MOVEMENT];
  groups['views'] = [...VIEWS];
  groups['control'] = [...CONTROL];
  return groups;
}
