/** Convolutions: MACs are output elements x (input channels of a group x kernel). */
import { add, multiply, product } from '../../model/arithmetic';
import type { CostFunction, CostTable, OperatorView } from './view';
import { UnknownCost } from './view';

/** prod(out) x prod(W[1:]); W is [out, in/groups, kernel...]. `extra` operations per output element. */
function conv(weight: number, extra: (v: OperatorView) => number): CostFunction {
  return (v) => ({
    macs: multiply(v.outSize(), product(v.shape(weight).slice(1))),
    elementOperations: multiply(extra(v), v.outSize()),
  });
}

/** Every input element meets W[1:] = [out/groups, kernel...]; what falls outside through pads is counted as executed. */
const transposed: CostFunction = (v) => ({
  macs: multiply(v.size(0), product(v.shape(1).slice(1))),
  elementOperations: v.has(2) ? v.outSize() : 0,
});

/** Deformable: each kernel tap is sampled bilinearly (8 operations) and, with a mask, scaled. */
const deform: CostFunction = (v) => {
  const taps = multiply(v.outSize(), product(v.shape(1).slice(1)));
  const kernel = product(v.shape(1).slice(2));
  const samples = multiply(v.dim(0, 1), product(v.outShape().slice(2)), v.outDim(0, 0), kernel);
  return {
    macs: taps,
    elementOperations: add(multiply(v.has(4) ? 9 : 8, samples), v.has(3) ? v.outSize() : 0),
  };
};

/**
 * CausalConvWithState: depthwise over the channels with a kept state. Input 0 [batch, channels, length], weight
 * [channels, 1, kernel]: kernel MACs per output element. With an activation `silu` 5 more operations.
 */
const causal: CostFunction = (v) => {
  const weight = v.shape(1);
  const kernel = weight.at(-1);
  if (kernel === undefined) throw new UnknownCost('the weight has no kernel dimension');
  const activation = v.text('activation', 'none');
  const perElement = (v.has(2) ? 1 : 0) + (activation === 'none' || activation === '' ? 0 : 5);
  return {
    macs: multiply(v.outSize(), kernel),
    elementOperations: multiply(perElement, v.outSize()),
    activationsRead: v.size(0),
    activationsWritten: v.outSize(),
    cacheRead: v.has(3) ? v.size(3) : 0,
    cacheWritten: v.hasOutput(1) ? v.outSize(1) : 0,
  };
};

const biasAt = (i: number) => (v: OperatorView) => (v.has(i) ? 1 : 0);
const biasAndActivation = (v: OperatorView) => (v.has(2) ? 2 : 1) + (v.has(3) ? 1 : 0);

export const CONVOLUTION: CostTable = {
  Conv: conv(1, biasAt(2)),
  ConvInteger: conv(1, () => 0),
  QLinearConv: conv(3, (v) => (v.has(8) ? 3 : 2)),
  ConvTranspose: transposed,
  DeformConv: deform,
  CausalConvWithState: causal,
  'com.microsoft:CausalConvWithState': causal,
  'com.microsoft:VarlenCausalConvWithState': causal,
  'model.efficiency:CausalConvWithState': causal,
  'com.microsoft:QLinearConv': conv(3, (v) => (v.has(8) ? 3 : 2)),
  'com.microsoft:FusedConv': conv(1, biasAndActivation),
  'com.microsoft:NhwcFusedConv': conv(1, biasAndActivation),
  'com.microsoft:NhwcConv': conv(1, biasAt(2)),
  'com.microsoft:ConvTransposeWithDynamicPads': transposed,
  'com.microsoft.nchwc:Conv': conv(1, (v) => (v.has(2) ? 1 : 0) + (v.has(3) ? 1 : 0)),
  // The channels-last domain of onnxruntime's older Arm providers.
  'com.microsoft.nhwc:Conv': conv(1, biasAt(2)),
  'com.microsoft.nhwc:FusedConv': conv(1, biasAndActivation),
  'com.ms.internal.nhwc:Conv': conv(1, biasAt(2)),
  'com.ms.internal.nhwc:ConvTranspose': transposed,
  'com.microsoft.dml:DmlFusedConv': conv(1, biasAndActivation),
  'com.microsoft.dml:DmlFusedConvTranspose': transposed,
};
