import type { Graph, LocalFunction } from '../model/graph';
import type { FileHead, Model } from '../model/model';
import type { Attribute, Operator } from '../model/operator';
import type { Storage } from '../model/weight';
import type { Value } from '../model/value';
import { copiesOf } from './instances';
import { wholeText } from './numbers';
import { initializerText } from './printInitializer';
import { attributeName, attributeText } from './printAttribute';
import { STEP_OPERATORS, atOnce } from '../steps';
import type { Section } from './sections';
import { sectionsOf } from './sections';
import type { GraphPlace, SectionPlace, TextMap } from './textMap';
import { plainType, typeText } from './types';
import { domainText, graphNameText, isIdentifier, nameText, quotedText } from './words';
import { Writer, countText, listed, oneLine } from './writer';

/** A model as text, and where everything stands in it. */
export interface PrintedText {
  readonly text: string;
  readonly map: TextMap;
}

export interface PrintOptions {
  /** UTF-16 units after which no more operators are written. */
  readonly mostCharacters?: number;
}

/** Editors hand extensions no text over 50 MiB; what stays below is the rest of the head and the tail. */
const MOST_CHARACTERS = 48_000_000;
/** Editors do not colour a text over 20 MiB or 300,000 lines. */
const COLOURED_CHARACTERS = 20 * 1024 * 1024;
const COLOURED_LINES = 300_000;
const MAX_DEPTH = 32;
const STEP = '   ';

/**
 * Writes a model in the standard's textual syntax. `file` is the model as the file declares it, `shaped` the same after
 * shape inference and grouping into blocks (equal ids). Weights are elided; what the syntax cannot say stands in comments.
 */
export function printModel(file: Model, shaped: Model, options: PrintOptions = {}): PrintedText {
  return atOnce(printSteps(file, shaped, options));
}

/** The same, with rests between steps of about a thousand lines. */
export function printSteps(
  file: Model,
  shaped: Model,
  options: PrintOptions = {},
): Generator<void, PrintedText> {
  return new Printer(file, shaped, options).run();
}

type Steps = Generator<void, void>;
type NamedAttribute = readonly [name: string, value: Attribute];

class Printer {
  private readonly out = new Writer();
  private readonly start: Int32Array;
  private readonly end: Int32Array;
  private readonly graphs: GraphPlace[] = [];
  private readonly sections: SectionPlace[] = [];
  private readonly seen = new Set<number>();
  private readonly copies: ReadonlyMap<number, readonly number[]>;
  private readonly most: number;
  private cut = 0;
  private written = 0;

  constructor(
    private readonly file: Model,
    private readonly shaped: Model,
    options: PrintOptions,
  ) {
    this.start = new Int32Array(file.operators.length).fill(-1);
    this.end = new Int32Array(file.operators.length).fill(-1);
    this.copies = copiesOf(file, shaped);
    this.most = options.mostCharacters ?? MOST_CHARACTERS;
  }

  *run(): Generator<void, PrintedText> {
    this.preamble();
    this.head(this.file.head);
    const main = this.file.graphs.findIndex((g) => g.kind === 'main');
    if (main >= 0) yield* this.graph(main, nameText(this.file.graphs[main]!.name), '', 0);
    this.out.write('\n');
    for (const f of this.file.functions) yield* this.function(f);
    const training = this.file.graphs.filter((g) => g.kind === 'training').length;
    if (training > 0)
      this.out.write(`\n# ${training} training graphs are in the file; this syntax has no form for them.\n`);
    const { start, end, graphs, sections, cut } = this;
    return { text: this.out.text(), map: { start, end, graphs, sections, cut } };
  }

  private preamble(): void {
    this.out.write(
      `# ${oneLine(this.shaped.name)} as text. Of large weights only the first values are shown, then ... and their size; {} stands for none. Shapes marked "inferred" are not in the file.\n`,
    );
    const { operators, weights } = this.file;
    if (operators.length > COLOURED_LINES || operators.length * 80 > COLOURED_CHARACTERS)
      this.out.write(
        `# ${countText(operators.length)} operators and ${countText(weights.length)} weights: a text of this size is shown without colours by editors.\n`,
      );
  }

