import { BATCH, SEQUENCE } from '../../scenario/symbols';
import type { Builder } from '../builder';

/**
 * A causal depth-wise convolution along the tokens of x [batch, sequence, channels], weight [channels, 1, kernel], with
 * the state it keeps: the last `kernel` inputs.
 */
export function causalConv(
  b: Builder,
  x: number,
  name: string,
  kernel: number,
  bias: boolean,
  options: { readonly kept?: number; readonly groups?: number } = {},
): number {
  const channels = b.widthOf(x);
  const groups = options.groups ?? channels;
  const turned = b.op('Transpose', [x], [BATCH, channels, SEQUENCE], { perm: [0, 2, 1] });
  const inputs = [turned, b.param(`${name}.weight`, [channels, groups > 0 ? channels / groups : 1, kernel])];
  if (bias) inputs.push(b.param(`${name}.bias`, [channels]));
  const y = b.op('Conv', inputs, [BATCH, channels, SEQUENCE], { group: groups, kernel_shape: [kernel] });
  const kept = options.kept ?? kernel;
  if (kept > 0) b.cache({ name: `${name}.state`, kind: 'conv', shape: [BATCH, channels, kept] });
  return b.op('Transpose', [y], b.shapeOf(x), { perm: [0, 2, 1] });
}
