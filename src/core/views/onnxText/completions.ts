import type { Model } from '../../model/model';
import { codeOfDType } from '../../readers/onnx/dataTypes';
import { OPERATOR_DOMAINS, operatorTypes, signatureOf, signatureText } from '../../text/operators';
import type { AttributeSignature, Signature } from '../../text/operators';
import type { Writing, WrittenOperator } from '../../text/cursor';
import { plainType } from '../../text/types';
import { CONTAINER_WORDS, ELEMENT_TYPES, nameText } from '../../text/words';
import type { OnnxText } from './open';
import type { Say } from './words';
import { inEnglish } from './words';
import { writingAt } from './writing';
import type { NearValue } from './writing';

/** One thing that can stand at the cursor. */
export interface TextCompletion {
  readonly kind: 'operator' | 'function' | 'attribute' | 'value' | 'type' | 'field' | 'choice';
  readonly label: string;
  readonly detail: string;
  /** What is put in, in the syntax of snippets: `${1:name}` is a stop of the tab key. */
  readonly snippet: string;
}

/** What can stand at the cursor, best first, in place of the text from `start` to the cursor. */
export interface TextCompletions {
  readonly start: number;
  readonly items: readonly TextCompletion[];
  /** More fits: to be asked again when more is typed. */
  readonly isCut: boolean;
}

/** The opset taken where a text imports none. */
const NEWEST = Infinity;

/** What somebody who writes a text can put at an offset. `known` is the last analysis, maybe of a text some keys ago. */
export function textCompletions(
  source: string,
  offset: number,
  known?: OnnxText,
  say: Say = inEnglish,
): TextCompletions {
  const place = writingAt(source, offset, known);
  if (!place?.writing) return { start: offset, items: [], isCut: false };
  const { start, writing, values } = place;
  const model = known?.index.model;
  const isCut = writing.kind === 'input' && place.isCut;
  const after = /\S?/.exec(source.slice(offset, offset + 100).trimStart())![0];
  return { start, isCut, items: itemsFor(writing, values, after, known, model, say) };
}

function itemsFor(
  writing: Writing,
  values: readonly NearValue[],
  after: string,
  known: OnnxText | undefined,
  model: Model | undefined,
  say: Say,
): TextCompletion[] {
  switch (writing.kind) {
    case 'operator':
      return operators(model, after === '(' || after === '<', say);
    case 'input':
      return values.map((v) => valueItem(v, known));
    case 'attribute':
      return attributes(writing.operator, writing.given, model, say);
    case 'value':
      return choices(writing.operator, writing.name, model);
    case 'type':
      return types();
    case 'field':
      return FIELDS.filter(([field]) => !writing.given.includes(field)).map(([label, snippet]) => ({
        kind: 'field',
        label,
        detail: '',
        snippet,
      }));
  }
}

/** The signature of an operator in the opset that a text imports; a domain that it does not import is taken as newest. */
export function signatureIn(
  model: Model | undefined,
  { domain, type }: WrittenOperator,
): Signature | undefined {
  const plain = domain === 'ai.onnx' ? '' : domain;
  return signatureOf(plain, type, model?.opsets[plain] ?? NEWEST);
}

function operators(model: Model | undefined, hasInputs: boolean, say: Say): TextCompletion[] {
  const items: TextCompletion[] = [];
  for (const f of model?.functions ?? []) {
    const name = `${f.domain === '' ? '' : `${f.domain}.`}${nameText(f.name)}`;
    const names = model!.graphs[f.graph]!.inputs.map((v) => model!.values[v]!.name);
    const stops = names.map((input, i) => stop(i + 1, nameText(input)));
    items.push({
      kind: 'function',
      label: name,
      detail: say('localFunction', `(${names.join(', ')})`),
      snippet: hasInputs ? escaped(name) : `${escaped(name)} (${stops.join(', ')})`,
    });
  }
  for (const domain of OPERATOR_DOMAINS) {
    const opset = model?.opsets[domain];
    for (const type of operatorTypes(domain, opset ?? NEWEST)) {
      const signature = signatureOf(domain, type, opset ?? NEWEST)!;
      const from = say('fromOpset', String(signature.since));
      const missing = domain !== '' && model && opset === undefined ? ` · ${say('notImported', domain)}` : '';
      items.push({
        kind: 'operator',
        label: domain === '' ? type : `${domain}.${type}`,
        detail: `${signatureText(signature).slice(domain === '' ? type.length + 1 : domain.length + type.length + 2)} · ${from}${missing}`,
        snippet: hasInputs ? (domain === '' ? type : `${domain}.${type}`) : callSnippet(signature),
      });
    }
  }
  return items;
}

