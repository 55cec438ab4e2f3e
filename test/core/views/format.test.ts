import { strict as assert } from 'node:assert';
import {
  formatBytes,
  formatCount,
  formatInteger,
  formatQuantity,
  formatRatio,
  formatScaled,
  formatShare,
} from '../../../src/core/views/format';
import { setByteUnits } from '../../../src/core/locale';
import { exact, unknown } from '../../../src/core/costs/quantity';

describe('number formats', () => {
  it('writes counts in decimal steps with three digits or two decimals', () => {
    assert.equal(formatCount(8_030_261_248), '8.03 B');
    assert.equal(formatCount(124_439_808), '124 M');
    assert.equal(formatCount(14_848), '14.85 K');
    assert.equal(formatCount(999), '999');
    assert.equal(formatCount(999_999), '1 M');
    assert.equal(formatCount(0), '0');
  });

  it('writes a ratio as times, and what is far smaller as a part', () => {
    assert.equal(formatRatio(46.7 / 8.03), '5.82×');
    assert.equal(formatRatio(0.0151), '0.015×');
    // 8,030,261,248 / 25,557,032 = 314.21.
    assert.equal(formatRatio(25_557_032 / 8_030_261_248), '1/314×');
    assert.equal(formatRatio(0), '0×');
  });

  it('spells binary and decimal bytes apart', () => {
    // 131,072 = 128 × 1,024; 536,870,912 = 0.5 × 2^30, shown as 512 MiB.
    assert.equal(formatBytes(131_072), '128 KiB');
    assert.equal(formatBytes(536_870_912), '512 MiB');
    assert.equal(formatBytes(16_060_522_496, 'decimal'), '16.06 GB');
    assert.equal(formatBytes(16_060_522_496), '14.96 GiB');
    assert.equal(formatBytes(900), '900 B');
  });

  it('writes all bytes in the units that were asked for', () => {
    try {
      // 16,060,522,496 / 2^30 = 14.957; 536,870,912 / 10^6 = 536.87.
      setByteUnits('binary');
      assert.equal(formatBytes(16_060_522_496, 'decimal'), '14.96 GiB');
      assert.equal(formatQuantity(exact(131_072, 'bytes/token', ''), 'decimal'), '128 KiB/token');
      setByteUnits('decimal');
      assert.equal(formatBytes(536_870_912), '537 MB');
      assert.equal(formatBytes(16_060_522_496, 'decimal'), '16.06 GB');
      setByteUnits('furlongs');
      assert.equal(formatBytes(536_870_912), '512 MiB');
    } finally {
      setByteUnits('auto');
    }
  });

  it('keeps MACs and FLOPs by name', () => {
    assert.equal(formatScaled(17_157_317_632, 'FLOPs'), '17.16 GFLOPs');
    assert.equal(formatScaled(8_578_658_816, 'MACs'), '8.58 GMACs');
  });

  it('writes whole numbers in groups and shares in per cent', () => {
    assert.equal(formatInteger(8_030_261_248), '8,030,261,248');
    assert.equal(formatShare(1, 3), '33.3 %');
    assert.equal(formatShare(1, 100_000), '< 0.1 %');
    assert.equal(formatShare(1, 0), '–');
  });

  it('says what a figure is', () => {
    assert.equal(formatQuantity(exact(1000, 'parameters', '1000')), '1 K');
    assert.equal(formatQuantity(unknown('MACs', 'no shapes')), 'unknown');
    assert.equal(
      formatQuantity({ value: 2e9, unit: 'MACs', certainty: 'lower bound', formula: '', reason: 'x' }),
      'at least 2 GMACs',
    );
    assert.equal(
      formatQuantity({ value: 1024, unit: 'bytes', certainty: 'estimated', formula: '', reason: 'x' }),
      'about 1 KiB',
    );
  });
});
