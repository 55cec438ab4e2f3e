import type { Survey } from './survey';

/** arXiv 2312.03863. */
export const s2: Survey = {
  arxiv: '2312.03863',
  title: 'Efficient Large Language Models: A Survey',
  categories: [
    {
      name: 'Model-centric > Model compression > Quantization > PTQ > Weight-only quantization',
      checked: 'read',
      techniques: ['weight-only-quantization'],
    },
    {
      name: 'Model-centric > Model compression > Quantization > PTQ > Weight-activation co-quantization',
      checked: 'read',
      techniques: ['weight-activation-quantization', 'onnx-int8-quantization'],
    },
    {
      name: 'Model-centric > Model compression > Quantization > PTQ > Evaluation of PTQ',
      checked: 'read',
      techniques: ['weight-only-quantization', 'weight-activation-quantization', 'onnx-int8-quantization'],
    },
    {
      name: 'Model-centric > Model compression > Quantization > Quantization-aware training',
      checked: 'read',
      techniques: ['fp8-training', 'quantization-aware-training', 'ternary-bitnet-weights'],
    },
    {
      name: 'Model-centric > Model compression > Parameter pruning > Structured pruning',
      checked: 'read',
      techniques: ['structured-width-pruning', 'depth-pruning'],
    },
    {
      name: 'Model-centric > Model compression > Parameter pruning > Unstructured pruning',
      checked: 'read',
      techniques: ['unstructured-pruning', 'semi-structured-2-4-sparsity'],
    },
    {
      name: 'Model-centric > Model compression > Low-rank approximation',
      checked: 'read',
      techniques: ['low-rank-decomposition'],
    },
    {
      name: 'Model-centric > Model compression > Knowledge distillation > White-box KD',
      checked: 'read',
      techniques: ['knowledge-distillation'],
    },
    {
      name: 'Model-centric > Model compression > Knowledge distillation > Black-box KD',
      checked: 'read',
      techniques: ['data-efficient-fine-tuning', 'knowledge-distillation'],
    },
    {
      name: 'Model-centric > Model compression > Parameter sharing',
      checked: 'read',
      techniques: ['weight-tying', 'cross-layer-parameter-sharing'],
    },
    {
      name: 'Model-centric > Efficient pre-training > Mixed precision training',
      checked: 'read',
      techniques: ['mixed-precision-training', 'fp8-training'],
    },
    {
      name: 'Model-centric > Efficient pre-training > Scaling models',
      checked: 'read',
      techniques: ['model-growth-and-initialization'],
    },
    {
      name: 'Model-centric > Efficient pre-training > Initialization techniques',
      checked: 'read',
      techniques: ['model-growth-and-initialization'],
    },
    {
      name: 'Model-centric > Efficient pre-training > Training optimizers',
      checked: 'read',
      techniques: ['eight-bit-and-lean-optimizers'],
    },
    {
      name: 'Model-centric > Efficient fine-tuning > Parameter-efficient fine-tuning > Adapter-based tuning',
      checked: 'read',
      techniques: ['bottleneck-adapters'],
    },
    {
      name: 'Model-centric > Efficient fine-tuning > Parameter-efficient fine-tuning > Low-rank adaptation',
      checked: 'read',
      techniques: ['lora'],
    },
    {
      name: 'Model-centric > Efficient fine-tuning > Parameter-efficient fine-tuning > Prefix tuning',
      checked: 'read',
      techniques: ['prefix-prompt-tuning'],
    },
    {
      name: 'Model-centric > Efficient fine-tuning > Parameter-efficient fine-tuning > Prompt tuning',
      checked: 'read',
      techniques: ['prefix-prompt-tuning'],
    },
    {
      name: 'Model-centric > Efficient fine-tuning > Memory-efficient fine-tuning',
      checked: 'read',
      techniques: [
        'eight-bit-and-lean-optimizers',
        'galore-gradient-projection',
        'lora',
        'qlora',
        'partial-parameter-tuning',
        'zeroth-order-tuning',
      ],
    },
    {
      name: 'Model-centric > Efficient fine-tuning > MoE-efficient supervised fine-tuning',
      checked: 'read',
      techniques: ['partial-parameter-tuning'],
    },
    {
      name: 'Model-centric > Efficient inference > Parallel decoding',
      checked: 'read',
      techniques: ['self-drafting-parallel-decoding'],
    },
    {
      name: 'Model-centric > Efficient inference > Speculative decoding',
      checked: 'read',
      techniques: ['speculative-decoding', 'self-drafting-parallel-decoding', 'early-exit'],
    },
    {
      name: 'Model-centric > Efficient inference > KV-cache optimization',
      checked: 'read',
      techniques: [
        'grouped-multi-query-attention',
        'multi-head-latent-attention',
        'cross-layer-kv-sharing',
        'sliding-window-attention',
        'sparse-attention-patterns',
        'kv-cache-quantization',
        'low-rank-decomposition',
        'kv-cache-eviction',
        'visual-token-reduction',
      ],
    },
    {
      name: 'Model-centric > Efficient architecture > Efficient attention > Sharing-based attention',
      checked: 'read',
      techniques: ['grouped-multi-query-attention', 'multi-head-latent-attention', 'cross-layer-kv-sharing'],
    },
    {
      name: 'Model-centric > Efficient architecture > Efficient attention > Feature information reduction',
      checked: 'read',
      techniques: ['linear-low-rank-attention'],
    },
    {
      name: 'Model-centric > Efficient architecture > Efficient attention > Kernelization or low-rank',
      checked: 'read',
      techniques: ['linear-low-rank-attention'],
    },
    {
      name: 'Model-centric > Efficient architecture > Efficient attention > Fixed pattern strategies',
      checked: 'read',
      techniques: ['sliding-window-attention', 'sparse-attention-patterns'],
    },
    {
      name: 'Model-centric > Efficient architecture > Efficient attention > Learnable pattern strategies',
      checked: 'read',
      techniques: ['sparse-attention-patterns'],
    },
    {
      name: 'Model-centric > Efficient architecture > Mixture of experts > MoE-based LLMs',
      checked: 'read',
      techniques: ['mixture-of-experts', 'mixture-of-depths'],
    },
    {
      name: 'Model-centric > Efficient architecture > Mixture of experts > Algorithm-level MoE optimization',
      checked: 'read',
      techniques: ['moe-expert-pruning'],
    },
    {
      name: 'Model-centric > Efficient architecture > Long-context LLMs > Extrapolation and interpolation',
      checked: 'read',
      techniques: ['rope-context-extension', 'parameter-free-positional-encoding'],
    },
    {
      name: 'Model-centric > Efficient architecture > Long-context LLMs > Recurrent structure',
      checked: 'read',
      techniques: ['recurrent-and-retrieval-memory'],
    },
    {
      name: 'Model-centric > Efficient architecture > Long-context LLMs > Segmentation and sliding window',
      checked: 'read',
      techniques: ['sliding-window-attention', 'recurrent-and-retrieval-memory', 'kv-cache-eviction'],
    },
    {
      name: 'Model-centric > Efficient architecture > Long-context LLMs > Memory-retrieval augmentation',
      checked: 'read',
      techniques: ['recurrent-and-retrieval-memory'],
    },
    {
      name: 'Model-centric > Efficient architecture > Transformer alternatives > State space models',
      checked: 'read',
      techniques: ['attention-free-and-hybrid-mixers'],
    },
    {
      name: 'Model-centric > Efficient architecture > Transformer alternatives > Other sequential models',
      checked: 'read',
      techniques: ['cross-layer-kv-sharing', 'attention-free-and-hybrid-mixers', 'ternary-bitnet-weights'],
    },
    {
      name: 'Data-centric > Data selection > For efficient pre-training',
      checked: 'read',
      techniques: ['data-filtering-deduplication', 'importance-sampling-active-learning'],
    },
    {
      name: 'Data-centric > Data selection > For efficient fine-tuning',
      checked: 'read',
      techniques: ['data-efficient-fine-tuning'],
    },
    {
      name: 'Data-centric > Prompt engineering > Few-shot prompting > Demonstration selection',
      checked: 'read',
      techniques: ['in-context-prompting-budget'],
    },
    {
      name: 'Data-centric > Prompt engineering > Few-shot prompting > Demonstration ordering',
      checked: 'read',
      techniques: ['in-context-prompting-budget'],
    },
    {
      name: 'Data-centric > Prompt engineering > Few-shot prompting > Instruction generation',
      checked: 'read',
      techniques: ['in-context-prompting-budget'],
    },
    {
      name: 'Data-centric > Prompt engineering > Few-shot prompting > Multi-step reasoning',
      checked: 'read',
      techniques: ['in-context-prompting-budget'],
    },
    {
      name: 'Data-centric > Prompt engineering > Few-shot prompting > Parallel generation',
      checked: 'read',
      techniques: ['parallel-output-organization'],
    },
    {
      name: 'Data-centric > Prompt engineering > Prompt compression',
      checked: 'read',
      techniques: ['prompt-compression'],
    },
    {
      name: 'Data-centric > Prompt engineering > Prompt generation',
      checked: 'read',
      techniques: ['in-context-prompting-budget'],
    },
    {
      name: 'Framework-centric > System-level > Pre-training efficiency',
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
      name: 'Framework-centric > System-level > Serving > Serving system design',
      checked: 'read',
      techniques: [
        'tensor-parallelism',
        'lora',
        'paged-kv-and-prefix-reuse',
        'continuous-batching',
        'inference-offloading',
        'cascade-and-collaborative-inference',
      ],
    },
    {
      name: 'Framework-centric > System-level > Serving > Serving performance optimization',
      checked: 'read',
      techniques: [
        'kv-cache-quantization',
        'paged-kv-and-prefix-reuse',
        'continuous-batching',
        'cascade-and-collaborative-inference',
      ],
    },
    {
      name: 'Framework-centric > System-level > Algorithm-hardware co-design',
      checked: 'read',
      techniques: [
        'flash-attention',
        'contextual-activation-sparsity',
        'inference-offloading',
        'onnx-graph-fusion',
      ],
    },
    {
      name: 'Framework-centric > LLM frameworks',
      checked: 'read',
      techniques: [
        'zero-fsdp-sharding',
        'tensor-parallelism',
        'pipeline-parallelism',
        'training-state-offload',
        'paged-kv-and-prefix-reuse',
        'continuous-batching',
      ],
    },
  ],
};
