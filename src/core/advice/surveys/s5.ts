import type { Survey } from './survey';

/** arXiv 2404.14294. */
export const s5: Survey = {
  arxiv: '2404.14294',
  title: 'Efficient Inference for Large Language Models',
  categories: [
    {
      name: 'Data-level > Input compression > Prompt pruning',
      checked: 'read',
      techniques: ['prompt-compression'],
    },
    {
      name: 'Data-level > Input compression > Prompt summary',
      checked: 'read',
      techniques: ['prompt-compression'],
    },
    {
      name: 'Data-level > Input compression > Soft prompt-based compression',
      checked: 'read',
      techniques: ['prompt-compression'],
    },
    {
      name: 'Data-level > Input compression > Retrieval-augmented generation',
      checked: 'read',
      techniques: ['prompt-compression'],
    },
    {
      name: 'Data-level > Output organization',
      checked: 'read',
      techniques: ['parallel-output-organization'],
    },
    {
      name: 'Model-level > Efficient structure design > Efficient FFN design',
      checked: 'remembered',
      techniques: ['mixture-of-experts', 'moe-expert-pruning'],
    },
    {
      name: 'Model-level > Efficient structure design > Efficient attention design',
      checked: 'remembered',
      techniques: [
        'grouped-multi-query-attention',
        'multi-head-latent-attention',
        'cross-layer-kv-sharing',
        'flash-attention',
        'sliding-window-attention',
        'linear-low-rank-attention',
        'recurrent-and-retrieval-memory',
      ],
    },
    {
      name: 'Model-level > Efficient structure design > Transformer alternates',
      checked: 'remembered',
      techniques: ['attention-free-and-hybrid-mixers'],
    },
    {
      name: 'Model-level > Model compression > Quantization',
      checked: 'remembered',
      techniques: [
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
      name: 'Model-level > Model compression > Sparsification',
      checked: 'remembered',
      techniques: [
        'sliding-window-attention',
        'sparse-attention-patterns',
        'moe-expert-pruning',
        'unstructured-pruning',
        'semi-structured-2-4-sparsity',
        'structured-width-pruning',
        'contextual-activation-sparsity',
        'kv-cache-eviction',
      ],
    },
    {
      name: 'Model-level > Model compression > Structure optimization (factorization, NAS)',
      checked: 'remembered',
      techniques: [
        'elastic-matryoshka-models',
        'compact-backbone-and-nas',
        'structured-width-pruning',
        'depth-pruning',
        'low-rank-decomposition',
      ],
    },
    {
      name: 'Model-level > Model compression > Knowledge distillation',
      checked: 'remembered',
      techniques: ['knowledge-distillation'],
    },
    {
      name: 'Model-level > Model compression > Dynamic inference',
      checked: 'remembered',
      techniques: ['mixture-of-depths', 'contextual-activation-sparsity', 'early-exit'],
    },
    {
      name: 'System-level > Inference engine > Graph and operator optimization',
      checked: 'remembered',
      techniques: [
        'flash-attention',
        'onnx-fp16-initializers',
        'onnx-int8-quantization',
        'onnx-graph-fusion',
      ],
    },
    {
      name: 'System-level > Inference engine > Offloading',
      checked: 'remembered',
      techniques: ['inference-offloading'],
    },
    {
      name: 'System-level > Inference engine > Speculative decoding',
      checked: 'remembered',
      techniques: ['speculative-decoding', 'self-drafting-parallel-decoding'],
    },
    {
      name: 'System-level > Serving system > Memory management',
      checked: 'remembered',
      techniques: ['kv-cache-quantization', 'kv-cache-eviction', 'paged-kv-and-prefix-reuse'],
    },
    {
      name: 'System-level > Serving system > Continuous batching',
      checked: 'remembered',
      techniques: ['continuous-batching'],
    },
    {
      name: 'System-level > Serving system > Scheduling strategy',
      checked: 'remembered',
      techniques: ['continuous-batching'],
    },
    {
      name: 'System-level > Serving system > Distributed systems',
      checked: 'remembered',
      techniques: [
        'tensor-parallelism',
        'pipeline-parallelism',
        'continuous-batching',
        'cascade-and-collaborative-inference',
      ],
    },
  ],
};
