import { onnx } from 'onnx-proto';
import type { Model } from '../../src/core/model/model';
import { manyNodes } from './manyNodes';
import { modelBytes, node, port, tensor } from './onnxBuilder';

/** Nodes of one layer of `manyNodes`. */
const PER_LAYER = 20;

/**
 * The bytes of a file of so many nodes, in layers named as exporters name them (`/layers.3/attention/MatMul`), with two
 * weights of its own for each layer.
 */
export function manyNodesFile(count: number): Uint8Array {
  const model = manyNodes(count, ['batch', 'sequence', 64] as never);
  const name = (id: number) => model.values[id]!.name;
  const constants = model.values.filter((v) => v.data !== undefined);
  const initializer = constants.map((v) =>
    tensor(v.name, onnx.TensorProto.DataType.INT64, [...(v.shape as number[])], [...(v.data as number[])]),
  );
  const nodes = model.operators.map((op, id) => {
    const layer = Math.floor(id / PER_LAYER);
    const inputs = op.inputs.map((v) => {
      if (name(v) !== 'w' && name(v) !== 'b') return name(v);
      const own = `layers.${layer}.${name(v) === 'w' ? 'weight' : 'bias'}`;
      const dims = name(v) === 'w' ? [64, 64] : [64];
      const bytes = 4 * dims.reduce((a, b) => a * b, 1);
      initializer.push(tensor(own, onnx.TensorProto.DataType.FLOAT, dims, new Uint8Array(bytes)));
      return own;
    });
    const made = node(op.type, inputs, op.outputs.map(name), attributesOf(op));
    const part = id % PER_LAYER < 15 ? 'attention' : 'mlp';
    return { ...made, name: `/layers.${layer}/${part}/${op.type}_${id % PER_LAYER}` };
  });
  const last = name(model.operators.at(-1)!.outputs[0]!);
  return modelBytes({
    input: [port('x', 1, 'batch', 'sequence', 64)],
    output: [port(last, 1, 'batch', 'sequence', 64)],
    initializer,
    node: nodes,
  });
}

function attributesOf(op: Model['operators'][number]): Record<string, number | number[]> {
  return Object.fromEntries(
    Object.entries(op.attributes).map(([key, a]) => [
      key,
      a.kind === 'ints' ? [...a.value] : a.kind === 'int' ? a.value : 0,
    ]),
  );
}
