/** onnx-tool's table of the ONNX model zoo: graphs built anew, or configs of the same model. */
import type { Operator } from '../../../../src/core/model/operator';
import type { Scenario } from '../../../../src/core/scenario/scenario';
import type { Claim, Measure, ModelName, Rule } from '../claim';
import { WHY, left } from '../claim';
import { onnxToolMacs } from '../counters';
import type { Figure } from '../figure';
import { elementsOf, macsOf, parameters, plus, prefillMacs } from '../measures';

interface Network {
  readonly of: ModelName;
  readonly run?: Partial<Scenario>;
  /** Part of a model that the file holds, by the names of its weights and operators. */
  readonly part?: RegExp;
  readonly rules?: { readonly parameters?: Rule; readonly macs?: Rule };
}

const graph = (name: string): Network => ({ of: { graph: name } });
const WEIGHTED =
  'theirs adds element work by weights of its own: softmax 36, sigmoid 36, division 4, a rectifier 1, local response normalisation 5';

const NETWORKS: Readonly<Record<string, Network>> = {
  'SqueezeNet 1.0': graph('squeezenet1_1'),
  AlexNet: graph('bvlc-alexnet'),
  GoogleNet: graph('googlenet'),
  googlenet_age: graph('googlenet-age'),
  'LResNet100E-IR': graph('lresnet100e-ir'),
  'EfficientNet-Lite4': graph('efficientnet_lite4'),
  'ConvNeXt-L': graph('convnext_large-21841'),
  edgenext_small: {
    ...graph('edgenext_small'),
    rules: {
      macs: {
        why: 'theirs is of 256 × 256, the size that EdgeNeXt is published for (1.26 G MACs, arXiv 2206.10589): 1.253 G MACs there, 1.318 G with element work, 2.9 % left',
      },
    },
  },
  RealESRGAN: graph('realesrgan-x4plus'),
  ShuffleNet: graph('shufflenet_v2_x1_0'),
  'FCN ResNet-50': graph('fcn_resnet50'),
  ResNet50: {
    ...graph('resnet50-v1'),
    rules: {
      parameters: {
        why: 'theirs is cut to whole millions',
        value: (b) => Math.floor(parameters(b) / 1e6) * 1e6,
      },
    },
  },
  'RoBERTa-BASE': { of: { config: 'roberta-base-model' }, run: { prompt: 8, context: 8 } },
  text_encoder: { of: { config: 'sd15-text-encoder' }, run: { prompt: 77, context: 77 } },
  UNet2DCondition: {
    of: { config: 'sd15-unet' },
    run: { prompt: 77, context: 77, batch: 2 },
    rules: {
      macs: {
        why: 'theirs adds element work by weights of its own; with softmax 36, sigmoid 36 and norms 7 an element 2.9 % are left, work of its export',
      },
    },
  },
  VAE_encoder: { of: { config: 'sd15-vae' }, part: /^(encoder|quant_conv)/ },
  VAE_decoder: { of: { config: 'sd15-vae' }, part: /^(decoder|post_quant_conv)/ },
  'T5-encoder': { of: { config: 't5-base' }, run: { source: 8 }, part: /^(shared|encoder)/ },
  'T5-decoder': {
    of: { config: 't5-base' },
    run: { source: 8, prompt: 8, context: 8 },
    part: /^(shared|decoder|MatMul)/,
    rules: {
      parameters: {
        why: 'theirs counts the tied head again',
        value: plus(
          elementsOf((w) => /^(shared|decoder)/.test(w.name)),
          elementsOf((w) => w.name.startsWith('shared')),
        ),
      },
    },
  },
};

/** The masks that an old exporter stored with GPT-2: 12 of 1,024 x 1,024. */
const MASKS = 12 * 1024 * 1024;

export function zooClaim(f: Figure): Claim {
  if (f.model === 'GPT-2' && f.quantity === 'parameters')
    return {
      kind: 'compared',
      of: { config: 'gpt2' },
      what: 'parameters',
      ours: parameters,
      published: f.value * 1e6,
      rule: { why: 'theirs counts 12 causal masks that the file stores', value: plus(parameters, MASKS) },
    };
  if (f.model === 'BERT-Squad' && f.quantity === 'MACs')
    return {
      kind: 'compared',
      of: { config: 'bert-squad' },
      what: 'MACs of 256 tokens',
      ours: prefillMacs(256),
      published: f.value * 1e6,
    };
  const n = NETWORKS[f.model];
  if (!n) return left(/GPT-2|BERT-Squad/.test(f.model) ? CONSTANTS : WHY.graph);
  const published = f.value * 1e6;
  const compared = (what: string, ours: Measure, rule?: Rule): Claim => ({
    kind: 'compared',
    of: n.of,
    what,
    ours,
    published,
    ...(rule ? { rule } : {}),
  });
  const { part } = n;
  if (f.quantity === 'parameters')
    return compared(
      'parameters',
      part ? elementsOf((w) => part.test(w.name)) : parameters,
      n.rules?.parameters,
    );
  const run = n.run ?? { prompt: 1 };
  const inPart = (op: Operator) => !part || part.test(op.name) || /^Conv/.test(op.name);
  return compared(
    'MACs',
    macsOf(run.prompt ?? 1, inPart, run),
    n.rules?.macs ?? { why: WEIGHTED, value: onnxToolMacs(run, inPart) },
  );
}

const CONSTANTS = 'the file holds constants beside the model’s weights, and is not at hand';
