import type { Analysis, Unreadable } from '../analysis';
import type { ByteSource } from '../bytes/byteSource';
import { costModel } from '../costs/costModel';
import type { Problem } from '../model/problem';
import { modelOfSafetensors } from '../readers/safetensors/modelOfHeader';
import { readSafetensorsHeader } from '../readers/safetensors/readHeader';
import { readShards } from './checkpoint';
import type { Checkpoint } from './checkpoint';
import type { Folder } from './folder';
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

/** Analyses a safetensors file with its other parts, where its name says that it is one of several. */
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
  if (!part || part.of === 1)
    return ofCheckpoint(
      { files: [file], tensors: tensors.map((t) => ({ ...t, file })), metadata, warnings },
      name,
    );
  return ofCheckpoint(await readShards(folder, part.files), name, [
    {
      severity: 'assumption',
      code: 'safetensors.part',
      message: `This file is part ${part.number} of ${part.of} and holds ${tensors.length} tensors; the figures are those of all parts together.`,
    },
  ]);
}

/** The stored tensors of a checkpoint as an analysis. */
export function ofCheckpoint(
  checkpoint: Checkpoint,
  name: string,
  problems: readonly Problem[] = [],
): Analysis {
  const stored = modelOfSafetensors(checkpoint.tensors, name, checkpoint.metadata, checkpoint.warnings);
  const model = { ...stored, problems: [...problems, ...stored.problems] };
  return { kind: 'model', name, model, costs: costModel(model) };
}
