import { multiply } from '../../../model/arithmetic';
import { BATCH, IMAGES } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { selfAttention, tokenIds } from '../../parts/attention';
import { plainMlp } from '../../parts/mlp';
import { clipNames, visionSizes, visionTower } from '../../parts/vision';
import { outputHead } from '../../parts/decoder';
import { positions } from '../gpt2';
import { multiHead } from '../gptLike';
import { activationOf } from '../llama';

/** GIT: CLIP's image tower, whose tokens stand before the text in a causal BERT. */
export function git(b: Builder): void {
  const { c } = b;
  const [hidden, vocab, layers] = [c.int('hidden_size'), c.int('vocab_size'), c.int('num_hidden_layers')];
  const names = ['self.query', 'self.key', 'self.value', 'output.dense'] as const;
  const spec = { ...multiHead(c), names, bias: true, outBias: true, rotary: 0 };
  const act = activationOf(c, 'gelu');
  const x = b.scope('git', () => {
    let h = b.scope('embeddings', () => {
      const words = b.embedding(tokenIds(b), 'word_embeddings', vocab, hidden);
      const at = positions(b, 'position_embeddings', c.int('max_position_embeddings'), hidden);
      return b.norm(b.add(words, at), 'LayerNorm', 'layer');
    });
    images(b, hidden);
    b.scope('encoder', () =>
      b.repeat('layer', layers, () => {
        const a = b.scope('attention', () =>
          b.norm(b.add(h, selfAttention(b, h, spec)), 'output.LayerNorm', 'layer'),
        );
        const dense = ['intermediate.dense', 'output.dense'] as const;
        const m = plainMlp(b, a, c.int('intermediate_size'), act, { bias: true }, dense);
        h = b.norm(b.add(a, m), 'output.LayerNorm', 'layer');
      }),
    );
    return h;
  });
  const tied = c.bool('tie_word_embeddings');
  const table = tied ? b.find('git.embeddings.word_embeddings.weight') : undefined;
  b.output(outputHead(b, x, 'output', vocab, table, true));
  Object.assign(b.facts, { task: 'causal', hiddenSize: hidden, layers, vocabularySize: vocab });
  b.facts.tiedEmbeddings = tied;
}

function images(b: Builder, width: number): void {
  const c = b.c.child('vision_config');
  const count = multiply(BATCH, IMAGES);
  const hidden = c.int('hidden_size');
  const y = b.scope('image_encoder.vision_model', () =>
    b.withReader(c, () => visionTower(b, { ...visionSizes(c), ...clipNames(hidden) }, count)),
  );
  b.scope('visual_projection', () =>
    b.norm(b.linear(y, 'visual_projection.0', width, { bias: true }), 'visual_projection.1', 'layer'),
  );
  const frames = b.c.int('num_image_with_embedding', 0);
  for (let i = 0; i < Math.min(frames, 1000); i++) b.weight(`img_temporal_embedding.${i}`, [1, 1, hidden]);
}