/** `Cast <to = ${1:1}> (${2:input})`: what must be given has a stop. */
function callSnippet({ domain, type, inputs, attributes: all }: Signature): string {
  let at = 0;
  const required = all.filter((a) => a.isRequired && !a.type.startsWith('graph'));
  const list = required.map((a) => `${a.name} = ${stop(++at, valueText(a))}`);
  const must = inputs.filter(({ count }, i) => count === 'one' || (count === 'variadic' && i === 0));
  const names = must.map(({ name }) => stop(++at, name));
  // With sub-graphs the attributes stand behind the inputs.
  const graphs = all
    .filter((a) => a.isRequired && a.type === 'graph')
    .map((a) => graphSnippet(a, () => ++at));
  const before = list.length > 0 && graphs.length === 0 ? ` <${list.join(', ')}>` : '';
  const behind = graphs.length > 0 ? ` <${[...list, ...graphs].join(', ')}>` : '';
  return `${domain === '' ? '' : `${domain}.`}${type}${before} (${names.join(', ')})${behind}`;
}

function graphSnippet({ name }: AttributeSignature, next: () => number): string {
  return `\n\t${name} = ${stop(next(), name)} () => (${stop(next(), 'result')}) { $${next()} }`;
}

function attributes(
  operator: WrittenOperator,
  given: readonly string[],
  model: Model | undefined,
  say: Say,
): TextCompletion[] {
  const f = functionOf(model, operator);
  if (f)
    return f.attributes
      .filter((name) => !given.includes(name))
      .map((name) => ({ kind: 'attribute', label: name, detail: '', snippet: `${escaped(name)} = $1` }));
  const all = signatureIn(model, operator)?.attributes.filter(({ name }) => !given.includes(name)) ?? [];
  return [...all.filter((a) => a.isRequired), ...all.filter((a) => !a.isRequired)].map((a) => ({
    kind: 'attribute',
    label: a.name,
    detail: attributeDetail(a, say),
    snippet:
      a.type === 'graph'
        ? `${a.name} = ${stop(1, a.name)} () => (${stop(2, 'result')}) { $3 }`
        : `${a.name} = ${stop(1, valueText(a))}`,
  }));
}

/** `int = -1`, `floats`, `int, must be given`. */
export function attributeDetail({ type, isRequired, default: value }: AttributeSignature, say: Say): string {
  if (isRequired) return `${type}, ${say('mustBeGiven')}`;
  return value === undefined ? type : `${type} = ${type === 'string' ? `"${value}"` : value}`;
}

function valueText({ type, default: value }: AttributeSignature): string {
  if (type === 'string') return `"${value ?? ''}"`;
  if (type.endsWith('s')) return type === 'strings' ? '[""]' : type === 'floats' ? '[1.0]' : '[1]';
  if (value !== undefined) return type === 'float' && /^-?\d+$/.test(value) ? `${value}.0` : value;
  return type === 'float' ? '1.0' : '1';
}

/** The numbers that name element types, where an attribute wants one. */
function choices(operator: WrittenOperator, name: string, model: Model | undefined): TextCompletion[] {
  const isType = /^(to|dtype|output_dtype|softmax_precision|stash_type)$/.test(name);
  if (!isType || signatureIn(model, operator)?.attributes.find((a) => a.name === name)?.type !== 'int')
    return [];
  return ELEMENT_TYPES.map(([label, dtype]) => ({
    kind: 'choice',
    label,
    detail: String(codeOfDType(dtype)),
    snippet: String(codeOfDType(dtype)),
  }));
}

function valueItem({ name, id }: NearValue, known: OnnxText | undefined): TextCompletion {
  const value = id === undefined ? undefined : (known?.analysis.model.values[id] ?? undefined);
  return {
    kind: 'value',
    label: name,
    detail: value ? plainType(value) : '',
    snippet: escaped(nameText(name)),
  };
}

function types(): TextCompletion[] {
  return [
    ...ELEMENT_TYPES.map(([label]): TextCompletion => ({
      kind: 'type',
      label,
      detail: `${label}[N, 128] x`,
      snippet: `${label}[$1] $2`,
    })),
    ...[...CONTAINER_WORDS].map((label): TextCompletion => {
      const inner = label === 'map' ? '${1:int64}, ${2:float[]}' : label === 'opaque' ? '' : '${1:float[]}';
      return { kind: 'type', label, detail: '', snippet: `${label}(${inner}) $0` };
    }),
  ];
}

/** The local function that an operator's type names. */
export function functionOf(
  model: Model | undefined,
  { domain, type }: WrittenOperator,
): Model['functions'][number] | undefined {
  return model?.functions.find((f) => f.name === type && f.domain === domain);
}

/** Fields of a head, and how they go on. */
const FIELDS: readonly (readonly [field: string, snippet: string])[] = [
  ['ir_version', 'ir_version: ${1:10}'],
  ['opset_import', 'opset_import: ["$1": ${2:21}]'],
  ['producer_name', 'producer_name: "$1"'],
  ['producer_version', 'producer_version: "$1"'],
  ['domain', 'domain: "$1"'],
  ['overload', 'overload: "$1"'],
  ['model_version', 'model_version: ${1:1}'],
  ['doc_string', 'doc_string: "$1"'],
  ['metadata_props', 'metadata_props: ["$1": "$2"]'],
];

const escaped = (text: string): string => text.replace(/[$}\\]/g, '\\$&');
const stop = (at: number, text: string): string => `\${${at}:${escaped(text)}}`;
