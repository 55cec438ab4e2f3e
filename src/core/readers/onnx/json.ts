import type { onnx } from 'onnx-proto';
import { BytesError } from '../../bytes/cursor';
import { normalDomain, valueType } from './decode';
import type { JsonObject } from './jsonFields';
import {
  base64Bytes,
  entriesOf,
  field,
  isObject,
  listOf,
  numberOf,
  numbersOf,
  objectOf,
  objectsOf,
  textOf,
  textsOf,
} from './jsonFields';
import { sparseTensorOfJson, tensorOfJson } from './jsonTensor';
import type { RawAttribute, RawFunction, RawGraph, RawModel, RawNode, RawPort } from './raw';
import { emptyModel } from './raw';
import { MAX_DEPTH } from './walk';

const TEXT = new TextDecoder('utf-8');

/** AttributeProto.AttributeType by name, in the order of its numbers. */
const TYPES =
  'UNDEFINED FLOAT INT STRING TENSOR GRAPH FLOATS INTS STRINGS TENSORS GRAPHS SPARSE_TENSOR SPARSE_TENSORS TYPE_PROTO TYPE_PROTOS'.split(
    ' ',
  );

/** A ModelProto in protobuf's JSON form, payloads left out; undefined for other JSON. */
export function modelOfJson(json: unknown): RawModel | undefined {
  if (!isObject(json) || !objectOf(json, 'graph')) return undefined;
  const model = emptyModel();
  model.irVersion = numberOf(json, 'irVersion') ?? 0;
  model.producer = textOf(json, 'producerName');
  model.producerVersion = textOf(json, 'producerVersion');
  model.domain = textOf(json, 'domain');
  model.modelVersion = numberOf(json, 'modelVersion') ?? 0;
  model.doc = textOf(json, 'docString');
  Object.assign(model.opsets, opsetsOf(json));
  Object.assign(model.metadata, entriesOf(json, 'metadataProps'));
  model.graph = graphOf(objectOf(json, 'graph')!, 0);
  for (const f of objectsOf(json, 'functions')) model.functions.push(functionOf(f));
  for (const t of objectsOf(json, 'trainingInfo'))
    for (const name of ['initialization', 'algorithm']) {
      const graph = objectOf(t, name);
      if (graph) model.training.push(graphOf(graph, 0));
    }
  return model;
}

function opsetsOf(o: JsonObject): Record<string, number> {
  const opsets: Record<string, number> = {};
  for (const one of objectsOf(o, 'opsetImport')) {
    const domain = normalDomain(textOf(one, 'domain'));
    opsets[domain] = Math.max(numberOf(one, 'version') ?? 0, opsets[domain] ?? 0);
  }
  return opsets;
}

function graphOf(o: JsonObject, depth: number): RawGraph {
  if (depth > MAX_DEPTH) throw new BytesError(`sub-graphs are nested deeper than ${MAX_DEPTH}`, 0);
  return {
    name: textOf(o, 'name'),
    nodes: objectsOf(o, 'node').map((n) => nodeOf(n, depth)),
    initializers: [
      ...objectsOf(o, 'initializer').map(tensorOfJson),
      ...objectsOf(o, 'sparseInitializer').map(sparseTensorOfJson),
    ],
    inputs: objectsOf(o, 'input').map(portOf),
    outputs: objectsOf(o, 'output').map(portOf),
    valueInfos: objectsOf(o, 'valueInfo').map(portOf),
  };
}

function nodeOf(o: JsonObject, depth: number): RawNode {
  return {
    type: textOf(o, 'opType'),
    domain: normalDomain(textOf(o, 'domain')),
    name: textOf(o, 'name'),
    overload: textOf(o, 'overload'),
    inputs: textsOf(o, 'input'),
    outputs: textsOf(o, 'output'),
    attributes: objectsOf(o, 'attribute').map((a) => attributeOf(a, depth)),
    metadata: entriesOf(o, 'metadataProps'),
  };
}

