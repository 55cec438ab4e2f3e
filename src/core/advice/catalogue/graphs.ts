import type { Technique } from '../technique';

/** Catalogue: graphs. */
export const graphsTechniques: readonly Technique[] = [
  {
    id: 'onnx-fp16-initializers',
    theme: 'graphs',
    title: 'float16 weights in the graph',
    what: 'float32 initializers become float16, half the bytes.',
    tradeOff:
      'float16 ends at 65,504: some norms and masks stay in float32. Plain CPU back ends compute it slowly.',
    goals: ['fit', 'speed'],
    conflicts: ['onnx-int8-quantization', 'weight-only-quantization'],
    anchors: ['initializer', 'graph.initializer'],
    references: [{ title: 'Mixed Precision Training', arxiv: '1710.03740', year: 2017 }],
  },
  {
    id: 'onnx-int8-quantization',
    theme: 'graphs',
    title: 'int8 weights in the graph',
    what: 'Weights of MatMul, Gemm and Conv become int8 with a scale per output channel; activations are quantised while running or by calibration.',
    tradeOff: 'Accuracy must be checked for each model; channels with a scale each lose less.',
    goals: ['fit', 'speed'],
    conflicts: ['onnx-fp16-initializers', 'weight-only-quantization'],
    anchors: ['graph.node', 'initializer'],
    references: [
      { title: 'ZeroQuant', arxiv: '2206.01861', year: 2022 },
      { title: 'SmoothQuant', arxiv: '2211.10438', year: 2022 },
    ],
  },
  {
    id: 'onnx-graph-fusion',
    theme: 'graphs',
    title: 'Fuse chains of operators',
    what: 'Chains that spell out LayerNorm, GELU or attention become one operator each, so values between them are not written and read back.',
    tradeOff: 'Fused operators may live in a vendor domain, and the file runs in fewer places.',
    goals: ['speed'],
    conflicts: [],
    anchors: ['graph.node'],
    references: [
      {
        title: 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness',
        arxiv: '2205.14135',
        year: 2022,
      },
      {
        title: 'LLM Inference Unveiled: Survey and Roofline Model Insights',
        arxiv: '2402.16363',
        year: 2024,
      },
    ],
  },
  {
    id: 'onnx-dead-weight',
    theme: 'graphs',
    title: 'Drop duplicate and constant parts',
    what: 'Initializers stored twice are kept once, and what follows from constants alone is computed once, before shipping.',
    tradeOff: 'The result is the same; folding a large broadcast may store more than it saves.',
    goals: ['fit', 'speed'],
    conflicts: [],
    anchors: [],
    references: [
      {
        title: 'ONNX Runtime: graph optimizations (constant folding, redundant node elimination)',
        year: 2023,
      },
    ],
  },
  {
    id: 'onnx-cache-inputs',
    theme: 'graphs',
    title: 'Export with a cache',
    what: 'A decoder exported without past keys and values computes every earlier token again for each new one.',
    tradeOff: 'The export has two faces (first step and next steps), and the caller carries the cache.',
    goals: ['speed'],
    conflicts: [],
    anchors: [],
    references: [{ title: 'Efficiently Scaling Transformer Inference', arxiv: '2211.05102', year: 2022 }],
  },
  {
    id: 'onnx-dynamic-axes',
    theme: 'graphs',
    title: 'Leave batch and sequence open',
    what: 'A graph with every axis fixed cannot batch, and pads every input to its length.',
    tradeOff: 'Some accelerators compile only fixed shapes.',
    goals: ['speed'],
    conflicts: [],
    anchors: [],
    references: [{ title: 'ONNX: shape inference and symbolic dimensions', year: 2023 }],
  },
];
