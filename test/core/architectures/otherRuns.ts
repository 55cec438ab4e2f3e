import { buildModel } from '../../../src/core/architectures/buildModel';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import type { Quantity } from '../../../src/core/costs/quantity';
import type { Model } from '../../../src/core/model/model';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';

/** One run of test/oracle/other_runs.py. */
export interface OtherRun {
  readonly class: string;
  /** Shapes of the inputs by name. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly matrix_flops: number;
}

export interface MeasuredRun {
  readonly model: Model;
  /** Our matrix FLOPs of the same run. */
  readonly flops: Quantity;
  /** True where what is outlined took part in it. */
  readonly outlined: boolean;
}

/** The same run by our engine: its prompt, source, and whether there were images or sounds. */
export function measureRun(
  name: string,
  config: Readonly<Record<string, unknown>>,
  run: OtherRun,
): MeasuredRun {
  const { outlineError: _, ...model } = buildModel({
    ...config,
    model_type: name.slice(name.indexOf('/') + 1),
    architectures: [run.class],
  });
  const tokens = (input: string) => run.inputs[input]?.[1];
  const prompt = tokens('decoder_input_ids') ?? tokens('input_ids') ?? 40;
  const media = Object.keys(run.inputs).some((n) => !/ids$|^bbox$/.test(n)) ? 1 : 0;
  const scenario = {
    ...DEFAULT_SCENARIO,
    prompt,
    context: prompt,
    // Whisper's frames: two of them make one source position.
    source: tokens('input_ids') ?? (run.inputs['input_features']?.[2] ?? 80) / 2,
    dims: { images: media, sounds: media, ...sizeOf(run) },
  };
  const flops = estimate(model, costModel(model), scenario).compute.prefill.matrixFlops;
  const outlined = model.outline !== undefined && !(model.outlineOfMedia && media === 0);
  return { model, flops, outlined };
}

/** Height and width of the picture of a run in pixels, or the samples of its sound. */
function sizeOf(run: OtherRun): Readonly<Record<string, number>> {
  const samples = run.inputs['input_values']?.[1];
  if (samples !== undefined) return { samples };
  const [height, width] = run.inputs['pixel_values']?.slice(-2) ?? [];
  return height === undefined || width === undefined ? {} : { height, width };
}
