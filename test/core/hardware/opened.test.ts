import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PeakType } from '../../../src/core/hardware/device';
import { GIB } from '../../../src/core/hardware/device';
import { DEVICES, deviceOf } from '../../../src/core/hardware/devices';
import { makeDevices } from '../../support/makeDevices';
import { OPENED } from './sheets';

describe('the table of devices against pages that were opened', () => {
  const near = (ours: number | undefined, theirs: number, what: string) =>
    assert.ok(ours !== undefined && Math.abs(ours / theirs - 1) < 0.005, `${what}: ${ours} for ${theirs}`);

  for (const s of OPENED)
    it(`${s.id}: ${s.page}`, () => {
      const d = deviceOf(s.id);
      assert.ok(d, s.id);
      if (s.gib !== undefined) near(d.memoryBytes, s.gib * GIB, 'memory');
      if (s.gbs !== undefined) near(d.bytesPerSecond, s.gbs * 1e9, 'bandwidth');
      if (s.watts !== undefined) near(d.watts, s.watts, 'power');
      for (const [type, peak] of Object.entries(s.peaks ?? {}))
        near(d.peaks[type as PeakType], peak * 1e12, type);
    });

  it('names no device twice', () => {
    const ids = OPENED.map((s) => s.id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length < DEVICES.length);
  });

  it('is what docs/devices.md was made from', () => {
    const file = path.resolve(__dirname, '../../../docs/devices.md');
    assert.equal(readFileSync(file, 'utf8'), makeDevices(), 'run test/support/makeDevices.ts');
  });
});
