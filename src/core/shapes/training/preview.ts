import type { ShapeTable } from '../context';

/** Operators of `ai.onnx.preview`: queries [B, N, S, H] and values [B, G, L, V] give [B, N, S, V]. */
export const preview: ShapeTable = {
  FlexAttention: (c) => c.tensor(0, c.dtype(0), [c.dim(0, 0), c.dim(0, 1), c.dim(0, 2), c.dim(2, 3)]),
};
