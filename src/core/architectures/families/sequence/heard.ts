/** An encoder of sounds, a projector and a text model. */
import type { Dimension } from '../../../model/expression';
import type { Builder } from '../../builder';
import { childConfig } from '../../layout/childConfig';
import { layoutFamily } from '../../layout/declareLayout';

type Projector = (b: Builder, x: number, text: number) => number;

function heard(project: Projector): (b: Builder) => void {
  const rules = `
use text_config: lm_head > lm_head; model. > model.language_model.
use audio_config: . > model.audio_tower.
`;
  return layoutFamily(rules, (b, used) => {
    const [states] = used['audio_config'] ?? [];
    if (states === undefined) return;
    const text = childConfig(b.c, 'text_config').int('hidden_size');
    b.output(b.scope('model.multi_modal_projector', () => project(b, states, text)));
  });
}

/** Two products with an activation between. */
function twoLayers(b: Builder, x: number, inner: number, out: number, bias: boolean): number {
  const up = b.activate(b.linear(x, 'linear_1', inner, { bias }), b.c.string('projector_hidden_act', 'gelu'));
  return b.linear(up, 'linear_2', out, { bias });
}

/** As many neighbouring states side by side as make the width of the encoder's MLP. */
function sideBySide(b: Builder, x: number): number {
  const [sounds, places, width] = b.shapeOf(x) as [Dimension, number, number];
  const wide = childConfig(b.c, 'audio_config').int('intermediate_size');
  return b.reshape(x, [sounds, Math.floor((places * width) / Math.max(1, wide)), wide]);
}

const flamingo = heard((b, x, text) => twoLayers(b, x, text, text, b.c.bool('projector_bias', true)));

export const heardFamilies: Readonly<Record<string, (b: Builder) => void>> = {
  qwen2_audio: heard((b, x, text) => b.linear(x, 'linear', text, { bias: true })),
  audioflamingo3: flamingo,
  musicflamingo: flamingo,
  voxtral: heard((b, x, text) => twoLayers(b, sideBySide(b, x), text, text, false)),
  glmasr: heard((b, x, text) => twoLayers(b, sideBySide(b, x), 2 * text, text, true)),
};
