/**
 * What advice and headlines ask of a model, besides its tensors. Every field is optional: absent means not known or
 * not applicable, never false.
 */
export interface Facts {
  /** How the model is used: generates token by token, encodes once, or both. */
  readonly task?: 'causal' | 'encoder' | 'encoder-decoder' | 'vision' | 'diffusion' | 'other';
  /** Class named by the file (`architectures[0]`). */
  readonly architecture?: string;
  readonly hiddenSize?: number;
  readonly layers?: number;
  readonly vocabularySize?: number;
  readonly attention?: readonly AttentionFacts[];
  readonly experts?: { readonly routed: number; readonly perToken: number; readonly shared: number };
  readonly tiedEmbeddings?: boolean;
  /** The model's own longest sequence, in tokens. */
  readonly maximumPositions?: number;
  /** Height and width in pixels that an image is taken to have where the config leaves it open. */
  readonly image?: readonly [height: number, width: number];
  /** `gptq`, `awq`, `fp8`, `mxfp4` ... as the checkpoint is stored. */
  readonly quantisation?: string;
  /** What the `generation_config.json` beside a config asks for, where that changes a figure. */
  readonly generation?: GenerationFacts;
}

/** How the modelling library generates with a model by itself: what a scenario takes where nothing else is asked for. */
export interface GenerationFacts {
  /** Beams of a search: sequences that run at once for each one asked for. */
  readonly batch?: number;
  /** Positions that a static cache is allocated for at once. */
  readonly context?: number;
  /** Id of the cache's precision. */
  readonly cache?: string;
}

/** One kind of attention layer and how many layers have it. */
export interface AttentionFacts {
  readonly kind: 'MHA' | 'GQA' | 'MQA' | 'MLA' | 'linear' | 'state-space' | 'cross';
  readonly layers: number;
  readonly heads: number;
  readonly kvHeads?: number;
  readonly headDim?: number;
  readonly window?: number;
}
