import type { Quantity } from './quantity';

/** Compute of one step (prefill or decode). */
export interface ComputeEstimate {
  /** As executed. */
  readonly macs: Quantity;
  /** Causal and window pairs only. */
  readonly usefulMacs: Quantity;
  readonly matrixFlops: Quantity;
  readonly elementOperations: Quantity;
}

/** Every headline figure of a model under one scenario. */
export interface Estimate {
  readonly parameters: {
    readonly stored: Quantity;
    readonly unpacked: Quantity;
    readonly distinct: Quantity;
    readonly active: Quantity;
  };
  /** Bytes of the weights: as stored, under the scenario's precision, and at every precision by its id. */
  readonly weights: {
    readonly stored: Quantity;
    readonly scenario: Quantity;
    readonly byPrecision: Readonly<Record<string, Quantity>>;
  };
  readonly cache: {
    /** Growth per further token at the scenario's context, all layers, one sequence. */
    readonly bytesPerToken: Quantity;
    /** Growing part at the scenario's context and batch. */
    readonly bytesAtContext: Quantity;
    /** Constant recurrent and convolutional state, at the scenario's batch. */
    readonly stateBytes: Quantity;
  };
  readonly compute: { readonly prefill: ComputeEstimate; readonly decode: ComputeEstimate };
  readonly memory: { readonly peakActivations: Quantity; readonly total: Quantity };
  readonly operators: { readonly total: Quantity; readonly unknown: Quantity };
  readonly values: { readonly total: Quantity; readonly known: Quantity };
}
