import type { Cursor } from '../../bytes/cursor';
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
/** Sub-graphs inside sub-graphs: no sane model goes deeper. */
const MAX_DEPTH = 32;

const text = async (cursor: Cursor, f: Field): Promise<string> => decodeText(await plain(cursor, f));

/** Reads the whole model into `model`; broken places are noted in the cursor. */
export async function walkModel(cursor: Cursor, model: RawModel): Promise<void> {
  await eachField(cursor, cursor.source.size, async (f) => {
    switch (f.number) {
      case 1:
        model.irVersion = f.value;
        break;
      case 2:
        model.producer = await text(cursor, f);
        break;
      case 3:
        model.producerVersion = await text(cursor, f);
        break;
      case 4:
        model.domain = await text(cursor, f);
        break;
      case 5:
        model.modelVersion = f.value;
        break;
      case 6:
        model.doc = await text(cursor, f);
        break;
      case 7: {
        const end = messageEnd(f);
        await walkGraph(cursor, end, (model.graph ??= emptyGraph()), 0);
        break;
      }
      case 8: {
        const opset = decodeOpset(await plain(cursor, f));
        model.opsets[opset.domain] = Math.max(opset.version, model.opsets[opset.domain] ?? 0);
        break;
      }
      case 14: {
        const [key, value] = decodeEntry(await plain(cursor, f));
        model.metadata[key] = value;
        break;
      }
      case 20:
        await walkTraining(cursor, messageEnd(f), model.training);
        break;
      case 25:
        cursor.spend(0, 1);
        model.functions.push(await walkFunction(cursor, messageEnd(f)));
        break;
      case 26: {
        const name = firstText(await plain(cursor, f));
        if (name) model.metadata['device configuration'] = name;
        break;
      }
    }
  });
}

/** TrainingInfoProto: the graphs that initialise (1) and train (2). */
async function walkTraining(cursor: Cursor, end: number, into: RawGraph[]): Promise<void> {
  await eachField(cursor, end, async (f) => {
    if (f.number !== 1 && f.number !== 2) return;
    cursor.spend(0, 1);
    const graph = emptyGraph();
    into.push(graph);
    await walkGraph(cursor, messageEnd(f), graph, 0);
  });
}

/** Reads a GraphProto into `graph`, so that what was read stays when the file breaks off. */
async function walkGraph(cursor: Cursor, end: number, graph: RawGraph, depth: number): Promise<void> {
  if (depth > MAX_DEPTH)
    throw new BytesError(`sub-graphs are nested deeper than ${MAX_DEPTH}`, cursor.position);
  await eachField(cursor, end, (f) => {
    if (f.number === 1) return nodes(cursor, f, depth, graph.nodes);
    return graphField(cursor, f, graph);
  });
}

async function walkSubgraph(cursor: Cursor, end: number, depth: number): Promise<RawGraph> {
  const graph = emptyGraph();
  await walkGraph(cursor, end, graph, depth);
  return graph;
}

async function graphField(cursor: Cursor, f: Field, graph: RawGraph): Promise<void> {
  cursor.spend(0, 1);
  switch (f.number) {
    case 2:
      graph.name = await text(cursor, f);
      break;
    case 5:
      graph.initializers.push(await walkTensor(cursor, messageEnd(f)));
      break;
    case 11:
      graph.inputs.push(decodePort(await plain(cursor, f)));
      break;
    case 12:
      graph.outputs.push(decodePort(await plain(cursor, f)));
      break;
    case 13:
      graph.valueInfos.push(decodePort(await plain(cursor, f)));
      break;
    case 15:
      graph.initializers.push(await walkSparseTensor(cursor, messageEnd(f)));
      break;
  }
}

/** Reads one node; small ones at once. */
async function nodes(cursor: Cursor, f: Field, depth: number, into: RawNode[]): Promise<void> {
  const stop = messageEnd(f);
  cursor.spend(f.length <= SMALL_NODE_BYTES ? f.length : 0, 1);
  if (f.length <= SMALL_NODE_BYTES) {
    if (!cursor.has(f.length)) await cursor.need(f.length);
    if (cursor.has(f.length)) {
      const at = cursor.position - cursor.pageStart;
      const node = plainNode(cursor.page, at, at + stop - f.offset, f.offset);
      if (node) {
        cursor.spend(0, node.inputs.length + node.outputs.length + node.attributes.length);
        into.push(node);
        return;
      }
    }
  }
  into.push(await walkNode(cursor, f, depth, walkSubgraph));
}

/** Reads a FunctionProto; its newer fields included. */
async function walkFunction(cursor: Cursor, end: number): Promise<RawFunction> {
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
  await eachField(cursor, end, async (f) => {
    if (f.number === 7) return nodes(cursor, f, 0, body);
    cursor.spend(0, 1);
    if (f.number === 1) name = await text(cursor, f);
    else if (f.number === 4) inputs.push(await text(cursor, f));
    else if (f.number === 5) outputs.push(await text(cursor, f));
    else if (f.number === 6) attributes.push(await text(cursor, f));
    else if (f.number === 9) {
      const o = decodeOpset(await plain(cursor, f));
      opsets[o.domain] = o.version;
    } else if (f.number === 10) domain = normalDomain(await text(cursor, f));
    else if (f.number === 11) defaults.push(decodeAttribute(await plain(cursor, f)));
    else if (f.number === 12) valueInfos.push(decodePort(await plain(cursor, f)));
    else if (f.number === 13) overload = await text(cursor, f);
  });
  return { name, domain, overload, inputs, outputs, attributes, defaults, opsets, nodes: body, valueInfos };
}
