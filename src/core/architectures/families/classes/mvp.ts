import type { Builder } from '../../builder';
import { bart } from '../bart';
import { answers, classifies } from './bartHeads';

/** Prompts before the keys and values of each layer of the decoder: stored, and not counted as computed. */
function prompts(b: Builder): void {
  const { c } = b;
  if (!c.bool('use_prompt')) return;
  const [hidden, middle] = [c.int('d_model'), c.int('prompt_mid_dim')];
  const both = 2 * c.int('decoder_layers') * hidden;
  for (const kind of ['self_attn_prompt', 'cross_attn_prompt'])
    b.scope(`decoder.${kind}`, () => {
      b.weight('prompt_embedding.weight', [c.int('prompt_length'), hidden]);
      b.weight('prompt_trans.0.weight', [middle, hidden]);
      b.weight('prompt_trans.0.bias', [middle]);
      b.weight('prompt_trans.2.weight', [both, middle]);
      b.weight('prompt_trans.2.bias', [both]);
    });
}

/** Classes of `mvp` beside the one of its own task, by name. */
export const mvpClasses = {
  MvpForSequenceClassification: classifies(bart, prompts),
  MvpForQuestionAnswering: answers(bart, prompts),
};
