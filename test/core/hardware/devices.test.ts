import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ownDevices } from '../../../src/core/hardware/device';
import { DEVICES, deviceOf } from '../../../src/core/hardware/devices';
import { describeShared } from '../../support/shared';
import { CONFIGURATOR } from './sheets';

describe('the table of devices', () => {
  it('has at least 40, of all kinds, each id once, each with a source', () => {
    assert.ok(DEVICES.length >= 40);
    assert.equal(new Set(DEVICES.map((d) => d.id)).size, DEVICES.length);
    const kinds = new Set(DEVICES.map((d) => d.kind));
    for (const kind of ['data centre', 'workstation', 'consumer', 'Apple', 'edge', 'CPU'] as const)
      assert.ok(kinds.has(kind));
    for (const d of DEVICES) {
      assert.ok(d.source.length > 10, d.id);
      assert.ok(d.memoryBytes >= 2 ** 30 && d.bytesPerSecond >= 1e9, d.id);
      for (const peak of Object.values(d.peaks)) assert.ok(peak > 1e11 && peak < 1e17, d.id);
      if (d.watts !== undefined) assert.ok(d.watts > 0, d.id);
    }
  });

  it('gives dense peaks: half of the vendor’s figure with sparsity', () => {
    // H100 data sheet: FP16 1,979 and FP8 3,958 TFLOP/s with sparsity for SXM; PCIe 1,513 for FP16.
    assert.ok(Math.abs(deviceOf('h100-sxm')!.peaks.fp16! - 1979e12 / 2) < 1e12);
    assert.ok(Math.abs(deviceOf('h100-pcie')!.peaks.fp16! - 1513e12 / 2) < 1e12);
    // 8-bit never below 16-bit but where the vendor cut it (Blackwell Ultra’s int8).
    for (const d of DEVICES) {
      const { fp16, fp8, int8 } = d.peaks;
      if (fp16 && fp8) assert.ok(fp8 >= fp16, d.id);
      if (fp16 && int8 && !/^g?b300/.test(d.id)) assert.ok(int8 >= fp16, d.id);
    }
  });

  it('has the A100 of 40 GB at 1,555 GB/s and the one of 80 GB at 2,039', () => {
    assert.equal(deviceOf('a100-sxm-40gb')!.bytesPerSecond, 1555e9);
    assert.equal(deviceOf('a100-sxm-80gb')!.bytesPerSecond, 2039e9);
  });

  it('takes devices of the user’s own, and says what is wrong with others', () => {
    const { devices, problems } = ownDevices([
      { id: 'mine', memoryGiB: 48, bandwidthGBs: 500, tflops: { bf16: 100, nonsense: 3 }, watts: 200 },
      { id: 'half', memoryGiB: 48 },
      'text',
      { memoryGiB: 1, bandwidthGBs: 1 },
      { id: 'nan', memoryGiB: NaN, bandwidthGBs: 1 },
    ]);
    assert.equal(devices.length, 1);
    assert.equal(devices[0]!.memoryBytes, 48 * 2 ** 30);
    assert.deepEqual(devices[0]!.peaks, { bf16: 100e12 });
    assert.deepEqual(
      problems.map((p) => p.message),
      [
        'Device 2 of the setting is left out: `bandwidthGBs` is not a number above 0.',
        'Device 3 of the setting is left out: it is no object.',
        'Device 4 of the setting is left out: it has no `id`.',
        'Device 5 of the setting is left out: `memoryGiB` is not a number above 0.',
      ],
    );
    assert.equal(deviceOf('mine', devices), devices[0]);
    assert.deepEqual(ownDevices({ length: 3 }), { devices: [], problems: [] });
  });
});

describeShared('the table of devices against checked figures', 'anchors', (folder) => {
  const rows = (
    JSON.parse(readFileSync(path.join(folder, 'peer-figures.json'), 'utf8')) as readonly {
      source: string;
      model: string;
      quantity: string;
      value: number;
    }[]
  ).filter((r) => r.source.includes('aiconfigurator'));

  it('agrees on memory, bandwidth, power and 16-bit, 8-bit and 4-bit peaks of 14 chips', () => {
    let compared = 0;
    for (const r of rows) {
      const d = deviceOf(CONFIGURATOR[r.model] ?? '');
      assert.ok(d, r.model);
      const ours = {
        'hardware mem_bw': d.bytesPerSecond,
        'hardware mem_capacity': d.memoryBytes,
        'hardware power': d.watts,
        'hardware bfloat16_tc_flops': d.peaks.bf16,
        'hardware int8_tc_flops': d.peaks.int8,
        'hardware fp8_tc_flops': d.peaks.fp8,
        'hardware fp4_tc_flops': d.peaks.fp4,
      }[r.quantity];
      if (ours === undefined) continue;
      compared++;
      assert.ok(Math.abs(ours / r.value - 1) < 0.002, `${r.model} ${r.quantity}: ${ours} for ${r.value}`);
    }
    assert.ok(compared >= 70, String(compared));
  });
});
