/**
 * Whether a JSON text may belong to a model, by one look at it: what is certain comes with the engine. Imports nothing, so
 * that a host can ask before it loads anything.
 */
const HINT =
  /"(?:model_type|architectures|_class_name|_diffusers_version|hidden_size|n_embd|d_model|dim|vocab_size|num_(?:hidden_)?layers|n_layers?|peft_type|weight_map)"\s*:|"type"\s*:\s*"sentence_transformers\./;

export function mayBeModel(text: string): boolean {
  return HINT.test(text);
}
