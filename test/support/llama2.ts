/** Llama-2-7B as its published config has it, for tests that hold a whole model of known size: 6,738,415,616 parameters. */
export const LLAMA_2_7B = {
  model_type: 'llama',
  architectures: ['LlamaForCausalLM'],
  hidden_size: 4096,
  intermediate_size: 11008,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  vocab_size: 32000,
  torch_dtype: 'float16',
};

/** Elements of the seven matrices of its 32 layers: each 4 x 4096 x 4096 + 3 x 4096 x 11008 = 202,375,168. */
export const LINEAR = 32 * 202_375_168;
/** Bytes of the rest in 16 bits: embedding, head and 65 norms. */
export const OTHERS = 2 * (2 * 32000 * 4096 + 65 * 4096);
