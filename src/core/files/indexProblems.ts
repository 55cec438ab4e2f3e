/** What is wrong with the index of a checkpoint, each at its line. */
import type { Problem } from '../model/problem';
import type { Checkpoint } from './checkpoint';
import type { IndexText } from './indexText';
import { lineOfName } from './indexText';

/** So many names are told of one kind. */
const NAMED = 3;

/** The index against the headers of its shards; `missing` shards are told too where nobody else does. */
export function indexProblems(index: IndexText, checkpoint: Checkpoint, missing = true): readonly Problem[] {
  const { file, text, index: read } = index;
  const at = (line: number) => ({ elsewhere: { file, line } });
  if (!read)
    return [
      warning(
        'disk.index-unreadable',
        `${file} is not read: it is no JSON object with a \`weight_map\`.`,
        at(1),
      ),
    ];
  const problems: Problem[] = [];
  const [outside] = read.outside;
  if (outside)
    problems.push(
      warning(
        'disk.index-outside',
        `${file} puts ${many(read.outside.length, 'tensor')} into ${named(read.outside.map(([, f]) => f))}, which is no safetensors file beside it.`,
        at(lineOfName(text, outside[0])),
      ),
    );
  for (const shard of missing ? read.shards : []) {
    const why = checkpoint.missing?.find((m) => m.startsWith(shard));
    if (why)
      problems.push(
        warning('disk.shard-missing', `${file} names a shard: ${why}`, at(lineOfName(text, shard))),
      );
  }
  return [...problems, ...wrongNames(index, checkpoint), ...wrongTotal(index, checkpoint)];
}

/** Tensors that are listed and not there, and the reverse; nothing where a shard could not be read. */
function wrongNames(
  { file, text, index }: IndexText,
  { tensors, missing = [] }: Checkpoint,
): readonly Problem[] {
  if (!index || missing.length > 0) return [];
  const held = new Map(tensors.map((t) => [t.name, t.file]));
  const gone = [...index.tensors].filter(([name, shard]) => held.get(name) !== shard).map(([name]) => name);
  const more = tensors.filter((t) => !index.tensors.has(t.name)).map((t) => t.name);
  const problems: Problem[] = [];
  if (gone.length > 0)
    problems.push(
      warning(
        'disk.index-gone',
        `${file} lists ${many(gone.length, 'tensor')} that the shard named does not hold: ${named(gone)}.`,
        { elsewhere: { file, line: lineOfName(text, gone[0]!) } },
      ),
    );
  if (more.length > 0)
    problems.push(
      warning(
        'disk.index-unlisted',
        `${file} leaves out ${many(more.length, 'tensor')} of its shards, which the library does not load: ${named(more)}.`,
        { elsewhere: { file, line: lineOfName(text, 'weight_map') } },
      ),
    );
  return problems;
}

/** The sum that the index claims against that of the headers. */
function wrongTotal(
  { file, text, index }: IndexText,
  { tensors, missing = [] }: Checkpoint,
): readonly Problem[] {
  if (index?.totalBytes === undefined || missing.length > 0) return [];
  const sum = tensors.reduce((bytes, t) => bytes + t.bytes, 0);
  if (sum === index.totalBytes) return [];
  return [
    warning(
      'disk.index-total',
      `${file} claims ${index.totalBytes.toLocaleString('en-US')} bytes; its shards hold ${sum.toLocaleString('en-US')}.`,
      { elsewhere: { file, line: lineOfName(text, 'total_size') } },
    ),
  ];
}

function warning(code: string, message: string, more: Pick<Problem, 'elsewhere'>): Problem {
  return { severity: 'warning', code, message, ...more };
}

function many(n: number, noun: string): string {
  return `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`;
}

function named(names: readonly string[]): string {
  const some = [...new Set(names)];
  const rest = some.length > NAMED ? ` and ${some.length - NAMED} more` : '';
  return some.slice(0, NAMED).join(', ') + rest;
}
