import type { Analysis } from '../analysis';
import type { Problem } from '../model/problem';
import { readGenaiConfig } from '../readers/companions/genaiConfig';
import type { ModelJson } from './config';
import { analyseDocument } from './config';
import type { Folder } from './folder';
import { folderIn, withFile } from './folder';
import { analyseOnnx } from './onnx';
import type { FileOptions } from './options';

/**
 * A `genai_config.json` of ONNX Runtime: the decoder's ONNX file that it names, where that lies beside it; else what its
 * own keys tell, which leaves the feed-forward's width open.
 */
export async function analyseGenai(folder: Folder, json: ModelJson, options: FileOptions): Promise<Analysis> {
  const { document } = json;
  const files = readGenaiConfig(document.values)?.files ?? {};
  const { decoder, ...others } = files;
  if (decoder === undefined) return analyseDocument(document);
  const inside = folderIn(folder, decoder.split('/').slice(0, -1).join('/'));
  const read = await withFile(folder, decoder, (source) =>
    analyseOnnx(source, document.name, { ...options, resolveExternal: (path) => inside.open(path) }),
  ).catch(() => undefined);
  const alone = analyseDocument(document);
  if (read?.kind !== 'model') {
    const why = read ? read.message : 'It is not there.';
    const problem: Problem = {
      severity: 'warning',
      code: 'genai.no-file',
      message: `${decoder}: ${why} The figures follow from the keys alone.`,
    };
    return { ...alone, model: { ...alone.model, problems: [...alone.model.problems, problem] } };
  }
  const rest = Object.entries(others);
  const said: Problem[] = [
    {
      severity: 'assumption',
      code: 'genai.decoder',
      message: `The figures are those of ${decoder}, the decoder that this file names.`,
    },
    ...rest.map(([part, file]): Problem => ({
      severity: 'warning',
      code: 'genai.part',
      message: `${part} (${file}) is not counted; open it by itself.`,
    })),
  ];
  const model = { ...read.model, problems: [...said, ...document.problems, ...read.model.problems] };
  return { ...read, model, config: document };
}
