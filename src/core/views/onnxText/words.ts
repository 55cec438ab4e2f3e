/**
 * What lenses and hovers of an ONNX text say, in English: the host looks each up in the editor's language. `{0}` and so on
 * are figures and names put in.
 */
export const TEXT_WORDS = {
  parameters: '{0} parameters',
  inOneRun: '{0} in one run',
  peak: 'peak {0}',
  atLeast: 'at least {0}',
  unknown: 'unknown',
  heaviestSections: 'figures over the {0} heaviest of {1} blocks',
  broken: 'without what cannot be read',
  macsBecause: 'MACs: {0}',
  section: 'Parameters read here, MACs of one run and their share, most activations held while it runs.',
  sectionUnknown: '{0} operators of unknown MACs.',
  share: '{0} of all MACs · {1}',
  shareOfKnown: '{0} of known MACs · {1}',
  ofKnown: '{0} of known',
  someUnknown: 'The MACs of {0} operators are unknown: shares are of the known ones.',
  heaviest: 'One of the heaviest operators of the run.',
  chain: '{0} written out: one operator instead of {1}',
  chainCount: '{0} such chains in the graph. A fused operator writes no values between its steps.',
  folds: 'Follows from constants alone: can be computed once, before shipping',
  storedTwice: 'Stored twice: the same as {0} · {1}',
  oneWeight: '{0}: {1} → {2}',
  wholeModel: 'All weights of the model: {0}.',
  openPage: 'Show on the page',
  leftOut: 'left out',
  noInputs: 'no inputs',
  noOutputs: 'no outputs',
  unknownWhy: '{0}: unknown ({1})',
  noNumber: '{0}: a symbol has no number',
  shapesUnknown: 'the shapes are not known',
  elementOperations: 'Element operations',
  read: 'Read',
  written: 'Written',
  intensity: 'Intensity',
  runs: 'Runs',
  byData: 'decided by data',
  block: 'Block',
  ofOneRun: 'of one run, batch {0}, {1} tokens',
  firstCall: 'in the first of {0} calls',
  inferred: 'inferred',
  madeBy: 'Made by {0}',
  readBy: 'Read by {0}',
  readByMore: 'Read by {0} and {1} more',
  readByNone: 'Read by no operator',
  content: 'Content',
  inMemory: 'In memory from operator {0} to {1} of {2}',
  sharedBy: 'memory shared by {0} values',
  elements: '{0} elements',
  stored: 'stored {0}',
  storedIn: 'stored {0} in {1}',
  leftAt: 'left at {0} bit',
  precision: 'precision',
  bytes: 'bytes',
  exact: 'exact',
  estimated: 'estimated',
  'lower bound': 'lower bound',
  parameter: 'parameter',
  buffer: 'buffer',
  constant: 'constant',
  index: 'index',
  quantisation: 'quantisation',
  fromOpset: 'from opset {0}',
  notImported: '{0} is not imported',
  mustBeGiven: 'must be given',
  localFunction: 'function of this text {0}',
} as const;

export type TextWord = keyof typeof TEXT_WORDS;

/** A text by its key, with what stands for `{0}`, `{1}` ... put in. */
export type Say = (key: TextWord, ...values: readonly string[]) => string;

/** In English, as the command line and tests read it. */
export const inEnglish: Say = (key, ...values) =>
  TEXT_WORDS[key].replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)] ?? '');
