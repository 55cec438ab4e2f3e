import type { Cursor } from '../../bytes/cursor';
import { BytesError } from '../../bytes/cursor';
import {
  decodeAttribute,
  decodeEntry,
  decodeNode,
  decodeOpset,
  decodePort,
  decodeText,
  holdsStructure,
  normalDomain,
  plainAttribute,
} from './decode';
import type { PlainAttribute } from './decode';
import { firstText, newerFields } from './newerFields';
import type { NewerFields } from './newerFields';
import { concat } from './parts';
import type { RawAttribute, RawFunction, RawGraph, RawModel, RawNode, RawTensor } from './raw';
import { emptyGraph } from './raw';
import { walkSparseTensor, walkTensor } from './tensor';
import { BYTES, eachField } from './wire';
import type { Field } from './wire';

/** A node up to this size is decoded whole first; a larger one holds payloads or sub-graphs and is walked. */
const SMALL_NODE_BYTES = 32 * 1024;
/** Plain fields of one attribute, port or name beyond this are refused. */
const MAX_PLAIN_BYTES = 64 * 1024 * 1024;
/** Sub-graphs inside sub-graphs: no sane model goes deeper. */
const MAX_DEPTH = 32;

/** Reads the whole model; what was read before a broken place is in `model` when it throws. */
export async function walkModel(
  cursor: Cursor,
  model: RawModel,
  report: (position: number) => void,
): Promise<void> {
  await eachField(cursor, cursor.source.size, async (f) => {
    report(f.offset);
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
      case 7:
        model.graph ??= emptyGraph();
        await walkGraph(cursor, f.offset + messageLength(f), model.graph, 0, report);
        break;
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
        await eachField(cursor, f.offset + messageLength(f), async (inner) => {
          if (inner.number !== 1 && inner.number !== 2) return;
          const graph = emptyGraph();
          model.training.push(graph);
          await walkGraph(cursor, inner.offset + messageLength(inner), graph, 0, report);
        });
        break;
      case 26: {
        const name = firstText(await plain(cursor, f));
        if (name) model.metadata['device configuration'] = name;
        break;
      }
      case 25:
        model.functions.push(await walkFunction(cursor, f.offset + messageLength(f)));
        break;
    }
  });
}

function messageLength(f: Field): number {
  if (f.wire !== BYTES) throw new BytesError(`field ${f.number} should be a message`, f.start);
  return f.length;
}

async function plain(cursor: Cursor, f: Field): Promise<Uint8Array> {
  messageLength(f);
  if (f.length > MAX_PLAIN_BYTES) throw new BytesError(`field ${f.number} is larger than 64 MiB`, f.start);
  cursor.position = f.offset;
  return cursor.take(f.length);
}

async function text(cursor: Cursor, f: Field): Promise<string> {
  return decodeText(await plain(cursor, f));
}

/** Reads a GraphProto into `graph`, so that what was read stays when the file breaks off. */
export async function walkGraph(
  cursor: Cursor,
  end: number,
  graph: RawGraph,
  depth: number,
  report?: (position: number) => void,
): Promise<void> {
  if (depth > MAX_DEPTH)
    throw new BytesError(`sub-graphs are nested deeper than ${MAX_DEPTH}`, cursor.position);
  await eachField(cursor, end, (f) => {
    if (f.number === 1) return walkNode(cursor, f, depth, graph.nodes);
    return graphField(cursor, f, graph, report);
  });
}

async function graphField(
  cursor: Cursor,
  f: Field,
  graph: RawGraph,
  report: ((position: number) => void) | undefined,
): Promise<void> {
  const stop = f.offset + f.length;
  switch (f.number) {
    case 2:
      graph.name = await text(cursor, f);
      break;
    case 5:
      messageLength(f);
      report?.(f.offset);
      graph.initializers.push(await walkTensor(cursor, stop));
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
      messageLength(f);
      graph.initializers.push(await walkSparseTensor(cursor, stop));
      break;
  }
}

