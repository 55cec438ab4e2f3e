/** docs/architectures.md and the measured errors of outlines, from the committed records of the modelling library. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildModel } from '../../src/core/architectures/buildModel';
import { expandWeights } from '../../src/core/views/weights';
import { measureRun } from '../core/architectures/otherRuns';
import type { OtherRun } from '../core/architectures/otherRuns';
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
  /** How the compute is told, where no run is equal. */
  readonly note: string;
  /** (ours - theirs) / theirs of an outline, where one took part in a recorded run and gave a number. */
  readonly outlineError?: number;
}

export function architectureRows(): readonly ArchitectureRow[] {
  return [...causalRows(), ...otherRows()];
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
    const { flops, outlined, model } = measureRun(name, recorded.config, run);
    if (flops.value === run.matrix_flops) {
      const what =
        model.outlineOfMedia && model.outline ? 'text alone; with images or sounds not measured' : '';
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
    'causal is measured on one run of the default configuration; elsewhere the last column says how it is told.',
    '',
  ];
  for (const group in GROUPS) {
    const own = rows.filter((r) => r.group === group).sort((a, b) => (a.type < b.type ? -1 : 1));
    const whole = own.filter((r) => r.parameters[0] === r.parameters[1]).length;
    const runs = own.filter((r) => r.flops[1] > 0);
    const equal = runs.filter((r) => r.flops[0] === r.flops[1]).length;
    lines.push(`## ${GROUPS[group]}`, '');
    lines.push(
      `${own.length} types: ${whole} exact in all recorded configurations; of ${runs.length} that ran, ${equal} equal in FLOPs.`,
      '',
    );
    lines.push(
      '| model type | parameters | cache | FLOPs | compute otherwise |',
      '| --- | --- | --- | --- | --- |',
    );
    for (const r of own)
      lines.push(`| ${r.type} | ${cell(r.parameters)} | ${cell(r.cache)} | ${cell(r.flops)} | ${r.note} |`);
    lines.push('');
  }
  return lines.join('\n');
}

function cell([exact, of]: readonly [number, number]): string {
  return of === 0 ? '–' : `${exact} of ${of}`;
}
