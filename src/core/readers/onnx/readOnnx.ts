import type { ByteSource } from '../../bytes/byteSource';
import type { Walk } from '../../bytes/cursor';
import { Cursor } from '../../bytes/cursor';
import type { FileHead, Model } from '../../model/model';
import type { Problem } from '../../model/problem';
import type { Weight } from '../../model/weight';
import { Slices } from '../../slices';
import type { SliceOptions } from '../../slices';
import { Assembler } from './assemble';
import { checkExternal } from './externalData';
import type { ResolveExternal } from './externalData';
import { lookAlikes } from './lookAlikes';
import { madeWeights } from './madeWeights';
import type { RawModel } from './raw';
import { emptyModel } from './raw';
import { readJson } from './readJson';
import { recognise } from './recognise';
import { classify } from './roles';
import { usesOf } from './uses';
import { walkModel } from './walk';

/** What a file is can be told from so many bytes. */
const HEAD_BYTES = 1024;

const TEXT_FORM = 'This is ONNX in text form, not a binary model: reopen it with the text editor.';

export interface ReadOptions extends SliceOptions {
  readonly name?: string;
  /** Share of the file walked, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Opens a file beside the model; paths that leave its folder never reach it. */
  readonly resolveExternal?: ResolveExternal;
}

/** A model with its problems, or one sentence when nothing of a model could be read. */
export type ReadResult =
  | {
      readonly kind: 'model';
      readonly model: Model;
      /** Bytes taken from the file. */ readonly bytesRead: number;
    }
  /** `form` is set for a file of ONNX in a form that has a reader of its own. */
  | { readonly kind: 'unreadable'; readonly message: string; readonly form?: 'text' };

/**
 * Reads the structure of an ONNX file and none of its weights. Bad input never throws: whatever was readable is in the
 * model, with a problem that names the byte where it broke off. Rejects only when the signal aborts or the file itself
 * cannot be read.
 */
export async function readOnnx(source: ByteSource, options: ReadOptions = {}): Promise<ReadResult> {
  const cursor = new Cursor(source, options);
  const what = recognise(await cursor.run(headOf(cursor)), source.size);
  if (what.kind === 'none') return { kind: 'unreadable', message: what.message };
  if (what.kind === 'text') return { kind: 'unreadable', message: TEXT_FORM, form: 'text' };
  const raw = what.kind === 'json' ? await readJson(source, options.signal) : emptyModel();
  if (typeof raw === 'string') return { kind: 'unreadable', message: raw };
  if (what.kind === 'binary') await cursor.run(walkModel(cursor, raw));
  const problems = brokenPlaces(cursor);
  if (await source.changed?.())
    problems.push({
      severity: 'error',
      code: 'onnx.changed',
      message: 'The file changed while it was read; the figures may mix two versions of it.',
    });
  if (!raw.graph || (cursor.brokenCount > 0 && isEmpty(raw.graph))) {
    const [first] = cursor.broken;
    const why = first ? `${first.message} (byte ${first.offset})` : 'it holds no graph';
    return { kind: 'unreadable', message: `This is no ONNX model: ${why}.` };
  }
  return {
    kind: 'model',
    model: await finish(raw, problems, cursor, options),
    bytesRead: what.kind === 'json' ? source.size : cursor.bytesRead,
  };
}

/** The first bytes, which tell what the file is. */
function* headOf(cursor: Cursor): Walk<Uint8Array> {
  yield Math.min(HEAD_BYTES, cursor.source.size);
  return cursor.page.subarray(0, HEAD_BYTES);
}

/** Nothing in it that could be shown. */
function isEmpty(graph: NonNullable<RawModel['graph']>): boolean {
  return graph.nodes.length + graph.initializers.length + graph.inputs.length + graph.outputs.length === 0;
}