function functionOf(o: JsonObject): RawFunction {
  return {
    name: textOf(o, 'name'),
    domain: normalDomain(textOf(o, 'domain')),
    overload: textOf(o, 'overload'),
    inputs: textsOf(o, 'input'),
    outputs: textsOf(o, 'output'),
    attributes: textsOf(o, 'attribute'),
    defaults: objectsOf(o, 'attributeProto').map((a) => attributeOf(a, 0)),
    opsets: opsetsOf(o),
    nodes: objectsOf(o, 'node').map((n) => nodeOf(n, 0)),
    valueInfos: objectsOf(o, 'valueInfo').map(portOf),
  };
}

function attributeOf(o: JsonObject, depth: number): RawAttribute {
  const type = field(o, 'type');
  const [f, i, s] = [numberOf(o, 'f'), numberOf(o, 'i'), field(o, 's')];
  const [floats, ints] = [numbersOf(o, 'floats'), numbersOf(o, 'ints')];
  const [tensor, sparse, graph] = [objectOf(o, 't'), objectOf(o, 'sparseTensor'), objectOf(o, 'g')];
  const tensors = [
    ...objectsOf(o, 'tensors').map(tensorOfJson),
    ...objectsOf(o, 'sparseTensors').map(sparseTensorOfJson),
  ];
  const graphs = objectsOf(o, 'graphs').map((g) => graphOf(g, depth + 1));
  const strings = listOf(o, 'strings').map((v) => TEXT.decode(base64Bytes(String(v))));
  const reference = textOf(o, 'refAttrName');
  return {
    name: textOf(o, 'name'),
    type: typeof type === 'string' ? Math.max(0, TYPES.indexOf(type)) : typeof type === 'number' ? type : 0,
    ...(reference ? { reference } : {}),
    ...(f === undefined ? {} : { f }),
    ...(i === undefined ? {} : { i }),
    ...(typeof s === 'string' ? { s: TEXT.decode(base64Bytes(s)) } : {}),
    ...(floats ? { floats } : {}),
    ...(ints ? { ints } : {}),
    ...(strings.length > 0 ? { strings } : {}),
    ...(tensor ? { tensor: tensorOfJson(tensor) } : sparse ? { tensor: sparseTensorOfJson(sparse) } : {}),
    ...(tensors.length > 0 ? { tensors } : {}),
    ...(graph ? { graph: graphOf(graph, depth + 1) } : {}),
    ...(graphs.length > 0 ? { graphs } : {}),
  };
}

function portOf(o: JsonObject): RawPort {
  const type = objectOf(o, 'type');
  return { name: textOf(o, 'name'), type: type && valueType(typeOf(type, 0), 0) };
}

/** A TypeProto as onnx-proto has it. */
function typeOf(o: JsonObject, depth: number): onnx.ITypeProto {
  if (depth > MAX_DEPTH) return {};
  const out: Record<string, unknown> = {};
  for (const name of ['tensorType', 'sparseTensorType']) {
    const t = objectOf(o, name);
    const shape = t && objectOf(t, 'shape');
    if (t)
      out[name] = {
        elemType: numberOf(t, 'elemType') ?? 0,
        ...(shape ? { shape: { dim: dimsOf(shape) } } : {}),
      };
  }
  for (const [name, element] of [
    ['sequenceType', 'elemType'],
    ['optionalType', 'elemType'],
    ['mapType', 'valueType'],
  ] as const) {
    const t = objectOf(o, name);
    const inner = t && objectOf(t, element);
    if (t) out[name] = inner ? { [element]: typeOf(inner, depth + 1) } : {};
  }
  return out;
}

function dimsOf(shape: JsonObject): onnx.TensorShapeProto.IDimension[] {
  return objectsOf(shape, 'dim').map((d) => {
    const dimParam = textOf(d, 'dimParam');
    const dimValue = numberOf(d, 'dimValue');
    return { ...(dimParam ? { dimParam } : {}), ...(dimValue === undefined ? {} : { dimValue }) };
  });
}
