import { transducer } from './transducer';

/** The tensors of `Nemotron3_5AsrForRNNT`: the language asked for, one of many, joins the encoder's states. */
export const nemotron35Asr = transducer(
  'vocab_size',
  `
prompt_projector.
  linear_1 w[prompt_intermediate_size,encoder_config.hidden_size+num_prompts] b[prompt_intermediate_size]
  linear_2 w[encoder_config.hidden_size,prompt_intermediate_size] b[encoder_config.hidden_size]
`,
);
