/** Shares of a device's peaks that programs reach, 0 to 1; 1 and 1 is the roof itself, a lower bound of any time. */
export interface Efficiency {
  readonly compute: number;
  readonly memory: number;
}

/**
 * What llm-analysis found by comparing with FasterTransformer's published latencies (README, "How to Set FLOPS and Memory
 * Efficiency"): up to 0.7 of the peak in inference, 0.9 of the bandwidth as an ambitious target.
 */
export const EFFICIENCY: Efficiency = { compute: 0.7, memory: 0.9 };
