/** What a weight is in the network, which decides whether a quantisation scheme converts it. */
import type { Model } from '../model/model';
import type { Weight } from '../model/weight';
import { keyOfOperator } from './ops/registry';

/**
 * `matrix`: a linear layer. `expert`: matrices of routed experts. `embedding`: looked up by token. `head`: the output
 * projection onto the vocabulary (tied: embedding and head at once counts as `embedding`). `router`: scores of experts.
 * `convolution`: kernels. `vector`: norms, biases and all else of one dimension. `other`: constants, buffers, indices.
 */
export type TensorClass =
  'matrix' | 'expert' | 'embedding' | 'head' | 'router' | 'convolution' | 'vector' | 'other';

const HEAD_NAME =
  /(^|[./])(lm_head|output_layer|embed_out|output|logits|predictions\.decoder|decoder)(\.\w+)*\.?(weight|qweight)?$|(^|[./])(lm_head|embed_out)([./]|$)/i;
const EMBEDDING_NAME = /embed|wte|wpe|word_embeddings|tok_embeddings|token_embd|shared\.weight/i;
const ROUTER_NAME = /(^|[./])(router|ffn_gate_inp|gate_inp|shared_expert_gate|wg)([./]|$)/i;
const GATE_NAME = /(^|[./])gate([./]weight)?$/i;

const KNOWN = new WeakMap<Model, readonly TensorClass[]>();

/** Class of every weight, by id; found once for a model. */
export function tensorClasses(model: Model): readonly TensorClass[] {
  let known = KNOWN.get(model);
  if (!known) {
    const uses = usesOf(model);
    KNOWN.set(model, (known = model.weights.map((w, id) => classOf(model, w, uses[id]!))));
  }
  return known;
}

function classOf(model: Model, w: Weight, use: Use): TensorClass {
  if (w.role !== 'parameter') return 'other';
  const shape = w.packing?.shape ?? w.shape;
  const real = shape.filter((d) => d !== 1);
  if (real.length < 2) return 'vector';
  if (use.looked) return 'embedding';
  if (use.convolved) return 'convolution';
  if (use.experts || w.activeFraction !== undefined) return ROUTER_NAME.test(w.name) ? 'router' : 'expert';
  const routed = model.facts.experts?.routed;
  if (ROUTER_NAME.test(w.name)) return 'router';
  if (GATE_NAME.test(w.name) && routed !== undefined && real.includes(routed)) return 'router';
  const vocabulary = model.facts.vocabularySize;
  if (vocabulary !== undefined && real.includes(vocabulary))
    return EMBEDDING_NAME.test(w.name) && !use.multiplied ? 'embedding' : 'head';
  if (vocabulary === undefined && HEAD_NAME.test(w.name)) return 'head';
  if (EMBEDDING_NAME.test(w.name) && !use.multiplied) return 'embedding';
  return 'matrix';
}

interface Use {
  looked: boolean;
  multiplied: boolean;
  convolved: boolean;
  experts: boolean;
}

/** Operators that hand a weight on: what follows tells its class. */
const HANDED_ON = new Set([
  'Cast',
  'DequantizeLinear',
  'Identity',
  'Reshape',
  'Squeeze',
  'Transpose',
  'Unsqueeze',
]);

function usesOf(model: Model): readonly Use[] {
  const handed = new Map<number, number>();
  const uses: Use[] = model.weights.map(() => ({
    looked: false,
    multiplied: false,
    convolved: false,
    experts: false,
  }));
  for (const op of model.operators) {
    for (let i = 0; i < op.inputs.length; i++) {
      const weight = model.values[op.inputs[i]!]?.weight ?? handed.get(op.inputs[i]!);
      const use = weight === undefined ? undefined : uses[weight];
      if (!use) continue;
      if (i === 0 && HANDED_ON.has(op.type)) handed.set(op.outputs[0] ?? -1, weight!);
      const key = keyOfOperator(op);
      if (i === 0 && (key === 'Gather' || key === 'com.microsoft:GatherBlockQuantized')) use.looked = true;
      else if (/Conv/.test(op.type)) use.convolved = true;
      else if (/ExpertMatMul$|MoE$/.test(op.type)) use.experts = true;
      else if (/MatMul|Gemm/.test(op.type)) use.multiplied = true;
    }
  }
  return uses;
}
