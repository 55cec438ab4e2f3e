import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GLPNModel`. */
export const glpn = layoutFamily(`
encoder.patch_embeddings.<i:len(depths)>.
  proj w[hidden_sizes[i],(i>0?hidden_sizes[i-1]:num_channels),patch_sizes[i],patch_sizes[i]] b[hidden_sizes[i]]
  layer_norm w[hidden_sizes[i]] b[hidden_sizes[i]]
encoder.block.<i:len(depths)>.{2}.
  layer_norm_1|layer_norm_2 w[hidden_sizes[i]] b[hidden_sizes[i]]
encoder.block.<i:len(depths)>.{2}.attention.self.
  query|key|value w[hidden_sizes[i],hidden_sizes[i]] b[hidden_sizes[i]]
encoder.block.<i:len(depths)-1>.{2}.attention.self.
  sr w[hidden_sizes[i],hidden_sizes[i],sr_ratios[i],sr_ratios[i]] b[hidden_sizes[i]]
  layer_norm w[hidden_sizes[i]] b[hidden_sizes[i]]
encoder.block.<i:len(depths)>.{2}.attention.output.
  dense w[hidden_sizes[i],hidden_sizes[i]] b[hidden_sizes[i]]
encoder.block.<i:len(depths)>.{2}.mlp.
  dense1 w[4*hidden_sizes[i],hidden_sizes[i]] b[4*hidden_sizes[i]]
  dense2 w[hidden_sizes[i],4*hidden_sizes[i]] b[hidden_sizes[i]]
encoder.block.<i:len(depths)>.{2}.mlp.dwconv.
  dwconv w[4*hidden_sizes[i],1,3,3] b[4*hidden_sizes[i]]
encoder.layer_norm.<i:len(depths)>.
  . w[hidden_sizes[i]] b[hidden_sizes[i]]
`);
