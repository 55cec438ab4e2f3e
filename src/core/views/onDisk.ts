import type { Agreement } from '../architectures/agreeWithDisk';
import { formatInteger } from './format';
import { escapeMarkdown } from './markdown';

/** The config's estimate against its checkpoint, as the report holds it. */
export interface DiskItem {
  readonly agrees: boolean;
  readonly sentence: string;
  readonly files: number;
  /** Of all stored tensors. */
  readonly bytes: number;
  readonly absent: readonly string[];
  readonly differing: readonly string[];
  readonly types: readonly { readonly text: string; readonly tensors: number; readonly bytes: number }[];
  readonly beside: readonly {
    readonly kind: string;
    readonly tensors: number;
    readonly elements: number;
    readonly bytes: number;
    readonly names: readonly string[];
  }[];
}

/** Names listed of a difference, at most. */
const MAX_NAMES = 100;

export function diskItem(a: Agreement): DiskItem {
  return {
    agrees: a.exact,
    sentence: a.sentence,
    files: a.files,
    bytes: a.bytes,
    absent: a.absent.slice(0, MAX_NAMES),
    differing: a.differing.slice(0, MAX_NAMES),
    types: a.types,
    beside: a.beside,
  };
}

/** The report's section about it; undefined where nothing lies beside the config. */
export function diskSection({ disk }: { readonly disk?: DiskItem }): string | undefined {
  if (!disk) return undefined;
  const names = (list: readonly string[]) => list.map((n) => `  - ${escapeMarkdown(n)}`);
  return [
    '## On disk',
    '',
    `${escapeMarkdown(disk.sentence.slice(0, 1).toUpperCase() + disk.sentence.slice(1))}.`,
    '',
    ...disk.beside.map((b) => {
      const more = b.tensors > b.names.length ? ', ...' : '';
      const sizes = `${formatInteger(b.tensors)} tensors, ${formatInteger(b.elements)} elements, ${formatInteger(b.bytes)} B`;
      return `- ${b.kind}: ${sizes} (${b.names.map(escapeMarkdown).join(', ')}${more})`;
    }),
    ...(disk.absent.length > 0 ? ['- not stored:', ...names(disk.absent)] : []),
    ...(disk.differing.length > 0 ? ['- of another shape:', ...names(disk.differing)] : []),
    '',
  ].join('\n');
}
