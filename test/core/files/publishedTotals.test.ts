/** Checkpoints whose totals are published: each part of a total by its own name, at full size. */
import assert from 'node:assert/strict';
import { analyseFile } from '../../../src/core/analyse';
import { makeReport } from '../../../src/core/views/report';
import type { Tensors } from '../../support/llamaCheckpoint';
import { folderOf, safetensorsFile } from '../../support/safetensorsFile';

async function beside(config: object, tensors: Tensors) {
  const files = { 'config.json': JSON.stringify(config), 'model.safetensors': safetensorsFile(tensors) };
  const analysis = await analyseFile(folderOf(files), 'config.json');
  assert.ok(analysis.kind === 'model', analysis.kind === 'unreadable' ? analysis.message : '');
  assert.ok(analysis.disk);
  return { disk: analysis.disk, parameters: makeReport(analysis).parameters };
}

const count = (tensors: Tensors, named: (name: string) => boolean = () => true): number =>
  Object.entries(tensors)
    .filter(([name]) => named(name))
    .reduce((sum, [, [, ...shape]]) => sum + shape.reduce((a, b) => a * b, 1), 0);

describe('published totals of checkpoints', () => {
  it('DeepSeek-V3: 684,531,386,000 are parameters, router biases, a prediction layer and scales', async function () {
    this.timeout(30_000);
    const [hidden, vocab, experts] = [7168, 129_280, 256];
    const t: Tensors = {
      'model.embed_tokens.weight': ['BF16', vocab, hidden],
      'model.norm.weight': ['BF16', hidden],
      'lm_head.weight': ['BF16', vocab, hidden],
    };
    const fp8 = (name: string, out: number, inner: number): void => {
      t[`${name}.weight`] = ['F8_E4M3', out, inner];
      t[`${name}.weight_scale_inv`] = ['F32', Math.ceil(out / 128), Math.ceil(inner / 128)];
    };
    for (let i = 0; i <= 61; i++) {
      const p = `model.layers.${i}.`;
      fp8(`${p}self_attn.q_a_proj`, 1536, hidden);
      t[`${p}self_attn.q_a_layernorm.weight`] = ['BF16', 1536];
      fp8(`${p}self_attn.q_b_proj`, 128 * 192, 1536);
      fp8(`${p}self_attn.kv_a_proj_with_mqa`, 576, hidden);
      t[`${p}self_attn.kv_a_layernorm.weight`] = ['BF16', 512];
      fp8(`${p}self_attn.kv_b_proj`, 128 * 256, 512);
      fp8(`${p}self_attn.o_proj`, hidden, 128 * 128);
      for (const n of ['input_layernorm', 'post_attention_layernorm'])
        t[`${p}${n}.weight`] = ['BF16', hidden];
      const mlp = (at: string, inner: number): void => {
        for (const m of ['gate_proj', 'up_proj']) fp8(`${p}${at}.${m}`, inner, hidden);
        fp8(`${p}${at}.down_proj`, hidden, inner);
      };
      if (i < 3) {
        mlp('mlp', 18_432);
        continue;
      }
      t[`${p}mlp.gate.weight`] = ['BF16', experts, hidden];
      t[`${p}mlp.gate.e_score_correction_bias`] = ['F32', experts];
      for (let e = 0; e < experts; e++) mlp(`mlp.experts.${e}`, 2048);
      mlp('mlp.shared_experts', 2048);
    }
    const extra = 'model.layers.61.';
    for (const n of ['enorm', 'hnorm', 'shared_head.norm']) t[`${extra}${n}.weight`] = ['BF16', hidden];
    t[`${extra}eh_proj.weight`] = ['BF16', hidden, 2 * hidden];
    t[`${extra}embed_tokens.weight`] = ['BF16', vocab, hidden];
    t[`${extra}shared_head.head.weight`] = ['BF16', vocab, hidden];
    // The total of the model's page on the Hub, and its published parts.
    assert.equal(count(t), 684_531_386_000);
    const isScale = (name: string) => name.endsWith('scale_inv');
    assert.equal(count(t, isScale), 41_540_496);
    assert.equal(
      count(t, (n) => n.startsWith(extra) && !isScale(n)),
      13_463_426_304,
    );
    const { disk, parameters } = await beside(
      {
        model_type: 'deepseek_v3',
        architectures: ['DeepseekV3ForCausalLM'],
        hidden_size: hidden,
        intermediate_size: 18_432,
        moe_intermediate_size: 2048,
        num_hidden_layers: 61,
        first_k_dense_replace: 3,
        num_attention_heads: 128,
        num_key_value_heads: 128,
        q_lora_rank: 1536,
        kv_lora_rank: 512,
        qk_nope_head_dim: 128,
        qk_rope_head_dim: 64,
        v_head_dim: 128,
        n_routed_experts: experts,
        n_shared_experts: 1,
        num_experts_per_tok: 8,
        vocab_size: vocab,
        tie_word_embeddings: false,
        torch_dtype: 'bfloat16',
        quantization_config: { quant_method: 'fp8', fmt: 'e4m3', weight_block_size: [128, 128] },
      },
      t,
    );
    assert.equal(disk.exact, true, disk.sentence);
    assert.equal(parameters.distinct.value, 671_026_404_352);
    const part = (kind: string) => disk.beside.find((b) => b.kind === kind)?.elements;
    assert.equal(part('router'), 14_848);
    // The layer's own scales and router bias are told with it.
    assert.equal(
      part('prediction'),
      count(t, (n) => n.startsWith(extra)),
    );
  });

  it('falcon-7b: 7,217,189,760 stored, 6,921,720,704 distinct, for its tied head is stored all the same', async () => {
    const [hidden, vocab] = [4544, 65_024];
    const t: Tensors = {
      'transformer.word_embeddings.weight': ['BF16', vocab, hidden],
      'transformer.ln_f.weight': ['BF16', hidden],
      'transformer.ln_f.bias': ['BF16', hidden],
      'lm_head.weight': ['BF16', vocab, hidden],
    };
    for (let i = 0; i < 32; i++) {
      const p = `transformer.h.${i}.`;
      t[`${p}self_attention.query_key_value.weight`] = ['BF16', 73 * 64, hidden];
      t[`${p}self_attention.dense.weight`] = ['BF16', hidden, hidden];
      t[`${p}mlp.dense_h_to_4h.weight`] = ['BF16', 4 * hidden, hidden];
      t[`${p}mlp.dense_4h_to_h.weight`] = ['BF16', hidden, 4 * hidden];
      for (const n of ['weight', 'bias']) t[`${p}input_layernorm.${n}`] = ['BF16', hidden];
    }
    assert.equal(count(t), 7_217_189_760);
    const { disk, parameters } = await beside(
      {
        model_type: 'falcon',
        architectures: ['FalconForCausalLM'],
        hidden_size: hidden,
        num_hidden_layers: 32,
        num_attention_heads: 71,
        multi_query: true,
        parallel_attn: true,
        bias: false,
        vocab_size: vocab,
        torch_dtype: 'bfloat16',
      },
      t,
    );
    assert.equal(disk.exact, true, disk.sentence);
    assert.equal(parameters.distinct.value, 6_921_720_704);
    assert.deepEqual(
      disk.beside.map((b) => [b.kind, b.elements]),
      [['tied', vocab * hidden]],
    );
  });

  it('t5-v1_1-base: the checkpoint’s own head counts, 247,577,856, though the library would tie it', async () => {
    const [hidden, vocab, inner] = [768, 32_128, 2048];
    const t: Tensors = { 'shared.weight': ['F32', vocab, hidden], 'lm_head.weight': ['F32', vocab, hidden] };
    for (const side of ['encoder', 'decoder']) {
      const kinds = side === 'encoder' ? ['SelfAttention'] : ['SelfAttention', 'EncDecAttention'];
      t[`${side}.block.0.layer.0.SelfAttention.relative_attention_bias.weight`] = ['F32', 32, 12];
      t[`${side}.final_layer_norm.weight`] = ['F32', hidden];
      for (let i = 0; i < 12; i++) {
        const p = `${side}.block.${i}.layer.`;
        kinds.forEach((kind, k) => {
          for (const m of ['q', 'k', 'v', 'o']) t[`${p}${k}.${kind}.${m}.weight`] = ['F32', hidden, hidden];
          t[`${p}${k}.layer_norm.weight`] = ['F32', hidden];
        });
        const mlp = `${p}${kinds.length}.`;
        for (const m of ['wi_0', 'wi_1']) t[`${mlp}DenseReluDense.${m}.weight`] = ['F32', inner, hidden];
        t[`${mlp}DenseReluDense.wo.weight`] = ['F32', hidden, inner];
        t[`${mlp}layer_norm.weight`] = ['F32', hidden];
      }
    }
    assert.equal(count(t), 247_577_856);
    const { disk, parameters } = await beside(
      {
        model_type: 't5',
        architectures: ['T5ForConditionalGeneration'],
        d_model: hidden,
        d_ff: inner,
        d_kv: 64,
        num_heads: 12,
        num_layers: 12,
        num_decoder_layers: 12,
        vocab_size: vocab,
        feed_forward_proj: 'gated-gelu',
        tie_word_embeddings: false,
        torch_dtype: 'float32',
      },
      t,
    );
    assert.equal(disk.exact, true, disk.sentence);
    assert.equal(parameters.distinct.value, 247_577_856);
  });
});
