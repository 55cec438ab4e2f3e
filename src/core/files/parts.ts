/** Files that name the parts of a model: diffusers' `model_index.json` and sentence-transformers' `modules.json`. */
import type { Analysis } from '../analysis';
import type { Agreement } from '../architectures/agreeWithDisk';
import type { NamedModel } from '../architectures/joinModels';
import { joinModels } from '../architectures/joinModels';
import { costModel } from '../costs/costModel';
import type { Model } from '../model/model';
import type { Problem } from '../model/problem';
import { denseModel, readPipeline, readSentenceModules } from '../readers/companions/parts';
import { placeOfProblem } from './problemPlace';
import type { ModelPart } from '../readers/companions/parts';
import { readJson } from '../readers/config/readJson';
import type { ModelJson } from './config';
import { MAX_CONFIG_BYTES, analyseDocument, readModelJson } from './config';
import { readNeighbours, withNeighbours } from './disk';
import type { Folder } from './folder';
import { folderIn, textIn } from './folder';

/** Classes that hold no weights: what prepares inputs, and what steps through noise. */
const WEIGHTLESS =
  /(Scheduler|Tokenizer\w*|Processor|FeatureExtractor|ImageProcessor\w*)$|^(Pooling|Normalize)$/;

interface Read extends Partial<NamedModel> {
  readonly name: string;
  readonly disk?: Agreement;
  readonly problem?: Problem;
  /** What is wrong inside it, at the line of its own file. */
  readonly problems?: readonly Problem[];
}

/** All parts together, each as its own config and checkpoint tell it; one run of each is what compute counts. */
export async function analyseParts(folder: Folder, json: ModelJson): Promise<Analysis> {
  const { document, kind, root } = json;
  const { name } = document;
  const parts = (kind === 'pipeline' ? readPipeline(root) : readSentenceModules(root)) ?? [];
  const read = await Promise.all(parts.map((part) => readPart(folder, part)));
  const models = read.filter((r): r is Read & NamedModel => r.model !== undefined);
  const left = read.flatMap((r) => (r.problem ? [r.problem] : []));
  const inner = models.flatMap((m) => m.problems ?? []);
  const diffusers = kind === 'pipeline';
  const className = (root as { _class_name?: unknown })._class_name;
  const once: Problem = {
    severity: 'assumption',
    code: 'parts.one-run',
    message: 'Compute is that of one run of each part; a denoiser runs once for every step.',
  };
  const model: Model = {
    ...joinModels(models, {
      format: diffusers ? 'pipeline' : 'modules',
      modelType: typeof className === 'string' ? className : 'sentence-transformers',
      name,
      task: diffusers ? 'diffusion' : 'encoder',
      properties: parts.map((p) => [p.name, `${p.className} of ${p.library}`] as const),
      problems: [...document.problems, ...left, ...(diffusers ? [once] : []), ...inner],
    }),
  };
  const missing = left.length > 0;
  const whole = missing ? { ...model, certainty: 'estimated' as const } : model;
  const disk = joinAgreements(models);
  return {
    kind: 'model',
    name,
    model: whole,
    costs: costModel(whole),
    config: document,
    ...(disk ? { disk } : {}),
  };
}

async function readPart(folder: Folder, part: ModelPart): Promise<Read> {
  const { name, className, library, config, keys } = part;
  const origin = { kind: 'keys', keys } as const;
  if (WEIGHTLESS.test(className)) return { name };
  const label = part.label ?? name;
  const problem = (message: string): Read => ({
    name: label,
    problem: { severity: 'error', code: 'parts.not-read', message, origin },
  });
  const text = await textIn(folder, config, MAX_CONFIG_BYTES).catch(() => undefined);
  if (text === undefined) return problem(`${label} (${className}) is not counted: ${config} is not there.`);
  const json = readModelJson(text, config);
  if (json?.kind === 'config') {
    // sentence-transformers takes the bare model, whatever head the checkpoint was saved with.
    const bare = library.startsWith('sentence_transformers') ? bareClass(json.document.values) : undefined;
    const values = bare ? { ...json.document.values, architectures: [bare] } : json.document.values;
    const inside = folderIn(folder, config.split('/').slice(0, -1).join('/'));
    const analysis = withNeighbours(
      analyseDocument({ ...json.document, values }),
      await readNeighbours(inside),
    );
    const problems = analysis.model.problems.map((p): Problem => {
      const place = placeOfProblem(analysis, p);
      const message = `${label}: ${p.message}`;
      return { ...p, message, origin, ...(place ? { elsewhere: { file: config, line: place.line } } : {}) };
    });
    return {
      name: label,
      model: analysis.model,
      problems,
      ...(analysis.disk ? { disk: analysis.disk } : {}),
    };
  }
  const values = readJson(text)?.root;
  const dense = className === 'Dense' && isRecord(values) ? denseModel(values, label) : undefined;
  if (dense) return { name: label, model: dense };
  return problem(
    `${label} (${className} of ${library}) is not counted: its config tells no model that is known.`,
  );
}

/** `BertForMaskedLM` -> `BertModel`. */
function bareClass(values: Readonly<Record<string, unknown>>): string | undefined {
  const list = values['architectures'];
  const named: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof named === 'string' && /For[A-Z]\w*$/.test(named)
    ? named.replace(/For[A-Z]\w*$/, 'Model')
    : undefined;
}

/** What the checkpoints of all parts say; undefined where none has one. */
function joinAgreements(parts: readonly (Read & NamedModel)[]): Agreement | undefined {
  const found = parts.filter((p) => p.disk !== undefined);
  if (found.length === 0) return undefined;
  const each = found.map((p) => [p.name, p.disk!] as const);
  const named = (list: (a: Agreement) => readonly string[]) =>
    each.flatMap(([name, a]) => list(a).map((text) => `${name}/${text}`));
  const bytes = each.reduce((n, [, a]) => n + a.bytes, 0);
  return {
    exact: each.every(([, a]) => a.exact),
    sentence: each.map(([name, a]) => `${name} ${a.sentence}`).join('. '),
    files: each.reduce((n, [, a]) => n + a.files, 0),
    bytes,
    absent: named((a) => a.absent),
    differing: named((a) => a.differing),
    types: each.flatMap(([, a]) => a.types),
    beside: each.flatMap(([, a]) => a.beside),
    problems: named((a) => a.problems),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
