import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DOMAINS } from '../../src/core/shapes/registry';

/** Operator types and opset versions by domain, written by test/oracle/operator_versions.py. */
export interface Operators {
  readonly about: { readonly onnx: string; readonly onnxruntime: string };
  readonly domains: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

export const TABLE = path.resolve(__dirname, '../../docs/operators.md');

export function readOperators(): Operators {
  const file = path.resolve(__dirname, '../fixtures/shapes/operators.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Operators;
}

/** Types of a domain without a shape function. */
export function missing(domain: string, types: readonly string[]): string[] {
  const table = DOMAINS[domain] ?? {};
  return types.filter((type) => !Object.hasOwn(table, type));
}

/** The documentation's table of operators, from the code and the published lists. */
export function shapeTable(): string {
  const { about, domains } = readOperators();
  const out = [
    '# Operators whose shapes are inferred',
    '',
    'Generated from the code by `npx tsx test/support/makeShapeTable.ts`; do not edit.',
    `Operators and opset versions are those of onnx ${about.onnx} and onnxruntime ${about.onnxruntime}.`,
    'A shape function serves every version listed with it. An operator without one leaves its outputs unknown, and the report names it.',
    '',
    '| Domain | Published operators | With a shape function | Versions of those | Further ones, removed or experimental |',
    '| --- | ---: | ---: | ---: | ---: |',
  ];
  const all = [...new Set([...Object.keys(domains), ...Object.keys(DOMAINS)])].sort();
  for (const domain of all) {
    const types = Object.keys(domains[domain] ?? {});
    const without = missing(domain, types);
    const has = types.filter((t) => !without.includes(t));
    const versions = has.reduce((n, t) => n + domains[domain]![t]!.length, 0);
    out.push(
      `| ${title(domain)} | ${types.length} | ${has.length} | ${versions} | ${further(domain, types).length} |`,
    );
  }
  for (const domain of all) out.push(...section(domain, domains[domain] ?? {}));
  return `${out.join('\n')}\n`;
}

function title(domain: string): string {
  return domain === '' ? '`ai.onnx`' : `\`${domain}\``;
}

function further(domain: string, types: readonly string[]): string[] {
  return Object.keys(DOMAINS[domain] ?? {})
    .filter((t) => !types.includes(t))
    .sort();
}

function section(domain: string, operators: Readonly<Record<string, readonly number[]>>): string[] {
  const types = Object.keys(operators);
  const without = missing(domain, types);
  const out = [
    '',
    `## ${title(domain)}`,
    '',
    '| Operator | Opset versions | Shapes |',
    '| --- | --- | --- |',
  ];
  for (const type of types)
    out.push(
      `| ${type} | ${operators[type]!.join(', ')} | ${without.includes(type) ? 'unknown' : 'inferred'} |`,
    );
  for (const type of further(domain, types))
    out.push(`| ${type} | removed, experimental or internal | inferred |`);
  return out;
}
