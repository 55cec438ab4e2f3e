import assert from 'node:assert/strict';
import { analyseConfig } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { allTechniques } from '../../../src/core/advice/advise';
import type { EffectKind, Judged } from '../../../src/core/advice/verdict';
import type { Scenario } from '../../../src/core/scenario/scenario';

/** The shapes of well-known models, as their published configs give them. */
export const CONFIGS = {
  llama2: {
    model_type: 'llama',
    architectures: ['LlamaForCausalLM'],
    hidden_size: 4096,
    intermediate_size: 11008,
    num_hidden_layers: 32,
    num_attention_heads: 32,
    num_key_value_heads: 32,
    vocab_size: 32000,
    max_position_embeddings: 4096,
    hidden_act: 'silu',
    tie_word_embeddings: false,
    torch_dtype: 'float16',
  },
  llama3: {
    model_type: 'llama',
    architectures: ['LlamaForCausalLM'],
    hidden_size: 4096,
    intermediate_size: 14336,
    num_hidden_layers: 32,
    num_attention_heads: 32,
    num_key_value_heads: 8,
    vocab_size: 128256,
    max_position_embeddings: 8192,
    hidden_act: 'silu',
    rope_theta: 500000,
    tie_word_embeddings: false,
    torch_dtype: 'bfloat16',
  },
  gpt2: {
    model_type: 'gpt2',
    architectures: ['GPT2LMHeadModel'],
    n_embd: 768,
    n_head: 12,
    n_layer: 12,
    n_positions: 1024,
    vocab_size: 50257,
    activation_function: 'gelu_new',
    torch_dtype: 'float32',
  },
  mixtral: {
    model_type: 'mixtral',
    architectures: ['MixtralForCausalLM'],
    hidden_size: 4096,
    intermediate_size: 14336,
    num_hidden_layers: 32,
    num_attention_heads: 32,
    num_key_value_heads: 8,
    num_local_experts: 8,
    num_experts_per_tok: 2,
    vocab_size: 32000,
    max_position_embeddings: 32768,
    sliding_window: null,
    tie_word_embeddings: false,
    torch_dtype: 'bfloat16',
  },
  deepseek: {
    model_type: 'deepseek_v3',
    architectures: ['DeepseekV3ForCausalLM'],
    hidden_size: 7168,
    intermediate_size: 18432,
    moe_intermediate_size: 2048,
    num_hidden_layers: 61,
    num_attention_heads: 128,
    num_key_value_heads: 128,
    n_routed_experts: 256,
    n_shared_experts: 1,
    num_experts_per_tok: 8,
    n_group: 8,
    topk_group: 4,
    first_k_dense_replace: 3,
    kv_lora_rank: 512,
    q_lora_rank: 1536,
    qk_nope_head_dim: 128,
    qk_rope_head_dim: 64,
    v_head_dim: 128,
    num_nextn_predict_layers: 1,
    vocab_size: 129280,
    max_position_embeddings: 163840,
    rope_scaling: {
      type: 'yarn',
      factor: 40,
      original_max_position_embeddings: 4096,
      beta_fast: 32,
      beta_slow: 1,
      mscale: 1,
      mscale_all_dim: 1,
    },
    tie_word_embeddings: false,
    torch_dtype: 'bfloat16',
  },
  bert: {
    model_type: 'bert',
    architectures: ['BertForMaskedLM'],
    hidden_size: 768,
    intermediate_size: 3072,
    num_hidden_layers: 12,
    num_attention_heads: 12,
    max_position_embeddings: 512,
    type_vocab_size: 2,
    vocab_size: 30522,
    hidden_act: 'gelu',
    torch_dtype: 'float32',
  },
} as const;

export type Known = keyof typeof CONFIGS;

export function analysisOf(name: Known, changed: Readonly<Record<string, unknown>> = {}): Analysis {
  const analysis = analyseConfig(
    JSON.stringify({ ...CONFIGS[name], ...changed }, null, 2),
    `${name}/config.json`,
  );
  assert.ok(analysis);
  assert.equal(analysis.model.certainty, 'exact', `${name} is a declared family`);
  return analysis;
}

/** What was judged already: the engine is the same for each test. */
const KNOWN = new Map<string, readonly Judged[]>();

/** One technique on one model; the first call for a scenario judges all, as the views do. */
export function judged(model: Known, id: string, scenario: Partial<Scenario> = {}): Judged {
  const key = JSON.stringify([model, scenario]);
  const all = KNOWN.get(key) ?? allTechniques(analysisOf(model), scenario);
  KNOWN.set(key, all);
  const found = all.find((t) => t.technique.id === id);
  assert.ok(found, `${id} is in the catalogue`);
  return found;
}

/** Before and after of one figure of one variant. */
export function change(
  model: Known,
  id: string,
  kind: EffectKind,
  scenario: Partial<Scenario> = {},
  variant = 0,
): readonly [before: number, after: number] {
  const j = judged(model, id, scenario);
  const outcome = j.outcomes[variant];
  assert.ok(outcome, `${id} on ${model}: ${j.status}, ${j.reason}`);
  const effect = outcome.effects.find((e) => e.kind === kind);
  assert.ok(effect, `${id} on ${model} changes ${kind}: ${outcome.effects.map((e) => e.kind).join(' ')}`);
  return [effect.before.value!, effect.after.value!];
}
