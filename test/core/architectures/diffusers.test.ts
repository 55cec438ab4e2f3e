/** Stable Diffusion 1.5’s U-Net: what is held at its peak, worked out by hand, and the inputs it has. */
import assert from 'node:assert/strict';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';

const UNET = {
  _class_name: 'UNet2DConditionModel',
  attention_head_dim: 8,
  block_out_channels: [320, 640, 1280, 1280],
  cross_attention_dim: 768,
  down_block_types: ['CrossAttnDownBlock2D', 'CrossAttnDownBlock2D', 'CrossAttnDownBlock2D', 'DownBlock2D'],
  in_channels: 4,
  layers_per_block: 2,
  norm_num_groups: 32,
  out_channels: 4,
  sample_size: 64,
  up_block_types: ['UpBlock2D', 'CrossAttnUpBlock2D', 'CrossAttnUpBlock2D', 'CrossAttnUpBlock2D'],
};

describe('the U-Net of Stable Diffusion', () => {
  const model = buildModel(UNET);
  const costs = costModel(model);

  it('reads the latents, the time step and the text once each', () => {
    const names = model.graphs[0]!.inputs.map((id) => model.values[id]!.name);
    assert.deepEqual([...names].sort(), ['encoder_hidden_states', 'sample', 'timestep']);
  });

  it('holds its skips until the way up reads them', () => {
    const scenario = { ...DEFAULT_SCENARIO, prompt: 77, context: 77, activations: 'fp32' };
    const { peak } = estimate(model, costs, scenario).memory;
    // In the second feed-forward part at full width: its gated input of 4,096 x 2,560 and the two halves of it, then four
    // maps of 320 x 64 x 64 (the first convolution and the first attention, both kept for the way up, the transformer's
    // input and its hidden states), the text of 77 x 768 and the time embedding of 1,280, four bytes each.
    const map = 320 * 64 * 64;
    assert.equal(peak?.bytes, 4 * (2 * 4096 * 2560 + 4 * map + 77 * 768 + 1280));
    assert.match(peak.operator!.name, /down_blocks\.0\.attentions\.1/);
  });

  it('has the 859,520,964 parameters of the checkpoint', () => {
    assert.equal(estimate(model, costs, DEFAULT_SCENARIO).parameters.distinct.value, 859520964);
  });
});
