import type { Technique } from '../technique';

/** Catalogue: tuning. */
export const tuningTechniques: readonly Technique[] = [
  {
    id: 'lora',
    theme: 'tuning',
    title: 'LoRA',
    what: 'The weights stay frozen; each linear layer learns a correction of low rank.',
    tradeOff:
      'Merges into the weights and costs nothing at inference, but may lag behind full tuning when much has to change.',
    goals: ['training'],
    conflicts: ['zero-fsdp-sharding', 'galore-gradient-projection'],
    anchors: ['hidden_size', 'num_hidden_layers', 'r', 'target_modules'],
    references: [
      { title: 'LoRA: Low-Rank Adaptation of Large Language Models', arxiv: '2106.09685', year: 2021 },
      { title: 'DoRA: Weight-Decomposed Low-Rank Adaptation', arxiv: '2402.09353', year: 2024 },
      {
        title: 'Adaptive Budget Allocation for Parameter-Efficient Fine-Tuning (AdaLoRA)',
        arxiv: '2303.10512',
        year: 2023,
      },
      { title: 'S-LoRA: Serving Thousands of Concurrent LoRA Adapters', arxiv: '2311.03285', year: 2023 },
    ],
  },
  {
    id: 'qlora',
    theme: 'tuning',
    title: 'QLoRA',
    what: 'LoRA over a base that stays frozen in 4-bit NF4 and is widened as it is used.',
    tradeOff:
      'Slower steps, because weights are widened again and again; reported to keep the quality of 16-bit tuning.',
    goals: ['training'],
    conflicts: ['zero-fsdp-sharding', 'galore-gradient-projection'],
    anchors: ['torch_dtype', 'quantization_config'],
    references: [
      { title: 'QLoRA: Efficient Finetuning of Quantized LLMs', arxiv: '2305.14314', year: 2023 },
      { title: 'LoftQ: LoRA-Fine-Tuning-Aware Quantization', arxiv: '2310.08659', year: 2023 },
    ],
  },
  {
    id: 'bottleneck-adapters',
    theme: 'tuning',
    title: 'Adapter layers',
    what: 'Small bottleneck layers between the frozen ones learn the task.',
    tradeOff:
      'They stay in the way at inference. The first ones came within 0.4 % of full tuning on GLUE (0.8 % in the proceedings).',
    goals: ['training'],
    conflicts: [],
    anchors: ['hidden_size', 'num_hidden_layers'],
    references: [
      { title: 'Parameter-Efficient Transfer Learning for NLP', arxiv: '1902.00751', year: 2019 },
      { title: 'LLM-Adapters', arxiv: '2304.01933', year: 2023 },
      {
        title: 'Towards a Unified View of Parameter-Efficient Transfer Learning',
        arxiv: '2110.04366',
        year: 2021,
      },
    ],
  },
  {
    id: 'prefix-prompt-tuning',
    theme: 'tuning',
    title: 'Learned prefixes and prompts',
    what: 'Only some vectors in front of the input, or keys and values per layer, are learned.',
    tradeOff:
      'They take room in the context and are harder to train than LoRA; prompts alone reach full tuning only in models of billions.',
    goals: ['training'],
    conflicts: [],
    anchors: ['max_position_embeddings'],
    references: [
      {
        title: 'Prefix-Tuning: Optimizing Continuous Prompts for Generation',
        arxiv: '2101.00190',
        year: 2021,
      },
      { title: 'The Power of Scale for Parameter-Efficient Prompt Tuning', arxiv: '2104.08691', year: 2021 },
      { title: 'P-Tuning v2', arxiv: '2110.07602', year: 2021 },
    ],
  },
  {
    id: 'partial-parameter-tuning',
    theme: 'tuning',
    title: 'Tune a part of the weights',
    what: 'Only biases, scales, some layers at a time or the experts a task uses are trained.',
    tradeOff:
      'Cheaper and narrower: scales and biases suit small shifts; rotating layers keeps updates of full rank.',
    goals: ['training'],
    conflicts: [],
    anchors: ['num_hidden_layers', 'attention_bias', 'num_experts_per_tok'],
    references: [
      {
        title: 'BitFit: Simple Parameter-efficient Fine-tuning for Transformer-based Masked Language-models',
        arxiv: '2106.10199',
        year: 2021,
      },
      {
        title:
          'Few-Shot Parameter-Efficient Fine-Tuning is Better and Cheaper than In-Context Learning (IA3)',
        arxiv: '2205.05638',
        year: 2022,
      },
      {
        title: 'LISA: Layerwise Importance Sampling for Memory-Efficient LLM Fine-Tuning',
        arxiv: '2403.17919',
        year: 2024,
      },
      {
        title: 'Let the Expert Stick to His Last: Expert-Specialized Fine-Tuning',
        arxiv: '2407.01906',
        year: 2024,
      },
    ],
  },
  {
    id: 'zeroth-order-tuning',
    theme: 'tuning',
    title: 'Tune with forward passes only',
    what: 'Gradients are estimated from two forward passes, so nothing is kept for a backward pass.',
    tradeOff: 'Very many more steps; worth it only where backpropagation does not fit at all.',
    goals: ['training'],
    conflicts: [],
    anchors: ['hidden_size', 'num_hidden_layers'],
    references: [
      {
        title: 'Fine-Tuning Language Models with Just Forward Passes (MeZO)',
        arxiv: '2305.17333',
        year: 2023,
      },
    ],
  },
  {
    id: 'data-efficient-fine-tuning',
    theme: 'tuning',
    title: 'Less but better tuning data',
    what: 'A few good instructions, chosen or synthesised, tune as well as many.',
    tradeOff: 'Small sets teach form more than knowledge and may cover too little.',
    goals: ['training'],
    conflicts: [],
    anchors: ['architectures', 'model_type'],
    references: [
      { title: 'LIMA: Less Is More for Alignment', arxiv: '2305.11206', year: 2023 },
      { title: 'AlpaGasus: Training A Better Alpaca with Fewer Data', arxiv: '2307.08701', year: 2023 },
      {
        title: 'LESS: Selecting Influential Data for Targeted Instruction Tuning',
        arxiv: '2402.04333',
        year: 2024,
      },
      {
        title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions',
        arxiv: '2212.10560',
        year: 2022,
      },
    ],
  },
  {
    id: 'staged-multimodal-training',
    theme: 'tuning',
    title: 'Train a multimodal model in stages',
    what: 'First only the projector learns while both towers are frozen, then the language model joins.',
    tradeOff: 'Frozen language models reason less over images; thawed ones may forget.',
    goals: ['training'],
    conflicts: [],
    anchors: ['vision_config', 'text_config', 'mm_projector_type'],
    references: [
      {
        title: 'Improved Baselines with Visual Instruction Tuning (LLaVA-1.5)',
        arxiv: '2310.03744',
        year: 2023,
      },
      { title: 'VILA: On Pre-training for Visual Language Models', arxiv: '2312.07533', year: 2023 },
      { title: 'TinyLLaVA', arxiv: '2402.14289', year: 2024 },
      {
        title:
          'Not All Attention is Needed: Parameter and Computation Efficient Transfer Learning for Multi-modal LLMs',
        arxiv: '2403.15226',
        year: 2024,
      },
    ],
  },
  {
    id: 'in-context-prompting-budget',
    theme: 'tuning',
    title: 'Examples in the prompt instead of tuning',
    what: 'Demonstrations and reasoning tokens take the place of training; they cost prefill, cache and decoding on every request.',
    tradeOff: 'Paid per request what tuning pays once, and results swing with the examples chosen.',
    goals: ['context'],
    conflicts: [],
    anchors: ['max_position_embeddings'],
    references: [
      { title: 'What Makes Good In-Context Examples for GPT-3?', arxiv: '2101.06804', year: 2021 },
      { title: 'Fantastically Ordered Prompts and Where to Find Them', arxiv: '2104.08786', year: 2021 },
      { title: 'Large Language Models as Optimizers', arxiv: '2309.03409', year: 2023 },
      {
        title: 'Automatic Chain of Thought Prompting in Large Language Models',
        arxiv: '2210.03493',
        year: 2022,
      },
    ],
  },
];
