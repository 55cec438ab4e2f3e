/** Words of the page's frame: states, headings and what all sections share. `{0}` stands for what is put in. */
export const FRAME_WORDS = {
  reading: 'Reading the file …',
  readingShare: 'Reading the file … {0}',
  cancel: 'Cancel',
  again: 'Read again',
  cancelled: 'Reading was stopped.',
  unknown: 'unknown',
  certainty: 'Certainty',
  asTable: 'As table',
  asChart: 'As chart',
  copy: 'Copy',
} as const;
