/** Stored bytes of quantised checkpoints, against published totals and sums worked by hand. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { bytesOf } from '../../../src/core/model/dtype';
import type { Model } from '../../../src/core/model/model';
import { repeatsOf } from '../../../src/core/model/model';
import { readConfig } from '../../../src/core/readers/config/readConfig';
import { LINEAR, LLAMA_2_7B as LLAMA, OTHERS } from '../../support/llama2';

const CONFIGS = resolve(process.cwd(), '../shared/models/configs');

function sizes(model: Model): { bytes: number; scales: number; parameters: number } {
  const out = { bytes: 0, scales: 0, parameters: 0 };
  for (const w of model.weights) {
    const count = (shape: readonly number[]) => shape.reduce((a, d) => a * d, 1) * repeatsOf(model, w.block);
    if (w.role === 'parameter') out.parameters += count(w.packing?.shape ?? w.shape);
    else if (w.role === 'quantisation') out.scales += count(w.shape);
    else continue;
    if (w.dtype) out.bytes += bytesOf(w.dtype, count(w.shape));
  }
  return out;
}

describe('quantised checkpoints', () => {
  it('GPTQ: 4-bit words, 16-bit scales, 4-bit zeros per 128, an index per input', () => {
    const q = { quant_method: 'gptq', bits: 4, group_size: 128 };
    const indices = 32 * (6 * 4096 + 11008) * 4;
    const want = LINEAR / 2 + (LINEAR / 128) * 2.5 + indices + OTHERS;
    const got = sizes(buildModel({ ...LLAMA, quantization_config: q }));
    assert.deepEqual([got.bytes, got.parameters], [want, 6_738_415_616]);
  });

  it('AWQ: the same without the index', () => {
    const q = { quant_method: 'awq', bits: 4, group_size: 128 };
    const got = sizes(buildModel({ ...LLAMA, quantization_config: q }));
    assert.equal(got.bytes, LINEAR / 2 + (LINEAR / 128) * 2.5 + OTHERS);
  });

  it('bitsandbytes: NF4 in blocks of 64, scales quantised again in blocks of 256; int8 with a scale per row', () => {
    const nf4 = {
      quant_method: 'bitsandbytes',
      load_in_4bit: true,
      bnb_4bit_quant_type: 'nf4',
      bnb_4bit_use_double_quant: true,
    };
    // Seven matrices in each of 32 layers: maps of 16 and 256 floats each.
    const want = LINEAR / 2 + LINEAR / 64 + (LINEAR / 64 / 256) * 4 + 32 * 7 * (16 + 256) * 4 + OTHERS;
    assert.equal(sizes(buildModel({ ...LLAMA, quantization_config: nf4 })).bytes, want);
    const int8 = { quant_method: 'bitsandbytes', load_in_8bit: true };
    // Four bytes of scale for each row, one byte for each of the seven matrices that says how they lie.
    const rows = 32 * ((5 * 4096 + 2 * 11008) * 4 + 7);
    assert.equal(sizes(buildModel({ ...LLAMA, quantization_config: int8 })).bytes, LINEAR + rows + OTHERS);
  });

  it('leaves alone what the config lists, and says when it does not know the scheme', () => {
    const q = { quant_method: 'awq', bits: 4, group_size: 128, modules_to_not_convert: ['self_attn'] };
    const model = buildModel({ ...LLAMA, quantization_config: q });
    const kept = model.weights.filter((w) => w.name.includes('self_attn')).map((w) => w.dtype);
    assert.deepEqual(new Set(kept), new Set(['float16']));
    const odd = buildModel({ ...LLAMA, quantization_config: { quant_method: 'no-such' } });
    assert.ok(odd.problems.some((p) => p.code === 'config.unknown-quantisation'));
  });

  if (!existsSync(CONFIGS)) {
    console.log('  no configs beside the project: 0 published quantised checkpoints compared');
    return;
  }
  const build = (name: string) => {
    const document = readConfig(readFileSync(resolve(CONFIGS, name, 'config.json'), 'utf8'), name)!;
    return sizes(buildModel(document.values, { name }));
  };

  // openai/gpt-oss-20b, model.safetensors.index.json: metadata.total_size, 459 tensors in three shards.
  it('gpt-oss-20b, MXFP4: the total of its published index', () => {
    // model.safetensors.index.json of openai/gpt-oss-20b: metadata.total_size.
    assert.equal(build('gpt-oss-20b').bytes, 13_761_264_768);
  });

  it('DeepSeek-V3, FP8 in blocks of 128 x 128: its published scales less those of its extra layer', () => {
    // 41,540,496 published; the prediction layer has 256 + 1 experts of 3 x 16 x 56 and attention of 11,448.
    assert.equal(build('deepseek-v3').scales, 41_540_496 - (257 * 3 * 16 * 56 + 11_448));
  });
});
