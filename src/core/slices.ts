import { atOnce } from './steps';

/** Lets whoever shares the thread have their turn; resolves when they had it. */
export type Pause = () => Promise<void>;

/** No longer than this at once: half of what an answer to a key press may take. */
export const SLICE_MS = 8;

export interface SliceOptions {
  /** Without it work is done in one go. */
  readonly pause?: Pause;
  /** Work is given up at the next pause after it aborts. */
  readonly signal?: AbortSignal;
}

/** Takes long work in slices, with a pause after each: one for all stages of an analysis. */
export class Slices {
  private from = Date.now();

  constructor(private readonly options: SliceOptions) {}

  /** All the steps of a work; rejects with the signal's reason when it aborts. */
  async take<T>(work: Generator<void, T>): Promise<T> {
    const { pause, signal } = this.options;
    signal?.throwIfAborted();
    if (!pause) return atOnce(work);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (Date.now() - this.from >= SLICE_MS) await this.turn(pause);
    }
  }

  /** A pause where one is due: for work that waits now and then anyway. */
  async rest(): Promise<void> {
    const { pause } = this.options;
    if (pause && Date.now() - this.from >= SLICE_MS) await this.turn(pause);
  }

  private async turn(pause: Pause): Promise<void> {
    await pause();
    this.options.signal?.throwIfAborted();
    this.from = Date.now();
  }
}
