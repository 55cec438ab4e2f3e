import type { Builder } from '../../builder';

/**
 * T5 and its relatives: transformers from 5 on ties the head whatever the config says, the published checkpoints that are
 * not tied hold a head of their own. The checkpoint is what is counted, and this says so.
 */
export function sayUntiedHead(b: Builder): void {
  if (b.c.raw('tie_word_embeddings') !== false) return;
  b.c.report(
    'assumption',
    'config.untied-head',
    'tie_word_embeddings',
    'The head is counted as a matrix of its own, as published checkpoints hold it; transformers from 5 on would tie it all the same.',
  );
}
