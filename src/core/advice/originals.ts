import type { Case } from './case';
import type { Technique, Theme } from './technique';
import type { Effort, Verdict } from './verdict';

/** Themes whose techniques make other weights than the checkpoint holds. */
const OF_WEIGHTS: readonly Theme[] = ['attention', 'structure', 'compression'];

/** Floating-point types that a checkpoint may have been trained in, and that widen to 16 bits without a further loss. */
const WIDENED = /^(fp8|fbgemm_fp8|mxfp4)$/;

/**
 * What an already quantised checkpoint means for a technique that trains: `remark` for its trade-off (training starts from
 * the weights that were quantised), or `not` where nothing of the checkpoint would be used.
 */
export function fromOriginals(
  c: Pick<Case, 'quantisation'>,
  technique: Pick<Technique, 'theme'>,
  effort: Effort,
): { readonly remark?: string; readonly not?: string } {
  const as = c.quantisation;
  if (as === undefined || !OF_WEIGHTS.includes(technique.theme)) return {};
  if (effort !== 'tuning' && effort !== 'training') return {};
  if (WIDENED.test(as))
    return {
      remark: `From the original weights, or from these widened to 16 bits: the checkpoint is stored as ${as}.`,
    };
  if (effort === 'training')
    return { not: `it is trained from scratch, and the checkpoint is stored as ${as} for serving` };
  return {
    remark: `From the original weights: a checkpoint stored as ${as} is quantised again after the training.`,
  };
}

/** A verdict where nothing of the checkpoint would be used: what is in use already stays said. */
export function withoutCheckpoint(verdict: Verdict, not: string | undefined): Verdict {
  if (not === undefined || verdict.kind === 'in use' || verdict.kind === 'not applicable') return verdict;
  return { kind: 'not applicable', why: not };
}
