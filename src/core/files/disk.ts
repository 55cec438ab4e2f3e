/** What lies beside a config: its checkpoint by the headers, and how the library generates with it. */
import type { Analysis } from '../analysis';
import { agreementOf } from '../architectures/agreeWithDisk';
import type { Disk } from '../architectures/agreeWithDisk';
import { matchStored } from '../architectures/matchStored';
import type { DType } from '../model/dtype';
import { isFloat } from '../model/dtype';
import type { Problem } from '../model/problem';
import { readCheckpointIndex } from '../readers/safetensors/readIndex';
import { findCheckpoint, readShards } from './checkpoint';
import { analyseDocument } from './config';
import { diskProblems } from './diskCauses';
import type { Folder } from './folder';
import { textIn } from './folder';
import { indexProblems } from './indexProblems';
import { MAX_INDEX_BYTES } from './indexText';
import { readGeneration, withGeneration } from './generation';
import type { Generation } from './generation';

/** What a folder holds besides a config that says something of it: read once, and put to every version of the text. */
export interface Neighbours {
  readonly disk?: Disk;
  /** Of the index beside it. */
  readonly problems?: readonly Problem[];
  readonly generation?: Generation;
}

/** Reads the headers and small JSON files of a folder, never weights. Never rejects for what the folder holds. */
export async function readNeighbours(folder: Folder): Promise<Neighbours> {
  const [found, generation] = await Promise.all([
    diskOf(folder).catch((error: unknown): Found => ({ disk: unreadable(error) })),
    readGeneration(folder).catch(() => undefined),
  ]);
  return { ...found, ...(generation ? { generation } : {}) };
}

/** The analysis of a config with what its folder says of it. */
export function withNeighbours(
  analysis: Analysis,
  { disk, problems = [], generation }: Neighbours,
): Analysis {
  const read = disk ? compareWithDisk(withStoredType(analysis, disk), disk) : analysis;
  const compared = withProblems(read, problems);
  return generation ? withGeneration(compared, generation) : compared;
}

/** The analysis with what the checkpoint says of it, and a problem at each key that explains a difference. */
export function compareWithDisk(typed: Analysis, disk: Disk): Analysis {
  const match = matchStored(typed.model, disk.tensors);
  const agreement = agreementOf(typed.model, disk, match);
  const { config, rebuild } = typed;
  const differs =
    agreement.exact || !config || !rebuild
      ? []
      : diskProblems(config, typed.model, disk, match, agreement, rebuild);
  return { ...withProblems(typed, differs), disk: agreement };
}

function withProblems(analysis: Analysis, more: readonly Problem[]): Analysis {
  if (more.length === 0) return analysis;
  return { ...analysis, model: { ...analysis.model, problems: [...analysis.model.problems, ...more] } };
}

function unreadable(error: unknown): Disk {
  const why = error instanceof Error ? error.message : String(error);
  return { tensors: [], files: 0, problems: [`The files beside it could not be read: ${why}.`] };
}

type Found = Pick<Neighbours, 'disk' | 'problems'>;

const NO_SHARDS = { files: [], tensors: [], metadata: {}, warnings: [] } as const;

/** The checkpoint of a folder: safetensors headers, else the names in a PyTorch index; undefined where there is none. */
async function diskOf(folder: Folder): Promise<Found> {
  const { files, index } = await findCheckpoint(folder);
  if (files.length > 0) {
    const checkpoint = await readShards(folder, files);
    const { tensors, warnings, files: read } = checkpoint;
    const disk = { tensors, files: read.length, problems: warnings };
    return { disk, ...(index ? { problems: indexProblems(index, checkpoint) } : {}) };
  }
  if (index) return { problems: indexProblems(index, NO_SHARDS) };
  const text = await textIn(folder, 'pytorch_model.bin.index.json', MAX_INDEX_BYTES);
  const names = text === undefined ? undefined : readCheckpointIndex(text, /^[^/\\]+\.(bin|pt|pth)$/);
  if (!names || names.tensors.size === 0) return {};
  const tensors = [...names.tensors].map(([name, file]) => ({ name, file }));
  return { disk: { tensors, files: names.shards.length, totalBytes: names.totalBytes } };
}

/** A config that names no type of its weights has that of its checkpoint. */
function withStoredType(analysis: Analysis, disk: Disk): Analysis {
  const { config, model } = analysis;
  if (model.dtype !== undefined || !config) return analysis;
  const dtype = mainType(disk.tensors);
  return dtype ? analyseDocument(config, dtype) : analysis;
}

/** The floating type that most stored bytes have. */
export function mainType(tensors: Disk['tensors']): DType | undefined {
  const bytes = new Map<DType, number>();
  for (const t of tensors)
    if (t.dtype && isFloat(t.dtype) && t.bytes) bytes.set(t.dtype, (bytes.get(t.dtype) ?? 0) + t.bytes);
  return [...bytes].sort((a, b) => b[1] - a[1])[0]?.[0];
}
