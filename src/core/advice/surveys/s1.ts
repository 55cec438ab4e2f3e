import type { Survey } from './survey';

/** arXiv 2312.00678. */
export const s1: Survey = {
  arxiv: '2312.00678',
  title: 'The Efficiency Spectrum of Large Language Models',
  categories: [
    { name: 'Budget efficiency > Scaling laws', checked: 'read', techniques: ['scaling-law-budget'] },
    {
      name: 'Data efficiency > Data filtering',
      checked: 'read',
      techniques: ['data-filtering-deduplication'],
    },
    {
      name: 'Data efficiency > Active learning / importance sampling',
      checked: 'read',
      techniques: ['importance-sampling-active-learning'],
    },
    { name: 'Data efficiency > Curriculum learning', checked: 'read', techniques: ['curriculum-learning'] },
    {
      name: 'Architecture efficiency > Efficient attention',
      checked: 'read',
      techniques: [
        'grouped-multi-query-attention',
        'multi-head-latent-attention',
        'cross-layer-kv-sharing',
        'flash-attention',
        'sliding-window-attention',
        'sparse-attention-patterns',
        'linear-low-rank-attention',
      ],
    },
    {
      name: 'Architecture efficiency > Efficient positional encoding',
      checked: 'read',
      techniques: ['rope-context-extension', 'parameter-free-positional-encoding'],
    },
    {
      name: 'Architecture efficiency > Sparse modeling',
      checked: 'read',
      techniques: [
        'sliding-window-attention',
        'sparse-attention-patterns',
        'mixture-of-experts',
        'moe-expert-pruning',
        'contextual-activation-sparsity',
      ],
    },
    {
      name: 'Architecture efficiency > Attention-free',
      checked: 'read',
      techniques: ['linear-low-rank-attention', 'attention-free-and-hybrid-mixers'],
    },
    {
      name: 'Training & tuning efficiency > Scalable training > Mixed precision training',
      checked: 'read',
      techniques: ['mixed-precision-training', 'fp8-training'],
    },
    {
      name: 'Training & tuning efficiency > Scalable training > Parallelism techniques',
      checked: 'read',
      techniques: [
        'zero-fsdp-sharding',
        'tensor-parallelism',
        'pipeline-parallelism',
        'sequence-context-parallelism',
      ],
    },
    {
      name: 'Training & tuning efficiency > Scalable training > Memory optimization',
      checked: 'read',
      techniques: [
        'zero-fsdp-sharding',
        'activation-checkpointing',
        'training-state-offload',
        'eight-bit-and-lean-optimizers',
        'galore-gradient-projection',
        'zeroth-order-tuning',
      ],
    },
    {
      name: 'Training & tuning efficiency > Scalable tuning > Parameter-efficient fine-tuning',
      checked: 'read',
      techniques: [
        'lora',
        'qlora',
        'bottleneck-adapters',
        'prefix-prompt-tuning',
        'partial-parameter-tuning',
        'staged-multimodal-training',
      ],
    },
    {
      name: 'Training & tuning efficiency > Scalable tuning > Data-efficient fine-tuning',
      checked: 'read',
      techniques: ['data-efficient-fine-tuning', 'in-context-prompting-budget'],
    },
    {
      name: 'Inference efficiency > Pruning',
      checked: 'read',
      techniques: [
        'unstructured-pruning',
        'semi-structured-2-4-sparsity',
        'structured-width-pruning',
        'depth-pruning',
      ],
    },
    {
      name: 'Inference efficiency > Knowledge distillation',
      checked: 'read',
      techniques: ['knowledge-distillation'],
    },
    {
      name: 'Inference efficiency > Quantization',
      checked: 'read',
      techniques: [
        'qlora',
        'weight-only-quantization',
        'weight-activation-quantization',
        'kv-cache-quantization',
        'quantization-aware-training',
        'ternary-bitnet-weights',
        'onnx-fp16-initializers',
        'onnx-int8-quantization',
      ],
    },
    {
      name: 'Inference efficiency > Low-rank decomposition',
      checked: 'read',
      techniques: ['low-rank-decomposition'],
    },
  ],
};
