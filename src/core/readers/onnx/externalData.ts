import type { ByteSource } from '../../bytes/byteSource';
import { bytesOf } from '../../model/dtype';
import type { Problem } from '../../model/problem';
import type { Weight } from '../../model/weight';
import { product } from '../../model/arithmetic';

export type ResolveExternal = (relativePath: string) => Promise<ByteSource | undefined>;

/**
 * Checks every weight that lies in another file: the path stays in the model's folder, the file is there, offset and
 * length are inside it. Refused paths are named and never opened; only sizes are asked, no data is read.
 */
export async function checkExternal(
  weights: readonly Weight[],
  resolve: ResolveExternal | undefined,
): Promise<{ readonly weights: Weight[]; readonly problems: Problem[] }> {
  const problems: Problem[] = [];
  const sizes = new Map<string, number | undefined>();
  const tell = (severity: Problem['severity'], code: string, message: string) =>
    problems.push({ severity, code, message });
  for (const file of new Set(
    weights.flatMap((w) => (w.storage?.file === undefined ? [] : [w.storage.file])),
  )) {
    const count = weights.filter((w) => w.storage?.file === file).length;
    if (!staysInFolder(file)) {
      tell(
        'error',
        'onnx.external-refused',
        `${count} tensors point at '${file}', outside the model's folder; it is not opened.`,
      );
    } else if (resolve) {
      const source = await resolve(file).catch(() => undefined);
      if (source) sizes.set(file, source.size);
      else
        tell(
          'error',
          'onnx.external-missing',
          `The external data file '${file}' of ${count} tensors is not there.`,
        );
      await source?.dispose?.();
    }
  }
  const checked = weights.map((w): Weight => {
    const { storage } = w;
    if (storage?.file === undefined) return w;
    const announced =
      w.dtype && w.dtype !== 'string' ? bytesOf(w.dtype, product(w.shape) as number) : undefined;
    const bytes = Number.isNaN(storage.bytes) ? (announced ?? 0) : storage.bytes;
    const size = sizes.get(storage.file);
    if (size !== undefined && (storage.offset ?? 0) + bytes > size)
      tell(
        'error',
        'onnx.external-short',
        `'${w.name}' needs bytes ${storage.offset ?? 0} to ${(storage.offset ?? 0) + bytes} of '${storage.file}', which has ${size}.`,
      );
    else if (announced !== undefined && bytes < announced)
      tell(
        'warning',
        'onnx.external-length',
        `'${w.name}' has ${bytes} bytes in '${storage.file}', its shape needs ${announced}.`,
      );
    return { ...w, storage: { ...storage, bytes } };
  });
  return { weights: checked, problems: problems.slice(0, 50) };
}

/** True for a relative path that never leaves its folder, on any system. */
export function staysInFolder(path: string): boolean {
  if (path === '' || /^[/\\]|^[a-zA-Z]:|\0|^[a-z][a-z0-9+.-]*:/i.test(path)) return false;
  return !path.split(/[/\\]/).includes('..');
}
