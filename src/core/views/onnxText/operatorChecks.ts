import type { Model } from '../../model/model';
import type { Operator } from '../../model/operator';
import { Lexer, stringContent } from '../../text/lexer';
import type { Range } from '../../text/names';
import { namesOf } from '../../text/names';
import { operatorTypes, portText, signatureOf, versionsOf } from '../../text/operators';
import type { Signature } from '../../text/operators';
import { functionOf } from './completions';
import { nearest } from './nearest';
import type { OnnxText } from './open';

/** What is wrong with an operator as it is written, where, and what would mend it. */
export interface OperatorProblem extends Range {
  readonly code: string;
  /** One sentence. */
  readonly message: string;
  /** What the place would hold instead. */
  readonly instead?: string;
}

/** The domains whose operators are all known. */
const KNOWN = new Set(['', 'ai.onnx.ml', 'com.microsoft']);
/** Told of one text. */
const MOST = 200;

/**
 * Holds the operators of a written text to what the standard has of them in the opset that the text imports: their types,
 * attributes, and how many values they read and make.
 */
export function operatorProblems({ index }: OnnxText): readonly OperatorProblem[] {
  const { model, map, text } = index;
  const out: OperatorProblem[] = [];
  const opsetsOf = opsetsByGraph(model);
  for (let id = 0; id < model.operators.length && out.length < MOST; id++) {
    const op = model.operators[id]!;
    if (!KNOWN.has(op.domain) || map.start[id]! < 0 || functionOf(model, op)) continue;
    const opset = opsetsOf(op.graph)[op.domain] ?? Infinity;
    const signature = signatureOf(op.domain, op.type, opset);
    const place = () => namesOf(text, map.start[id]!, map.end[id]!).type;
    if (!signature) {
      const missing = missingType(op, opset, place());
      if (missing) out.push(missing);
    } else if (!fits(op, signature)) out.push(...misfits(op, signature, place(), text, map.end[id]!));
  }
  return out;
}

/** The opsets that hold in a graph: a function imports its own. */
function opsetsByGraph({ graphs, functions, operators, opsets }: Model): (graph: number) => Model['opsets'] {
  if (functions.length === 0) return () => opsets;
  const own = new Map(functions.map((f) => [f.graph, f.opsets]));
  return (graph) => {
    let at = graph;
    for (let depth = 0; depth < 64; depth++) {
      const owner = graphs[at]?.owner ?? -1;
      if (owner < 0) break;
      at = operators[owner]!.graph;
    }
    return own.get(at) ?? opsets;
  };
}

/** The same as no problem, without looking at the text: nearly all operators are right. */
function fits(op: Operator, signature: Signature): boolean {
  for (const name in op.attributes) {
    const known = signature.attributes.find((a) => a.name === name);
    if (!known || !hasType(op.attributes[name]!, known.type)) return false;
  }
  return (
    signature.attributes.every((a) => !a.isRequired || a.name in op.attributes) &&
    countProblem(op, signature) === undefined
  );
}

/** An operator that may have been meant otherwise; of one that nobody knows the analysis tells. */
function missingType({ domain, type }: Operator, opset: number, place: Range): OperatorProblem | undefined {
  const code = 'onnxtxt.operator';
  const where = domain === '' ? 'The standard' : `The domain ${domain}`;
  const versions = versionsOf(domain, type);
  if (versions && versions.since > opset)
    return {
      ...place,
      code,
      message: `${type} came with opset ${versions.since}; the text imports ${opset}.`,
    };
  if (versions?.until !== undefined)
    return { ...place, code, message: `${type} was taken out of the standard with opset ${versions.until}.` };
  const meant = nearest(type, operatorTypes(domain, opset));
  if (meant === undefined) return undefined;
  return {
    ...place,
    code,
    message: `${where} has no operator '${type}': '${meant}' may be meant.`,
    instead: domain === '' ? meant : `${domain}.${meant}`,
  };
}

function misfits(
  op: Operator,
  signature: Signature,
  place: Range,
  text: string,
  end: number,
): readonly OperatorProblem[] {
  const out: OperatorProblem[] = [];
  const names = signature.attributes.map((a) => a.name);
  for (const name in op.attributes) {
    const known = signature.attributes.find((a) => a.name === name);
    const at = () => attributePlace(text, place.end, end, name) ?? place;
    if (!known) {
      const meant = nearest(name, names);
      const rest = meant === undefined ? '' : `: '${meant}' may be meant`;
      const message = `${op.type} has no attribute '${name}'${rest}.`;
      out.push({
        ...at(),
        code: 'onnxtxt.attribute-name',
        message,
        ...(meant === undefined ? {} : { instead: meant }),
      });
    } else if (!hasType(op.attributes[name]!, known.type))
      out.push({
        ...at(),
        code: 'onnxtxt.attribute-type',
        message: `'${name}' of ${op.type} is of type ${known.type}, here it is of type ${op.attributes[name]!.kind}.`,
      });
  }
  for (const { name, isRequired } of signature.attributes)
    if (isRequired && !(name in op.attributes))
      out.push({
        ...place,
        code: 'onnxtxt.attribute-missing',
        message: `${op.type} needs the attribute '${name}'.`,
      });
  const count = countProblem(op, signature);
  if (count !== undefined) out.push({ ...place, code: 'onnxtxt.count', message: count });
  return out;
}

/** Why an operator reads or makes too few or too many values. */
function countProblem({ type, inputs, outputs }: Operator, signature: Signature): string | undefined {
  const must = signature.inputs.filter(({ count }) => count === 'one').length;
  const list = `(${signature.inputs.map(portText).join(', ')})`;
  const missing = signature.inputs.find(({ count }, i) => count === 'one' && !(inputs[i]! >= 0));
  if (missing)
    return `${type} needs its input '${missing.name}': it reads ${list}, at least ${must === 1 ? 'one value' : `${must} values`}.`;
  const isOpen = signature.inputs.at(-1)?.count === 'variadic';
  if (!isOpen && inputs.length > signature.inputs.length)
    return `${type} reads ${list}: ${inputs.length} inputs are too many.`;
  const makesAny = signature.outputs.at(-1)?.count === 'variadic';
  if (!makesAny && outputs.length > signature.outputs.length)
    return `${type} makes (${signature.outputs.map(portText).join(', ')}): ${outputs.length} outputs are too many.`;
  return undefined;
}

/** A value that a function's attribute gives has no type of its own, an empty list that of any list. */
function hasType(a: Operator['attributes'][string], type: string): boolean {
  if (a.kind === 'reference' || a.kind === 'other' || a.kind === type) return true;
  return Array.isArray(a.value) && a.value.length === 0 && type.endsWith('s');
}

/** Where the name of an attribute stands behind an operator's type, not in the sub-graphs of another attribute. */
function attributePlace(text: string, from: number, to: number, name: string): Range | undefined {
  const lexer = new Lexer(text, from, to);
  let depth = 0;
  for (; lexer.kind !== 'end'; lexer.next()) {
    if (lexer.kind === 'mark') {
      if (lexer.is('<') || lexer.is('(') || lexer.is('[') || lexer.is('{')) depth++;
      else if (lexer.is('>') || lexer.is(')') || lexer.is(']') || lexer.is('}')) depth--;
    } else if (depth === 1 && lexer.kind !== 'number') {
      const found = lexer.kind === 'string' ? stringContent(lexer.source) : lexer.source;
      if (found === name) return { start: lexer.start, end: lexer.end };
    }
  }
  return undefined;
}
