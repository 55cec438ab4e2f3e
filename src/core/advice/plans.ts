import { storedBytesOf } from '../costs/storedBytes';
import { tensorClasses } from '../costs/tensorClass';
import type { Quantity } from '../costs/quantity';
import type { TrainingPlan } from '../costs/training';
import { OPTIMIZERS, keptActivations, loraParameters, modelState } from '../costs/training';
import type { Checkpointing } from '../costs/training';
import { repeatsOf } from '../model/model';
import type { Case } from './case';
import { linearParameters } from './case';
import { effectOf } from './effects';
import type { Effect, EffectKind, Variant } from './verdict';

/** Full tuning with mixed-precision Adam on one device: what every training technique is compared with. */
export function fullPlan(c: Case): TrainingPlan {
  return { frozen: { parameters: 0, bytes: 0 }, trained: c.parameters, optimizer: OPTIMIZERS.adam };
}

/** Trainable parameters added while the weights stay frozen in 16 bits, or in so many bytes. */
export function adapterPlan(c: Case, trained: number, frozenBytes = 2 * c.parameters): TrainingPlan {
  return { frozen: { parameters: c.parameters, bytes: frozenBytes }, trained, optimizer: OPTIMIZERS.adam };
}

/** One plan against another, with further figures. */
export function planned(
  title: string,
  before: TrainingPlan,
  after: TrainingPlan,
  ...more: (Effect | undefined)[]
): Variant {
  const state = effectOf('trainState', 'Model state in training', modelState(before), modelState(after));
  const effects = [state, ...more].filter((e) => e !== undefined);
  return { title, change: { kind: 'plan', how: title, effects } };
}

/** A figure of a plan that is estimated by its formula. */
export function estimated(value: number, unit: Quantity['unit'], formula: string, reason: string): Quantity {
  return { value: Math.round(value), unit, certainty: 'estimated', formula, reason };
}

/** The difference of two such figures. */
export function difference(
  kind: EffectKind,
  name: string,
  before: Quantity,
  after: Quantity,
): Effect | undefined {
  return effectOf(kind, name, before, after);
}

/** Activations kept for the backward pass of the scenario's prompt and batch; undefined where the layers are not known. */
export function activations(c: Case, how: Checkpointing): Quantity | undefined {
  const s = c.shape;
  if (!s || c.softmax.length === 0) return undefined;
  const { layers, hidden, inner, heads, gates } = s;
  const perLayer = c.model.facts.experts ? undefined : inner;
  if (perLayer === undefined) return undefined;
  return keptActivations(
    { layers, hidden, inner, heads, gates, batch: c.scenario.batch, sequence: c.scenario.prompt },
    how,
  );
}

/** Parameters of LoRA corrections on every linear layer of the blocks. */
export function loraOn(c: Case, rank: number): number {
  const classes = tensorClasses(c.model);
  return loraParameters(
    c.model.weights
      .map((w, id) => ({ w, kind: classes[id] }))
      .filter(({ w, kind }) => (kind === 'matrix' || kind === 'expert') && w.duplicateOf === undefined)
      .map(({ w }) => ({ shape: w.packing?.shape ?? w.shape, copies: repeatsOf(c.model, w.block) })),
    rank,
  );
}

/** Bytes of the model's own weights as stored; undefined when a type is not known. */
export function storedWeights(c: Case): number | undefined {
  let sum = 0;
  for (const w of c.model.weights) {
    const bytes = storedBytesOf(c.model, w);
    if (bytes === undefined) return undefined;
    sum += bytes * repeatsOf(c.model, w.block);
  }
  return sum;
}

/** Whether training of this file makes sense, or why not. */
export function untrainable(c: Case): string | undefined {
  if (c.quantisation) return `the checkpoint is stored as ${c.quantisation}, not to be trained as it is`;
  if (c.isOnnx) return 'the graph is an export for inference';
  if (c.model.format === 'gguf') return 'the file is an export for inference';
  if (c.parameters === 0) return 'the number of parameters is not known';
  return linearParameters(c) === 0 ? 'the model has no linear layers' : undefined;
}
