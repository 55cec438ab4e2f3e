import type { Technique } from '../technique';

/** Catalogue: structure. */
export const structureTechniques: readonly Technique[] = [
  {
    id: 'mixture-of-experts',
    theme: 'structure',
    title: 'Mixture of experts',
    what: 'The feed-forward part is split into experts of which each token uses a few: more parameters at the compute of few, or the same parameters at less compute.',
    tradeOff:
      'All experts must be stored although few run, training needs the load balanced, and experts on several devices exchange tokens.',
    goals: ['speed', 'training'],
    conflicts: ['contextual-activation-sparsity'],
    anchors: [
      'num_experts',
      'num_local_experts',
      'n_routed_experts',
      'num_experts_per_tok',
      'intermediate_size',
    ],
    references: [
      {
        title: 'Switch Transformers: Scaling to Trillion Parameter Models with Simple and Efficient Sparsity',
        arxiv: '2101.03961',
        year: 2021,
      },
      { title: 'Mixtral of Experts', arxiv: '2401.04088', year: 2024 },
      { title: 'DeepSeekMoE: Towards Ultimate Expert Specialization', arxiv: '2401.06066', year: 2024 },
      {
        title: 'GShard: Scaling Giant Models with Conditional Computation and Automatic Sharding',
        arxiv: '2006.16668',
        year: 2020,
      },
    ],
  },
  {
    id: 'moe-expert-pruning',
    theme: 'structure',
    title: 'Fewer experts, or fewer per token',
    what: 'Experts that are seldom chosen are removed or merged, or the router picks one fewer.',
    tradeOff: 'Removed experts take what they know with them, and the router must be tuned again.',
    goals: ['fit', 'speed'],
    conflicts: [],
    anchors: ['num_experts_per_tok', 'num_local_experts', 'num_experts', 'n_routed_experts'],
    references: [
      { title: 'SEER-MoE: Sparse Expert Efficiency through Regularization', arxiv: '2404.05089', year: 2024 },
      { title: 'Mixture-of-Experts with Expert Choice Routing', arxiv: '2202.09368', year: 2022 },
      { title: 'Scaling Laws for Fine-Grained Mixture of Experts', arxiv: '2402.07871', year: 2024 },
    ],
  },
  {
    id: 'mixture-of-depths',
    theme: 'structure',
    title: 'Tokens that skip layers (mixture of depths)',
    what: 'In every second layer a router lets only a share of the tokens through; the others pass by.',
    tradeOff: 'It must be trained in, and tokens of one batch take different ways.',
    goals: ['speed', 'training'],
    conflicts: [],
    anchors: ['num_hidden_layers'],
    references: [
      {
        title: 'Mixture-of-Depths: Dynamically allocating compute in transformer-based language models',
        arxiv: '2404.02258',
        year: 2024,
      },
    ],
  },
  {
    id: 'weight-tying',
    theme: 'structure',
    title: 'One matrix for embedding and output head',
    what: 'The output head uses the embedding matrix instead of one of its own.',
    tradeOff:
      'Large models lose some quality, which is why most above a few billion parameters do not tie; small ones gain more than they lose.',
    goals: ['fit', 'training'],
    conflicts: [],
    anchors: ['tie_word_embeddings', 'vocab_size'],
    references: [
      { title: 'Using the Output Embedding to Improve Language Models', arxiv: '1608.05859', year: 2016 },
      {
        title: 'MobileLLM: Optimizing Sub-billion Parameter Language Models for On-Device Use Cases',
        arxiv: '2402.14905',
        year: 2024,
      },
    ],
  },
  {
    id: 'cross-layer-parameter-sharing',
    theme: 'structure',
    title: 'Share weights between layers',
    what: 'Neighbouring layers use the same weights: the model is as deep as before and stored in part.',
    tradeOff:
      'Quality falls as more layers share, and each layer still runs, so nothing gets faster unless the repeated block stays in cache.',
    goals: ['fit', 'training'],
    conflicts: [],
    anchors: ['num_hidden_layers', 'num_hidden_groups'],
    references: [
      {
        title: 'ALBERT: A Lite BERT for Self-supervised Learning of Language Representations',
        arxiv: '1909.11942',
        year: 2019,
      },
      {
        title: 'MobiLlama: Towards Accurate and Lightweight Fully Transparent GPT',
        arxiv: '2402.16840',
        year: 2024,
      },
      { title: 'MobileLLM', arxiv: '2402.14905', year: 2024 },
    ],
  },
  {
    id: 'elastic-matryoshka-models',
    theme: 'structure',
    title: 'Nested models in one (Matryoshka)',
    what: 'One training run yields sub-models: the first part of each feed-forward layer, of each embedding, or of the bits works alone.',
    tradeOff: 'Joint training costs extra, and the largest of the nested models may lose a little.',
    goals: ['fit', 'speed'],
    conflicts: [],
    anchors: ['intermediate_size', 'hidden_size'],
    references: [
      { title: 'MatFormer: Nested Transformer for Elastic Inference', arxiv: '2310.07707', year: 2023 },
      { title: 'Matryoshka Representation Learning', arxiv: '2205.13147', year: 2022 },
      { title: 'Any-Precision LLM', arxiv: '2402.10517', year: 2024 },
    ],
  },
  {
    id: 'compact-backbone-and-nas',
    theme: 'structure',
    title: 'Compact shapes and architecture search',
    what: 'For small models depth pays more than width, embeddings should not hold most of the parameters, and sizes should be multiples of 64 for the hardware.',
    tradeOff:
      'Searching costs many short training runs. What a shape is worth in quality cannot be computed from it.',
    goals: ['speed', 'training'],
    conflicts: [],
    anchors: ['num_hidden_layers', 'hidden_size', 'vocab_size'],
    references: [
      { title: 'MobileLLM', arxiv: '2402.14905', year: 2024 },
      {
        title: 'TinyLLaVA: A Framework of Small-scale Large Multimodal Models',
        arxiv: '2402.14289',
        year: 2024,
      },
      {
        title: 'Compact Language Models via Pruning and Knowledge Distillation (Minitron)',
        arxiv: '2407.14679',
        year: 2024,
      },
    ],
  },
  {
    id: 'contextual-activation-sparsity',
    theme: 'structure',
    title: 'Skip neurons that stay silent',
    what: 'With ReLU most feed-forward neurons give zero; a small predictor says which, and only the others are read and computed.',
    tradeOff:
      'A wrong prediction changes the output, and over a large batch nearly all neurons are needed by someone.',
    goals: ['speed', 'fit'],
    conflicts: ['mixture-of-experts'],
    anchors: ['hidden_act', 'activation_function'],
    references: [
      {
        title: 'Deja Vu: Contextual Sparsity for Efficient LLMs at Inference Time',
        arxiv: '2310.17157',
        year: 2023,
      },
      { title: 'PowerInfer: Fast LLM Serving with a Consumer-grade GPU', arxiv: '2312.12456', year: 2023 },
      {
        title: 'ReLU Strikes Back: Exploiting Activation Sparsity in Large Language Models',
        arxiv: '2310.04564',
        year: 2023,
      },
    ],
  },
  {
    id: 'early-exit',
    theme: 'structure',
    title: 'Leave early when the answer is clear',
    what: 'Easy tokens stop at a middle layer; with self-speculation the remaining layers check the draft.',
    tradeOff:
      'The model must be trained with exits; the threshold trades quality for speed, and batches fall apart.',
    goals: ['speed'],
    conflicts: [],
    anchors: ['num_hidden_layers'],
    references: [
      {
        title: 'LayerSkip: Enabling Early Exit Inference and Self-Speculative Decoding',
        arxiv: '2404.16710',
        year: 2024,
      },
      { title: 'Confident Adaptive Language Modeling (CALM)', arxiv: '2207.07061', year: 2022 },
    ],
  },
  {
    id: 'efficient-vision-encoder',
    theme: 'structure',
    title: 'Leaner vision encoders',
    what: 'Similar patches are merged from layer to layer, patches are masked in training, or one encoder serves instead of two.',
    tradeOff:
      'Merging without training costs about 1 to 2 points of ImageNet accuracy for 1.6 to 2 times the throughput.',
    goals: ['speed', 'training'],
    conflicts: [],
    anchors: ['vision_config', 'patch_size', 'image_size'],
    references: [
      { title: 'Token Merging: Your ViT but Faster (ToMe)', arxiv: '2210.09461', year: 2022 },
      { title: 'Scaling Language-Image Pre-training via Masking (FLIP)', arxiv: '2212.00794', year: 2022 },
      { title: 'Masked Autoencoders Are Scalable Vision Learners', arxiv: '2111.06377', year: 2021 },
      {
        title: 'ViTamin: Designing Scalable Vision Models in the Vision-Language Era',
        arxiv: '2404.02132',
        year: 2024,
      },
    ],
  },
  {
    id: 'visual-token-reduction',
    theme: 'structure',
    title: 'Fewer visual tokens',
    what: 'A pooling projector, a resampler or pruning inside the language model leaves fewer image tokens in the prompt and in the cache.',
    tradeOff: 'Small text, charts and small objects suffer first.',
    goals: ['speed', 'context'],
    conflicts: [],
    anchors: ['vision_config', 'mm_projector_type', 'projector_hidden_act', 'image_seq_length'],
    references: [
      { title: 'An Image is Worth 1/2 Tokens After Layer 2 (FastV)', arxiv: '2403.06764', year: 2024 },
      { title: 'LLaVA-PruMerge: Adaptive Token Reduction', arxiv: '2403.15388', year: 2024 },
      { title: 'MobileVLM V2 (LDPv2 projector)', arxiv: '2402.03766', year: 2024 },
      { title: 'LLaVA-UHD', arxiv: '2403.11703', year: 2024 },
    ],
  },
];
