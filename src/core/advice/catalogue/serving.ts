import type { Technique } from '../technique';

/** Catalogue: serving. */
export const servingTechniques: readonly Technique[] = [
  {
    id: 'kv-cache-eviction',
    theme: 'serving',
    title: 'Drop tokens from the cache',
    what: 'Only tokens that attention keeps asking for stay, or the first few and a recent window.',
    tradeOff: 'What is dropped is gone: retrieval from the middle of a long input suffers.',
    goals: ['context', 'speed'],
    conflicts: ['sliding-window-attention'],
    anchors: ['max_position_embeddings', 'num_key_value_heads'],
    references: [
      { title: 'H2O: Heavy-Hitter Oracle', arxiv: '2306.14048', year: 2023 },
      { title: 'Efficient Streaming Language Models with Attention Sinks', arxiv: '2309.17453', year: 2023 },
      { title: 'SnapKV', arxiv: '2404.14469', year: 2024 },
      { title: 'Scissorhands', arxiv: '2305.17118', year: 2023 },
    ],
  },
  {
    id: 'speculative-decoding',
    theme: 'serving',
    title: 'Draft with a small model',
    what: 'A small model proposes tokens and this one checks them in one pass, so its weights are read once for several tokens.',
    tradeOff:
      'The output is the same. It takes more memory and more arithmetic, and a large batch leaves nothing to gain.',
    goals: ['speed'],
    conflicts: ['self-drafting-parallel-decoding'],
    anchors: ['vocab_size', 'num_hidden_layers', 'hidden_size'],
    references: [
      { title: 'Fast Inference from Transformers via Speculative Decoding', arxiv: '2211.17192', year: 2022 },
      {
        title: 'Accelerating Large Language Model Decoding with Speculative Sampling',
        arxiv: '2302.01318',
        year: 2023,
      },
      { title: 'SpecInfer', arxiv: '2305.09781', year: 2023 },
    ],
  },
  {
    id: 'self-drafting-parallel-decoding',
    theme: 'serving',
    title: 'Draft with extra heads (Medusa, EAGLE, MTP)',
    what: 'Heads on the model itself propose the next tokens, which one pass checks.',
    tradeOff:
      'The heads are trained and grow with the vocabulary. Medusa reports 2.2 to 3.6 times the speed.',
    goals: ['speed'],
    conflicts: ['speculative-decoding'],
    anchors: ['num_nextn_predict_layers', 'vocab_size', 'hidden_size'],
    references: [
      {
        title: 'Medusa: Simple LLM Inference Acceleration Framework with Multiple Decoding Heads',
        arxiv: '2401.10774',
        year: 2024,
      },
      { title: 'EAGLE', arxiv: '2401.15077', year: 2024 },
      {
        title: 'Better & Faster Large Language Models via Multi-token Prediction',
        arxiv: '2404.19737',
        year: 2024,
      },
      {
        title: 'Break the Sequential Dependency of LLM Inference Using Lookahead Decoding',
        arxiv: '2402.02057',
        year: 2024,
      },
    ],
  },
  {
    id: 'paged-kv-and-prefix-reuse',
    theme: 'serving',
    title: 'Paged cache and shared prefixes',
    what: 'The cache is handed out in pages as tokens come instead of reserved for the longest sequence, and equal prefixes are stored once.',
    tradeOff:
      'Attention kernels must follow the pages, and a manager hands them out; prefixes help only where requests share them.',
    goals: ['context', 'speed'],
    conflicts: [],
    anchors: ['max_position_embeddings', 'num_key_value_heads'],
    references: [
      {
        title: 'Efficient Memory Management for Large Language Model Serving with PagedAttention',
        arxiv: '2309.06180',
        year: 2023,
      },
      {
        title: 'Efficiently Programming Large Language Models using SGLang',
        arxiv: '2312.07104',
        year: 2023,
      },
      {
        title: 'Prompt Cache: Modular Attention Reuse for Low-Latency Inference',
        arxiv: '2311.04934',
        year: 2023,
      },
    ],
  },
  {
    id: 'continuous-batching',
    theme: 'serving',
    title: 'Continuous batching',
    what: 'Requests join and leave the batch at each step, so one reading of the weights serves many.',
    tradeOff: 'Each token waits longer, and long prompts stall the others unless they are cut into chunks.',
    goals: ['speed'],
    conflicts: [],
    anchors: ['num_key_value_heads', 'hidden_size'],
    references: [
      { title: 'Orca: A Distributed Serving System for Transformer-Based Generative Models', year: 2022 },
      {
        title: 'SARATHI: Efficient LLM Inference by Piggybacking Decodes with Chunked Prefills',
        arxiv: '2308.16369',
        year: 2023,
      },
      { title: 'DistServe: Disaggregating Prefill and Decoding', arxiv: '2401.09670', year: 2024 },
      {
        title: 'Splitwise: Efficient Generative LLM Inference Using Phase Splitting',
        arxiv: '2311.18677',
        year: 2023,
      },
    ],
  },
  {
    id: 'inference-offloading',
    theme: 'serving',
    title: 'Keep a part of the weights in host memory',
    what: 'What does not fit on the device streams in layer by layer, or expert by expert.',
    tradeOff: 'Each token waits for the host link: it fits, but it is slow.',
    goals: ['fit'],
    conflicts: [],
    anchors: ['torch_dtype', 'num_experts_per_tok'],
    references: [
      {
        title: 'FlexGen: High-Throughput Generative Inference of Large Language Models with a Single GPU',
        arxiv: '2303.06865',
        year: 2023,
      },
      { title: 'LLM in a flash', arxiv: '2312.11514', year: 2023 },
      { title: 'EdgeMoE: Fast On-Device Inference of MoE-based LLMs', arxiv: '2308.14352', year: 2023 },
      { title: 'DeepSpeed Inference', arxiv: '2207.00032', year: 2022 },
    ],
  },
  {
    id: 'cascade-and-collaborative-inference',
    theme: 'serving',
    title: 'Small model first, or several peers',
    what: 'Easy requests are answered by a small model, hard ones go on; or peers each hold some layers.',
    tradeOff: 'Wrong routing shows as lost quality, and peers add delay and questions of trust.',
    goals: ['speed', 'fit'],
    conflicts: [],
    anchors: ['num_hidden_layers', 'hidden_size'],
    references: [
      { title: 'FrugalGPT', arxiv: '2305.05176', year: 2023 },
      {
        title: 'Petals: Collaborative Inference and Fine-tuning of Large Models',
        arxiv: '2209.01188',
        year: 2022,
      },
      {
        title: 'EdgeShard: Efficient LLM Inference via Collaborative Edge Computing',
        arxiv: '2405.14371',
        year: 2024,
      },
    ],
  },
  {
    id: 'prompt-compression',
    theme: 'serving',
    title: 'Shorter prompts',
    what: 'Tokens are dropped, summarised, learned as soft tokens, or only relevant passages are retrieved.',
    tradeOff: 'A detail may be lost that the answer needs; quoting and code edits do not bear it.',
    goals: ['speed', 'context'],
    conflicts: [],
    anchors: ['max_position_embeddings'],
    references: [
      {
        title: 'LLMLingua: Compressing Prompts for Accelerated Inference of Large Language Models',
        arxiv: '2310.05736',
        year: 2023,
      },
      { title: 'LLMLingua-2', arxiv: '2403.12968', year: 2024 },
      { title: 'Learning to Compress Prompts with Gist Tokens', arxiv: '2304.08467', year: 2023 },
      {
        title: 'Retrieval-Augmented Generation for Knowledge-Intensive NLP Tasks',
        arxiv: '2005.11401',
        year: 2020,
      },
    ],
  },
  {
    id: 'parallel-output-organization',
    theme: 'serving',
    title: 'Write parts of an answer in parallel',
    what: 'The model writes an outline first and then all points at once.',
    tradeOff: 'Not for reasoning or code, and more tokens in all.',
    goals: ['speed'],
    conflicts: [],
    anchors: ['max_position_embeddings'],
    references: [
      {
        title: 'Skeleton-of-Thought: Large Language Models Can Do Parallel Decoding',
        arxiv: '2307.15337',
        year: 2023,
      },
    ],
  },
];
