import { printExpression } from '../../src/core/model/print';
import type { Model } from '../../src/core/model/model';
import type { Attribute } from '../../src/core/model/operator';
import type { Value } from '../../src/core/model/value';
import { plainType } from '../../src/core/text/types';

/**
 * What a model is, one line per fact: head, graphs, operators with their attributes, weights, functions, and the type
 * and content of every value after shape inference. Two models of equal lines are equal in structure and shapes.
 */
export function structureOf(file: Model, shaped: Model): string[] {
  const value = (id: number) => (id < 0 ? '-' : JSON.stringify(file.values[id]!.name));
  const lines = [JSON.stringify(file.head), JSON.stringify(sorted(file.opsets))];
  file.graphs.forEach((g, id) => {
    if (g.kind === 'training') return;
    const list = (ids: readonly number[] | undefined) => (ids ?? []).map(value).join(' ');
    const name = g.kind === 'main' || g.kind === 'function' ? g.name : '';
    lines.push(
      `graph ${id} ${g.kind} ${name} (${list(g.inputs)}) => (${list(g.outputs)}) <${list(g.initializers)}> of ${g.owner}`,
    );
  });
  for (const f of file.functions)
    lines.push(
      `function ${f.domain}.${f.name}:${f.overload} ${f.graph} ${[...f.attributes].sort().join()} ${JSON.stringify(sorted(f.opsets))}`,
    );
  file.operators.forEach((op, id) => {
    if (file.graphs[op.graph]!.kind === 'training') return;
    const attributes = Object.entries(op.attributes).map(([k, a]) => `${k}=${attributeLine(a)}`);
    lines.push(
      `operator ${id} ${op.domain}.${op.type}:${op.overload ?? ''} ${JSON.stringify(op.name)} ${op.inputs.map(value).join(' ')} => ${op.outputs.map(value).join(' ')} <${attributes.sort().join(' ')}>`,
    );
  });
  for (const w of file.weights)
    lines.push(`weight ${w.dtype} ${w.shape.join('x')} ${w.role} ${w.storage?.file ?? ''}`);
  shaped.values.forEach((v, id) =>
    lines.push(`value ${id} ${JSON.stringify(v.name)} ${plainType(v)}${dataLine(v)}`),
  );
  return lines;
}

function dataLine(v: Value): string {
  if (!v.data || v.weight !== undefined) return '';
  return ` = ${v.data.map((d) => (d === undefined ? '?' : printExpression(d))).join(',')}`;
}

function attributeLine(a: Attribute): string {
  if (a.kind === 'tensor')
    return `tensor ${a.value.dtype} ${a.value.shape.join('x')} ${a.value.data?.join(',') ?? ''}`;
  return `${a.kind} ${JSON.stringify(a.value)}`;
}

const sorted = (o: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1)));
