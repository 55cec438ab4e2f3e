/** docs/architectures.md and the measured errors of outlines, from the committed records of the modelling library. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, gunzipSync } from 'node:zlib';
import { buildModel } from '../../src/core/architectures/buildModel';
import { expandWeights } from '../../src/core/views/weights';
import { measureRun } from '../core/architectures/otherRuns';
import type { OtherRun } from '../core/architectures/otherRuns';
import { parametersOf } from '../core/architectures/compare';
import type { ImageRun } from '../core/architectures/imageRuns';
import { measureImageRun } from '../core/architectures/imageRuns';
import { compareCausal } from '../core/architectures/causalRuns';
import type { CausalVariation } from '../core/architectures/causalRuns';

type Config = Readonly<Record<string, unknown>>;

interface Varied {
  readonly class: string;
  readonly config: Config;
  readonly variations: readonly (readonly [
    key: string,
    value: unknown,
    parameters: number,
    digest: string,
  ])[];
}

const FOLDER = path.resolve(__dirname, '../fixtures/architectures');

function load<T>(name: string): Readonly<Record<string, T>> {
  const packed = readFileSync(path.join(FOLDER, `${name}.json.gz`));
  return JSON.parse(gunzipSync(packed).toString()) as Record<string, T>;
}

/** One row: what of so many records is equal. */
export interface ArchitectureRow {
  readonly group: string;
  readonly type: string;
  readonly parameters: readonly [exact: number, of: number];
  readonly cache: readonly [exact: number, of: number];
  readonly flops: readonly [exact: number, of: number];
  /** Runs of text with an image that are equal in FLOPs. */
  readonly image?: readonly [exact: number, of: number];
  /** How the compute is told, where no run is equal. */
  readonly note: string;
  /** (ours - theirs) / theirs of an outline, where one took part in a recorded run and gave a number. */
  readonly outlineError?: number;
}

export function architectureRows(): readonly ArchitectureRow[] {
  return [...causalRows(), ...withImages(otherRows()), ...classRows()];
}

/** The rows with what runs with an image add to them, and rows of types that were recorded with an image alone. */
function withImages(rows: readonly ArchitectureRow[]): ArchitectureRow[] {
  const left = new Map(Object.entries(load<readonly ImageRun[]>('image-runs')));
  const imageOf = (type: string): readonly [number, number] => {
    const runs = left.get(type) ?? [];
    left.delete(type);
    const measured = runs.map((run) => ({ run, ...measureImageRun(run) }));
    const equal = measured.filter((m) => (m.flops.value ?? NaN) + m.uncounted === m.run.matrix_flops);
    return [equal.length, runs.length];
  };
  const known = rows.map((r) => {
    const image = imageOf(r.type);
    if (image[1] === 0) return r;
    return { ...r, image, note: r.note.startsWith('text alone') ? '' : r.note };
  });
  const runs = load<readonly ImageRun[]>('image-runs');
  const own = [...left.keys()].map((type): ArchitectureRow => {
    const exact = runs[type]!.filter((run) => crcOf(run) === run.crc).length;
    const alone = { group: 'image-text-to-text', type, note: 'recorded with an image only' };
    const image = imageOf(type);
    return { ...alone, parameters: [exact, image[1]], cache: [0, 0], flops: [0, 0], image };
  });
  return [...known, ...own];
}

function crcOf(run: ImageRun): number {
  const lines = [...parametersOf(measureImageRun(run).model)].map(([name, shape]) => `${name}:${shape}`);
  return crc32(lines.sort((a, b) => (a < b ? -1 : 1)).join('\n'));
}

/** Usual classes of types that stand under another task. */
function classRows(): ArchitectureRow[] {
  return Object.entries(load<OtherRun>('other-runs'))
    .filter(([name]) => name.startsWith('extra/'))
    .map(([name, run]) => {
      const { flops } = measureRun(name, {}, run);
      const equal = flops.value === run.matrix_flops ? 1 : 0;
      const none = [0, 0] as const;
      const type = `${name.slice('extra/'.length)} (${run.class})`;
      return { group: 'seq2seq', type, parameters: none, cache: none, flops: [equal, 1] as const, note: '' };
    });
}

function causalRows(): ArchitectureRow[] {
  return Object.entries(load<CausalVariation[]>('causal-variations')).map(([type, rows]) => {
    const results = rows.map((row) => compareCausal(type, row));
    const share = (of: (r: (typeof results)[number]) => boolean | undefined) =>
      [
        results.filter((r) => of(r) === true).length,
        results.filter((r) => of(r) !== undefined).length,
      ] as const;
    const flops = share((r) => r.flops);
    const outlined = results[0]?.outlined === true;
    return {
      group: 'causal',
      type,
      parameters: share((r) => r.difference === ''),
      cache: share((r) => r.cache),
      flops,
      note: flops[1] > 0 ? '' : outlined ? 'estimated, no run recorded' : 'declared, no run recorded',
    };
  });
}

