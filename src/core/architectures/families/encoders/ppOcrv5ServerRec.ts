import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PPOCRV5ServerRecModel`. */
export const ppOcrv5ServerRec = layoutFamily(
  `
use backbone_config: . > backbone.
`,
  // Some tensors of its nested parts are not followed.
  (b) => {
    b.estimated = true;
  },
);