  private head(head: FileHead | undefined): void {
    const fields = [
      `ir_version: ${wholeText(head?.irVersion ?? 0)}`,
      `opset_import: ${this.opsets(this.file.opsets)}`,
    ];
    const add = (key: string, value: string | undefined) => {
      if (value) fields.push(`${key}: ${quotedText(value)}`);
    };
    add('producer_name', head?.producerName);
    add('producer_version', head?.producerVersion);
    add('domain', head?.domain);
    if (head?.modelVersion) fields.push(`model_version: ${wholeText(head.modelVersion)}`);
    add('doc_string', head?.doc);
    const metadata = Object.entries(head?.metadata ?? {});
    if (metadata.length > 0)
      fields.push(
        `metadata_props: [\n${metadata.map(([k, v]) => `${STEP}${STEP}${quotedText(k)}: ${quotedText(v)}`).join(',\n')}\n${STEP}]`,
      );
    this.out.write(`<\n${STEP}${fields.join(`,\n${STEP}`)}\n>\n`);
  }

  private opsets(opsets: Readonly<Record<string, number>>): string {
    const items = Object.entries(opsets).map(([domain, v]) => `${quotedText(domain)}: ${wholeText(v)}`);
    return `[${items.join(', ')}]`;
  }

  private *graph(id: number, name: string, indent: string, depth: number): Steps {
    const g = this.file.graphs[id]!;
    const start = this.out.length;
    const inner = indent + STEP;
    const inputs = this.ports(g.inputs, inner, indent);
    const outputs = this.ports(g.outputs, inner, indent);
    this.out.write(`${name} ${inputs} => ${outputs}`);
    yield* this.valueSection(g, inner, indent);
    yield* this.body(id, g, start, indent, depth);
  }

  private *function(f: LocalFunction): Steps {
    const g = this.file.graphs[f.graph]!;
    const fields = [`domain: ${quotedText(f.domain)}`];
    if (f.overload) fields.push(`overload: ${quotedText(f.overload)}`);
    fields.push(`opset_import: ${this.opsets(f.opsets)}`);
    this.out.write(`\n<\n${STEP}${fields.join(`,\n${STEP}`)}\n>\n`);
    const start = this.out.length;
    const attributes = f.attributes.map((a) => {
      const given = f.defaults && Object.hasOwn(f.defaults, a) ? f.defaults[a] : undefined;
      const text = given && attributeText(a, given, STEP);
      return typeof text === 'object' ? text.text : attributeName(a);
    });
    const names = (ids: readonly number[]) => `(${ids.map((v) => nameText(this.nameOf(v))).join(', ')})`;
    const list = attributes.length > 0 ? ` <${attributes.join(', ')}>` : '';
    this.out.write(`${nameText(f.name)}${list} ${names(g.inputs)} => ${names(g.outputs)}`);
    yield* this.valueSection(g, STEP, '', [...g.inputs, ...g.outputs]);
    yield* this.body(f.graph, g, start, '', 0);
    this.out.write('\n');
  }

  private ports(ids: readonly number[], inner: string, indent: string): string {
    const items = ids.map((v) => {
      const value = this.file.values[v];
      const type = value && typeText(value);
      return `${type ? `${type} ` : ''}${nameText(value?.name ?? '')}`;
    });
    const line = items.join(', ');
    if (line.length < 80) return `(${line})`;
    return `(\n${inner}${items.join(`,\n${inner}`)}\n${indent})`;
  }