function otherRows(): ArchitectureRow[] {
  const runs = load<OtherRun>('other-runs');
  return Object.entries(load<Varied>('variations')).map(([name, recorded]) => {
    const [group, type] = [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)];
    const exact = recorded.variations.filter(([key, value, , digest]) => {
      const config = {
        ...changed(recorded.config, key, value),
        model_type: type,
        architectures: [recorded.class],
      };
      return digestOf(config) === digest;
    });
    const parameters = [exact.length, recorded.variations.length] as const;
    const run = runs[name];
    const none = { group, type, parameters, cache: [0, 0] as const };
    if (!run) {
      const model = buildModel({ ...recorded.config, model_type: type, architectures: [recorded.class] });
      return { ...none, flops: [0, 0] as const, note: unmeasured(model.outline) };
    }
    const { flops, outlined } = measureRun(name, recorded.config, run);
    if (flops.value === run.matrix_flops) {
      const media = ['vision_config', 'audio_config', 'encoder_config'].some((key) => key in recorded.config);
      const what = media && !readsMedia(run) ? 'text alone; with images or sounds not measured' : '';
      return { ...none, flops: [1, 1] as const, note: what };
    }
    if (flops.value === null) return { ...none, flops: [0, 1] as const, note: 'unknown: convolutions' };
    const error = flops.value / run.matrix_flops - 1;
    const percent = `${error < 0 ? '−' : '+'}${(100 * Math.abs(error)).toFixed(1)} %`;
    const told =
      Math.abs(error) > 0.25
        ? `told as unknown: an outline is off by ${percent}`
        : `estimated, off by ${percent}`;
    return { ...none, flops: [0, 1] as const, note: told, ...(outlined ? { outlineError: error } : {}) };
  });
}

function readsMedia(run: OtherRun): boolean {
  return Object.keys(run.inputs).some((name) => !/ids$|^bbox$/.test(name));
}

function unmeasured(outline: 'tokens' | 'kernels' | undefined): string {
  if (outline === undefined) return 'declared, no run recorded';
  return outline === 'kernels' ? 'unknown: convolutions' : 'estimated, error not measured';
}

function changed(config: Config, key: string, value: unknown): Config {
  const [first, ...rest] = key.split('.') as [string, ...string[]];
  return {
    ...config,
    [first]: rest.length > 0 ? changed((config[first] ?? {}) as Config, rest.join('.'), value) : value,
  };
}

function digestOf(config: Config): string {
  const lines = expandWeights(buildModel(config))
    .filter((w) => w.role === 'parameter')
    .map((w) => `${w.name} ${JSON.stringify(w.shape)}`)
    .sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

/** By model type: the measured error of its outline, to four digits. */
export function outlineErrors(rows: readonly ArchitectureRow[]): string {
  const found: Record<string, number> = {};
  for (const r of [...rows].sort((a, b) => (a.type < b.type ? -1 : 1)))
    if (r.outlineError !== undefined) found[r.type] = Number(r.outlineError.toFixed(4));
  return `${JSON.stringify(found, null, 2)}\n`;
}

const GROUPS: Readonly<Record<string, string>> = {
  causal: 'Causal language models',
  seq2seq: 'Sequence to sequence',
  'image-text-to-text': 'Images and text to text',
  'masked-lm': 'Masked language models',
  'speech-seq2seq': 'Speech',
  pretraining: 'Pretraining',
  'other-encoders': 'Vision, audio and other encoders',
};

/** The page: one table for each group, and what its columns mean. */
export function architecturesPage(rows: readonly ArchitectureRow[]): string {
  const lines = [
    '# Architectures',
    '',
    '_Made by `npx tsx test/support/makeArchitectures.ts` from `test/fixtures/architectures`; a test holds it._',
    '',
    'For each model type the modelling library (transformers 5.18.0) built configurations that differ from the default, and',
    'where it could, ran them. **Parameters**: configurations in which every weight has the same name and shape. **Cache**,',
    '**FLOPs**: configurations whose runs hold as many cache elements and count as many matrix FLOPs. A dash: no run recorded.',
    'Configurations that are not exact in parameters are marked estimated by the tool. Compute of types that are not',
    'causal is measured on one run of the default configuration; **Media**: small configurations run with an image or a sound among',
    'text. Llama 4 is counted with the experts that a token meets, where the library runs all. Elsewhere the last column',
    'says how compute is told.',
    '',
  ];
  for (const group in GROUPS) {
    const own = rows.filter((r) => r.group === group).sort((a, b) => (a.type < b.type ? -1 : 1));
    const whole = own.filter((r) => r.parameters[1] > 0 && r.parameters[0] === r.parameters[1]).length;
    const runs = own.filter((r) => r.flops[1] > 0);
    const equal = runs.filter((r) => r.flops[0] === r.flops[1]).length;
    lines.push(`## ${GROUPS[group]}`, '');
    lines.push(
      `${own.length} types: ${whole} exact in all recorded configurations; of ${runs.length} that ran, ${equal} equal in FLOPs${withImage(own)}.`,
      '',
    );
    const images = own.some((r) => r.image);
    lines.push(
      `| model type | parameters | cache | FLOPs |${images ? ' media |' : ''} compute otherwise |`,
      `| --- | --- | --- | --- |${images ? ' --- |' : ''} --- |`,
    );
    for (const r of own) {
      const told = [r.parameters, r.cache, r.flops, ...(images ? [r.image ?? ([0, 0] as const)] : [])];
      lines.push(`| ${r.type} | ${told.map(cell).join(' | ')} | ${r.note} |`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

function withImage(own: readonly ArchitectureRow[]): string {
  const ran = own.filter((r) => r.image && r.image[1] > 0);
  const equal = ran.filter((r) => r.image![0] === r.image![1]).length;
  return ran.length === 0 ? '' : `; of ${ran.length} that ran with an image or a sound, ${equal} equal`;
}

function cell([exact, of]: readonly [number, number]): string {
  return of === 0 ? '–' : `${exact} of ${of}`;
}
