/** What each operator of the standard reads, makes and is told, by opset version (`test/oracle/operator_signatures.py`). */
import table from './operatorSignatures.json';

/** An input or output as the standard names it. */
export interface Port {
  readonly name: string;
  /** `optional`: may be left out. `variadic`: any number of them, the last in its list. */
  readonly count: 'one' | 'optional' | 'variadic';
}

/** An attribute as the standard names it. */
export interface AttributeSignature {
  readonly name: string;
  /** `int`, `floats`, `graph` ... as the textual syntax spells it. */
  readonly type: string;
  readonly isRequired: boolean;
  /** What holds when it is left out, as text; undefined where there is no such value, or it is no plain one. */
  readonly default?: string;
}

/** An operator in one version of its domain. */
export interface Signature {
  /** Empty for the standard's own. */
  readonly domain: string;
  readonly type: string;
  /** The first opset version that has the operator. */
  readonly since: number;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly attributes: readonly AttributeSignature[];
}

/** [since, inputs, outputs, attributes]; the first alone where the operator is taken out of the standard. */
type Row = readonly [
  since: number,
  inputs?: readonly string[],
  outputs?: readonly string[],
  attributes?: readonly string[],
];

const DOMAINS = new Map(
  Object.entries(table.domains).map(([domain, types]) => [
    domain,
    new Map(Object.entries(types as unknown as Record<string, readonly Row[]>)),
  ]),
);

const KNOWN = new Map<Row, Signature>();

/** The domains whose operators are known, the standard's own (empty) first. */
export const OPERATOR_DOMAINS: readonly string[] = [...DOMAINS.keys()];

/** Opset versions at which an operator came and was taken out again; undefined for one that no version has. */
export function versionsOf(
  domain: string,
  type: string,
): { readonly since: number; readonly until?: number } | undefined {
  const rows = DOMAINS.get(domain)?.get(type);
  const last = rows?.at(-1);
  if (!rows || !last) return undefined;
  return {
    since: rows.find((row) => row.length > 1)?.[0] ?? last[0],
    ...(last.length === 1 ? { until: last[0] } : {}),
  };
}

/** An operator as a version of its domain's opset has it, by default the newest; undefined where that has none. */
export function signatureOf(domain: string, type: string, opset = Infinity): Signature | undefined {
  const rows = DOMAINS.get(domain)?.get(type);
  const row = rows?.filter(([since]) => since <= opset).at(-1);
  if (!rows || !row || row.length === 1) return undefined;
  const known = KNOWN.get(row);
  if (known) return known;
  const [, inputs, outputs, attributes] = row;
  const made: Signature = {
    domain,
    type,
    since: rows.find((one) => one.length > 1)![0],
    inputs: (inputs ?? []).map(port),
    outputs: (outputs ?? []).map(port),
    attributes: (attributes ?? []).map(attribute),
  };
  KNOWN.set(row, made);
  return made;
}

/** The operator types that a version of a domain's opset has. */
export function operatorTypes(domain: string, opset = Infinity): readonly string[] {
  return [...(DOMAINS.get(domain)?.keys() ?? [])].filter((type) => signatureOf(domain, type, opset));
}

function port(text: string): Port {
  if (text.endsWith('?')) return { name: text.slice(0, -1), count: 'optional' };
  if (text.endsWith('*')) return { name: text.slice(0, -1), count: 'variadic' };
  return { name: text, count: 'one' };
}

function attribute(text: string): AttributeSignature {
  const colon = text.indexOf(':');
  const equals = text.indexOf('=', colon);
  const type = text.slice(colon + 1, equals < 0 ? undefined : equals);
  const isRequired = type.endsWith('!');
  return {
    name: text.slice(0, colon),
    type: isRequired ? type.slice(0, -1) : type,
    isRequired,
    ...(equals < 0 ? {} : { default: text.slice(equals + 1) }),
  };
}

/** `Conv (X, W, B?) → Y`. */
export function signatureText({ domain, type, inputs, outputs }: Signature): string {
  return `${domain === '' ? '' : `${domain}.`}${type} (${inputs.map(portText).join(', ')}) → ${outputs.map(portText).join(', ')}`;
}

/** `B?` for what may be left out, `data...` for any number. */
export function portText({ name, count }: Port): string {
  return `${name}${count === 'optional' ? '?' : count === 'variadic' ? '...' : ''}`;
}
