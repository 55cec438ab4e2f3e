import type { Cursor } from '../../bytes/cursor';
import { decodeAttribute, decodeEntry, decodeText, normalDomain } from './decode';
import { firstText } from './newerFields';
import { concat } from './parts';
import type { RawAttribute, RawGraph, RawNode, RawTensor } from './raw';
import { walkSparseTensor, walkTensor } from './tensor';
import type { Field } from './wire';
import { BYTES, eachField, messageEnd, plain, whole } from './wire';

/** Reads a sub-graph; given by the graph walk, which reads nodes in turn. */
export type WalkSubgraph = (cursor: Cursor, end: number, depth: number) => Promise<RawGraph>;

const NO_ATTRIBUTES: readonly RawAttribute[] = [];
const NO_METADATA: Readonly<Record<string, string>> = {};

/** A node while it is read. */
type Draft = { -readonly [K in keyof RawNode]: RawNode[K] } & {
  readonly inputs: string[];
  readonly outputs: string[];
};

const draft = (offset: number): Draft => ({
  type: '',
  domain: '',
  name: '',
  overload: '',
  inputs: [],
  outputs: [],
  attributes: NO_ATTRIBUTES,
  metadata: NO_METADATA,
  offset,
});

/** Attributes and metadata are rare enough that a list is made only for the first. */
function addAttribute(d: Draft, a: RawAttribute): void {
  if (d.attributes === NO_ATTRIBUTES) d.attributes = [a];
  else (d.attributes as RawAttribute[]).push(a);
}

function addMetadata(d: Draft, key: string, value: string): void {
  if (d.metadata === NO_METADATA) d.metadata = Object.create(null) as Record<string, string>;
  (d.metadata as Record<string, string>)[key] = value;
}

function setText(d: Draft, field: number, content: Uint8Array): void {
  if (field === 1) d.inputs.push(decodeText(content));
  else if (field === 2) d.outputs.push(decodeText(content));
  else if (field === 3) d.name = decodeText(content);
  else if (field === 4) d.type = decodeText(content);
  else if (field === 7) d.domain = normalDomain(decodeText(content));
  else if (field === 8) d.overload = decodeText(content);
  // Newer than onnx-proto's schema: overload, metadata_props, device_configurations.
  else if (field === 9) {
    const [key, value] = decodeEntry(content);
    addMetadata(d, key, value);
  } else if (field === 10) addMetadata(d, 'device_configuration', firstText(content));
}

/**
 * A node whose bytes are all at hand, read without waiting: how a graph of 200,000 nodes is read in one go. Undefined
 * when it holds tensors or sub-graphs or is not well formed; then the walk below looks at it field by field.
 */
export function plainNode(page: Uint8Array, start: number, end: number, offset: number): RawNode | undefined {
  const d = draft(offset);
  for (let at = start; at < end;) {
    const tag = page[at++]!;
    if (tag > 127 || (tag & 7) !== BYTES) return undefined;
    let length = page[at++]!;
    if (length > 127) {
      length = (length & 127) + page[at++]! * 128;
      if (page[at - 1]! > 127) return undefined;
    }
    const stop = at + length;
    if (!(stop <= end)) return undefined;
    const field = tag >> 3;
    const content = page.subarray(at, stop);
    if (field === 5) {
      if (!isPlainAttribute(content)) return undefined;
      addAttribute(d, decodeAttribute(content));
    } else setText(d, field, content);
    at = stop;
  }
  return d;
}

/** Fields of an attribute that hold tensors, graphs and sparse tensors. */
const STRUCTURE = new Set([5, 6, 10, 11, 22, 23]);

/** True for a well-formed attribute without tensors and sub-graphs. */
function isPlainAttribute(bytes: Uint8Array): boolean {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1, i = 0; i < 10; i++, scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) return NaN;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    return NaN;
  };
  while (at < bytes.length) {
    const tag = varint();
    const wire = tag % 8;
    if (STRUCTURE.has(Math.floor(tag / 8))) return false;
    // Not `at += varint()`: that takes the old place before the length is read.
    if (wire === BYTES) {
      const length = varint();
      at += length;
    } else if (wire === 0) varint();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else return false;
    if (!(at <= bytes.length)) return false;
  }
  return true;
}

/** Reads a NodeProto field by field, its tensors jumped over; what was read stays when it breaks off. */
export async function walkNode(
  cursor: Cursor,
  f: Field,
  depth: number,
  subgraph: WalkSubgraph,
): Promise<RawNode> {
  const d = draft(f.offset);
  await eachField(cursor, messageEnd(f), async (inner) => {
    cursor.spend(0, 1);
    if (inner.number !== 5) setText(d, inner.number, await plain(cursor, inner));
    else addAttribute(d, await walkAttribute(cursor, messageEnd(inner), depth, subgraph));
  });
  return d;
}

async function walkAttribute(
  cursor: Cursor,
  end: number,
  depth: number,
  subgraph: WalkSubgraph,
): Promise<RawAttribute> {
  const parts: Uint8Array[] = [];
  const tensors: RawTensor[] = [];
  const graphs: RawGraph[] = [];
  let tensor: RawTensor | undefined;
  let graph: RawGraph | undefined;
  await eachField(cursor, end, async (f) => {
    if (!STRUCTURE.has(f.number)) {
      parts.push(await whole(cursor, f));
      return;
    }
    cursor.spend(0, 1);
    const stop = messageEnd(f);
    if (f.number === 5) tensor = await walkTensor(cursor, stop);
    else if (f.number === 22) tensor = await walkSparseTensor(cursor, stop);
    else if (f.number === 10) tensors.push(await walkTensor(cursor, stop));
    else if (f.number === 23) tensors.push(await walkSparseTensor(cursor, stop));
    else if (f.number === 6) graph = await subgraph(cursor, stop, depth + 1);
    else graphs.push(await subgraph(cursor, stop, depth + 1));
  });
  return {
    ...decodeAttribute(concat(parts)),
    ...(tensor ? { tensor } : {}),
    ...(tensors.length ? { tensors } : {}),
    ...(graph ? { graph } : {}),
    ...(graphs.length ? { graphs } : {}),
  };
}
