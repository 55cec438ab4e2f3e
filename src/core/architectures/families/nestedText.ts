import type { Builder } from '../builder';
import { layoutFamily } from '../layout/declareLayout';
import { latentAttention, latentSizes } from '../parts/latent';
import { causalDecoder } from '../parts/decoder';
import { experts } from '../parts/experts';
import { gatedMlp } from '../parts/mlp';
import { activationOf } from './llama';
import { persimmon } from './parallel';

/** Fuyu: Persimmon's text part, from the outer keys where none is nested, and one projection of image patches. */
function fuyu(b: Builder): void {
  const { c } = b;
  const text = c.has('text_config') ? c.child('text_config') : c;
  b.withReader(text, () => persimmon(b, 'model.language_model'));
  const patch = c.int('patch_size');
  b.under('model', () => {
    b.weight('vision_embed_tokens.weight', [c.int('hidden_size'), patch * patch * c.int('num_channels')]);
    b.weight('vision_embed_tokens.bias', [c.int('hidden_size')]);
  });
}

/** Gemma 4 around its text part; towers are not declared. */
const gemma4Text = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
`);

function gemma4(b: Builder): void {
  for (const key of ['vision_config', 'audio_config'])
    if (b.c.has(key)) {
      b.estimated = true;
      b.c.report(
        'assumption',
        'config.unknown-part',
        key,
        `The part \`${key}\` of this model is not counted yet.`,
      );
    }
  gemma4Text(b);
}

/** LongCat-Flash: two latent attentions and two MLPs in a layer, a mixture beside them; some experts do nothing. */
function longcat(b: Builder): void {
  const { c } = b;
  const sizes = latentSizes(c);
  const idle = c.int('zero_expert_num', 0);
  const routed = c.int('n_routed_experts');
  const act = activationOf(c);
  const perToken = c.int('moe_topk');
  const mixture = (x: number) =>
    experts(b, x, {
      experts: routed,
      held: routed + idle,
      perToken,
      inner: c.int('expert_ffn_hidden_size'),
      act,
      router: 'router.classifier',
      routerBias: c.bool('router_bias'),
      routerOut: routed + idle,
    });
  causalDecoder(b, {
    // A layer counts twice under the usual key, which wins where the file has it.
    layerCount:
      c.values['num_hidden_layers'] === undefined ? c.int('num_layers') : c.int('num_hidden_layers') >> 1,
    layer: (x) => {
      const half = (h: number, i: number) => {
        const n = b.norm(h, `input_layernorm.${i}`);
        return b.add(
          h,
          b.scope(`self_attn.${i}`, () => latentAttention(b, n, sizes)),
        );
      };
      const a = half(x, 0);
      const n = b.norm(a, 'post_attention_layernorm.0');
      const shortcut = b.scope('mlp', () => mixture(n));
      const first = b.add(
        a,
        b.scope('mlps.0', () => gatedMlp(b, n, c.int('ffn_hidden_size'), act)),
      );
      const second = half(first, 1);
      const m = b.norm(second, 'post_attention_layernorm.1');
      const y = b.add(
        second,
        b.scope('mlps.1', () => gatedMlp(b, m, c.int('ffn_hidden_size'), act)),
      );
      return b.add(y, shortcut);
    },
  });
}

export const nestedTextFamilies = { fuyu, gemma4, gemma4_unified: gemma4, longcat_flash: longcat };
