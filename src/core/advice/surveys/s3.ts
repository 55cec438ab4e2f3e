import type { Survey } from './survey';

/** arXiv 2401.00625. */
export const s3: Survey = {
  arxiv: '2401.00625',
  title: 'Beyond Efficiency: Resource-Efficient Large Language Models',
  categories: [
    {
      name: 'LLM architecture design > Efficient transformer architecture',
      checked: 'read',
      techniques: [
        'grouped-multi-query-attention',
        'flash-attention',
        'sliding-window-attention',
        'sparse-attention-patterns',
        'linear-low-rank-attention',
        'parameter-free-positional-encoding',
        'onnx-graph-fusion',
      ],
    },
    {
      name: 'LLM architecture design > Non-transformer architecture',
      checked: 'read',
      techniques: [
        'cross-layer-kv-sharing',
        'attention-free-and-hybrid-mixers',
        'mixture-of-experts',
        'ternary-bitnet-weights',
      ],
    },
    {
      name: 'LLM pre-training > Memory efficiency > Distributed training',
      checked: 'read',
      techniques: [
        'zero-fsdp-sharding',
        'tensor-parallelism',
        'pipeline-parallelism',
        'sequence-context-parallelism',
        'activation-checkpointing',
        'training-state-offload',
      ],
    },
    {
      name: 'LLM pre-training > Memory efficiency > Mixed precision training',
      checked: 'read',
      techniques: ['mixed-precision-training', 'fp8-training'],
    },
    {
      name: 'LLM pre-training > Data efficiency > Importance sampling',
      checked: 'read',
      techniques: [
        'importance-sampling-active-learning',
        'curriculum-learning',
        'data-efficient-fine-tuning',
      ],
    },
    {
      name: 'LLM pre-training > Data efficiency > Data augmentation',
      checked: 'read',
      techniques: ['data-efficient-fine-tuning'],
    },
    {
      name: 'LLM pre-training > Data efficiency > Training objective',
      checked: 'read',
      techniques: ['efficient-vision-encoder'],
    },
    {
      name: 'LLM fine-tuning > Parameter-efficient fine-tuning',
      checked: 'read',
      techniques: [
        'lora',
        'qlora',
        'bottleneck-adapters',
        'prefix-prompt-tuning',
        'partial-parameter-tuning',
      ],
    },
    {
      name: 'LLM fine-tuning > Full-parameter fine-tuning',
      checked: 'read',
      techniques: [
        'eight-bit-and-lean-optimizers',
        'galore-gradient-projection',
        'partial-parameter-tuning',
        'zeroth-order-tuning',
      ],
    },
    {
      name: 'LLM inference > Model compression > Pruning',
      checked: 'read',
      techniques: [
        'unstructured-pruning',
        'semi-structured-2-4-sparsity',
        'structured-width-pruning',
        'depth-pruning',
        'contextual-activation-sparsity',
        'low-rank-decomposition',
      ],
    },
    {
      name: 'LLM inference > Model compression > Quantization',
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
      name: 'LLM inference > Dynamic acceleration > Input pruning',
      checked: 'read',
      techniques: ['prompt-compression', 'visual-token-reduction', 'efficient-vision-encoder'],
    },
    {
      name: 'System design > Deployment optimization',
      checked: 'read',
      techniques: [
        'contextual-activation-sparsity',
        'paged-kv-and-prefix-reuse',
        'continuous-batching',
        'inference-offloading',
        'cascade-and-collaborative-inference',
        'onnx-fp16-initializers',
        'onnx-int8-quantization',
        'onnx-graph-fusion',
      ],
    },
    {
      name: 'System design > Support infrastructure',
      checked: 'read',
      techniques: [
        'weight-tying',
        'cross-layer-parameter-sharing',
        'elastic-matryoshka-models',
        'compact-backbone-and-nas',
        'zero-fsdp-sharding',
        'tensor-parallelism',
        'pipeline-parallelism',
        'paged-kv-and-prefix-reuse',
        'inference-offloading',
        'cascade-and-collaborative-inference',
      ],
    },
    {
      name: 'System design > Other systems',
      checked: 'read',
      techniques: ['cascade-and-collaborative-inference'],
    },
    {
      name: 'Evaluation metrics & benchmarks > Computation metrics',
      checked: 'read',
      techniques: ['scaling-law-budget', 'energy-carbon-accounting'],
    },
    {
      name: 'Evaluation metrics & benchmarks > Memory metrics',
      checked: 'read',
      techniques: [
        'weight-only-quantization',
        'onnx-fp16-initializers',
        'onnx-int8-quantization',
        'energy-carbon-accounting',
      ],
    },
    {
      name: 'Evaluation metrics & benchmarks > Energy metrics',
      checked: 'read',
      techniques: ['energy-carbon-accounting'],
    },
    {
      name: 'Evaluation metrics & benchmarks > Financial cost metric',
      checked: 'read',
      techniques: ['scaling-law-budget', 'cascade-and-collaborative-inference', 'energy-carbon-accounting'],
    },
    {
      name: 'Evaluation metrics & benchmarks > Network communication metric',
      checked: 'read',
      techniques: ['zero-fsdp-sharding', 'tensor-parallelism', 'energy-carbon-accounting'],
    },
    {
      name: 'Evaluation metrics & benchmarks > Other metrics',
      checked: 'read',
      techniques: [
        'weight-only-quantization',
        'weight-activation-quantization',
        'unstructured-pruning',
        'knowledge-distillation',
      ],
    },
    {
      name: 'Evaluation metrics & benchmarks > Benchmarks',
      checked: 'read',
      techniques: ['energy-carbon-accounting'],
    },
  ],
};
