import type { ByteSource } from '../../bytes/byteSource';
import { product } from '../../model/arithmetic';
import { bytesOf } from '../../model/dtype';
import type { Problem } from '../../model/problem';
import type { Weight } from '../../model/weight';

/**
 * Opens a file beside the model: undefined when it is not there, a rejection with its reason when it may not be opened
 * (a link that leads out of the model's folder).
 */
export type ResolveExternal = (relativePath: string) => Promise<ByteSource | undefined>;

/** Files that are looked up at most; models with one file per tensor stay below. */
const MAX_FILES = 10_000;
/** Problems that are told one by one. */
const MAX_TOLD = 20;

/**
 * Checks every weight that lies in another file: the path stays in the model's folder, the file is there, offset and
 * length are inside it. Refused paths are named and never opened; only sizes are asked, no data is read.
 */
export async function checkExternal(
  weights: readonly Weight[],
  resolve: ResolveExternal | undefined,
): Promise<{
  readonly weights: Weight[];
  readonly problems: Problem[];
  /** The files that are there, opened when they are read; for the caller to release. */
  readonly sources: ReadonlyMap<string, ByteSource>;
}> {
  const problems: Problem[] = [];
  const tell = (severity: Problem['severity'], code: string, message: string) => {
    problems.push({ severity, code: `onnx.external-${code}`, message });
  };
  const counts = new Map<string, number>();
  for (const { storage } of weights)
    if (storage?.file !== undefined) counts.set(storage.file, (counts.get(storage.file) ?? 0) + 1);
  if (counts.size === 0) return { weights: [...weights], problems, sources: new Map() };
  const sources = await sourcesOf(counts, resolve, tell);
  const checked = weights.map((w) => checkedWeight(w, sources, tell));
  const more = problems.length - MAX_TOLD;
  if (more > 0)
    problems.splice(MAX_TOLD, more, {
      severity: 'error',
      code: 'onnx.external-more',
      message: `… and ${more} more problems of external data.`,
    });
  return { weights: checked, problems, sources };
}

type Tell = (severity: Problem['severity'], code: string, message: string) => void;

async function sourcesOf(
  counts: ReadonlyMap<string, number>,
  resolve: ResolveExternal | undefined,
  tell: Tell,
): Promise<ReadonlyMap<string, ByteSource>> {
  const sources = new Map<string, ByteSource>();
  let opened = 0;
  for (const [file, count] of counts) {
    const of = count === 1 ? '1 tensor points' : `${count} tensors point`;
    if (file === '') tell('error', 'unnamed', `${of} at another file without naming it.`);
    else if (!staysInFolder(file))
      tell('error', 'refused', `${of} at '${cut(file)}', outside the model's folder; it is not opened.`);
    else if (resolve && ++opened <= MAX_FILES) {
      try {
        const source = await resolve(file);
        if (source) sources.set(file, source);
        else tell('error', 'missing', `${of} at '${cut(file)}', which is not there.`);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        tell('error', 'refused', `${of} at '${cut(file)}', which is not opened: ${why}.`);
      }
    }
  }
  if (opened > MAX_FILES)
    tell(
      'warning',
      'many',
      `The weights lie in ${opened} files; only the first ${MAX_FILES} were looked up.`,
    );
  return sources;
}

function checkedWeight(w: Weight, sources: ReadonlyMap<string, ByteSource>, tell: Tell): Weight {
  const { storage } = w;
  if (storage?.file === undefined) return w;
  const announced =
    w.dtype && w.dtype !== 'string' ? bytesOf(w.dtype, product(w.shape) as number) : undefined;
  const size = sources.get(storage.file)?.size;
  if (storage.offset !== undefined && Number.isNaN(storage.offset)) {
    tell('error', 'offset', `The place of '${cut(w.name)}' in '${cut(storage.file)}' is no whole number.`);
    return { ...w, storage: { bytes: announced ?? 0, file: storage.file } };
  }
  const offset = storage.offset ?? 0;
  // Without a length the tensor takes what its shape needs.
  const bytes = Number.isNaN(storage.bytes) ? (announced ?? 0) : storage.bytes;
  if (size !== undefined && offset + bytes > size)
    tell(
      'error',
      'short',
      `'${cut(w.name)}' needs bytes ${offset} to ${offset + bytes} of '${cut(storage.file)}', which has ${size}.`,
    );
  else if (announced !== undefined && bytes !== announced)
    tell(
      'warning',
      'length',
      `'${cut(w.name)}' has ${bytes} bytes in '${cut(storage.file)}', its shape needs ${announced}.`,
    );
  return { ...w, storage: { ...storage, bytes } };
}

const cut = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}...` : text);

/** True for a relative path that never leaves its folder, on any system. */
export function staysInFolder(path: string): boolean {
  if (path === '' || /^[/\\]|^[a-zA-Z]:|\0|^[a-z][a-z0-9+.-]*:/i.test(path)) return false;
  return !path.split(/[/\\]/).includes('..');
}
