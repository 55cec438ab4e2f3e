import type { ByteSource } from '../../bytes/byteSource';
import { modelOfJson } from './json';
import type { RawModel } from './raw';

/** JSON is read whole and takes several times its size in memory: a larger file should be a binary one. */
const MAX_JSON_BYTES = 64 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/**
 * Reads ONNX in protobuf's JSON form. A text, when it is none, too large or broken: one sentence that says so.
 */
export async function readJson(source: ByteSource, signal?: AbortSignal): Promise<RawModel | string> {
  if (source.size > MAX_JSON_BYTES)
    return `This is ONNX in JSON form of ${source.size.toLocaleString('en-US')} bytes; up to ${MAX_JSON_BYTES / 2 ** 20} MiB are read. The binary form has no such bound.`;
  const bytes = new Uint8Array(source.size);
  let got = 0;
  for (let n = 1; n > 0 && got < bytes.length; got += n) {
    signal?.throwIfAborted();
    n = await source.read(got, bytes.subarray(got, got + CHUNK_BYTES));
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes.subarray(0, got)));
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return `This is JSON, but broken${at ? ` at character ${at}` : ' before its end'}.`;
  }
  try {
    return modelOfJson(json) ?? 'This is JSON, but no ONNX model: it has no graph.';
  } catch (error) {
    if (error instanceof Error) return `This is ONNX in JSON form that cannot be read: ${error.message}.`;
    throw error;
  }
}
