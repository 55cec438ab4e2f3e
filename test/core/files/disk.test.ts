/** A config against the checkpoint that lies beside it: what agrees, and what explains a difference. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyseFile } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import type { ByteSource } from '../../../src/core/bytes/byteSource';
import { summaryLens } from '../../../src/core/views/lenses';
import { makeReport } from '../../../src/core/views/report';
import { nodeFolder } from '../../../src/host/files/nodeSource';
import { folderOf, safetensorsFile } from '../../support/safetensorsFile';
import { HEAD, LLAMA, SMALL, llamaTensors } from '../../support/llamaCheckpoint';
import type { Tensors } from '../../support/llamaCheckpoint';

type Files = Readonly<Record<string, string | ByteSource>>;

async function analyse(config: object, files: Files, file = 'config.json'): Promise<Analysis> {
  const all = { 'config.json': JSON.stringify(config), ...files };
  const analysis = await analyseFile(folderOf(all), file);
  assert.ok(analysis.kind === 'model', analysis.kind === 'unreadable' ? analysis.message : '');
  return analysis;
}

const one = (tensors: Tensors): Files => ({ 'model.safetensors': safetensorsFile(tensors) });

async function agreement(config: object, files: Files) {
  const { disk } = await analyse(config, files);
  assert.ok(disk, 'nothing was found beside the config');
  return disk;
}

const elements = (tensors: Tensors) =>
  Object.values(tensors).reduce((sum, [, ...shape]) => sum + shape.reduce((a, b) => a * b, 1), 0);

describe('a config beside its checkpoint', () => {
  it('agrees with the shards of an index, whose total is a float, and names the buffer in them', async () => {
    const file = path.join(__dirname, '../../fixtures/safetensors/config.json');
    const analysis = await analyseFile(nodeFolder(file), 'config.json');
    assert.ok(analysis.kind === 'model');
    assert.equal(
      analysis.disk?.sentence,
      'exact: agrees with 2 shards, 10.41 kB; beside the parameters 1 buffer, 0.01 kB (model.layers.1.self_attn.rotary_emb.inv_freq)',
    );
    // 2 bytes for each of the fixture's 5,200 parameters, and the buffer's 8.
    assert.equal(analysis.disk.bytes, 2 * 5200 + 8);
    assert.match(summaryLens(analysis).title, / · agrees with 2 shards, 10\.41 kB$/);
    assert.match(summaryLens(analysis).tooltip, /On disk: exact: agrees with 2 shards/);
    const report = makeReport(analysis);
    assert.equal(report.disk?.agrees, true);
    assert.ok(!report.problems.some((p) => p.code === 'disk.differs'));
  });

  it('Qwen3-0.6B: 751,632,384 stored, 596,049,920 distinct, for its tied head is stored all the same', async () => {
    const c = { hidden: 1024, inner: 3072, layers: 28, heads: 16, kv: 8, head: 128, vocab: 151_936 };
    const tensors: Tensors = { ...llamaTensors(c), 'lm_head.weight': ['BF16', c.vocab, c.hidden] };
    for (let i = 0; i < c.layers; i++)
      for (const n of ['q_norm', 'k_norm'])
        tensors[`model.layers.${i}.self_attn.${n}.weight`] = ['BF16', 128];
    assert.equal(elements(tensors), 751_632_384);
    const config = {
      model_type: 'qwen3',
      architectures: ['Qwen3ForCausalLM'],
      hidden_size: 1024,
      intermediate_size: 3072,
      num_hidden_layers: 28,
      num_attention_heads: 16,
      num_key_value_heads: 8,
      head_dim: 128,
      vocab_size: 151_936,
      tie_word_embeddings: true,
      torch_dtype: 'bfloat16',
    };
    const disk = await agreement(config, one(tensors));
    assert.equal(
      disk.sentence,
      'exact: agrees with 1 file, 1.50 GB; beside the parameters 1 tied tensor stored all the same, 311.16 MB (lm_head.weight)',
    );
    assert.deepEqual(
      disk.beside.map((b) => [b.kind, b.elements, b.names]),
      [['tied', 151_936 * 1024, ['lm_head.weight']]],
    );
    // The file itself: everything in it is stored, the head is no further parameter.
    const file = await analyse(config, one(tensors), 'model.safetensors');
    const { parameters, weights } = makeReport(file);
    assert.equal(parameters.stored.value, 751_632_384);
    assert.equal(parameters.distinct.value, 596_049_920);
    assert.equal(weights['stored']?.value, 2 * 751_632_384);
  });

  it('tells names, shapes and tensors that explain a difference', async () => {
    const tensors = { ...llamaTensors(SMALL), ...HEAD };
    delete tensors['model.layers.1.mlp.up_proj.weight'];
    tensors['model.layers.0.mlp.up_proj.weight'] = ['BF16', 32, 16];
    tensors['model.layers.0.adapter.weight'] = ['BF16', 3, 16];
    const disk = await agreement(LLAMA, one(tensors));
    assert.equal(disk.exact, false);
    assert.deepEqual(disk.absent, ['model.layers.1.mlp.up_proj.weight']);
    assert.deepEqual(disk.differing, ['model.layers.0.mlp.up_proj.weight [32, 16] instead of [24, 16]']);
    assert.deepEqual(
      disk.beside.map((b) => [b.kind, b.elements]),
      [['unexplained', 48]],
    );
    const analysis = await analyse(LLAMA, one(tensors));
    assert.match(summaryLens(analysis).title, / · differs from 1 file/);
    assert.ok(
      makeReport(analysis).problems.some(
        (p) =>
          p.code === 'disk.differs' &&
          /^No key explains how the file of weights beside it differs/.test(p.message),
      ),
    );
  });

  it('compares types: what a config says, and what it leaves open', async () => {
    const tensors = llamaTensors(SMALL, 'F32');
    tensors['lm_head.weight'] = ['F32', 40, 16];
    const disk = await agreement(LLAMA, one(tensors));
    // 5,200 parameters at 4 instead of 2 bytes.
    assert.deepEqual(disk.types, [{ text: 'float32 instead of bfloat16', tensors: 21, bytes: 2 * 5200 }]);
    const open = { ...LLAMA, torch_dtype: undefined };
    const analysis = await analyse(open, one(tensors));
    assert.equal(analysis.disk?.exact, true, analysis.disk?.sentence);
    assert.equal(makeReport(analysis).weights['stored']?.value, 4 * 5200);
  });

  it('T5: a head that the library ties and the published checkpoint stores is told as tied', async () => {
    const config = {
      model_type: 't5',
      architectures: ['T5ForConditionalGeneration'],
      d_model: 8,
      d_ff: 16,
      d_kv: 4,
      num_heads: 2,
      num_layers: 1,
      num_decoder_layers: 1,
      vocab_size: 20,
      tie_word_embeddings: true,
      torch_dtype: 'float32',
    };
    const t: Tensors = { 'shared.weight': ['F32', 20, 8] };
    for (const side of ['encoder', 'decoder']) {
      const block = `${side}.block.0.layer.`;
      const kinds = side === 'encoder' ? ['SelfAttention'] : ['SelfAttention', 'EncDecAttention'];
      kinds.forEach((kind, i) => {
        for (const m of ['q', 'k', 'v', 'o']) t[`${block}${i}.${kind}.${m}.weight`] = ['F32', 8, 8];
        t[`${block}${i}.layer_norm.weight`] = ['F32', 8];
      });
      t[`${block}0.SelfAttention.relative_attention_bias.weight`] = ['F32', 32, 2];
      t[`${block}${kinds.length}.DenseReluDense.wi.weight`] = ['F32', 16, 8];
      t[`${block}${kinds.length}.DenseReluDense.wo.weight`] = ['F32', 8, 16];
      t[`${block}${kinds.length}.layer_norm.weight`] = ['F32', 8];
      t[`${side}.final_layer_norm.weight`] = ['F32', 8];
    }
    t['lm_head.weight'] = ['F32', 20, 8];
    t['encoder.embed_tokens.weight'] = ['F32', 20, 8];
    const disk = await agreement(config, one(t));
    assert.equal(disk.exact, true, disk.sentence);
    assert.deepEqual(
      disk.beside.map((b) => [b.kind, b.tensors]),
      [['tied', 2]],
    );
  });

  it('sees through a bare model’s names and older ones of a norm', async () => {
    const config = {
      model_type: 'bert',
      architectures: ['BertModel'],
      hidden_size: 8,
      intermediate_size: 16,
      num_hidden_layers: 1,
      num_attention_heads: 2,
      vocab_size: 20,
      max_position_embeddings: 12,
      torch_dtype: 'float32',
    };
    const t: Tensors = {
      'bert.embeddings.word_embeddings.weight': ['F32', 20, 8],
      'bert.embeddings.position_embeddings.weight': ['F32', 12, 8],
      'bert.embeddings.token_type_embeddings.weight': ['F32', 2, 8],
      'bert.embeddings.LayerNorm.gamma': ['F32', 8],
      'bert.embeddings.LayerNorm.beta': ['F32', 8],
      'bert.embeddings.position_ids': ['I64', 1, 12],
      'bert.pooler.dense.weight': ['F32', 8, 8],
      'bert.pooler.dense.bias': ['F32', 8],
    };
    const layer = 'bert.encoder.layer.0.';
    for (const [name, out, inner] of [
      ['attention.self.query', 8, 8],
      ['attention.self.key', 8, 8],
      ['attention.self.value', 8, 8],
      ['attention.output.dense', 8, 8],
      ['intermediate.dense', 16, 8],
      ['output.dense', 8, 16],
    ] as const) {
      t[`${layer}${name}.weight`] = ['F32', out, inner];
      t[`${layer}${name}.bias`] = ['F32', out];
    }
    for (const n of ['attention.output.LayerNorm', 'output.LayerNorm'])
      for (const part of ['gamma', 'beta']) t[`${layer}${n}.${part}`] = ['F32', 8];
    const disk = await agreement(config, one(t));
    assert.equal(disk.exact, true, disk.sentence);
    assert.deepEqual(
      disk.beside.map((b) => [b.kind, b.names]),
      [['buffer', ['bert.embeddings.position_ids']]],
    );
  });

  it('a mixture whose experts are stored one by one, under an older name of the block', async () => {
    const config = {
      ...LLAMA,
      model_type: 'mixtral',
      architectures: ['MixtralForCausalLM'],
      num_local_experts: 3,
      num_experts_per_tok: 2,
    };
    const t: Tensors = { ...llamaTensors(SMALL), ...HEAD };
    for (let i = 0; i < 2; i++) {
      const p = `model.layers.${i}.`;
      for (const m of ['gate_proj', 'up_proj', 'down_proj']) delete t[`${p}mlp.${m}.weight`];
      t[`${p}block_sparse_moe.gate.weight`] = ['BF16', 3, 16];
      for (let e = 0; e < 3; e++) {
        t[`${p}block_sparse_moe.experts.${e}.w1.weight`] = ['BF16', 24, 16];
        t[`${p}block_sparse_moe.experts.${e}.w2.weight`] = ['BF16', 16, 24];
        t[`${p}block_sparse_moe.experts.${e}.w3.weight`] = ['BF16', 24, 16];
      }
    }
    const disk = await agreement(config, one(t));
    assert.equal(disk.exact, true, disk.sentence);
    assert.equal(disk.ownBytes, 2 * elements(t));
  });

  it('FP8 with block scales, router biases and a layer of multi-token prediction, as DeepSeek-V3 has them', async () => {
    const config = {
      model_type: 'deepseek_v3',
      architectures: ['DeepseekV3ForCausalLM'],
      hidden_size: 256,
      intermediate_size: 384,
      moe_intermediate_size: 128,
      num_hidden_layers: 2,
      first_k_dense_replace: 1,
      num_attention_heads: 2,
      num_key_value_heads: 2,
      q_lora_rank: 128,
      kv_lora_rank: 64,
      qk_nope_head_dim: 32,
      qk_rope_head_dim: 16,
      v_head_dim: 32,
      n_routed_experts: 2,
      n_shared_experts: 1,
      num_experts_per_tok: 1,
      n_group: 1,
      topk_group: 1,
      vocab_size: 40,
      tie_word_embeddings: false,
      torch_dtype: 'bfloat16',
      quantization_config: { quant_method: 'fp8', fmt: 'e4m3', weight_block_size: [128, 128] },
    };
    const t: Tensors = {
      'model.embed_tokens.weight': ['BF16', 40, 256],
      'model.norm.weight': ['BF16', 256],
      'lm_head.weight': ['BF16', 40, 256],
    };
    const fp8 = (name: string, out: number, inner: number): void => {
      t[`${name}.weight`] = ['F8_E4M3', out, inner];
      t[`${name}.weight_scale_inv`] = ['F32', Math.ceil(out / 128), Math.ceil(inner / 128)];
    };
    const layer = (i: number, sparse: boolean): void => {
      const p = `model.layers.${i}.`;
      fp8(`${p}self_attn.q_a_proj`, 128, 256);
      t[`${p}self_attn.q_a_layernorm.weight`] = ['BF16', 128];
      fp8(`${p}self_attn.q_b_proj`, 2 * 48, 128);
      fp8(`${p}self_attn.kv_a_proj_with_mqa`, 80, 256);
      t[`${p}self_attn.kv_a_layernorm.weight`] = ['BF16', 64];
      fp8(`${p}self_attn.kv_b_proj`, 2 * 64, 64);
      fp8(`${p}self_attn.o_proj`, 256, 64);
      for (const n of ['input_layernorm', 'post_attention_layernorm']) t[`${p}${n}.weight`] = ['BF16', 256];
      const mlp = (at: string, inner: number): void => {
        for (const m of ['gate_proj', 'up_proj']) fp8(`${p}${at}.${m}`, inner, 256);
        fp8(`${p}${at}.down_proj`, 256, inner);
      };
      if (!sparse) return mlp('mlp', 384);
      t[`${p}mlp.gate.weight`] = ['BF16', 2, 256];
      t[`${p}mlp.gate.e_score_correction_bias`] = ['F32', 2];
      mlp('mlp.experts.0', 128);
      mlp('mlp.experts.1', 128);
      mlp('mlp.shared_experts', 128);
    };
    layer(0, false);
    layer(1, true);
    const trunk = { ...t };
    // The extra layer: a layer like the others, and what joins it to the trunk.
    layer(2, true);
    for (const n of ['enorm', 'hnorm', 'shared_head.norm']) t[`model.layers.2.${n}.weight`] = ['BF16', 256];
    t['model.layers.2.eh_proj.weight'] = ['BF16', 256, 512];
    t['model.layers.2.embed_tokens.weight'] = ['BF16', 40, 256];
    t['model.layers.2.shared_head.head.weight'] = ['BF16', 40, 256];
    const disk = await agreement(config, one(t));
    assert.equal(disk.exact, true, disk.sentence);
    // One layer of experts in the trunk.
    assert.equal(disk.beside.find((b) => b.kind === 'router')?.tensors, 1);
    const prediction = disk.beside.find((b) => b.kind === 'prediction');
    assert.equal(prediction?.elements, elements(t) - elements(trunk));
    assert.match(disk.sentence, /tensors of multi-token prediction layers/);
  });

  it('an index of PyTorch files, by its names and its total', async () => {
    const names = [...Object.keys(llamaTensors(SMALL)), 'lm_head.weight'];
    const shard = (name: string) => (name.includes('layers.0') ? 'a-1.bin' : 'a-2.bin');
    const index = {
      metadata: { total_size: 10_400.0 },
      weight_map: Object.fromEntries(names.map((n) => [n, shard(n)])),
    };
    const disk = await agreement(LLAMA, { 'pytorch_model.bin.index.json': JSON.stringify(index) });
    assert.equal(disk.sentence, 'exact: agrees with 2 shards, 10.40 kB by the names in the index');
    const less = { ...index, weight_map: { ...index.weight_map, 'x.weight': 'a-1.bin' } };
    const other = await agreement(LLAMA, { 'pytorch_model.bin.index.json': JSON.stringify(less) });
    assert.equal(other.exact, false);
    const total = { ...index, metadata: { total_size: 99_999 } };
    const heavy = await agreement(LLAMA, { 'pytorch_model.bin.index.json': JSON.stringify(total) });
    assert.equal(heavy.exact, false, heavy.sentence);
  });

  it('a missing shard, a broken one, and one that leads out of the folder are told, not guessed', async () => {
    const index = JSON.stringify({
      weight_map: {
        'model.norm.weight': 'model-00001-of-00002.safetensors',
        x: 'model-00002-of-00002.safetensors',
      },
    });
    const files = {
      'model.safetensors.index.json': index,
      'model-00001-of-00002.safetensors': safetensorsFile({ 'model.norm.weight': ['BF16', 16] }),
    };
    const missing = await agreement(LLAMA, files);
    assert.equal(missing.exact, false);
    assert.match(missing.sentence, /model-00002-of-00002\.safetensors is not there/);
    const broken = await agreement(LLAMA, { 'model.safetensors': 'abcdefghij' });
    assert.match(broken.sentence, /model\.safetensors: The header claims/);
    const out = await analyse(LLAMA, {
      'model.safetensors.index.json': '{"weight_map": {"a": "../x.safetensors"}}',
    });
    assert.equal(out.disk, undefined);
  });

  it('reads JSON of Python’s with bare NaN and Infinity, and how the library generates', async () => {
    const text = JSON.stringify({ ...LLAMA, limit: 7 }).replace('"limit":7', '"limit":Infinity,"x":NaN');
    const analysis = await analyse(
      {},
      {
        'config.json': text,
        'generation_config.json': '{"num_beams": 4, "use_cache": false, "top_p": NaN}',
        ...one({ ...llamaTensors(SMALL), ...HEAD }),
      },
    );
    assert.equal(analysis.disk?.exact, true);
    const codes = makeReport(analysis).problems.map((p) => p.code);
    assert.ok(codes.includes('generation.beams') && codes.includes('generation.no-cache'));
  });

  it('says nothing where nothing lies', async () => {
    const analysis = await analyse(LLAMA, { 'README.md': '' });
    assert.equal(analysis.disk, undefined);
    assert.equal(makeReport(analysis).disk, undefined);
  });
});

describe('a safetensors file', () => {
  it('beside its config is that model with the bytes that are stored', async () => {
    const tensors = { ...llamaTensors(SMALL), ...HEAD };
    const analysis = await analyse({ ...LLAMA, torch_dtype: 'float32' }, one(tensors), 'model.safetensors');
    assert.equal(analysis.model.format, 'safetensors');
    const report = makeReport(analysis);
    assert.equal(report.weights['stored']?.value, 2 * 5200);
    assert.ok((report.compute.decode.macs.value ?? 0) > 0);
    // 2 (key, value) x 2 layers x 2 heads x 4 wide x 2 bytes.
    assert.equal(report.cache.bytesPerToken.value, 64);
  });

  it('whose config is another model’s stays what it stores', async () => {
    const analysis = await analyse(
      LLAMA,
      { 'other.safetensors': safetensorsFile({ a: ['F32', 2], b: ['F32', 3] }) },
      'other.safetensors',
    );
    assert.equal(analysis.disk, undefined);
    assert.equal(makeReport(analysis).parameters.stored.value, 5);
  });

  it('is read by its header alone', () => {
    const fixture = readFileSync(path.join(__dirname, '../../fixtures/safetensors/config.json'), 'utf8');
    // The files made here throw when a weight is read; all tests above rest on that.
    const file = safetensorsFile({ a: ['F32', 4] });
    assert.throws(() => void file.read(file.size - 4, new Uint8Array(4)), /a weight was read/);
    assert.ok(fixture.length > 0);
  });
});
