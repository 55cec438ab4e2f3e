import type { Builder } from '../../builder';
import { selfAttention, tokenIds } from '../../parts/attention';
import { plainMlp } from '../../parts/mlp';
import { vocabularyHead } from '../bert';
import { positions } from '../gpt2';
import { multiHead } from '../gptLike';

/** XLM: an encoder whose layers' parts stand in lists of their own; a causal mask where the config wants one. */
export function xlm(b: Builder): void {
  const { c } = b;
  const [hidden, vocab, layers] = [c.int('emb_dim'), c.int('vocab_size'), c.int('n_layers')];
  const causal = c.bool('causal');
  const names = ['q_lin', 'k_lin', 'v_lin', 'out_lin'] as const;
  const shape = multiHead(c.with({ hidden_size: hidden }), 'n_heads');
  const spec = { ...shape, causal, names, bias: true, outBias: true, rotary: 0 };
  const act = c.bool('gelu_activation', true) ? 'gelu' : 'relu';
  const x = b.scope('transformer', () => {
    const ids = tokenIds(b);
    let h = b.embedding(ids, 'embeddings', vocab, hidden);
    h = b.add(h, positions(b, 'position_embeddings', c.int('max_position_embeddings'), hidden));
    const languages = c.int('n_langs', 1);
    if (languages > 1 && c.bool('use_lang_emb', true))
      b.weight('lang_embeddings.weight', [languages, hidden]);
    h = b.norm(h, 'layer_norm_emb', 'layer');
    b.repeat('', layers, () => {
      const at = (list: string) => `transformer.${list}.{0}`;
      const a = b.named(at('attentions'), () => selfAttention(b, h, spec));
      h = b.named('transformer', () => b.norm(b.add(h, a), 'layer_norm1.{0}', 'layer'));
      const m = b.named(at('ffns'), () => plainMlp(b, h, 4 * hidden, act, { bias: true }, ['lin1', 'lin2']));
      h = b.named('transformer', () => b.norm(b.add(h, m), 'layer_norm2.{0}', 'layer'));
    });
    return h;
  });
  const tied = c.bool('tie_word_embeddings', true);
  const table = tied ? b.find('transformer.embeddings.weight') : undefined;
  b.scope('pred_layer', () =>
    b.output(
      table === undefined
        ? b.linear(x, 'proj', vocab, { bias: true })
        : vocabularyHead(b, x, 'proj', 'proj.bias', vocab, table),
    ),
  );
  Object.assign(b.facts, {
    task: causal ? 'causal' : 'encoder',
    hiddenSize: hidden,
    layers,
    tiedEmbeddings: tied,
  });
  b.facts.vocabularySize = vocab;
}
