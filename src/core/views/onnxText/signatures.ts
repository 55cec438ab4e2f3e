import { portText, signatureText } from '../../text/operators';
import { attributeDetail, functionOf, signatureIn } from './completions';
import type { OnnxText } from './open';
import { inEnglish } from './words';
import type { Say } from './words';
import { writingAt } from './writing';

/** What the operator at the cursor takes, with the input or attribute that is being written. */
export interface TextSignature {
  readonly label: string;
  /** Places in the label. */
  readonly parameters: readonly { readonly start: number; readonly end: number; readonly about: string }[];
  /** Which of them is written; undefined for one more than there are. */
  readonly active: number | undefined;
}

/** The signature of the operator whose inputs or attributes somebody writes at an offset. */
export function textSignature(
  source: string,
  offset: number,
  known?: OnnxText,
  say: Say = inEnglish,
): TextSignature | undefined {
  const writing = writingAt(source, offset, known)?.writing;
  if (writing?.kind !== 'input' && writing?.kind !== 'attribute') return undefined;
  const model = known?.index.model;
  const f = functionOf(model, writing.operator);
  const signature = f ? undefined : signatureIn(model, writing.operator);
  if (!f && !signature) return undefined;
  if (writing.kind === 'attribute') {
    const all = signature?.attributes ?? f!.attributes.map((name) => ({ name, type: '', isRequired: false }));
    const head = `${writing.operator.type} <`;
    const names = all.map(({ name }) => name);
    const about = all.map((a) => (a.type === '' ? '' : attributeDetail(a, say)));
    return placed(head, names, about, '>', undefined);
  }
  const names = signature
    ? signature.inputs.map(portText)
    : model!.graphs[f!.graph]!.inputs.map((v) => model!.values[v]!.name);
  const isOpen = signature?.inputs.at(-1)?.count === 'variadic';
  const last = names.length - 1;
  const active = writing.at <= last ? writing.at : isOpen ? last : undefined;
  const whole = signature ? signatureText(signature) : '';
  const end = signature ? whole.slice(whole.indexOf(')')) : ')';
  return placed(`${writing.operator.type} (`, names, [], end, active);
}

function placed(
  head: string,
  names: readonly string[],
  about: readonly string[],
  tail: string,
  active: number | undefined,
): TextSignature {
  let label = head;
  const parameters = names.map((name, i) => {
    if (i > 0) label += ', ';
    const start = label.length;
    label += name;
    return { start, end: label.length, about: about[i] ?? '' };
  });
  return { label: label + tail, parameters, active };
}
