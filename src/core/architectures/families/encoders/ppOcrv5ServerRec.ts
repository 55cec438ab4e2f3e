import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PPOCRV5ServerRecModel`: its backbone alone. */
export const ppOcrv5ServerRec = layoutFamily(`
use backbone_config: . > backbone.
`);