  /** What stands between `<` and `>` before the operators: stored tensors, then the types that the file gives. */
  private *valueSection(g: Graph, inner: string, indent: string, more: readonly number[] = []): Steps {
    const lines: { text: string; note?: string }[] = [];
    for (const v of g.initializers ?? []) {
      const value = this.file.values[v]!;
      lines.push(initializerText(value, this.file.weights[value.weight!]!, inner));
      if (lines.length % STEP_OPERATORS === 0) yield;
    }
    const given = new Set(g.kind === 'function' ? [] : g.outputs);
    const infos: string[] = [];
    const info = (v: number) => {
      const value = v < 0 || given.has(v) ? undefined : this.file.values[v];
      if (!value || value.weight !== undefined || (value.dtype === undefined && !value.element)) return;
      given.add(v);
      const type = typeText(value);
      if (type) infos.push(`${type} ${nameText(value.name)}`);
    };
    more.forEach(info);
    for (const id of g.operators) {
      const op = this.file.operators[id]!;
      // The type of a constant follows from its value.
      if (op.type !== 'Constant' || op.domain !== '') op.outputs.forEach(info);
    }
    if (infos.length > 0) lines.push({ text: listed(infos, inner) });
    if (lines.length === 0) {
      this.out.write(' ');
      return;
    }
    this.out.write(`\n${indent}<\n`);
    lines.forEach(({ text, note }, i) => {
      const comma = i < lines.length - 1 ? ',' : '';
      this.out.write(`${inner}${text}${comma}${note ? `  # ${note}` : ''}\n`);
    });
    this.out.write(`${indent}>\n${indent}`);
  }

  private *body(id: number, g: Graph, start: number, indent: string, depth: number): Steps {
    const body = this.out.length;
    this.out.write('{\n');
    const inner = indent + STEP;
    const sections = sectionsOf(this.shaped, g.operators);
    yield;
    if (sections.length === 0) yield* this.operators(g, 0, g.operators.length - 1, inner, depth);
    else yield* this.withSections(id, g, 0, g.operators.length - 1, sections, inner, depth, 0, '');
    this.out.write(`${indent}}`);
    this.graphs.push({ graph: id, start, body, end: this.out.length });
  }

  private *withSections(
    id: number,
    g: Graph,
    from: number,
    to: number,
    sections: readonly Section[],
    indent: string,
    depth: number,
    level: number,
    path: string,
  ): Steps {
    let at = from;
    for (const [i, section] of sections.entries()) {
      if (section.first > at) {
        // Back in the section around, after one inside it.
        if (i > 0 && path !== '' && section.first - at > 1)
          this.out.write(`${indent}# ... ${oneLine(path)}\n`);
        yield* this.operators(g, at, section.first - 1, indent, depth);
      }
      const name = path === '' ? section.name : `${path}.${section.name}`;
      const again = this.seen.has(section.block);
      this.seen.add(section.block);
      const start = this.out.length + indent.length;
      this.out.write(`${indent}# ${oneLine(name)}${again ? ' (continued)' : ''}\n`);
      const place = { section, graph: id, start, end: 0, level, again };
      this.sections.push(place);
      yield* this.withSections(
        id,
        g,
        section.first,
        section.last,
        section.children,
        indent,
        depth,
        level + 1,
        name,
      );
      place.end = this.out.length - 1;
      at = section.last + 1;
    }
    if (at > to) return;
    if (sections.length > 0 && path !== '' && to > at) this.out.write(`${indent}# ... ${oneLine(path)}\n`);
    yield* this.operators(g, at, to, indent, depth);
  }

  private *operators(g: Graph, from: number, to: number, indent: string, depth: number): Steps {
    for (let i = from; i <= to; i++) {
      if (++this.written % STEP_OPERATORS === 0) yield;
      if (this.out.length > this.most) {
        this.cut += to - i + 1;
        this.out.write(
          `${indent}# ${countText(to - i + 1)} operators of ${oneLine(g.name)} are left out here: editors hand extensions no text over 50 MiB.\n`,
        );
        return;
      }
      const id = g.operators[i]!;
      const { graphs, note } = this.operator(id, indent);
      if (graphs.length > 0) yield* this.subgraphs(graphs, indent, depth);
      this.end[id] = this.out.length;
      this.out.write(`  # ${note}\n`);
    }
  }

  /** Writes a statement up to its graphs, which follow, and what stands behind it in a comment. */
  private operator(id: number, indent: string): { graphs: readonly NamedAttribute[]; note: string } {
    const op = this.file.operators[id]!;
    this.out.write(indent);
    this.start[id] = this.out.length;
    const inner = indent + STEP;
    const label = op.name === '' ? '' : `[${isIdentifier(op.name) ? op.name : quotedText(op.name)}] `;
    const outputs = listed(
      op.outputs.map((v) => this.portName(v)),
      inner,
    );
    const domain = op.domain === '' ? '' : `${domainText(op.domain)}.`;
    const type = `${domain}${isIdentifier(op.type) ? op.type : quotedText(op.type)}${op.overload ? `:${op.overload}` : ''}`;
    const inputs = `(${listed(
      op.inputs.map((v) => this.portName(v)),
      inner,
    )})`;
    const items: string[] = [];
    const graphs: NamedAttribute[] = [];
    const notes: string[] = [];
    for (const name in op.attributes) {
      const a = op.attributes[name]!;
      if (a.kind === 'graph' || a.kind === 'graphs') {
        graphs.push([name, a]);
        continue;
      }
      const text = attributeText(name, a, inner, this.storageOf(op));
      if (typeof text === 'string') notes.push(text);
      else {
        items.push(text.text);
        if (text.note) notes.push(text.note);
      }
    }
    if (graphs.length === 0) {
      const list = items.length > 0 ? ` <${listed(items, inner)}>` : '';
      this.out.write(`${label}${outputs} = ${type}${list} ${inputs}`);
    } else this.out.write(`${label}${outputs} = ${type} ${inputs} <${items.map((i) => `${i}, `).join('')}`);
    return { graphs, note: [this.resultOf(id, op), ...notes.map((n) => oneLine(n))].join('; ') };
  }

  /** Where the tensor of a Constant lies. */
  private storageOf(op: Operator): Storage | undefined {
    const weight = op.type === 'Constant' ? this.file.values[op.outputs[0] ?? -1]?.weight : undefined;
    return weight === undefined ? undefined : this.file.weights[weight]?.storage;
  }

  private *subgraphs(graphs: readonly NamedAttribute[], indent: string, depth: number): Steps {
    for (const [i, [name, a]] of graphs.entries()) {
      if (i > 0) this.out.write(', ');
      this.out.write(`${attributeName(name)} = `);
      const ids = a.kind === 'graph' ? [a.value] : a.kind === 'graphs' ? a.value : [];
      if (a.kind === 'graphs') this.out.write('[');
      for (const [k, g] of ids.entries()) {
        if (k > 0) this.out.write(', ');
        if (depth < MAX_DEPTH)
          yield* this.graph(g, graphNameText(this.file.graphs[g]!.name), indent, depth + 1);
        else this.out.write('too_deep () => () {}');
      }
      if (a.kind === 'graphs') this.out.write(']');
    }
    this.out.write('>');
  }

  /** The types of an operator's outputs: `float[batch, 384] inferred`. */
  private resultOf(id: number, op: Operator): string {
    const copies = this.copies.get(id);
    const shown = copies ? this.shaped.operators[copies[0]!]! : (this.shaped.operators[id] ?? op);
    const types: string[] = [];
    let inferred = false;
    op.outputs.forEach((v, i) => {
      if (v < 0) return;
      const declared = this.file.values[v]!;
      const value = this.shaped.values[shown.outputs[i] ?? v] ?? declared;
      const text = known(value) ? plainType(value) : '?';
      if (known(value) && value !== declared && text !== plainType(declared)) inferred = true;
      types.push(text);
    });
    const calls = copies && copies.length > 1 ? ` in the first of ${copies.length} calls` : '';
    return `${oneLine(types.join(', '), 1000) || 'no outputs'}${inferred ? ` inferred${calls}` : ''}`;
  }

  private portName(id: number): string {
    return id < 0 ? '""' : nameText(this.nameOf(id));
  }

  private nameOf(id: number): string {
    return this.file.values[id]?.name ?? '';
  }
}

function known(v: Value): boolean {
  return v.dtype !== undefined || v.shape !== undefined || v.element !== undefined || v.kind !== 'tensor';
}
