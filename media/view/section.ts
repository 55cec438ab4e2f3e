import type { PageHead, PageView } from '../../src/core/views/page/pageView';

/** What every section is drawn from: what stays, and what follows the scenario. */
export interface PageState {
  readonly head: PageHead;
  readonly view: PageView;
}

/** A part of the page: made once, then updated in place, so that nothing blinks and the focus stays. */
export interface Section {
  readonly element: HTMLElement;
  update(state: PageState): void;
}