async function walkNode(cursor: Cursor, f: Field, depth: number, into: RawNode[]): Promise<void> {
  const length = messageLength(f);
  if (length <= SMALL_NODE_BYTES) {
    const bytes = await cursor.take(length);
    const node = decodeNode(bytes);
    if (!node.attribute?.some(holdsStructure)) {
      into.push(rawNode(node, newerFields(bytes), (node.attribute ?? []).map(plainAttribute), f.offset));
      return;
    }
    cursor.position = f.offset;
  }
  const end = f.offset + length;
  const parts: Uint8Array[] = [];
  const attributes: RawAttribute[] = [];
  await eachField(cursor, end, async (inner) => {
    if (inner.number === 5) {
      attributes.push(await walkAttribute(cursor, inner.offset + messageLength(inner), depth));
    } else {
      cursor.position = inner.start;
      if (inner.length > MAX_PLAIN_BYTES) throw new BytesError('a name is larger than 64 MiB', inner.start);
      parts.push(await cursor.take(inner.offset + inner.length - inner.start));
    }
  });
  const bytes = concat(parts);
  into.push(rawNode(decodeNode(bytes), newerFields(bytes), attributes, f.offset));
}

function rawNode(
  node: ReturnType<typeof decodeNode>,
  newer: NewerFields,
  attributes: readonly RawAttribute[],
  offset: number,
): RawNode {
  return {
    type: node.opType ?? '',
    domain: normalDomain(node.domain ?? ''),
    name: node.name ?? '',
    ...newer,
    inputs: node.input ?? [],
    outputs: node.output ?? [],
    attributes,
    offset,
  };
}

async function walkAttribute(cursor: Cursor, end: number, depth: number): Promise<RawAttribute> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let tensor: RawTensor | undefined;
  const tensors: RawTensor[] = [];
  const graphs: RawGraph[] = [];
  let graph: RawGraph | undefined;
  await eachField(cursor, end, async (f) => {
    const stop = f.offset + f.length;
    switch (f.number) {
      case 5:
        tensor = await walkTensor(cursor, f.offset + messageLength(f));
        break;
      case 22:
        tensor = await walkSparseTensor(cursor, f.offset + messageLength(f));
        break;
      case 10:
        tensors.push(await walkTensor(cursor, f.offset + messageLength(f)));
        break;
      case 6:
        graph = emptyGraph();
        await walkGraph(cursor, f.offset + messageLength(f), graph, depth + 1);
        break;
      case 11: {
        const g = emptyGraph();
        graphs.push(g);
        await walkGraph(cursor, f.offset + messageLength(f), g, depth + 1);
        break;
      }
      default:
        size += stop - f.start;
        if (size > MAX_PLAIN_BYTES) throw new BytesError('an attribute is larger than 64 MiB', f.start);
        cursor.position = f.start;
        parts.push(await cursor.take(stop - f.start));
    }
  });
  const flat: PlainAttribute = decodeAttribute(concat(parts));
  return {
    ...flat,
    ...(tensor ? { tensor } : {}),
    ...(tensors.length ? { tensors } : {}),
    ...(graph ? { graph } : {}),
    ...(graphs.length ? { graphs } : {}),
  };
}

/** Reads a FunctionProto; its newer fields included. */
async function walkFunction(cursor: Cursor, end: number): Promise<RawFunction> {
  let name = '';
  let domain = '';
  let overload = '';
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes: string[] = [];
  const nodes: RawNode[] = [];
  const valueInfos: RawFunction['valueInfos'][number][] = [];
  const opsets: Record<string, number> = {};
  await eachField(cursor, end, async (f) => {
    if (f.number === 7) return walkNode(cursor, f, 0, nodes);
    if (f.number === 1) name = await text(cursor, f);
    else if (f.number === 4) inputs.push(await text(cursor, f));
    else if (f.number === 5) outputs.push(await text(cursor, f));
    else if (f.number === 6) attributes.push(await text(cursor, f));
    else if (f.number === 9) {
      const o = decodeOpset(await plain(cursor, f));
      opsets[o.domain] = o.version;
    } else if (f.number === 10) domain = normalDomain(await text(cursor, f));
    else if (f.number === 11) attributes.push(decodeAttribute(await plain(cursor, f)).name);
    else if (f.number === 12) valueInfos.push(decodePort(await plain(cursor, f)));
    else if (f.number === 13) overload = await text(cursor, f);
  });
  return { name, domain, overload, inputs, outputs, attributes, opsets, nodes, valueInfos };
}
