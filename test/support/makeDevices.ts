import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Device, PeakType } from '../../src/core/hardware/device';
import { GIB, PEAK_TYPES } from '../../src/core/hardware/device';
import { DEVICES } from '../../src/core/hardware/devices';
import { CONFIGURATOR, OPENED } from '../core/hardware/sheets';

const number = (n: number) => n.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** The table of devices with where each figure comes from and how it was checked; run this file to write it. */
export function makeDevices(): string {
  const how = new Map(DEVICES.map((d) => [d.id, checkOf(d)]));
  const count = (kind: Check['kind']) =>
    DEVICES.filter((d) => how.get(d.id)!.some((c) => c.kind === kind)).length;
  const none = DEVICES.filter((d) => how.get(d.id)!.length === 0).length;
  const columns = ['Device', 'Memory GiB', 'GB/s', ...PEAK_TYPES, 'W', 'Source', 'Checked against'];
  const lines = [
    '# Devices',
    '',
    'Generated from `src/core/hardware` by `test/support/makeDevices.ts`. Peaks are dense, in TFLOP/s or TOP/s, with fp32 accumulation where a sheet has both; what a vendor does not publish is empty.',
    '',
    `Of ${DEVICES.length} devices, figures of ${count('vendor')} were compared with a page or a table of a vendor itself, of ${count('other')} with a page of somebody else; ${none} rest on the source they name, which could not be opened when the table was checked. A column says which figures were compared; the rest of the row rests on its source.`,
  ];
  for (const kind of [...new Set(DEVICES.map((d) => d.kind))]) {
    lines.push('', `## ${kind[0]!.toUpperCase()}${kind.slice(1)}`, '');
    lines.push(
      `| ${columns.join(' | ')} |`,
      `| ${columns.map((_, i) => (i > 0 && i < 11 ? '---:' : '---')).join(' | ')} |`,
    );
    for (const d of DEVICES.filter((x) => x.kind === kind)) {
      const peaks = PEAK_TYPES.map((t) => (d.peaks[t] === undefined ? '' : number(d.peaks[t] / 1e12)));
      const checked = how
        .get(d.id)!
        .map((c) => `${c.by}: ${c.what.join(', ')}`)
        .join('; ');
      const row = [
        `${d.name} (\`${d.id}\`)`,
        number(d.memoryBytes / GIB),
        number(d.bytesPerSecond / 1e9),
        ...peaks,
      ];
      lines.push(`| ${[...row, d.watts ?? '', d.source, checked || 'named source only'].join(' | ')} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

interface Check {
  readonly kind: 'vendor' | 'other';
  readonly by: string;
  readonly what: readonly string[];
}

function checkOf(d: Device): readonly Check[] {
  const checks: Check[] = [];
  if (Object.values(CONFIGURATOR).includes(d.id)) {
    const peaks = (['bf16', 'int8', 'fp8', 'fp4'] as const).filter((t) => d.peaks[t] !== undefined);
    // Its tables are NVIDIA's; of Intel's card it is another's page.
    const kind = d.name.startsWith('NVIDIA') ? 'vendor' : 'other';
    checks.push({ kind, by: 'NVIDIA AI Configurator', what: ['memory', 'bandwidth', 'power', ...peaks] });
  }
  for (const s of OPENED.filter((o) => o.id === d.id)) {
    const what = [
      ...(s.gib === undefined ? [] : ['memory']),
      ...(s.gbs === undefined ? [] : ['bandwidth']),
      ...(s.watts === undefined ? [] : ['power']),
      ...(Object.keys(s.peaks ?? {}) as PeakType[]),
    ];
    checks.push({
      kind: s.vendor ? 'vendor' : 'other',
      by: s.vendor ? s.page : `${s.page} (not the vendor)`,
      what,
    });
  }
  return checks;
}

if (process.argv[1]?.endsWith('makeDevices.ts'))
  writeFileSync(path.resolve(__dirname, '../../docs/devices.md'), makeDevices());
