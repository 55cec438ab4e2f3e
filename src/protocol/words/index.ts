import { ADVICE_WORDS } from './advice';
import { CHART_WORDS } from './charts';
import { COMPARE_WORDS } from './compare';
import { FIGURE_WORDS } from './figures';
import { FILE_WORDS } from './file';
import { FRAME_WORDS } from './frame';
import { LAYER_WORDS } from './layers';
import { ROOFLINE_WORDS } from './roofline';
import { SCENARIO_WORDS } from './scenario';

/**
 * Every word of the page in English, by key: the page falls back to them, and the host looks each up in the editor's
 * language (`vscode.l10n.t`) and sends what it found.
 */
export const WORDS = {
  ...FRAME_WORDS,
  ...SCENARIO_WORDS,
  ...FIGURE_WORDS,
  ...CHART_WORDS,
  ...FILE_WORDS,
  ...LAYER_WORDS,
  ...ADVICE_WORDS,
  ...ROOFLINE_WORDS,
  ...COMPARE_WORDS,
} as const;

export type WordKey = keyof typeof WORDS;
