import type { Analysis, Unreadable } from '../analysis';
import type { ByteSource } from '../bytes/byteSource';
import { costModel } from '../costs/costModel';
import type { Problem } from '../model/problem';
import { modelOfGguf } from '../readers/gguf/modelOfHeader';
import { readGgufHeader } from '../readers/gguf/readHeader';
import type { GgufHeader } from '../readers/gguf/readHeader';
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
    whole = { ...whole, metadata, tensors, warnings: [...whole.warnings, ...header.warnings] };
  }
  return ofHeader(whole, name, problems);
}

function ofHeader(header: Header, name: string, problems: readonly Problem[] = []): Analysis {
  const stored = modelOfGguf(header, name);
  const model = { ...stored, problems: [...problems, ...stored.problems] };
  return { kind: 'model', name, model, costs: costModel(model) };
}
