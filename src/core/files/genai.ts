import type { Analysis } from '../analysis';
import type { Problem } from '../model/problem';
import { readGenaiConfig } from '../readers/companions/genaiConfig';
import type { ModelJson } from './config';
import { analyseDocument } from './config';
import type { Folder } from './folder';
import { folderIn, withFile } from './folder';
import { analyseOnnx } from './onnx';
import type { FileOptions } from './options';

const at = (part: string) => ({ kind: 'keys', keys: [`model.${part}.filename`, 'model'] }) as const;

function withProblems(analysis: Analysis, more: readonly Problem[]): Analysis {
  return { ...analysis, model: { ...analysis.model, problems: [...analysis.model.problems, ...more] } };
}

/**
 * A `genai_config.json` of ONNX Runtime: the decoder's ONNX file that it names, where that lies beside it; else what its
 * own keys tell, which leaves the feed-forward's width open.
 */
export async function analyseGenai(folder: Folder, json: ModelJson, options: FileOptions): Promise<Analysis> {
  const { document } = json;
  const { files = {}, refused = [] } = readGenaiConfig(document.values) ?? {};
  const { decoder, ...others } = files;
  const refusals = refused.map((part): Problem => ({
    severity: 'warning',
    code: 'genai.refused',
    message: `The file of ${part} is not opened: its name is no path to an ONNX file inside this folder.`,
    origin: at(part),
  }));
  const alone = () => withProblems(analyseDocument(document), refusals);
  if (decoder === undefined) return alone();
  const inside = folderIn(folder, decoder.split('/').slice(0, -1).join('/'));
  const read = await withFile(folder, decoder, (source) =>
    analyseOnnx(source, document.name, { ...options, resolveExternal: (path) => inside.open(path) }),
  ).catch(() => undefined);
  if (read?.kind !== 'model') {
    const why = read ? read.message : 'It is not there.';
    const problem: Problem = {
      severity: 'warning',
      code: 'genai.no-file',
      message: `${decoder}: ${why} The figures follow from the keys alone.`,
      origin: at('decoder'),
    };
    return withProblems(alone(), [problem]);
  }
  const rest = Object.entries(others);
  const said: Problem[] = [
    {
      severity: 'assumption',
      code: 'genai.decoder',
      message: `The figures are those of ${decoder}, the decoder that this file names.`,
      origin: at('decoder'),
    },
    ...rest.map(([part, file]): Problem => ({
      severity: 'warning',
      code: 'genai.part',
      message: `${part} (${file}) is not counted; open it by itself.`,
      origin: at(part),
    })),
    ...refusals,
  ];
  const model = { ...read.model, problems: [...said, ...document.problems, ...read.model.problems] };
  return { ...read, model, config: document };
}
