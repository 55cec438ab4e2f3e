import type { Analysis, Unreadable } from '../analysis';
import type { ByteSource } from '../bytes/byteSource';
import { costModel } from '../costs/costModel';
import { adoptStored } from '../architectures/adoptStored';
import { agreementOf } from '../architectures/agreeWithDisk';
import { buildModel } from '../architectures/buildModel';
import { matchStored } from '../architectures/matchStored';
import { familyOf } from '../architectures/registry';
import type { StoredTensor } from '../architectures/storedTensor';
import type { Model } from '../model/model';
import type { Problem } from '../model/problem';
import type { Weight } from '../model/weight';
import { configOfGguf } from '../readers/gguf/configOfMetadata';
import { modelOfGguf } from '../readers/gguf/modelOfHeader';
import { readGgufHeader } from '../readers/gguf/readHeader';
import type { GgufHeader } from '../readers/gguf/readHeader';
import { ggufNames } from '../model/ggufNames';
import type { Folder } from './folder';
import { withFile } from './folder';
import { partOf } from './shards';

type Header = Extract<GgufHeader, { kind: 'header' }>;

/** Analyses the header of one GGUF file. */
export async function analyseGguf(source: ByteSource, name: string): Promise<Analysis | Unreadable> {
  const header = await readGgufHeader(source);
  if (header.kind === 'unreadable') return { kind: 'unreadable', name, message: header.message };
  return ofHeader(header, name);
}

/** Analyses a GGUF file with its other parts, where its name says that it is one of several. */
export async function analyseGgufIn(
  folder: Folder,
  file: string,
  source: ByteSource,
  name: string,
): Promise<Analysis | Unreadable> {
  const own = await readGgufHeader(source);
  if (own.kind === 'unreadable') return { kind: 'unreadable', name, message: own.message };
  const part = partOf(file);
  if (!part || part.of === 1) return ofHeader(own, name);
  const problems: Problem[] = [
    {
      severity: 'assumption',
      code: 'gguf.part',
      message: `This file is part ${part.number} of ${part.of} and holds ${own.tensors.length} tensors; the figures are those of all parts together.`,
    },
  ];
  let whole: Header = { ...own, tensors: [] };
  for (const other of part.files) {
    const header =
      other === file ? own : await withFile(folder, other, (s) => readGgufHeader(s)).catch(() => undefined);
    if (header?.kind !== 'header') {
      const why = header ? header.message : 'It is not there.';
      problems.push({ severity: 'error', code: 'gguf.part-missing', message: `${other}: ${why}` });
      continue;
    }
    // The first part has the model's metadata, the others only their own number.
    const metadata = new Map([...header.metadata, ...whole.metadata]);
    const tensors = [...whole.tensors, ...header.tensors];
    const broken = whole.broken ?? header.broken;
    const warnings = [...whole.warnings, ...header.warnings];
    whole = { ...whole, metadata, tensors, warnings, ...(broken ? { broken } : {}) };
  }
  return ofHeader(whole, name, problems);
}

/**
 * The model of a header: the architecture that its metadata names, declared by the family that builds the config of the
 * same model, with the tensors as they are stored. Where no family is known, the stored tensors alone.
 */
function ofHeader(header: Header, name: string, more: readonly Problem[] = []): Analysis {
  const stored = modelOfGguf(header, name);
  // A header that breaks off says too little to be held to an architecture.
  const whole = header.broken ? stored : (architectureOf(header, stored) ?? withoutFamily(stored));
  const model = { ...whole, problems: [...more, ...whole.problems] };
  return { kind: 'model', name, model, costs: costModel(model) };
}

function withoutFamily(stored: Model): Model {
  const problem: Problem = { severity: 'assumption', code: 'gguf.tensors-only', message: NO_FAMILY };
  return { ...stored, problems: [...stored.problems, problem] };
}

const NO_FAMILY =
  'The architecture of this file is not known: its tensors are counted as stored, and nothing is told of compute and cache.';

function architectureOf(header: Header, stored: Model): Model | undefined {
  const config = configOfGguf(header);
  if (!config || typeof config['model_type'] !== 'string' || !familyOf(config['model_type']))
    return undefined;
  const built = buildModel(config, { name: stored.name });
  const tensors = stored.weights.map(storedTensorOf);
  const match = matchStored(built, tensors, ggufNames);
  if (match.pairs.length === 0) return undefined;
  const { absent, differing, beside } = agreementOf(built, { tensors, files: 1 }, match);
  const odd = beside.find((b) => b.kind === 'unexplained');
  const problems: Problem[] = stored.problems.filter((p) => p.severity !== 'assumption');
  problems.push(...built.problems.filter((p) => p.code !== 'config.no-class'));
  const parts = [
    absent.length > 0
      ? `${absent.length} weights of it are not in the file (${absent.slice(0, 3).join(', ')})`
      : '',
    odd ? `${odd.tensors} tensors of the file are not in it (${odd.names.slice(0, 3).join(', ')})` : '',
    differing.length > 0 ? `${differing.length} have another shape (${differing[0]})` : '',
  ].filter((p) => p !== '');
  if (parts.length > 0)
    problems.push({
      severity: 'assumption',
      code: 'gguf.other-architecture',
      message: `The file's tensors are not those of ${String(config['model_type'])} as it is declared: ${parts.join('; ')}. Stored bytes are the file's own; compute and cache are estimates.`,
    });
  return {
    ...adoptStored(built, match),
    format: 'gguf',
    modelType: stored.modelType,
    name: stored.name,
    certainty: parts.length > 0 ? 'estimated' : built.certainty,
    dtype: undefined,
    facts: { ...built.facts, ...stored.facts },
    properties: stored.properties,
    problems,
  };
}

function storedTensorOf(w: Weight): StoredTensor {
  const { name, shape, dtype, packing, storage } = w;
  return { name, shape, dtype, packing, bytes: storage?.bytes, offset: storage?.offset, file: storage?.file };
}
