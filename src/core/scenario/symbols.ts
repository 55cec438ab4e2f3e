/**
 * The symbols of the house and what they mean; config models use no others. ONNX models bring their own names, which
 * `scenario/bind.ts` maps to these where the name is plain (`batch_size`, `past_sequence_length`).
 */
import { add, subtract } from '../model/arithmetic';
import type { Expression } from '../model/expression';
import { symbol } from '../model/expression';

/** Sequences (or images) at once. */
export const BATCH: Expression = symbol('batch');
/** New tokens of this step: the prompt in prefill, 1 in decode. */
export const SEQUENCE: Expression = symbol('sequence');
/** Tokens cached before this step: 0 in prefill, context - 1 in decode. */
export const PAST: Expression = symbol('past');
/** Tokens seen after this step. */
export const TOTAL: Expression = add(PAST, SEQUENCE);
/** Tokens that the encoder of an encoder-decoder reads. */
export const SOURCE: Expression = symbol('source');
/** Images that come with each sequence's prompt: 0 while tokens are generated. */
export const IMAGES: Expression = symbol('images');
/** Images that the context holds, those of the prompt: in prefill and while tokens are generated. */
export const HELD_IMAGES: Expression = symbol('held_images');
/** Sounds that come with each sequence's prompt: 0 while tokens are generated. */
export const SOUNDS: Expression = symbol('sounds');

/** Pixels of each image from top to bottom, where the config leaves the size open. */
export const HEIGHT: Expression = symbol('height');
/** Pixels of each image from left to right, where the config leaves the size open. */
export const WIDTH: Expression = symbol('width');

/** Samples of each sound, for models that read the wave itself. */
export const SAMPLES: Expression = symbol('samples');

/** `TOTAL` less the new tokens: what a cache tensor of shape over TOTAL held before the step. */
export function before(total: Expression): Expression {
  return subtract(total, SEQUENCE);
}
