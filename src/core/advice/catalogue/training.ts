import type { Technique } from '../technique';

/** Catalogue: training. */
export const trainingTechniques: readonly Technique[] = [
  {
    id: 'scaling-law-budget',
    theme: 'training',
    title: 'Compute-optimal training budget',
    what: 'How many tokens a model of this size should see to spend training compute best (about 20 per parameter), and the FLOPs that takes.',
    tradeOff:
      'The optimum of training alone: a model that serves many requests is worth training far beyond it.',
    goals: ['training'],
    conflicts: [],
    anchors: ['num_hidden_layers', 'hidden_size', 'n_layer', 'n_embd'],
    references: [
      {
        title: 'Training Compute-Optimal Large Language Models (Chinchilla)',
        arxiv: '2203.15556',
        year: 2022,
      },
      { title: 'Scaling Laws for Neural Language Models', arxiv: '2001.08361', year: 2020 },
      { title: 'Scaling Data-Constrained Language Models', arxiv: '2305.16264', year: 2023 },
    ],
  },
  {
    id: 'mixed-precision-training',
    theme: 'training',
    title: 'Train in 16-bit',
    what: 'Products and saved activations are 16-bit, the optimizer keeps a 32-bit copy of the weights.',
    tradeOff:
      'Model state stays 16 bytes per parameter: what halves is activations and the working copy. fp16 needs loss scaling, bf16 does not.',
    goals: ['training'],
    conflicts: ['fp8-training'],
    anchors: ['torch_dtype', 'dtype'],
    references: [
      { title: 'Mixed Precision Training', arxiv: '1710.03740', year: 2017 },
      { title: 'A Study of BFLOAT16 for Deep Learning Training', arxiv: '1905.12322', year: 2019 },
    ],
  },
  {
    id: 'fp8-training',
    theme: 'training',
    title: 'Train in FP8',
    what: 'Products run on FP8 units; with FP8-LM gradients and the first Adam moment are 8-bit too.',
    tradeOff: 'Scaling factors to keep, and some layers stay in 16 bits.',
    goals: ['training'],
    conflicts: ['mixed-precision-training'],
    anchors: ['torch_dtype'],
    references: [
      { title: 'FP8-LM: Training FP8 Large Language Models', arxiv: '2310.18313', year: 2023 },
      { title: 'FP8 Formats for Deep Learning', arxiv: '2209.05433', year: 2022 },
    ],
  },
  {
    id: 'zero-fsdp-sharding',
    theme: 'training',
    title: 'Shard the training state (ZeRO, FSDP)',
    what: 'Data-parallel devices each keep a part of optimizer state, gradients and weights instead of all of it.',
    tradeOff: 'Sharding the weights too moves half as much data again, and slow links stall it.',
    goals: ['training'],
    conflicts: ['lora', 'qlora'],
    anchors: ['hidden_size', 'num_hidden_layers'],
    references: [
      {
        title: 'ZeRO: Memory Optimizations Toward Training Trillion Parameter Models',
        arxiv: '1910.02054',
        year: 2019,
      },
      {
        title: 'PyTorch FSDP: Experiences on Scaling Fully Sharded Data Parallel',
        arxiv: '2304.11277',
        year: 2023,
      },
      { title: '1-bit Adam: Communication Efficient Large-Scale Training', arxiv: '2102.02888', year: 2021 },
    ],
  },
  {
    id: 'tensor-parallelism',
    theme: 'training',
    title: 'Split each layer over devices (tensor parallelism)',
    what: 'Each device holds a slice of every matrix and of the heads.',
    tradeOff:
      'Devices wait for each other twice per layer, so it pays only over fast links, mostly up to 8 devices. Cache heads that do not divide are held twice.',
    goals: ['fit', 'speed', 'training'],
    conflicts: [],
    anchors: ['num_attention_heads', 'num_key_value_heads', 'intermediate_size'],
    references: [
      {
        title: 'Megatron-LM: Training Multi-Billion Parameter Language Models Using Model Parallelism',
        arxiv: '1909.08053',
        year: 2019,
      },
      { title: 'Efficiently Scaling Transformer Inference', arxiv: '2211.05102', year: 2022 },
      { title: 'Alpa: Automating Inter- and Intra-Operator Parallelism', arxiv: '2201.12023', year: 2022 },
    ],
  },
  {
    id: 'pipeline-parallelism',
    theme: 'training',
    title: 'Layers on different devices (pipeline parallelism)',
    what: 'Each device holds some of the layers, and micro-batches flow through.',
    tradeOff: 'Devices idle at start and end of each batch, and stages hold unequal memory.',
    goals: ['fit', 'training'],
    conflicts: [],
    anchors: ['num_hidden_layers'],
    references: [
      {
        title: 'GPipe: Efficient Training of Giant Neural Networks using Pipeline Parallelism',
        arxiv: '1811.06965',
        year: 2018,
      },
      {
        title: 'Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM',
        arxiv: '2104.04473',
        year: 2021,
      },
    ],
  },
  {
    id: 'sequence-context-parallelism',
    theme: 'training',
    title: 'Split the sequence over devices',
    what: 'Each device holds a part of the tokens; keys and values go round.',
    tradeOff:
      'More parts that move, and traffic that must hide behind the attention; it pays from about 8,000 tokens on.',
    goals: ['context', 'training'],
    conflicts: [],
    anchors: ['max_position_embeddings', 'rope_scaling'],
    references: [
      {
        title: 'Ring Attention with Blockwise Transformers for Near-Infinite Context',
        arxiv: '2310.01889',
        year: 2023,
      },
      {
        title: 'Sequence Parallelism: Long Sequence Training from System Perspective',
        arxiv: '2105.13120',
        year: 2021,
      },
      {
        title: 'Reducing Activation Recomputation in Large Transformer Models',
        arxiv: '2205.05198',
        year: 2022,
      },
    ],
  },
  {
    id: 'activation-checkpointing',
    theme: 'training',
    title: 'Recompute activations',
    what: 'Only the inputs of layers are kept for the backward pass; the rest is computed again.',
    tradeOff:
      'Recomputing everything costs about a third more FLOPs; recomputing only the attention scores costs little.',
    goals: ['training'],
    conflicts: [],
    anchors: ['gradient_checkpointing', 'num_hidden_layers', 'use_cache'],
    references: [
      { title: 'Training Deep Nets with Sublinear Memory Cost', arxiv: '1604.06174', year: 2016 },
      {
        title: 'Reducing Activation Recomputation in Large Transformer Models',
        arxiv: '2205.05198',
        year: 2022,
      },
    ],
  },
  {
    id: 'training-state-offload',
    theme: 'training',
    title: 'Training state in host memory',
    what: 'Optimizer state, and if need be weights, live in host memory or on disk and stream in.',
    tradeOff: 'Slow unless the batch is large enough to hide the link.',
    goals: ['training'],
    conflicts: ['zero-fsdp-sharding'],
    anchors: ['hidden_size', 'num_hidden_layers'],
    references: [
      { title: 'ZeRO-Offload: Democratizing Billion-Scale Model Training', arxiv: '2101.06840', year: 2021 },
      {
        title: 'ZeRO-Infinity: Breaking the GPU Memory Wall for Extreme Scale Deep Learning',
        arxiv: '2104.07857',
        year: 2021,
      },
    ],
  },
  {
    id: 'eight-bit-and-lean-optimizers',
    theme: 'training',
    title: 'Leaner optimizers (8-bit Adam, Lion, Adafactor)',
    what: 'Optimizer moments take 8 bits, only one is kept, or rows and columns stand for the matrix.',
    tradeOff: '8-bit Adam is close to a drop-in; the others change the update and want tuning again.',
    goals: ['training'],
    conflicts: ['galore-gradient-projection'],
    anchors: ['hidden_size', 'vocab_size'],
    references: [
      { title: '8-bit Optimizers via Block-wise Quantization', arxiv: '2110.02861', year: 2021 },
      {
        title: 'Adafactor: Adaptive Learning Rates with Sublinear Memory Cost',
        arxiv: '1804.04235',
        year: 2018,
      },
      {
        title: 'Full Parameter Fine-tuning for Large Language Models with Limited Resources (LOMO)',
        arxiv: '2306.09782',
        year: 2023,
      },
      { title: 'Symbolic Discovery of Optimization Algorithms (Lion)', arxiv: '2302.06675', year: 2023 },
    ],
  },
  {
    id: 'galore-gradient-projection',
    theme: 'training',
    title: 'Low-rank gradients (GaLore)',
    what: 'Adam works in a small subspace of each gradient, found again now and then.',
    tradeOff: 'A singular value decomposition per matrix now and then, and one rank to tune.',
    goals: ['training'],
    conflicts: ['eight-bit-and-lean-optimizers', 'lora', 'qlora'],
    anchors: ['hidden_size', 'intermediate_size'],
    references: [
      {
        title: 'GaLore: Memory-Efficient LLM Training by Gradient Low-Rank Projection',
        arxiv: '2403.03507',
        year: 2024,
      },
    ],
  },
  {
    id: 'model-growth-and-initialization',
    theme: 'training',
    title: 'Grow from a smaller model',
    what: 'Training starts from a smaller model that is widened or deepened, or from an initialisation that suits depth.',
    tradeOff: 'How to grow and when needs care; what it saves depends on the smaller model at hand.',
    goals: ['training'],
    conflicts: [],
    anchors: ['num_hidden_layers', 'hidden_size'],
    references: [
      {
        title: '2x Faster Language Model Pre-training via Masked Structural Growth',
        arxiv: '2305.02869',
        year: 2023,
      },
      { title: 'LEMON: Lossless Model Expansion', arxiv: '2310.07999', year: 2023 },
      { title: 'DeepNet: Scaling Transformers to 1,000 Layers', arxiv: '2203.00555', year: 2022 },
    ],
  },
];
