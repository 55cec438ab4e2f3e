import type { Survey } from './survey';

/** arXiv 2405.10739. */
export const s4: Survey = {
  arxiv: '2405.10739',
  title: 'Efficient Multimodal Large Language Models',
  categories: [
    {
      name: 'Architecture > Vision encoder > Multiple vision encoders',
      checked: 'read',
      techniques: ['efficient-vision-encoder'],
    },
    {
      name: 'Architecture > Vision encoder > Lightweight vision encoder',
      checked: 'read',
      techniques: ['efficient-vision-encoder'],
    },
    {
      name: 'Architecture > Vision-language projector > MLP-based',
      checked: 'read',
      techniques: ['visual-token-reduction'],
    },
    {
      name: 'Architecture > Vision-language projector > Attention-based',
      checked: 'read',
      techniques: ['visual-token-reduction'],
    },
    {
      name: 'Architecture > Vision-language projector > CNN-based',
      checked: 'read',
      techniques: ['visual-token-reduction'],
    },
    {
      name: 'Architecture > Vision-language projector > Mamba-based',
      checked: 'read',
      techniques: ['visual-token-reduction'],
    },
    {
      name: 'Architecture > Vision-language projector > Hybrid structure',
      checked: 'read',
      techniques: ['visual-token-reduction'],
    },
    {
      name: 'Architecture > Small language models',
      checked: 'read',
      techniques: ['cross-layer-parameter-sharing', 'compact-backbone-and-nas'],
    },
    {
      name: 'Architecture > Vision token compression > Multi-view input',
      checked: 'read',
      techniques: ['visual-token-reduction'],
    },
    {
      name: 'Architecture > Vision token compression > Token processing',
      checked: 'read',
      techniques: ['elastic-matryoshka-models', 'visual-token-reduction', 'efficient-vision-encoder'],
    },
    {
      name: 'Architecture > Vision token compression > Multi-scale information fusion',
      checked: 'read',
      techniques: ['visual-token-reduction'],
    },
    {
      name: 'Architecture > Vision token compression > Vision expert agents',
      checked: 'read',
      techniques: ['visual-token-reduction'],
    },
    {
      name: 'Architecture > Vision token compression > Video-specific methods',
      checked: 'read',
      techniques: ['visual-token-reduction'],
    },
    {
      name: 'Architecture > Efficient structures > Mixture of experts',
      checked: 'read',
      techniques: ['mixture-of-experts'],
    },
    {
      name: 'Architecture > Efficient structures > Mamba',
      checked: 'read',
      techniques: ['attention-free-and-hybrid-mixers'],
    },
    {
      name: 'Architecture > Efficient structures > Inference acceleration',
      checked: 'read',
      techniques: [
        'weight-only-quantization',
        'kv-cache-eviction',
        'speculative-decoding',
        'self-drafting-parallel-decoding',
        'visual-token-reduction',
      ],
    },
    {
      name: 'Efficient vision (compact ViT design, pruning, distillation, quantization)',
      checked: 'summary',
      techniques: [
        'structured-width-pruning',
        'knowledge-distillation',
        'efficient-vision-encoder',
        'onnx-int8-quantization',
      ],
    },
    {
      name: 'Efficient LLMs (attention, framework, attention-free, fine-tuning)',
      checked: 'summary',
      techniques: [
        'grouped-multi-query-attention',
        'flash-attention',
        'attention-free-and-hybrid-mixers',
        'compact-backbone-and-nas',
        'lora',
        'weight-only-quantization',
      ],
    },
    {
      name: 'Training > Pre-training > Which part to unfreeze',
      checked: 'read',
      techniques: ['staged-multimodal-training'],
    },
    {
      name: 'Training > Pre-training > Multi-stage pre-training',
      checked: 'read',
      techniques: ['staged-multimodal-training'],
    },
    {
      name: 'Training > Instruction tuning > Efficient IT',
      checked: 'read',
      techniques: ['lora', 'data-efficient-fine-tuning', 'staged-multimodal-training'],
    },
    {
      name: 'Training > Diverse training steps',
      checked: 'read',
      techniques: ['staged-multimodal-training'],
    },
    {
      name: 'Training > Parameter-efficient transfer learning',
      checked: 'read',
      techniques: ['lora', 'qlora', 'bottleneck-adapters', 'staged-multimodal-training'],
    },
    {
      name: 'Data and benchmarks',
      checked: 'summary',
      techniques: [
        'data-filtering-deduplication',
        'data-efficient-fine-tuning',
        'staged-multimodal-training',
      ],
    },
    { name: 'Applications > Biomedical analysis', checked: 'read', techniques: ['compact-backbone-and-nas'] },
    {
      name: 'Applications > Document understanding',
      checked: 'read',
      techniques: ['visual-token-reduction'],
    },
    { name: 'Applications > Video comprehension', checked: 'read', techniques: ['visual-token-reduction'] },
  ],
};
