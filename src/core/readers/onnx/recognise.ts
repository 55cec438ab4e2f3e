/** What a file is that calls itself ONNX, from its first bytes. */
export type Recognised =
  | { readonly kind: 'binary' }
  | { readonly kind: 'json' }
  | { readonly kind: 'text' }
  | { readonly kind: 'none'; readonly message: string };

const TEXT = new TextDecoder('utf-8');

/** Looks at up to the first 1,024 bytes; the messages are whole sentences. */
export function recognise(head: Uint8Array, size: number): Recognised {
  if (size === 0) return { kind: 'none', message: 'The file is empty.' };
  const start = TEXT.decode(head);
  if (start.startsWith('version https://git-lfs.github.com/spec/')) {
    const bytes = /^size (\d+)$/m.exec(start)?.[1];
    const of = bytes ? ` The real file has ${Number(bytes).toLocaleString('en-US')} bytes.` : '';
    return { kind: 'none', message: `This is a Git LFS pointer, not the model: run 'git lfs pull'.${of}` };
  }
  if (/^\s*\{/.test(start)) return { kind: 'json' };
  if (isText(start)) return { kind: 'text' };
  if (/^(<!DOCTYPE|<html)/i.test(start)) return { kind: 'none', message: 'This is a web page, not a model.' };
  if (head[0] === 0x50 && head[1] === 0x4b)
    return { kind: 'none', message: 'This is a ZIP archive, not an ONNX model.' };
  if (start.slice(4, 8) === 'ORTM')
    return { kind: 'none', message: 'This is an ONNX Runtime format model (.ort), which is not read.' };
  return { kind: 'binary' };
}

/** Comments, then the head `<ir_version: ...` or a graph `name (...`; no control characters as binary files have them. */
function isText(start: string): boolean {
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(start)) return false;
  const code = start.replace(/^\ufeff?(?:\s*#[^\n]*(?:\n|$))*\s*/, '');
  return /^(<\s*[a-z_]+\s*:|(?:"[^"\n]*"|[A-Za-z_]\w*)\s*\()/.test(code);
}
