/** Configs of many types with one or more values put wrong, always the same for a seed. */

/** Numbers from 0 to 1, exclusive (a linear congruence; the same on every machine). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const TEXT = {
  hidden_size: 64,
  intermediate_size: 96,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  vocab_size: 100,
  max_position_embeddings: 128,
  tie_word_embeddings: false,
};
const BASES: readonly Readonly<Record<string, unknown>>[] = [
  { model_type: 'llama', architectures: ['LlamaForCausalLM'], ...TEXT },
  { model_type: 'gemma3_text', ...TEXT, head_dim: 16, layer_types: ['full_attention', 'sliding_attention'] },
  { model_type: 'qwen3_moe', ...TEXT, num_experts: 4, num_experts_per_tok: 2, moe_intermediate_size: 32 },
  { model_type: 'gpt2', n_embd: 64, n_layer: 2, n_head: 4, n_positions: 32, vocab_size: 100 },
  { model_type: 'bert', ...TEXT, type_vocab_size: 2 },
  { model_type: 't5', d_model: 64, d_ff: 96, d_kv: 16, num_layers: 2, num_heads: 4, vocab_size: 100 },
  { model_type: 'mamba', hidden_size: 64, num_hidden_layers: 2, state_size: 8, vocab_size: 100, expand: 2 },
  {
    model_type: 'deepseek_v3',
    ...TEXT,
    q_lora_rank: 16,
    kv_lora_rank: 16,
    qk_rope_head_dim: 8,
    qk_nope_head_dim: 8,
    v_head_dim: 8,
    n_routed_experts: 4,
    n_group: 2,
    first_k_dense_replace: 1,
    moe_intermediate_size: 32,
  },
  {
    model_type: 'llava',
    text_config: { model_type: 'llama', ...TEXT },
    vision_config: { model_type: 'clip_vision_model', hidden_size: 32, image_size: 28, patch_size: 14 },
  },
  { model_type: 'whisper', d_model: 64, encoder_layers: 2, decoder_layers: 2, vocab_size: 100 },
  { model_type: 'nobody_knows', ...TEXT },
  { dim: 64, n_layers: 2, n_heads: 4, vocab_size: 100 },
  { peft_type: 'LORA', r: 8, target_modules: ['q_proj'] },
  {
    model_type: 'llama',
    ...TEXT,
    quantization_config: { quant_method: 'gptq', bits: 4, group_size: 128, weight_block_size: [128, 128] },
  },
];

const WRONG: readonly unknown[] = [
  -1,
  0,
  0.5,
  1e300,
  2 ** 31,
  1e9,
  '64',
  'many',
  '',
  null,
  true,
  [],
  [1, 2, 3],
  [-1],
  ['x', null],
  {},
  { a: 1 },
  [[]],
  7,
];

/** The text of a config, and a key that was changed in it. */
export function mutate(next: () => number): { readonly text: string; readonly key?: string } {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const values = structuredClone(pick(BASES)) as Record<string, unknown>;
  let key: string | undefined;
  for (let n = 1 + Math.floor(next() * 3); n > 0; n--) {
    let at = values;
    let path = pick(Object.keys(at));
    const inner = at[path];
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner) && next() < 0.7) {
      const names = Object.keys(inner);
      if (names.length > 0) {
        at = inner as Record<string, unknown>;
        const name = pick(names);
        path = `${path}.${name}`;
      }
    }
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (next() < 0.1) delete at[name];
    else at[name] = pick(WRONG);
    key = path;
  }
  let text = JSON.stringify(values);
  if (next() < 0.1) text = text.slice(0, Math.floor(next() * text.length));
  return { text, ...(key === undefined ? {} : { key }) };
}
