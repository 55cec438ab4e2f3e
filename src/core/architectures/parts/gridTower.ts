import type { Dimension } from '../../model/expression';
import { BATCH } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { headNorm } from './attention';
import { decoderLayer } from './decoder';
import type { Grid } from './grid';
import { attendInGrid, gridAngles, rotateInGrid } from './grid';
import { layersByKind } from './layers';

/** A transformer over the patches of images of open size, with the names that a family gives its tensors. */
export interface GridTower {
  readonly hidden: number;
  readonly heads: number;
  readonly kvHeads?: number;
  readonly layers: number;
  readonly path?: string;
  readonly norm?: 'layer' | 'rms';
  readonly norms?: readonly [attention: string, mlp: string];
  readonly scopes?: readonly [attention: string, mlp: string];
  /** One tensor of queries, keys and values, or three; and the output projection. */
  readonly names?:
    readonly [packed: string, out: string] | readonly [q: string, k: string, v: string, o: string];
  readonly bias?: boolean;
  readonly outBias?: boolean;
  /** Norms of queries and keys over each head. */
  readonly qkNorm?: boolean;
  /** Rotation by rows and columns; `product` where the angles are made by a matrix product. */
  readonly rotary?: boolean | 'product';
  readonly mlp: (x: number) => number;
  /** Side of the windows of this layer, in patches; undefined where all patches meet. */
  readonly windowOf?: (layer: number) => number | undefined;
}

/** Hidden states [batch, patches, hidden] after the layers; names are relative to the current scope. */
export function gridTower(b: Builder, x: number, grid: Grid, s: GridTower): number {
  const kinds = (i: number) => String(s.windowOf?.(i) ?? '');
  layersByKind(b, s.path ?? 'blocks', s.layers, kinds, (i) => {
    x = decoderLayer(b, x, i, {
      before: s.norms ?? ['norm1', 'norm2'],
      kind: s.norm ?? 'layer',
      scopes: s.scopes ?? ['attn', 'mlp'],
      attention: (n) => attention(b, n, grid, s, s.windowOf?.(i)),
      mlp: s.mlp,
    });
  });
  Object.assign(b.facts, { task: 'encoder', hiddenSize: s.hidden, layers: s.layers });
  return x;
}

function attention(b: Builder, x: number, grid: Grid, s: GridTower, side?: number): number {
  const { heads, kvHeads = heads } = s;
  const headDim = Math.floor(s.hidden / Math.max(1, heads));
  const widths = [heads * headDim, kvHeads * headDim, kvHeads * headDim] as const;
  const names = s.names ?? ['qkv', 'proj'];
  const bias = s.bias ?? true;
  const made = (
    names.length === 2
      ? b.split(b.linear(x, names[0], widths[0] + widths[1] + widths[2], { bias }), widths)
      : widths.map((width, i) => b.linear(x, names[i]!, width, { bias }))
  ) as [number, number, number];
  const v = made[2];
  let [q, k] = made;
  if (s.qkNorm) [q, k] = [headNorm(b, q, 'q_norm', headDim), headNorm(b, k, 'k_norm', headDim)];
  if (s.rotary === 'product') gridAngles(b, headDim, grid);
  if (s.rotary ?? true) [q, k] = [rotateInGrid(b, q, heads), rotateInGrid(b, k, kvHeads)];
  const y = attendInGrid(b, [q, k, v], { heads, kvHeads, headDim, causal: false }, grid, side);
  return b.linear(y, names.at(-1)!, s.hidden, { bias: s.outBias ?? bias });
}

/** `merge` by `merge` patches side by side: [batch, merged, width x merge²]. */
export function sideBySide(b: Builder, x: number, grid: Grid, merge: number): number {
  return b.reshape(x, [BATCH, grid.merged, b.widthOf(x) * merge * merge] as readonly Dimension[]);
}
