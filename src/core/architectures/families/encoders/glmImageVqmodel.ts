import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GlmImageVQVAE`. */
export const glmImageVqmodel = layoutFamily(`
quantize.
  embedding w[num_embeddings,embed_dim]
.
  quant_conv w[embed_dim,latent_channels,1,1] b[embed_dim]
  post_quant_conv w[latent_channels,embed_dim,1,1] b[latent_channels]
`);
