/** A vision tower, a projector and a text model: LLaVA and what shares its shape. */
import { floorDivide, multiply, subtract } from '../../../model/arithmetic';
import type { Dimension } from '../../../model/expression';
import { BATCH } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { childConfig } from '../../layout/childConfig';
import { layoutFamily } from '../../layout/declareLayout';
import { labelCount } from '../classes/classifier';
import { openGrid } from '../../parts/grid';

/** Widths that projectors go from and to. */
export interface Widths {
  /** Of the text model. */
  readonly text: number;
  /** Of the tower, times the layers whose states are put side by side. */
  readonly vision: number;
  readonly act: string;
}

/** Names a projector's tensors and operators: from the tower's states to the text model's width. */
export type Projector = (b: Builder, x: number, w: Widths) => number;

const TEXT = 'model. > model.language_model.; lm_head > lm_head';

/** A family of a tower under `tower`, a projector and a text model. */
export function projected(tower: string, project: Projector, text = TEXT): (b: Builder) => void {
  return layoutFamily(`use text_config: ${text}\nuse vision_config: . > ${tower}.`, (b, used) => {
    const [states] = used['vision_config'] ?? [];
    if (states !== undefined) b.output(project(b, sideBySideLayers(b, states), widthsOf(b)));
  });
}

export function widthsOf(b: Builder): Widths {
  const { c } = b;
  return {
    text: childConfig(c, 'text_config').int('hidden_size'),
    vision: childConfig(c, 'vision_config').int('hidden_size') * layersTaken(b),
    act: c.string('projector_hidden_act', 'gelu'),
  };
}

/** Layers of the tower whose states the projector reads. */
function layersTaken(b: Builder): number {
  const given = b.c.raw('vision_feature_layer') ?? b.c.raw('vision_feature_layers');
  return Array.isArray(given) ? Math.max(1, given.length) : 1;
}

function sideBySideLayers(b: Builder, x: number): number {
  const n = layersTaken(b);
  if (n === 1) return x;
  const copies = Array.from({ length: n }, () => x);
  return b.op('Concat', copies, [...b.shapeOf(x).slice(0, -1), n * b.widthOf(x)], { axis: -1 });
}

/** Two products with an activation between. */
export function twoLayers(
  b: Builder,
  x: number,
  w: Widths,
  bias: boolean,
  names: readonly [string, string] = ['linear_1', 'linear_2'],
  inner = w.text,
): number {
  const up = b.activate(b.linear(x, names[0], inner, { bias }), w.act);
  return b.linear(up, names[1], w.text, { bias });
}

/** The states without the class token where the config does not ask for all. */
export function patchesOnly(b: Builder, x: number): number {
  if (b.c.string('vision_feature_select_strategy', 'default') !== 'default') return x;
  return withoutFirst(b, x);
}

export function withoutFirst(b: Builder, x: number): number {
  const [images, tokens, width] = b.shapeOf(x) as [Dimension, Dimension, number];
  return b.op('Slice', [x], [images, subtract(tokens, 1), width]);
}

/** `factor` by `factor` tokens side by side. */
export function shuffled(b: Builder, x: number, factor: number): number {
  const [images, tokens, width] = b.shapeOf(x) as [Dimension, Dimension, number];
  const area = Math.max(1, factor * factor);
  return b.reshape(x, [images, floorDivide(tokens, area), width * area]);
}

/** The same for towers over images of open size, whole squares of the grid at a time. */
export function shuffledInGrid(b: Builder, x: number, factor: number): number {
  const c = childConfig(b.c, 'vision_config');
  const { rows, columns } = b.withReader(c, () => openGrid(b, c.int('patch_size')));
  const merged = multiply(floorDivide(rows, factor), floorDivide(columns, factor));
  return b.reshape(x, [b.shapeOf(x)[0]!, merged, b.widthOf(x) * factor * factor]);
}

const llava: Projector = (b, x, w) =>
  b.scope('model.multi_modal_projector', () =>
    twoLayers(b, patchesOnly(b, x), w, b.c.bool('multimodal_projector_bias', true)),
  );

const withNewline: Projector = (b, x, w) => {
  b.weight('model.image_newline', [w.text]);
  return llava(b, x, w);
};

const vipllava: Projector = (b, x, w) =>
  b.scope('model.multi_modal_projector', () =>
    twoLayers(b, b.norm(withoutFirst(b, x), 'projector_layernorm', 'layer'), w, true),
  );

const paligemma: Projector = (b, x) =>
  b.linear(x, 'model.multi_modal_projector.linear', b.c.int('projection_dim'), { bias: true });

/** Gemma 3: patches averaged to `mm_tokens_per_image`, one product without a bias. */
const gemma3 =
  (prefix: string): Projector =>
  (b, x, w) =>
    b.under(`${prefix}multi_modal_projector`, () => {
      const tokens = Math.floor(Math.sqrt(b.c.int('mm_tokens_per_image', 256))) ** 2;
      const pooled = b.op('AveragePool', [x], [b.shapeOf(x)[0]!, tokens, w.vision]);
      const normed = b.norm(pooled, 'mm_soft_emb_norm');
      const matrix = b.param('mm_input_projection_weight', [w.vision, w.text]);
      return b.op('MatMul', [normed, matrix], [...b.shapeOf(normed).slice(0, -1), w.text]);
    });

/** Gemma 3 with a score for each label instead of the head. */
const gemma3Classifier: Projector = (b, x, w) => {
  const last = b.op('Slice', [x], [BATCH, w.text]);
  b.linear(last, 'score', labelCount(b));
  return gemma3('model.')(b, x, w);
};

