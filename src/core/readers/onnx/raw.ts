import type { ValueType } from '../../model/value';

/** What the walk over an ONNX file finds, before names become ids: structure without payloads. */

/** A run of bytes that was jumped over. */
export interface Payload {
  /** Field number in TensorProto (9 is raw_data). */
  readonly field: number;
  /** Where the first content byte lies in the file; undefined when it is no run of bytes (JSON). */
  readonly offset?: number;
  /** Content bytes, all fields of this number together. */
  readonly bytes: number;
}

export interface RawTensor {
  readonly name: string;
  readonly dims: readonly number[];
  /** TensorProto.DataType as a number; 0 when the file has none. */
  readonly dataType: number;
  readonly payload: Payload | undefined;
  /** Values of a small numeric tensor. */
  readonly values?: readonly number[];
  /** First values of a larger one, as far as they were at hand when it was jumped over. */
  readonly first?: readonly number[];
  /** key, value pairs of external_data when the data lie in another file. */
  readonly external?: Readonly<Record<string, string>>;
  /** Bytes of data that a text form leaves out: there is no payload, and nothing is missing. */
  readonly elided?: number;
  /** For a sparse tensor: elements that are stored; `dims` is the dense shape. */
  readonly nonZeros?: number;
  /** Where it stands in the file, when the reader notes it. */
  readonly offset?: number;
}

export interface RawAttribute {
  readonly name: string;
  /** AttributeProto.AttributeType; guessed from what is there when absent (ONNX IR 1). */
  readonly type: number;
  readonly reference?: string;
  readonly f?: number;
  readonly i?: number;
  readonly s?: string;
  readonly floats?: readonly number[];
  readonly ints?: readonly number[];
  readonly strings?: readonly string[];
  readonly tensor?: RawTensor;
  readonly tensors?: readonly RawTensor[];
  readonly graph?: RawGraph;
  readonly graphs?: readonly RawGraph[];
}

export interface RawNode {
  readonly type: string;
  readonly domain: string;
  readonly name: string;
  readonly overload: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly RawAttribute[];
  readonly metadata: Readonly<Record<string, string>>;
  /** Where the node begins in the file; undefined where it has no place (JSON). */
  readonly offset?: number;
}

export interface RawPort {
  readonly name: string;
  readonly type: ValueType | undefined;
  /** Where it stands in the file, when the reader notes it. */
  readonly offset?: number;
}

export interface RawGraph {
  name: string;
  readonly nodes: RawNode[];
  readonly initializers: RawTensor[];
  readonly inputs: RawPort[];
  readonly outputs: RawPort[];
  readonly valueInfos: RawPort[];
}

export interface RawFunction {
  readonly name: string;
  readonly domain: string;
  readonly overload: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly string[];
  /** Attributes with the value they have when a call gives none. */
  readonly defaults: readonly RawAttribute[];
  readonly opsets: Readonly<Record<string, number>>;
  readonly nodes: RawNode[];
  readonly valueInfos: readonly RawPort[];
}

export interface RawModel {
  irVersion: number;
  producer: string;
  producerVersion: string;
  domain: string;
  modelVersion: number;
  doc: string;
  readonly opsets: Record<string, number>;
  readonly metadata: Record<string, string>;
  graph: RawGraph | undefined;
  readonly functions: RawFunction[];
  readonly training: RawGraph[];
}

export function emptyGraph(): RawGraph {
  return { name: '', nodes: [], initializers: [], inputs: [], outputs: [], valueInfos: [] };
}

export function emptyModel(): RawModel {
  return {
    irVersion: 0,
    producer: '',
    producerVersion: '',
    domain: '',
    modelVersion: 0,
    doc: '',
    opsets: {},
    metadata: {},
    graph: undefined,
    functions: [],
    training: [],
  };
}
