/** Where in its file things of a model come from: what a click on a figure, a block or a layer opens. */
import type { Analysis } from '../../analysis';
import { keyCauses } from '../../advice/keyCauses';
import type { KeyCauses } from '../../advice/keyCauses';
import type { Origin } from '../../model/origin';
import { rangeOfProblem } from '../../files/problemPlace';
import type { PlaceView } from './figureView';

export interface Places {
  readonly ofBlock: (block: number) => PlaceView | undefined;
  readonly ofOperator: (operator: number) => PlaceView | undefined;
  readonly ofWeight: (weight: number) => PlaceView | undefined;
  readonly ofFigure: (id: string) => readonly PlaceView[];
  readonly offsetOf: (origin: Origin | undefined) => number | undefined;
}

const KNOWN = new WeakMap<Analysis, Places>();

/** The places of a model; which keys cause what is found with the first question, once. */
export function placesOf(analysis: Analysis): Places {
  let known = KNOWN.get(analysis);
  if (!known) KNOWN.set(analysis, (known = analysis.config ? inConfig(analysis) : inGraph(analysis)));
  return known;
}

/** Operators of a graph are places of their own; nothing of it stands in a text that is open. */
function inGraph({ model }: Analysis): Places {
  return {
    ofBlock: () => undefined,
    ofOperator: (id) =>
      model.format === 'onnx'
        ? { label: model.operators[id]!.name || model.operators[id]!.type, operator: id }
        : undefined,
    ofWeight: () => undefined,
    ofFigure: () => [],
    offsetOf: (origin) => (origin?.kind === 'text' ? origin.start : undefined),
  };
}

function inConfig(analysis: Analysis): Places {
  const { model, config } = analysis;
  let found: KeyCauses | undefined;
  const causes = () => (found ??= keyCauses(config!, model));
  const place = (key: string | undefined): PlaceView | undefined => {
    const range = key === undefined ? undefined : config!.ranges.get(key);
    return range && { label: key!, offset: range.property.start };
  };
  const ofBlock = (block: number): PlaceView | undefined => {
    for (let b = block, depth = 0; b >= 0 && depth < 64; depth++) {
      const key = causes().blocks.get(b);
      if (key !== undefined) return place(key);
      b = model.blocks[b]?.parent ?? -1;
    }
    return place(['model_type', 'architectures'].find((key) => config!.ranges.has(key)));
  };
  const ofWeight = (id: number) => place(causes().weights.get(id)) ?? ofBlock(model.weights[id]!.block);
  return {
    ofBlock,
    ofWeight,
    ofOperator: (id) => {
      const op = model.operators[id]!;
      for (const input of op.inputs) {
        const weight = input < 0 ? undefined : model.values[input]?.weight;
        if (weight !== undefined) return ofWeight(weight);
      }
      return ofBlock(op.block);
    },
    ofFigure: (id) =>
      (causes().figures.get(id) ?? []).map((key) => place(key)).filter((p) => p !== undefined),
    offsetOf: (origin) => rangeOfProblem(origin, config!)?.start,
  };
}
