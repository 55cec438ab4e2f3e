import type { Analysis, Unreadable } from '../analysis';
import { adoptStored } from '../architectures/adoptStored';
import { agreementOf } from '../architectures/agreeWithDisk';
import { buildModel } from '../architectures/buildModel';
import { matchStored } from '../architectures/matchStored';
import type { ByteSource } from '../bytes/byteSource';
import { costModel } from '../costs/costModel';
import type { Model } from '../model/model';
import type { Problem } from '../model/problem';
import { modelOfSafetensors } from '../readers/safetensors/modelOfHeader';
import { readSafetensorsHeader } from '../readers/safetensors/readHeader';
import { readShards, shardsOfIndex } from './checkpoint';
import type { Checkpoint } from './checkpoint';
import { MAX_CONFIG_BYTES, readModelJson } from './config';
import type { Folder } from './folder';
import { textIn } from './folder';
import { readGeneration, withGeneration } from './generation';
import { lineOfName } from './indexText';
import { partOf } from './shards';

/** Analyses one safetensors file by its header: its stored tensors. */
export async function analyseSafetensors(source: ByteSource, name: string): Promise<Analysis | Unreadable> {
  const header = await readSafetensorsHeader(source);
  if (header.kind === 'unreadable') return { kind: 'unreadable', name, message: header.message };
  const { tensors, metadata, warnings } = header;
  return ofCheckpoint(
    { files: [name], tensors: tensors.map((t) => ({ ...t, file: name })), metadata, warnings },
    name,
  );
}

/**
 * Analyses a safetensors file with its other parts, where its name says that it is one of several, and with the config
 * beside it, where there is one: then the model is the config's with the bytes that are really stored.
 */
export async function analyseSafetensorsIn(
  folder: Folder,
  file: string,
  source: ByteSource,
  name: string,
): Promise<Analysis | Unreadable> {
  const own = await readSafetensorsHeader(source);
  if (own.kind === 'unreadable') return { kind: 'unreadable', name, message: own.message };
  const part = partOf(file);
  const { tensors, metadata, warnings } = own;
  if (!part || part.of === 1) {
    const whole = { files: [file], tensors: tensors.map((t) => ({ ...t, file })), metadata, warnings };
    return withConfig(folder, whole, name);
  }
  const listed = await shardsOfIndex(folder, indexOf(file)).catch(() => undefined);
  const files = listed?.includes(file) ? listed : part.files;
  return withConfig(folder, await readShards(folder, files), name, [
    {
      severity: 'assumption',
      code: 'safetensors.part',
      message: `This file is part ${files.indexOf(file) + 1} of ${files.length} and holds ${tensors.length} tensors; the figures are those of all parts together.`,
    },
  ]);
}

/** The index that lists a shard: `model.safetensors.index.json` for `model-00001-of-00002.safetensors`. */
const indexOf = (file: string) => file.replace(/-\d+-of-\d+\.safetensors$/, '.safetensors.index.json');

/** A checkpoint as the model of the config beside it; its stored tensors alone where there is none that explains them. */
export async function withConfig(
  folder: Folder,
  checkpoint: Checkpoint,
  name: string,
  problems: readonly Problem[] = [],
): Promise<Analysis> {
  const stored = ofCheckpoint(checkpoint, name, problems);
  const text = await textIn(folder, 'config.json', MAX_CONFIG_BYTES).catch(() => undefined);
  const json = text === undefined ? undefined : readModelJson(text, name);
  if (json?.kind !== 'config') return stored;
  const built = buildModel(json.document.values, { name, problems: json.document.problems });
  const tensors = checkpoint.tensors;
  const match = matchStored(built, tensors);
  const parameters = built.weights.filter((w) => w.role === 'parameter').length;
  // An adapter, or the weights of something else that lies in the same folder.
  if (parameters === 0 || match.pairs.length * 2 < tensors.length) return stored;
  const disk = { tensors, files: checkpoint.files.length, problems: checkpoint.warnings };
  const agreement = agreementOf(built, disk, match);
  const said: Problem[] = [...stored.model.problems, ...built.problems];
  if (!agreement.exact)
    said.push({
      severity: 'warning',
      code: 'disk.differs',
      message: `The config beside it ${agreement.sentence}. Stored bytes are the file's own.`,
    });
  const model: Model = {
    ...adoptStored(built, match),
    format: 'safetensors',
    name,
    dtype: undefined,
    certainty: agreement.absent.length + agreement.differing.length > 0 ? 'estimated' : built.certainty,
    properties: [['Config', 'config.json beside the file'], ...stored.model.properties],
    problems: said,
  };
  const analysis: Analysis = { kind: 'model', name, model, costs: costModel(model), disk: agreement };
  const generation = await readGeneration(folder).catch(() => undefined);
  return generation ? withGeneration(analysis, generation) : analysis;
}

/** The stored tensors of a checkpoint as an analysis. */
export function ofCheckpoint(
  checkpoint: Checkpoint,
  name: string,
  problems: readonly Problem[] = [],
): Analysis {
  const { missing = [], warnings } = checkpoint;
  const odd = warnings.filter((w) => !missing.includes(w));
  const stored = modelOfSafetensors(checkpoint.tensors, name, checkpoint.metadata, odd);
  // What other files hold is not known: all sums are lower bounds.
  const { index } = checkpoint;
  const gone = missing.map((message): Problem => {
    const shard = index?.index?.shards.find((file) => message.startsWith(file));
    const line = index && shard ? lineOfName(index.text, shard) : undefined;
    return {
      severity: 'error',
      code: 'safetensors.missing',
      message,
      ...(index && line !== undefined ? { elsewhere: { file: index.file, line } } : {}),
    };
  });
  const model = { ...stored, problems: [...problems, ...gone, ...stored.problems] };
  return { kind: 'model', name, model, costs: costModel(model) };
}
