import type { ValueType } from '../../model/value';
import type { RawFunction, RawGraph, RawPort, RawTensor } from '../onnx/raw';
import type { TextPlace } from '../../text/textMap';
import { parseAttribute } from './attributes';
import type { ParseGraph } from './attributes';
import { parseNodes } from './nodes';
import { MAX_DEPTH } from './parser';
import type { Parser } from './parser';
import { parseTensor } from './tensors';
import { atType, parseType } from './types';

/** A value in a graph's head, with where its name ends. */
export interface TextPort extends RawPort {
  readonly offset: number;
  readonly end: number;
}

/** Reads graphs, and notes where each stands. */
export class Graphs {
  readonly places = new Map<RawGraph | RawFunction, TextPlace>();
  private depth = 0;
  private readonly counted = { nodes: 0 };

  constructor(private readonly p: Parser) {}

  /** `name (inputs) => (outputs) <stored tensors and types> { operators }`. */
  readonly graph: ParseGraph = () => {
    const { p } = this;
    if (this.depth >= MAX_DEPTH) p.fail(`Graphs are nested deeper than ${MAX_DEPTH}.`);
    const { name, start } = p.name("The graph's name");
    const initializers: RawTensor[] = [];
    const inputs = this.ports('(', ')', "the graph's inputs", initializers);
    p.expect('=>', "between the graph's inputs and outputs");
    const outputs = this.ports('(', ')', "the graph's outputs");
    const valueInfos = p.lexer.is('<') ? this.ports('<', '>', 'the stored tensors', initializers, true) : [];
    const body = p.lexer.start;
    this.depth++;
    const nodes = parseNodes(p, this.graph, this.counted);
    this.depth--;
    const graph: RawGraph = { name, nodes, initializers, inputs, outputs, valueInfos };
    this.places.set(graph, { start, body, end: p.lastEnd });
    return graph;
  };

  /** `name <attributes> (inputs) => (outputs) <types> { operators }`, its head read before. */
  function(head: Pick<RawFunction, 'domain' | 'overload' | 'opsets'>): RawFunction {
    const { p } = this;
    const { name, start } = p.name("The function's name");
    const attributes: string[] = [];
    const defaults: RawFunction['defaults'][number][] = [];
    if (p.take('<'))
      p.list('>', () => {
        const { name: attribute } = p.name('The name of an attribute');
        if (p.lexer.is(':') || p.lexer.is('=')) defaults.push(parseAttribute(p, attribute, this.graph));
        else attributes.push(attribute);
      });
    const inputs = this.ports('(', ')', "the function's inputs");
    p.expect('=>', "between the function's inputs and outputs");
    const outputs = this.ports('(', ')', "the function's outputs");
    const infos = p.lexer.is('<') ? this.ports('<', '>', 'the types of values') : [];
    const body = p.lexer.start;
    const nodes = parseNodes(p, this.graph, this.counted);
    const valueInfos = [...inputs, ...outputs, ...infos].filter((port) => port.type !== undefined);
    const names = (ports: readonly RawPort[]) => ports.map((port) => port.name);
    const made = {
      ...head,
      name,
      attributes,
      defaults,
      inputs: names(inputs),
      outputs: names(outputs),
      nodes,
    };
    const f: RawFunction = { ...made, valueInfos };
    this.places.set(f, { start, body, end: p.lastEnd });
    return f;
  }

  /** Values with commas: `float[N] x`, a name alone, and where tensors may be stored `float[2] w = {1, 2}`. */
  private ports(
    open: string,
    close: string,
    what: string,
    initializers?: RawTensor[],
    only = false,
  ): TextPort[] {
    const { p } = this;
    const ports: TextPort[] = [];
    p.expect(open, `before ${what}`);
    p.list(close, () => {
      const { start } = p.lexer;
      const type: ValueType | undefined = atType(p) ? parseType(p) : undefined;
      const { name, start: offset, end } = p.name(type ? 'The name of the value' : 'A value');
      if (!p.lexer.is('=') || !initializers) {
        ports.push({ name, type, offset, end });
        return;
      }
      p.lexer.next();
      if (!type) return p.fail(`The type of '${name}' is missing: a tensor with data must have one.`);
      initializers.push({ ...parseTensor(p, name, type, start), offset });
      if (!only) ports.push({ name, type, offset, end });
    });
    return ports;
  }
}
