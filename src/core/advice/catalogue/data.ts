import type { Technique } from '../technique';

/** Catalogue: data. */
export const dataTechniques: readonly Technique[] = [
  {
    id: 'data-filtering-deduplication',
    theme: 'data',
    title: 'Filter and deduplicate the corpus',
    what: 'Duplicates and noise are dropped before training: each token not trained on saves its FLOPs.',
    tradeOff: 'Filters also drop rare useful text. How much a corpus shrinks cannot be read from a model.',
    goals: ['training'],
    conflicts: [],
    anchors: ['architectures', 'model_type'],
    references: [
      { title: 'Deduplicating Training Data Makes Language Models Better', arxiv: '2107.06499', year: 2021 },
      { title: 'The RefinedWeb Dataset for Falcon LLM', arxiv: '2306.01116', year: 2023 },
      {
        title: 'Data Selection for Language Models via Importance Resampling (DSIR)',
        arxiv: '2302.03169',
        year: 2023,
      },
    ],
  },
  {
    id: 'importance-sampling-active-learning',
    theme: 'data',
    title: 'Choose the data that teaches most',
    what: 'A small proxy model weighs domains or examples, and the large one trains on that mix.',
    tradeOff:
      'A proxy has to be trained first, and its weights fit one corpus. DoReMi reached the baseline in 2.6 times fewer steps.',
    goals: ['training'],
    conflicts: [],
    anchors: ['architectures', 'model_type'],
    references: [
      {
        title: 'DoReMi: Optimizing Data Mixtures Speeds Up Language Model Pretraining',
        arxiv: '2305.10429',
        year: 2023,
      },
      {
        title: 'Data Selection for Language Models via Importance Resampling (DSIR)',
        arxiv: '2302.03169',
        year: 2023,
      },
      {
        title: 'Beyond neural scaling laws: beating power law scaling via data pruning',
        arxiv: '2206.14486',
        year: 2022,
      },
      { title: 'How to Train Data-Efficient LLMs', arxiv: '2402.09668', year: 2024 },
    ],
  },
  {
    id: 'curriculum-learning',
    theme: 'data',
    title: 'Easy first, short first (curriculum)',
    what: 'Training starts with short or easy sequences.',
    tradeOff:
      'A ramp too short or too long both hurt. The gain depends on data and schedule, not on the file.',
    goals: ['training'],
    conflicts: [],
    anchors: ['max_position_embeddings', 'n_positions'],
    references: [
      {
        title: 'The Stability-Efficiency Dilemma: Sequence Length Warmup for Training GPT Models',
        arxiv: '2108.06084',
        year: 2021,
      },
      { title: 'DeepSpeed Data Efficiency', arxiv: '2212.03597', year: 2022 },
      { title: 'Random-LTD: Random and Layerwise Token Dropping', arxiv: '2211.11586', year: 2022 },
    ],
  },
  {
    id: 'energy-carbon-accounting',
    theme: 'data',
    title: 'Energy, carbon and money',
    what: 'Training and decoding in joules from FLOPs, bytes and the power of the device.',
    tradeOff: 'Off by tens of percent as a rule; read it with its assumptions.',
    goals: ['training'],
    conflicts: [],
    anchors: ['num_hidden_layers', 'hidden_size'],
    references: [
      {
        title: 'LLMCarbon: Modeling the End-to-End Carbon Footprint of Large Language Models',
        arxiv: '2309.14393',
        year: 2023,
      },
      { title: 'Carbon Emissions and Large Neural Network Training', arxiv: '2104.10350', year: 2021 },
      {
        title: 'From Words to Watts: Benchmarking the Energy Costs of Large Language Model Inference',
        arxiv: '2310.03003',
        year: 2023,
      },
      { title: 'Energy and Policy Considerations for Deep Learning in NLP', arxiv: '1906.02243', year: 2019 },
    ],
  },
];
