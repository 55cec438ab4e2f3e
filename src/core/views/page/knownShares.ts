import type { PageState } from './pageState';

/** A measure whose whole may miss what unknown operators cost. */
export type Costed = 'macs' | 'elementOperations' | 'seconds';

/**
 * Whether shares of a measure are shares of what is known only: operators whose cost is unknown are in no part and in no
 * whole, so a share says nothing of the model.
 */
export function isOfKnown({ tree, roofline }: PageState, measure: string): boolean {
  if (measure === 'macs') return tree.certainty === 'lower bound';
  if (measure === 'elementOperations') return tree.elementCertainty === 'lower bound';
  return measure === 'seconds' && roofline !== undefined && roofline.known < roofline.all;
}

/** The measures of which that is so. */
export function measuresOfKnown(state: PageState): readonly Costed[] {
  return (['macs', 'elementOperations', 'seconds'] as const).filter((m) => isOfKnown(state, m));
}
