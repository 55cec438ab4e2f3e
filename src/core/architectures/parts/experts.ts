import type { Builder } from '../builder';
import { HOUSE } from '../builder';

/** A mixture of experts: router, the chosen experts, and what runs for every token beside them. */
export interface ExpertsSpec {
  readonly experts: number;
  readonly perToken: number;
  /** Experts that the first matrix has room for, where that is more. */
  readonly held?: number;
  /** Width inside one expert. */
  readonly inner: number;
  readonly act?: string;
  readonly router?: string;
  readonly routerBias?: boolean;
  /** Outputs of the router when there are more than experts. */
  readonly routerOut?: number;
  /** Computes the scores instead of the linear router. */
  readonly scores?: (x: number) => number;
  /** False: up and down only. */
  readonly gated?: boolean;
  /** Stored [E, in, out]. */
  readonly transposed?: boolean;
  /** Per-expert biases `..._bias`. */
  readonly bias?: boolean;
  readonly names?: readonly [up: string, down: string];
  /** Added for every token. */
  readonly shared?: (x: number) => number;
  readonly sharedCount?: number;
}

/** The mixture's output; names are relative to the current scope. Weights count as [used, of] experts. */
export function experts(b: Builder, x: number, s: ExpertsSpec): number {
  const hidden = b.widthOf(x);
  const lead = b.shapeOf(x).slice(0, -1);
  const scores = s.scores
    ? s.scores(x)
    : b.linear(x, s.router ?? 'gate', s.routerOut ?? s.experts, { bias: s.routerBias ?? false });
  const shares = b.op('Softmax', [scores], b.shapeOf(scores), { axis: -1 });
  const chosen = [...lead, s.perToken];
  const [top] = b.ops('TopK', [shares, -1], [chosen, chosen], { axis: -1 }) as [number];
  const gated = s.gated ?? true;
  const [upName, downName] = s.names ?? [
    gated ? 'experts.gate_up_proj' : 'experts.up_proj',
    'experts.down_proj',
  ];
  let h = expertMatMul(b, x, upName, gated ? 2 * s.inner : s.inner, s, false);
  if (gated) {
    const [gate, up] = b.split(h, [s.inner, s.inner]) as [number, number];
    h = b.mul(b.activate(gate, s.act ?? 'silu'), up);
  } else h = b.activate(h, s.act ?? 'silu');
  const each = expertMatMul(b, h, downName, hidden, s, true);
  const weighed = b.mul(each, b.reshape(top, [...chosen, 1]));
  let y = b.op('ReduceSum', [weighed, -1], [...lead, hidden], { keepdims: 0 });
  if (s.shared) y = b.add(y, s.shared(x));
  const shared = s.sharedCount ?? (s.shared ? 1 : 0);
  b.facts.experts = { routed: s.experts, perToken: s.perToken, shared };
  return y;
}

/** x [.., in], or [.., k, in] when already one row per chosen expert, by [E, out, in]: [.., k, out]. */
function expertMatMul(
  b: Builder,
  x: number,
  name: string,
  out: number,
  s: ExpertsSpec,
  chosen: boolean,
): number {
  const activeFraction = [Math.min(s.perToken, s.experts), s.experts] as const;
  const inner = b.widthOf(x);
  const count = chosen ? s.experts : (s.held ?? s.experts);
  const shape = s.transposed ? [count, inner, out] : [count, out, inner];
  const w = b.param(name, shape, { activeFraction });
  const lead = b.shapeOf(x).slice(0, chosen ? -2 : -1);
  const attributes = { experts_per_token: s.perToken, rows_per_token: chosen ? s.perToken : 1 };
  const y = b.op('ExpertMatMul', [x, w], [...lead, s.perToken, out], attributes, HOUSE);
  if (!s.bias) return y;
  return b.add(y, b.param(`${name}_bias`, [s.experts, out], { activeFraction }, [1, out]));
}
