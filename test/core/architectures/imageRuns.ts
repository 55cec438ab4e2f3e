import { buildModel } from '../../../src/core/architectures/buildModel';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import type { Quantity } from '../../../src/core/costs/quantity';
import type { Model } from '../../../src/core/model/model';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';
import { groupedFlops } from './causalRuns';

/** One run of test/oracle/image_runs.py: an image among text. */
export interface ImageRun {
  readonly class: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  /** Images (or tiles) that the tower reads, and their pixels. */
  readonly image: readonly [images: number, height: number, width: number];
  /** Sounds beside the text. */
  readonly sounds: number;
  readonly matrix_flops: number;
  /** FLOPs below the modules that read images, by the module's name. */
  readonly parts: Readonly<Record<string, number>>;
  readonly parameters: number;
  /** CRC-32 over the sorted lines `name:AxB` of all parameters. */
  readonly crc: number;
}

export interface MeasuredImageRun {
  readonly model: Model;
  /** Our matrix FLOPs of the same run. */
  readonly flops: Quantity;
  /** What the library counts besides: Llama 4 runs every expert for every token, of which we count those chosen. */
  readonly uncounted: number;
}

/** The same run by our engine: as many tokens, and as many images of the same size. */
export function measureImageRun(run: ImageRun): MeasuredImageRun {
  const model = buildModel({ ...run.config, architectures: [run.class] });
  const prompt = run.inputs['input_ids']![1]!;
  const [images, height, width] = run.image;
  const dims = { images, sounds: run.sounds, height, width };
  const scenario = { ...DEFAULT_SCENARIO, prompt, context: prompt, dims };
  const flops = estimate(model, costModel(model), scenario).compute.prefill.matrixFlops;
  const uncounted = model.modelType === 'llama4' ? -groupedFlops(model, prompt) : 0;
  return { model, flops, uncounted };
}