/** Idefics 3 and SmolVLM: `scale_factor` squared tokens through one matrix. */
const idefics3: Projector = (b, x, w) =>
  b.linear(shuffled(b, x, b.c.int('scale_factor', 2)), 'model.connector.modality_projection.proj', w.text);

const internvl: Projector = (b, x, w) =>
  b.scope('model.multi_modal_projector', () => {
    const factor = Math.trunc(1 / Math.max(b.c.number('downsample_ratio', 0.5), 1e-6));
    const wide = shuffled(b, patchesOnly(b, x), factor);
    return twoLayers(b, b.norm(wide, 'layer_norm', 'layer'), w, true);
  });

/** Pixtral's squares of patches merged by one matrix, then two layers. */
const merged =
  (scope: string): Projector =>
  (b, x, w) =>
    b.scope(scope, () => {
      const wide = shuffledInGrid(b, b.norm(x, 'norm'), Math.max(1, b.c.int('spatial_merge_size', 2)));
      const y = b.linear(wide, 'patch_merger.merging_layer', w.vision);
      return twoLayers(b, y, w, b.c.bool('multimodal_projector_bias'));
    });

/** Cohere's: a gated product over `downsample_factor` squared tokens; Aya's has a norm before it. */
const gatedShuffle =
  (norm: boolean): Projector =>
  (b, x, w) =>
    b.scope('model.multi_modal_projector', () => {
      const wide = shuffled(b, x, b.c.int('downsample_factor', 2));
      const inner = b.c.int('alignment_intermediate_size', w.text);
      const h = norm ? b.norm(wide, 'layernorm', 'layer') : wide;
      const both = b.linear(h, 'linear_1', inner, { bias: true });
      const half = Math.floor(inner / 2);
      const [up, gate] = b.split(both, [half, half]) as [number, number];
      return b.linear(b.mul(b.activate(gate, 'silu'), up), 'linear_2', w.text, { bias: true });
    });

const deepseekVl: Projector = (b, x, w) =>
  b.scope('model.aligner', () => twoLayers(b, x, w, true, ['linear1', 'linear2']));

const lfm2: Projector = (b, x, w) =>
  b.scope('model.multi_modal_projector', () => {
    const { c } = b;
    const wide = shuffledInGrid(b, x, Math.max(1, c.int('downsample_factor', 2)));
    const h = c.bool('projector_use_layernorm', true) ? b.norm(wide, 'layer_norm', 'layer') : wide;
    const inner = c.int('projector_hidden_size', 2560);
    return twoLayers(b, h, w, c.bool('projector_bias', true), ['linear_1', 'linear_2'], inner);
  });

/** Kimi-VL's: each square's patches are normed one by one, then read side by side. */
const kimi: Projector = (b, x, w) =>
  b.scope('model.mm_projector', () => {
    const normed = b.norm(x, 'pre_norm', 'layer');
    const [images, squares, area, width] = b.shapeOf(x) as [Dimension, Dimension, number, number];
    const wide = b.reshape(normed, [images, squares, area * width]);
    return twoLayers(b, wide, w, true, ['in_proj', 'out_proj'], area * width);
  });

/** Ovis 2: each token is a mixture of the rows of a table of images' words. */
const ovis2: Projector = (b, x, w) => {
  const words = childConfig(b.c, 'vision_config').int('vocab_size');
  const width = b.c.int('hidden_size', w.text);
  const table = b.param('model.visual_embeddings_table.weight', [words, width]);
  const spread = b.op('Pad', [x, -1], [...b.shapeOf(x).slice(0, -1), words]);
  return b.op('MatMul', [spread, table], [...b.shapeOf(x).slice(0, -1), width]);
};

/** Llama 4: squares of patches through an MLP with activations after both, then one matrix. */
const llama4: Projector = (b, x, w) => b.linear(x, 'multi_modal_projector.linear_1', w.text);

export const projectedFamilies: Readonly<Record<string, (b: Builder) => void>> = {
  llava: projected('model.vision_tower', llava),
  llava_next: projected('model.vision_tower', withNewline),
  llava_next_video: projected('model.vision_tower', withNewline),
  llava_onevision: projected('model.vision_tower', withNewline),
  vipllava: projected('model.vision_tower', vipllava),
  paligemma: projected('model.vision_tower', paligemma),
  gemma3: projected('model.vision_tower', gemma3('model.')),
  shieldgemma2: projected('model.vision_tower', gemma3('model.')),
  Gemma3ForConditionalGeneration: projected('model.vision_tower', gemma3('model.')),
  Gemma3Model: projected('vision_tower', gemma3(''), 'model. > language_model.'),
  Gemma3ForSequenceClassification: projected(
    'model.vision_tower',
    gemma3Classifier,
    'model. > model.language_model.',
  ),
  idefics3: projected('model.vision_model', idefics3, 'model. > model.text_model.; lm_head > lm_head'),
  smolvlm: projected('model.vision_model', idefics3, 'model. > model.text_model.; lm_head > lm_head'),
  internvl: projected('model.vision_tower', internvl),
  mistral3: projected('model.vision_tower', merged('model.multi_modal_projector')),
  lighton_ocr: projected('model.vision_encoder', merged('model.vision_projection')),
  aya_vision: projected('model.vision_tower', gatedShuffle(true)),
  cohere2_vision: projected('model.vision_tower', gatedShuffle(false)),
  deepseek_vl: projected('model.vision_model', deepseekVl),
  lfm2_vl: projected('model.vision_tower', lfm2),
  kimi_k25: projected('model.vision_tower', kimi),
  ovis2: projected('model.vision_tower', ovis2),
  llama4: projected('vision_model', llama4, '. > language_model.'),
  Llama4ForConditionalGeneration: projected('vision_model', llama4, '. > language_model.'),
};
