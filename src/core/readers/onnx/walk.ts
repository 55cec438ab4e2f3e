import type { Cursor, Walk } from '../../bytes/cursor';
import { BytesError } from '../../bytes/cursor';
import { decodeAttribute, decodeEntry, decodeOpset, decodePort, decodeText, normalDomain } from './decode';
import { firstText } from './newerFields';
import { plainNode, walkNode } from './node';
import type { RawFunction, RawGraph, RawModel, RawNode } from './raw';
import { emptyGraph } from './raw';
import { walkSparseTensor, walkTensor } from './tensor';
import type { Field } from './wire';
import { eachField, messageEnd, plain } from './wire';

/** A node up to this size is read in one go; a larger one holds payloads or sub-graphs and is walked. */
const SMALL_NODE_BYTES = 16 * 1024;
/** An empty node takes two bytes in a file and as much memory as several names. */
const NODE_ITEMS = 4;
/** Sub-graphs inside sub-graphs: no sane model goes deeper. */
export const MAX_DEPTH = 32;

function* text(cursor: Cursor, f: Field): Walk<string> {
  return decodeText(yield* plain(cursor, f));
}

/** Reads the whole model into `model`; broken places are noted in the cursor. */
export function* walkModel(cursor: Cursor, model: RawModel): Walk {
  yield* eachField(cursor, cursor.source.size, function* (f) {
    switch (f.number) {
      case 1:
        model.irVersion = f.value;
        break;
      case 2:
        model.producer = yield* text(cursor, f);
        break;
      case 3:
        model.producerVersion = yield* text(cursor, f);
        break;
      case 4:
        model.domain = yield* text(cursor, f);
        break;
      case 5:
        model.modelVersion = f.value;
        break;
      case 6:
        model.doc = yield* text(cursor, f);
        break;
      case 7: {
        const end = messageEnd(f);
        yield* walkGraph(cursor, end, (model.graph ??= emptyGraph()), 0);
        break;
      }
      case 8: {
        const opset = decodeOpset(yield* plain(cursor, f));
        model.opsets[opset.domain] = Math.max(opset.version, model.opsets[opset.domain] ?? 0);
        break;
      }
      case 14: {
        const [key, value] = decodeEntry(yield* plain(cursor, f));
        model.metadata[key] = value;
        break;
      }
      case 20:
        yield* walkTraining(cursor, messageEnd(f), model.training);
        break;
      case 25:
        cursor.spend(0, 1);
        model.functions.push(yield* walkFunction(cursor, messageEnd(f)));
        break;
      case 26: {
        const name = firstText(yield* plain(cursor, f));
        if (name) model.metadata['device configuration'] = name;
        break;
      }
    }
  });
}

/** TrainingInfoProto: the graphs that initialise (1) and train (2). */
function* walkTraining(cursor: Cursor, end: number, into: RawGraph[]): Walk {
  yield* eachField(cursor, end, function* (f) {
    if (f.number !== 1 && f.number !== 2) return;
    cursor.spend(0, 1);
    const graph = emptyGraph();
    into.push(graph);
    yield* walkGraph(cursor, messageEnd(f), graph, 0);
  });
}

/** Reads a GraphProto into `graph`, so that what was read stays when the file breaks off. */
function* walkGraph(cursor: Cursor, end: number, graph: RawGraph, depth: number): Walk {
  if (depth > MAX_DEPTH)
    throw new BytesError(`sub-graphs are nested deeper than ${MAX_DEPTH}`, cursor.position);
  yield* eachField(cursor, end, (f) => {
    if (f.number === 1) return nodes(cursor, f, depth, graph.nodes);
    return graphField(cursor, f, graph);
  });
}

function* walkSubgraph(cursor: Cursor, end: number, depth: number): Walk<RawGraph> {
  const graph = emptyGraph();
  yield* walkGraph(cursor, end, graph, depth);
  return graph;
}

function* graphField(cursor: Cursor, f: Field, graph: RawGraph): Walk {
  cursor.spend(0, 1);
  switch (f.number) {
    case 2:
      graph.name = yield* text(cursor, f);
      break;
    case 5:
      graph.initializers.push(yield* walkTensor(cursor, messageEnd(f)));
      break;
    case 11:
      graph.inputs.push(decodePort(yield* plain(cursor, f)));
      break;
    case 12:
      graph.outputs.push(decodePort(yield* plain(cursor, f)));
      break;
    case 13:
      graph.valueInfos.push(decodePort(yield* plain(cursor, f)));
      break;
    case 15:
      graph.initializers.push(yield* walkSparseTensor(cursor, messageEnd(f)));
      break;
  }
}

/** Reads one node: a small one at once when its bytes are at hand, any other field by field. */
function nodes(cursor: Cursor, f: Field, depth: number, into: RawNode[]): Walk | undefined {
  messageEnd(f);
  const small = f.length <= SMALL_NODE_BYTES;
  cursor.spend(small ? f.length : 0, NODE_ITEMS);
  if (!small) return slowNode(cursor, f, depth, into);
  return cursor.has(f.length) && nodeAtHand(cursor, f, into) ? undefined : slowNode(cursor, f, depth, into);
}

function nodeAtHand(cursor: Cursor, f: Field, into: RawNode[]): boolean {
  const at = cursor.position - cursor.pageStart;
  const node = plainNode(cursor.page, at, at + f.length, f.offset);
  if (!node) return false;
  cursor.spend(0, node.inputs.length + node.outputs.length + node.attributes.length);
  into.push(node);
  return true;
}

function* slowNode(cursor: Cursor, f: Field, depth: number, into: RawNode[]): Walk {
  if (f.length <= SMALL_NODE_BYTES && !cursor.has(f.length)) {
    yield f.length;
    if (cursor.has(f.length) && nodeAtHand(cursor, f, into)) return;
  }
  into.push(yield* walkNode(cursor, f, depth, walkSubgraph));
}

/** Reads a FunctionProto; its newer fields included. */
function* walkFunction(cursor: Cursor, end: number): Walk<RawFunction> {
  let name = '';
  let domain = '';
  let overload = '';
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes: string[] = [];
  const defaults: RawFunction['defaults'][number][] = [];
  const body: RawNode[] = [];
  const valueInfos: RawFunction['valueInfos'][number][] = [];
  const opsets: Record<string, number> = {};
  yield* eachField(cursor, end, function* (f) {
    if (f.number === 7) {
      const rest = nodes(cursor, f, 0, body);
      if (rest) yield* rest;
      return;
    }
    cursor.spend(0, 1);
    if (f.number === 1) name = yield* text(cursor, f);
    else if (f.number === 4) inputs.push(yield* text(cursor, f));
    else if (f.number === 5) outputs.push(yield* text(cursor, f));
    else if (f.number === 6) attributes.push(yield* text(cursor, f));
    else if (f.number === 9) {
      const o = decodeOpset(yield* plain(cursor, f));
      opsets[o.domain] = o.version;
    } else if (f.number === 10) domain = normalDomain(yield* text(cursor, f));
    else if (f.number === 11) defaults.push(decodeAttribute(yield* plain(cursor, f)));
    else if (f.number === 12) valueInfos.push(decodePort(yield* plain(cursor, f)));
    else if (f.number === 13) overload = yield* text(cursor, f);
  });
  return { name, domain, overload, inputs, outputs, attributes, defaults, opsets, nodes: body, valueInfos };
}
