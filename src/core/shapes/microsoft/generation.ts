/** Text generation as one operator: the search runs decoder graphs, which are inferred from what they declare. */
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { minus } from '../dims';

/** The sub-graphs' own values become known; what they return does not tell the search's outputs. */
function inferSubgraphs(c: ShapeContext): void {
  for (const name of ['encoder', 'init_decoder', 'decoder']) {
    const graph = c.graph(name);
    if (graph !== undefined) c.engine.inferGraph(graph, []);
  }
}

/** Sequences are padded to the longest length asked for. */
const longest = (c: ShapeContext): Dim => c.scalar(1) ?? c.fresh('max_length');

/** Size of the vocabulary, or the width of the decoder's logits where the attribute leaves it out. */
function vocabulary(c: ShapeContext): Dim {
  const given = c.int('vocab_size', -1);
  if (given > 0) return given;
  const decoder = c.graph('decoder');
  if (decoder === undefined) return undefined;
  const logits = c.engine.inferGraph(decoder, [])[0]?.shape;
  return logits?.[logits.length - 1];
}

/** BeamSearch and WhisperBeamSearch: [B, returned, length], their scores, and the scores of every step. */
const beams: ShapeFunction = (c) => {
  inferSubgraphs(c);
  const batch = c.dim(0, 0);
  const returned = c.scalar(4) ?? c.fresh('num_return_sequences');
  const length = longest(c);
  c.tensor(0, 'int32', [batch, returned, length]);
  c.tensor(1, c.dtype(5) ?? 'float32', [batch, returned]);
  // An encoder's input is no prompt: decoding begins with the decoder's own first tokens, when they are given.
  const prompt = c.int('model_type', 0) === 0 ? c.dim(0, 1) : c.has(10) ? c.dim(10, 1) : 1;
  if (c.hasOutput(2))
    c.tensor(2, c.dtype(5) ?? 'float32', [minus(length, prompt), batch, c.scalar(3), vocabulary(c)]);
  if (c.type !== 'WhisperBeamSearch') return;
  if (c.hasOutput(3))
    c.tensor(3, 'float32', [batch, returned, c.dim(12, 0), c.fresh('decoded'), c.fresh('frames')]);
  c.tensor(4, c.dtype(5) ?? 'float32', [batch]);
};

const sampled: ShapeFunction = (c) => {
  inferSubgraphs(c);
  c.tensor(0, 'int32', [c.dim(0, 0), longest(c)]);
  if (c.hasOutput(1)) c.tensor(1, 'float32', [c.dim(0, 0), vocabulary(c)]);
};

export const generation: ShapeTable = {
  BeamSearch: beams,
  GreedySearch: sampled,
  Sampling: sampled,
  WhisperBeamSearch: beams,
};
