import type { Technique } from '../technique';

/** Catalogue: attention. */
export const attentionTechniques: readonly Technique[] = [
  {
    id: 'grouped-multi-query-attention',
    theme: 'attention',
    title: 'Share key and value heads (GQA, MQA)',
    what: 'Several query heads read the same key and value head, so a layer caches fewer heads and its key and value projections shrink.',
    tradeOff:
      'A multi-head checkpoint must be trained on for a while: about 5 % of its pretraining compute in the GQA paper, which stays close to multi-head quality; one single shared head can cost quality.',
    goals: ['context', 'speed', 'fit'],
    conflicts: ['multi-head-latent-attention'],
    anchors: ['num_key_value_heads', 'num_attention_heads', 'n_head', 'multi_query'],
    references: [
      {
        title: 'GQA: Training Generalized Multi-Query Transformer Models from Multi-Head Checkpoints',
        arxiv: '2305.13245',
        year: 2023,
      },
      {
        title: 'Fast Transformer Decoding: One Write-Head is All You Need (MQA)',
        arxiv: '1911.02150',
        year: 2019,
      },
    ],
  },
  {
    id: 'multi-head-latent-attention',
    theme: 'attention',
    title: 'Cache one latent instead of keys and values (MLA)',
    what: 'Each layer caches a short compressed vector and one small rotated key for all heads; keys and values are rebuilt from it, or the rebuilding is folded into the queries.',
    tradeOff:
      'Another attention, so it has to be trained or converted and healed. Scores over the latent are wider, so decoding does more arithmetic per cached token.',
    goals: ['context', 'speed'],
    conflicts: ['grouped-multi-query-attention', 'cross-layer-kv-sharing'],
    anchors: ['kv_lora_rank', 'num_key_value_heads', 'num_attention_heads'],
    references: [
      {
        title: 'DeepSeek-V2: A Strong, Economical, and Efficient Mixture-of-Experts Language Model',
        arxiv: '2405.04434',
        year: 2024,
      },
      { title: 'DeepSeek-V3 Technical Report', arxiv: '2412.19437', year: 2024 },
    ],
  },
  {
    id: 'cross-layer-kv-sharing',
    theme: 'attention',
    title: 'Share the cache between layers (CLA, YOCO)',
    what: 'Neighbouring layers read one cache: only every second layer makes keys and values of its own.',
    tradeOff:
      'Nearly free when trained from scratch at 1 to 3 B parameters; applied to a finished model it is lossy.',
    goals: ['context'],
    conflicts: ['multi-head-latent-attention'],
    anchors: ['num_hidden_layers', 'num_key_value_heads'],
    references: [
      {
        title: 'Reducing Transformer Key-Value Cache Size with Cross-Layer Attention (CLA)',
        arxiv: '2405.12981',
        year: 2024,
      },
      {
        title: 'You Only Cache Once: Decoder-Decoder Architectures for Language Models (YOCO)',
        arxiv: '2405.05254',
        year: 2024,
      },
      { title: 'KVSharer: Layer-Wise Dissimilar KV Cache Sharing', arxiv: '2410.18517', year: 2024 },
    ],
  },
  {
    id: 'flash-attention',
    theme: 'attention',
    title: 'Attention without the score matrix (FlashAttention)',
    what: 'Scores are made and used tile by tile in fast memory, so the sequence by sequence matrix never exists.',
    tradeOff: 'The result is the same; it needs a kernel for the device, the head size and the mask.',
    goals: ['speed', 'context', 'training'],
    conflicts: [],
    anchors: [
      '_attn_implementation',
      'attn_implementation',
      'max_position_embeddings',
      'num_attention_heads',
    ],
    references: [
      {
        title: 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness',
        arxiv: '2205.14135',
        year: 2022,
      },
      { title: 'FlashAttention-2', arxiv: '2307.08691', year: 2023 },
      { title: 'FlashAttention-3', arxiv: '2407.08608', year: 2024 },
      { title: 'Self-attention Does Not Need O(n^2) Memory', arxiv: '2112.05682', year: 2021 },
    ],
  },
  {
    id: 'sliding-window-attention',
    theme: 'attention',
    title: 'Sliding-window attention',
    what: 'A layer looks back only so many tokens, so its cache stops growing at the window; a few layers may stay global.',
    tradeOff:
      'What lies further back than the windows reach is lost, and retrieval over long inputs suffers unless some layers stay global. A model trained without a window needs its first tokens kept as sinks.',
    goals: ['context', 'speed'],
    conflicts: ['kv-cache-eviction', 'recurrent-and-retrieval-memory'],
    anchors: ['sliding_window', 'use_sliding_window', 'layer_types', 'max_position_embeddings'],
    references: [
      { title: 'Mistral 7B', arxiv: '2310.06825', year: 2023 },
      { title: 'Longformer: The Long-Document Transformer', arxiv: '2004.05150', year: 2020 },
      { title: 'Efficient Streaming Language Models with Attention Sinks', arxiv: '2309.17453', year: 2023 },
    ],
  },
  {
    id: 'sparse-attention-patterns',
    theme: 'attention',
    title: 'Sparse attention patterns',
    what: 'Only some pairs of tokens are scored: a fixed pattern (strided, blocks, some global tokens) or the blocks that the query asks for.',
    tradeOff:
      'Fixed patterns are trained in and may miss distant links; dynamic ones work on a finished model but need kernels of their own.',
    goals: ['speed'],
    conflicts: ['linear-low-rank-attention'],
    anchors: ['max_position_embeddings', 'attention_type', 'layer_types'],
    references: [
      { title: 'Generating Long Sequences with Sparse Transformers', arxiv: '1904.10509', year: 2019 },
      { title: 'Big Bird: Transformers for Longer Sequences', arxiv: '2007.14062', year: 2020 },
      {
        title: 'MInference 1.0: Accelerating Pre-filling for Long-Context LLMs via Dynamic Sparse Attention',
        arxiv: '2407.02490',
        year: 2024,
      },
      {
        title: 'Quest: Query-Aware Sparsity for Efficient Long-Context LLM Inference',
        arxiv: '2406.10774',
        year: 2024,
      },
    ],
  },
  {
    id: 'linear-low-rank-attention',
    theme: 'attention',
    title: 'Linear and low-rank attention',
    what: 'A kernel replaces softmax so that a constant state replaces the cache, or keys and values are projected to a fixed length.',
    tradeOff:
      'The state holds only so much: exact recall of earlier tokens drops, which is why small windows are often kept beside it.',
    goals: ['context', 'speed'],
    conflicts: ['sparse-attention-patterns', 'flash-attention'],
    anchors: ['max_position_embeddings', 'num_attention_heads'],
    references: [
      {
        title: 'Transformers are RNNs: Fast Autoregressive Transformers with Linear Attention',
        arxiv: '2006.16236',
        year: 2020,
      },
      { title: 'Rethinking Attention with Performers', arxiv: '2009.14794', year: 2020 },
      { title: 'Linformer: Self-Attention with Linear Complexity', arxiv: '2006.04768', year: 2020 },
      {
        title: 'Simple linear attention language models balance the recall-throughput tradeoff',
        arxiv: '2402.18668',
        year: 2024,
      },
    ],
  },
  {
    id: 'attention-free-and-hybrid-mixers',
    theme: 'attention',
    title: 'State-space and hybrid layers (Mamba, RWKV, Jamba)',
    what: 'Recurrent layers with a state of constant size take the place of all or most attention layers.',
    tradeOff:
      'Trained from scratch or distilled, and weaker at copying and exact recall; a few attention layers are usually kept for that.',
    goals: ['context', 'speed'],
    conflicts: ['linear-low-rank-attention'],
    anchors: ['layer_types', 'max_position_embeddings', 'state_size', 'num_attention_heads'],
    references: [
      {
        title: 'Mamba: Linear-Time Sequence Modeling with Selective State Spaces',
        arxiv: '2312.00752',
        year: 2023,
      },
      { title: 'Transformers are SSMs (Mamba-2)', arxiv: '2405.21060', year: 2024 },
      { title: 'RWKV: Reinventing RNNs for the Transformer Era', arxiv: '2305.13048', year: 2023 },
      { title: 'Jamba: A Hybrid Transformer-Mamba Language Model', arxiv: '2403.19887', year: 2024 },
    ],
  },
  {
    id: 'recurrent-and-retrieval-memory',
    theme: 'attention',
    title: 'Segments with memory or retrieval',
    what: 'The input is read in segments: the model carries a compressed memory, or fetches old keys and values when they are asked for.',
    tradeOff:
      'Compressed memory forgets detail and must be trained; retrieval keeps everything but moves it over the host link and may fetch the wrong block.',
    goals: ['context'],
    conflicts: ['sliding-window-attention'],
    anchors: ['max_position_embeddings'],
    references: [
      {
        title: 'Transformer-XL: Attentive Language Models Beyond a Fixed-Length Context',
        arxiv: '1901.02860',
        year: 2019,
      },
      { title: 'Leave No Context Behind: Infini-attention', arxiv: '2404.07143', year: 2024 },
      { title: 'Memorizing Transformers', arxiv: '2203.08913', year: 2022 },
      { title: 'InfLLM: Training-Free Memory for Extremely Long Sequences', arxiv: '2402.04617', year: 2024 },
    ],
  },
  {
    id: 'rope-context-extension',
    theme: 'attention',
    title: 'Longer context by scaling the rotary positions',
    what: 'Positions are squeezed or the frequencies changed so that a rotary model reads a window several times as long. This shows what the longer window costs; it saves nothing.',
    tradeOff:
      'Plain interpolation without tuning hurts short inputs; YaRN needs far fewer tokens of tuning than the methods before it.',
    goals: ['context'],
    conflicts: [],
    anchors: ['rope_scaling', 'rope_theta', 'max_position_embeddings'],
    references: [
      {
        title: 'Extending Context Window of Large Language Models via Positional Interpolation',
        arxiv: '2306.15595',
        year: 2023,
      },
      {
        title: 'YaRN: Efficient Context Window Extension of Large Language Models',
        arxiv: '2309.00071',
        year: 2023,
      },
      {
        title: 'RoFormer: Enhanced Transformer with Rotary Position Embedding',
        arxiv: '2104.09864',
        year: 2021,
      },
    ],
  },
  {
    id: 'parameter-free-positional-encoding',
    theme: 'attention',
    title: 'Positions without a table',
    what: 'Rotary angles or linear biases replace the learned table of positions: no rows to store, and the window may grow.',
    tradeOff:
      'Not for a trained checkpoint. The table is small; what counts is that the window is no longer fixed.',
    goals: ['context'],
    conflicts: [],
    anchors: ['position_embedding_type', 'max_position_embeddings', 'n_positions', 'alibi'],
    references: [
      {
        title: 'Train Short, Test Long: Attention with Linear Biases (ALiBi)',
        arxiv: '2108.12409',
        year: 2021,
      },
      {
        title: 'RoFormer: Enhanced Transformer with Rotary Position Embedding',
        arxiv: '2104.09864',
        year: 2021,
      },
      {
        title: 'The Impact of Positional Encoding on Length Generalization in Transformers',
        arxiv: '2305.19466',
        year: 2023,
      },
    ],
  },
];
