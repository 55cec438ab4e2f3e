import type { Technique } from '../technique';

/** Catalogue: compression. */
export const compressionTechniques: readonly Technique[] = [
  {
    id: 'weight-only-quantization',
    theme: 'compression',
    title: '4-bit weights (GPTQ, AWQ)',
    what: 'Weights of the linear layers are stored in few bits with a scale per group and widened when they are used, so decoding reads fewer bytes.',
    tradeOff:
      'A small loss at 4 bits (LLaMA-7B perplexity 5.68 to 6.09 with GPTQ), a clear one at 3 and in models below a billion parameters (OPT-125M 27.65 to 31.12). Nothing is gained where arithmetic and not reading is the limit.',
    goals: ['fit', 'speed'],
    conflicts: [
      'weight-activation-quantization',
      'ternary-bitnet-weights',
      'onnx-int8-quantization',
      'onnx-fp16-initializers',
    ],
    anchors: ['torch_dtype', 'dtype', 'quantization_config'],
    references: [
      {
        title: 'GPTQ: Accurate Post-Training Quantization for Generative Pre-trained Transformers',
        arxiv: '2210.17323',
        year: 2022,
      },
      { title: 'AWQ: Activation-aware Weight Quantization', arxiv: '2306.00978', year: 2023 },
      {
        title: 'SpQR: A Sparse-Quantized Representation for Near-Lossless LLM Weight Compression',
        arxiv: '2306.03078',
        year: 2023,
      },
      {
        title: 'QuIP: 2-Bit Quantization of Large Language Models With Guarantees',
        arxiv: '2307.13304',
        year: 2023,
      },
    ],
  },
  {
    id: 'half-precision-weights',
    theme: 'compression',
    title: '16-bit weights',
    what: 'A checkpoint stored in 32-bit floats is kept and run in 16 bits: half the bytes, and the faster products of the device.',
    tradeOff:
      'bfloat16 keeps the range and loses digits, float16 the other way round; outputs move by less than a finetuning run does. Norms and softmax are still computed in 32 bits.',
    goals: ['fit', 'speed', 'context'],
    conflicts: [],
    anchors: ['torch_dtype', 'dtype'],
    references: [
      { title: 'A Study of BFLOAT16 for Deep Learning Training', arxiv: '1905.12322', year: 2019 },
      { title: 'Mixed Precision Training', arxiv: '1710.03740', year: 2017 },
    ],
  },
  {
    id: 'weight-activation-quantization',
    theme: 'compression',
    title: '8-bit weights and activations',
    what: 'Both factors of each product are 8-bit, so integer or FP8 matrix units do the work: twice the peak rate and half the bytes.',
    tradeOff: 'Outliers in the activations need calibration or smoothing, more so in large models.',
    goals: ['fit', 'speed'],
    conflicts: ['weight-only-quantization'],
    anchors: ['torch_dtype', 'quantization_config'],
    references: [
      { title: 'SmoothQuant', arxiv: '2211.10438', year: 2022 },
      {
        title: 'LLM.int8(): 8-bit Matrix Multiplication for Transformers at Scale',
        arxiv: '2208.07339',
        year: 2022,
      },
      { title: 'ZeroQuant', arxiv: '2206.01861', year: 2022 },
      { title: 'OmniQuant', arxiv: '2308.13137', year: 2023 },
    ],
  },
  {
    id: 'kv-cache-quantization',
    theme: 'compression',
    title: 'Quantise the cache',
    what: 'Keys and values are stored in 8, 4 or 2 bits; very low widths keep the latest tokens in full.',
    tradeOff:
      'Little loss at 8 bits; KIVI stays close at 2 bits with per-channel keys. The kernels must read the packed cache.',
    goals: ['context', 'speed'],
    conflicts: [],
    anchors: ['max_position_embeddings', 'num_key_value_heads', 'quantization_config'],
    references: [
      {
        title: 'KIVI: A Tuning-Free Asymmetric 2bit Quantization for KV Cache',
        arxiv: '2402.02750',
        year: 2024,
      },
      { title: 'KVQuant', arxiv: '2401.18079', year: 2024 },
      { title: 'CacheGen: KV Cache Compression and Streaming', arxiv: '2310.07240', year: 2023 },
    ],
  },
  {
    id: 'quantization-aware-training',
    theme: 'compression',
    title: 'Train for low precision',
    what: 'Rounding is simulated in training so that the weights settle where few bits serve them.',
    tradeOff: 'Costs a training run to win back what converting afterwards loses below 4 bits.',
    goals: ['fit'],
    conflicts: ['weight-only-quantization'],
    anchors: ['quantization_config', 'torch_dtype'],
    references: [
      {
        title: 'LLM-QAT: Data-Free Quantization Aware Training for Large Language Models',
        arxiv: '2305.17888',
        year: 2023,
      },
      { title: 'QA-LoRA: Quantization-Aware Low-Rank Adaptation', arxiv: '2309.14717', year: 2023 },
    ],
  },
  {
    id: 'ternary-bitnet-weights',
    theme: 'compression',
    title: 'Ternary weights (BitNet b1.58)',
    what: 'Linear weights are only -1, 0 or 1, stored in 2 bits or a little less; products become additions.',
    tradeOff:
      'Must be trained that way from the start; reported to equal 16-bit models from about 3 B parameters on.',
    goals: ['fit', 'speed'],
    conflicts: ['weight-only-quantization'],
    anchors: ['quantization_config', 'hidden_act'],
    references: [
      {
        title: 'The Era of 1-bit LLMs: All Large Language Models are in 1.58 Bits',
        arxiv: '2402.17764',
        year: 2024,
      },
      {
        title: 'BitNet: Scaling 1-bit Transformers for Large Language Models',
        arxiv: '2310.11453',
        year: 2023,
      },
      { title: 'Scalable MatMul-free Language Modeling', arxiv: '2406.02528', year: 2024 },
    ],
  },
  {
    id: 'unstructured-pruning',
    theme: 'compression',
    title: 'Remove single weights',
    what: 'The least important weights become zero; stored with a mask, they take less room.',
    tradeOff:
      'Faster only with sparse kernels. At half the weights Llama-2-7B goes from perplexity 5.12 to 6.4, the 70B from 3.12 to 4.0.',
    goals: ['fit'],
    conflicts: ['semi-structured-2-4-sparsity'],
    anchors: ['torch_dtype', 'intermediate_size'],
    references: [
      {
        title: 'SparseGPT: Massive Language Models Can Be Accurately Pruned in One-Shot',
        arxiv: '2301.00774',
        year: 2023,
      },
      {
        title: 'A Simple and Effective Pruning Approach for Large Language Models (Wanda)',
        arxiv: '2306.11695',
        year: 2023,
      },
    ],
  },
  {
    id: 'semi-structured-2-4-sparsity',
    theme: 'compression',
    title: '2:4 sparsity',
    what: 'Two of every four weights are zero, a pattern that sparse tensor cores skip.',
    tradeOff:
      'Loses more than free pruning at the same share (Llama-2-7B perplexity 5.12 to 10 or more without retraining) and only helps on GPUs that have it.',
    goals: ['speed', 'fit'],
    conflicts: ['unstructured-pruning'],
    anchors: ['intermediate_size', 'hidden_size'],
    references: [
      { title: 'Accelerating Sparse Deep Neural Networks', arxiv: '2104.08378', year: 2021 },
      { title: 'SparseGPT', arxiv: '2301.00774', year: 2023 },
      {
        title: 'MaskLLM: Learnable Semi-Structured Sparsity for Large Language Models',
        arxiv: '2409.17481',
        year: 2024,
      },
    ],
  },
  {
    id: 'structured-width-pruning',
    theme: 'compression',
    title: 'Narrower layers',
    what: 'Whole neurons or heads go, and smaller dense matrices remain: faster on any hardware.',
    tradeOff: 'Hurts more per weight than removing single ones, so the model is tuned afterwards.',
    goals: ['fit', 'speed'],
    conflicts: [],
    anchors: ['intermediate_size', 'num_attention_heads', 'hidden_size'],
    references: [
      {
        title: 'LLM-Pruner: On the Structural Pruning of Large Language Models',
        arxiv: '2305.11627',
        year: 2023,
      },
      { title: 'Sheared LLaMA', arxiv: '2310.06694', year: 2023 },
      {
        title: 'SliceGPT: Compress Large Language Models by Deleting Rows and Columns',
        arxiv: '2401.15024',
        year: 2024,
      },
      {
        title: 'ZipLM: Inference-Aware Structured Pruning of Language Models',
        arxiv: '2302.04089',
        year: 2023,
      },
    ],
  },
  {
    id: 'depth-pruning',
    theme: 'compression',
    title: 'Fewer layers',
    what: 'Whole layers that change their input little are dropped, with their weights, cache and compute.',
    tradeOff: 'Simple and fast, but long generations suffer first; the model needs healing.',
    goals: ['fit', 'context', 'speed'],
    conflicts: [],
    anchors: ['num_hidden_layers'],
    references: [
      {
        title: 'ShortGPT: Layers in Large Language Models are More Redundant Than You Expect',
        arxiv: '2403.03853',
        year: 2024,
      },
      { title: 'A deeper look at depth pruning of LLMs', arxiv: '2407.16286', year: 2024 },
      {
        title: 'Compact Language Models via Pruning and Knowledge Distillation (Minitron)',
        arxiv: '2407.14679',
        year: 2024,
      },
    ],
  },
  {
    id: 'knowledge-distillation',
    theme: 'compression',
    title: 'Distil into a smaller model',
    what: 'A smaller student learns from the outputs of this model as teacher.',
    tradeOff:
      'The student inherits gaps and licence of the teacher, and a training run is due. DistilBERT keeps 97 % of BERT with 40 % fewer parameters.',
    goals: ['fit', 'speed'],
    conflicts: [],
    anchors: ['num_hidden_layers', 'hidden_size', 'architectures'],
    references: [
      { title: 'Distilling the Knowledge in a Neural Network', arxiv: '1503.02531', year: 2015 },
      { title: 'DistilBERT', arxiv: '1910.01108', year: 2019 },
      { title: 'Knowledge Distillation of Large Language Models (MiniLLM)', arxiv: '2306.08543', year: 2023 },
      { title: 'Distilling Step-by-Step', arxiv: '2305.02301', year: 2023 },
    ],
  },
  {
    id: 'low-rank-decomposition',
    theme: 'compression',
    title: 'Factor the weights',
    what: 'A weight matrix becomes the product of two thin ones.',
    tradeOff:
      'Lossy beyond a fifth to a third of the weights, and two small products may run slower than one.',
    goals: ['fit', 'speed'],
    conflicts: [],
    anchors: ['hidden_size', 'intermediate_size', 'vocab_size'],
    references: [
      { title: 'SVD-LLM', arxiv: '2403.07378', year: 2024 },
      { title: 'ASVD: Activation-aware Singular Value Decomposition', arxiv: '2312.05821', year: 2023 },
      {
        title: 'Language model compression with weighted low-rank factorization (FWSVD)',
        arxiv: '2207.00112',
        year: 2022,
      },
      { title: 'LoSparse', arxiv: '2306.11222', year: 2023 },
    ],
  },
];
