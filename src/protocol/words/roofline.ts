/** Words of the roofline. `{0}` stands for what is put in. */
export const ROOFLINE_WORDS = {
  'roofline.title': 'Where the time goes',
  'roofline.noDevice':
    'A device shows how long this takes, and which operators its memory or its arithmetic bounds.',
  'roofline.unknown': 'No time can be told: what the operators cost is not known under this scenario.',
  'roofline.counted': 'The time of {0} of {1} operators on {2} is known.',
  'roofline.describe':
    'Operators by intensity and share of time on {0}; from {1} on, arithmetic bounds, below, memory.',
  'roofline.intensity': 'Intensity',
  'roofline.bound': 'Bound by',
  'roofline.memory': 'memory',
  'roofline.compute': 'arithmetic',
  'roofline.memoryBound': 'memory-bound',
  'roofline.computeBound': 'compute-bound',
  'roofline.share': 'share of the time',
  'roofline.rests': 'What this rests on',
  'roofline.axis': 'FLOPs per byte moved',
} as const;
