import { add, minimum, multiply, subtract } from '../../model/arithmetic';
import { BATCH, SEQUENCE } from '../../scenario/symbols';
import type { Builder } from '../builder';

/**
 * A causal depth-wise convolution along the tokens of x [batch, sequence, channels], weight [channels, 1, kernel], with
 * the state it keeps: the last `kernel` inputs. As the library runs a prompt, both ends are padded and what lies past the
 * end is cut off; a single token takes one window.
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
  const past = multiply(kernel - 1, minimum(1, subtract(SEQUENCE, 1)));
  const padded = [BATCH, channels, add(SEQUENCE, past)];
  const conv = b.op('Conv', inputs, padded, {
    group: groups,
    kernel_shape: [kernel],
    pads: [kernel - 1, kernel - 1],
  });
  const y = b.op('Slice', [conv], [BATCH, channels, SEQUENCE]);
  const kept = options.kept ?? kernel;
  if (kept > 0) b.cache({ name: `${name}.state`, kind: 'conv', shape: [BATCH, channels, kept] });
  return b.op('Transpose', [y], b.shapeOf(x), { perm: [0, 2, 1] });
}