function brokenPlaces({ broken, brokenCount, stopped, source }: Cursor): Problem[] {
  const code = stopped ? 'onnx.too-large' : 'onnx.truncated';
  const problem = (message: string, at: number, offset = at): Problem => ({
    severity: 'error',
    code,
    message: `The file is broken at byte ${at}: ${message}; what could be read is shown and is incomplete.`,
    origin: { kind: 'bytes', offset },
  });
  // A file that ends too early breaks every message that is open there: one problem, told by the outermost.
  const cut = broken.filter(({ missing }) => missing > 0);
  const [outermost] = cut;
  const problems = [
    ...(outermost
      ? [problem(`it is cut off, ${outermost.missing} bytes are missing`, source.size, cut.at(-1)!.offset)]
      : []),
    ...broken.filter(({ missing }) => missing === 0).map((one) => problem(one.message, one.offset)),
  ];
  if (brokenCount > broken.length)
    problems.push({
      severity: 'error',
      code: 'onnx.truncated',
      message: `… and ${brokenCount - broken.length} more broken places.`,
    });
  return problems;
}

/** What a file that is cut off lacks is told once, not name by name. */
const OF_CUT_FILES = ['onnx.dangling-name', 'onnx.payload'];

async function finish(
  raw: RawModel,
  problems: readonly Problem[],
  { source, heads, broken }: Cursor,
  options: ReadOptions,
): Promise<Model> {
  const slices = new Slices(options);
  const a = new Assembler();
  await slices.take(a.graphSteps(raw.graph!, 'main', -1));
  for (const f of raw.functions) a.function(f);
  for (const g of raw.training) a.graph(g, 'training', -1);
  a.finish();
  const external = await checkExternal(a.weights, options.resolveExternal);
  // A file that cannot be read in parts would be read whole for a few bytes.
  const sourceOf = (file: string | undefined) => {
    const one = file === undefined ? source : external.sources.get(file);
    return one?.incremental || one === source ? one : undefined;
  };
  const alike = await lookAlikes(external.weights, { heads, sourceOf, rest: () => slices.rest() });
  for (const one of external.sources.values()) await one.dispose?.();
  const told = [...problems, ...external.problems, ...alike.problems];
  if (a.operators.length + a.weights.length === 0)
    a.tell('onnx.empty', 'The graph is empty: it has no operators and no weights.');
  const model = await slices.take(modelOf(raw, a, told, alike.weights, options.name));
  const isCut = broken.some(({ missing }) => missing > 0);
  return isCut
    ? { ...model, problems: model.problems.filter(({ code }) => !OF_CUT_FILES.includes(code)) }
    : model;
}

/** The picture of a file whose graphs are assembled, its tensors sorted by what reads them. Rests now and then. */
export function* modelOf(
  raw: RawModel,
  a: Assembler,
  problems: readonly Problem[],
  weights: readonly Weight[],
  name: string | undefined,
): Generator<void, Model> {
  if (raw.opsets[''] === undefined && a.operators.some((op) => op.domain === ''))
    a.tell(
      'onnx.no-opset',
      'The file names no opset of the standard operators; version 1 is taken, as the standard says.',
    );
  const { graph } = raw;
  yield;
  const uses = yield* usesOf(a);
  const stored = yield* classify(weights, a, uses);
  yield;
  return {
    format: 'onnx',
    modelType: graph!.name || 'onnx',
    name: name ?? graph!.name,
    certainty: 'exact',
    blocks: [{ name: graph!.name || 'graph', parent: -1, repeat: 1 }],
    graphs: a.graphs,
    functions: a.functions,
    operators: a.operators,
    values: a.values,
    weights: [...stored, ...madeWeights(a, stored.length, uses)],
    caches: [],
    facts: {},
    opsets: raw.opsets,
    properties: propertiesOf(raw),
    head: fileHead(raw),
    problems: [...problems, ...a.problems],
  };
}

function fileHead(raw: RawModel): FileHead {
  return {
    irVersion: raw.irVersion,
    producerName: raw.producer,
    producerVersion: raw.producerVersion,
    domain: raw.domain,
    modelVersion: raw.modelVersion,
    doc: raw.doc,
    metadata: raw.metadata,
  };
}

function propertiesOf(raw: RawModel): Model['properties'] {
  const all: (readonly [string, string])[] = [
    ['Producer', [raw.producer, raw.producerVersion].filter(Boolean).join(' ')],
    ['IR version', raw.irVersion ? String(raw.irVersion) : ''],
    ['Domain', raw.domain],
    ['Model version', raw.modelVersion ? String(raw.modelVersion) : ''],
    ['Description', raw.doc],
    ...Object.entries(raw.metadata),
  ];
  return all
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, value.slice(0, 2000)] as const);
}
