import type { Cursor, Walk } from '../../bytes/cursor';
import { decodeAttribute, decodeEntry, decodeText, normalDomain } from './decode';
import { firstText } from './newerFields';
import { concat } from './parts';
import type { RawAttribute, RawGraph, RawNode, RawTensor } from './raw';
import { walkSparseTensor, walkTensor } from './tensor';
import type { Field } from './wire';
import { BYTES, eachField, messageEnd, plain, whole } from './wire';

/** Reads a sub-graph; given by the graph walk, which reads nodes in turn. */
export type WalkSubgraph = (cursor: Cursor, end: number, depth: number) => Walk<RawGraph>;

const NO_ATTRIBUTES: readonly RawAttribute[] = [];
const NO_METADATA: Readonly<Record<string, string>> = {};

/** A node while it is read. */
type Draft = { -readonly [K in keyof RawNode]: RawNode[K] };

const NO_NAMES: readonly string[] = [];

const draft = (offset: number): Draft => ({
  type: '',
  domain: '',
  name: '',
  overload: '',
  inputs: NO_NAMES,
  outputs: NO_NAMES,
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

/** A few hundred types stand for a million nodes: each is one text. */
const TYPES = new Map<string, string>();
const MAX_TYPES = 4096;

function sharedType(type: string): string {
  const known = TYPES.get(type);
  if (known !== undefined) return known;
  if (type.length < 64 && TYPES.size < MAX_TYPES) TYPES.set(type, type);
  return type;
}

/** One field of a node but an input, output or attribute, from its content at `start` to `end`. */
function setField(d: Draft, field: number, bytes: Uint8Array, start: number, end: number): void {
  if (field === 3) d.name = decodeText(bytes, start, end);
  else if (field === 4) d.type = sharedType(decodeText(bytes, start, end));
  else if (field === 7) d.domain = normalDomain(decodeText(bytes, start, end));
  else if (field === 8) d.overload = decodeText(bytes, start, end);
  // Newer than onnx-proto's schema: overload, metadata_props, device_configurations.
  else if (field === 9) {
    const [key, value] = decodeEntry(bytes.subarray(start, end));
    addMetadata(d, key, value);
  } else if (field === 10) addMetadata(d, 'device_configuration', firstText(bytes.subarray(start, end)));
}

/** Where the names of the node at hand are gathered. */
const INPUTS: string[] = [];
const OUTPUTS: string[] = [];

/**
 * A node whose bytes are all at hand, read without waiting: how a graph of 200,000 nodes is read in one go. Undefined
 * when it holds tensors or sub-graphs or is not well formed; then the walk below looks at it field by field.
 */
export function plainNode(page: Uint8Array, start: number, end: number, offset: number): RawNode | undefined {
  const d = draft(offset);
  let inputs = 0;
  let outputs = 0;
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
    if (field === 1) INPUTS[inputs++] = decodeText(page, at, stop);
    else if (field === 2) OUTPUTS[outputs++] = decodeText(page, at, stop);
    else if (field === 5) {
      const content = page.subarray(at, stop);
      if (!isPlainAttribute(content)) return undefined;
      addAttribute(d, decodeAttribute(content));
    } else setField(d, field, page, at, stop);
    at = stop;
  }
  // A list that grows by itself keeps room for sixteen more: much, for a million nodes.
  if (inputs > 0) d.inputs = INPUTS.slice(0, inputs);
  if (outputs > 0) d.outputs = OUTPUTS.slice(0, outputs);
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
export function* walkNode(cursor: Cursor, f: Field, depth: number, subgraph: WalkSubgraph): Walk<RawNode> {
  const d = draft(f.offset);
  const inputs: string[] = [];
  const outputs: string[] = [];
  yield* eachField(cursor, messageEnd(f), function* (inner) {
    cursor.spend(0, 1);
    if (inner.number !== 5) {
      const content = yield* plain(cursor, inner);
      if (inner.number === 1) inputs.push(decodeText(content));
      else if (inner.number === 2) outputs.push(decodeText(content));
      else setField(d, inner.number, content, 0, content.length);
    } else addAttribute(d, yield* walkAttribute(cursor, messageEnd(inner), depth, subgraph));
  });
  return { ...d, inputs, outputs };
}

function* walkAttribute(
  cursor: Cursor,
  end: number,
  depth: number,
  subgraph: WalkSubgraph,
): Walk<RawAttribute> {
  const parts: Uint8Array[] = [];
  const tensors: RawTensor[] = [];
  const graphs: RawGraph[] = [];
  let tensor: RawTensor | undefined;
  let graph: RawGraph | undefined;
  yield* eachField(cursor, end, function* (f) {
    if (!STRUCTURE.has(f.number)) {
      parts.push(yield* whole(cursor, f));
      return;
    }
    cursor.spend(0, 1);
    const stop = messageEnd(f);
    if (f.number === 5) tensor = yield* walkTensor(cursor, stop);
    else if (f.number === 22) tensor = yield* walkSparseTensor(cursor, stop);
    else if (f.number === 10) tensors.push(yield* walkTensor(cursor, stop));
    else if (f.number === 23) tensors.push(yield* walkSparseTensor(cursor, stop));
    else if (f.number === 6) graph = yield* subgraph(cursor, stop, depth + 1);
    else graphs.push(yield* subgraph(cursor, stop, depth + 1));
  });
  return {
    ...decodeAttribute(concat(parts)),
    ...(tensor ? { tensor } : {}),
    ...(tensors.length ? { tensors } : {}),
    ...(graph ? { graph } : {}),
    ...(graphs.length ? { graphs } : {}),
  };
}
