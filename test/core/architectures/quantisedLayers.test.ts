/** What a checkpoint holds of one linear layer, for every scheme as its own packer wrote it (test/oracle/quantised_layers.py). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { namesOf } from '../../../src/core/model/names';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { bytesOf } from '../../../src/core/model/dtype';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';

type Told = Readonly<Record<string, readonly [dtype: string, shape: readonly number[], bytes: number]>>;

const { rows, columns, schemes, mxfp4 } = JSON.parse(
  readFileSync(path.join(__dirname, '../../fixtures/quantised/layers.json'), 'utf8'),
) as {
  readonly rows: number;
  readonly columns: number;
  readonly schemes: readonly {
    readonly name: string;
    readonly config: Readonly<Record<string, unknown>>;
    readonly tensors: Told;
  }[];
  readonly mxfp4: { readonly config: object; readonly sizes: object; readonly tensors: Told };
};

/** A Llama of one layer whose query projection is [rows, columns]. */
const llama = (config: object, dtype: string) =>
  buildModel({
    model_type: 'llama',
    architectures: ['LlamaForCausalLM'],
    hidden_size: columns,
    intermediate_size: 256,
    num_hidden_layers: 1,
    num_attention_heads: 2,
    num_key_value_heads: 2,
    head_dim: rows / 2,
    vocab_size: 64,
    torch_dtype: dtype,
    quantization_config: config,
  });

const LAYER = 'model.layers.0.self_attn.q_proj';

describe('a quantised linear layer', () => {
  it('was recorded for every scheme', () => {
    const methods = new Set(schemes.map((s) => s.config['quant_method']));
    assert.deepEqual([...methods].sort(), ['awq', 'bitsandbytes', 'compressed-tensors', 'fp8', 'gptq']);
    assert.ok(schemes.length > 45, String(schemes.length));
  });

  for (const { name, config, tensors } of schemes)
    it(`${name}: names, types, shapes and bytes`, () => {
      // The packers' scales have the layer's own type.
      const dtype = /^(gptq|awq)|float16$/.test(name) && !name.endsWith('bfloat16') ? 'float16' : 'bfloat16';
      const model = llama(config, dtype);
      assert.ok(!model.problems.some((p) => p.code === 'config.unknown-quantisation'));
      const ours: Record<string, unknown> = {};
      for (const w of model.weights) {
        const [full] = namesOf(model, w);
        if (!full?.startsWith(`${LAYER}.`)) continue;
        const elements = w.shape.reduce((a, b) => a * b, 1);
        ours[full.slice(LAYER.length + 1)] = w.dtype
          ? [w.dtype, w.shape, bytesOf(w.dtype, elements)]
          : 'open';
      }
      // The one tensor whose length depends on the data is left open.
      const open = /double/.test(name) ? /quant_state/ : /$^/;
      const theirs = Object.fromEntries(
        Object.entries(tensors).map(([key, value]) => [key, open.test(key) ? 'open' : value]),
      );
      assert.deepEqual(ours, theirs);
      const e = estimate(model, costModel(model), scenarioFor(model));
      assert.equal(e.weights.stored.certainty, /double/.test(name) ? 'lower bound' : 'exact');
    });

  it('MXFP4: blocks of 32 in 16 bytes for the experts of gpt-oss', () => {
    const model = buildModel({
      model_type: 'gpt_oss',
      architectures: ['GptOssForCausalLM'],
      ...mxfp4.sizes,
      num_hidden_layers: 1,
      vocab_size: 64,
      quantization_config: mxfp4.config,
    });
    for (const part of ['gate_up_proj', 'down_proj']) {
      const blocks = model.weights.find((w) => w.name.endsWith(`${part}_blocks`));
      const [dtype, shape] = mxfp4.tensors[part]!;
      assert.deepEqual([blocks?.dtype, blocks?.shape], [dtype, shape]);
      // One exponent for each block.
      const scales = model.weights.find((w) => w.name.endsWith(`${part}_scales`));
      assert.deepEqual(scales?.shape, shape.slice(0, -1));
    }
  });
});
