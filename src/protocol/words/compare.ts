/** Words of the comparison. `{0}` stands for what is put in. */
export const COMPARE_WORDS = {
  'compare.title': 'Comparison',
  'compare.add': 'Add a model …',
  'compare.remove': 'Remove',
  'compare.removeModel': 'Remove {0}',
  'compare.different': 'What differs',
  'compare.equal': 'What is equal',
  'compare.showEqual': 'Show {0} equal figures',
  'compare.hideEqual': 'Hide {0} equal figures',
  'compare.nothingDiffers': 'No figure differs.',
} as const;
