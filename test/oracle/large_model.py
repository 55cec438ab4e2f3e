"""Writes an ONNX file of many nodes and prints how long the onnx package's own inference takes on it, as JSON.

Blocks of convolutions, attention-like matrix products and shape arithmetic, as exports have them.

Run: python test/oracle/large_model.py TARGET NODES
"""
import json
import sys
import time

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def build(count):
    nodes, initializers = [], []

    def constant(name, values, dtype=np.int64):
        initializers.append(numpy_helper.from_array(np.array(values, dtype=dtype), name))

    initializers.append(helper.make_tensor("w", TensorProto.FLOAT, [64, 64], np.zeros(4096)))
    initializers.append(helper.make_tensor("b", TensorProto.FLOAT, [64], np.zeros(64)))
    constant("zero", 0)
    constant("one", 1)
    constant("front", [0])
    constant("heads", [4])
    constant("rest", [-1])
    x = "x"
    i = 0
    while len(nodes) < count:
        def add(kind, inputs, n=1, **attributes):
            outputs = [f"{kind}_{len(nodes)}_{k}" for k in range(n)]
            nodes.append(helper.make_node(kind, inputs, outputs, name=f"n{len(nodes)}", **attributes))
            return outputs[0]

        h = add("MatMul", [x, "w"])
        h = add("Add", [h, "b"])
        shape = add("Shape", [h])
        batch = add("Gather", [shape, "zero"], axis=0)
        length = add("Gather", [shape, "one"], axis=0)
        batch = add("Unsqueeze", [batch, "front"])
        length = add("Unsqueeze", [length, "front"])
        target = add("Concat", [batch, length, "heads", "rest"], axis=0)
        q = add("Reshape", [h, target])
        q = add("Transpose", [q], perm=[0, 2, 1, 3])
        k = add("Transpose", [q], perm=[0, 1, 3, 2])
        s = add("MatMul", [q, k])
        s = add("Softmax", [s], axis=-1)
        o = add("MatMul", [s, q])
        o = add("Transpose", [o], perm=[0, 2, 1, 3])
        back = add("Concat", [batch, length, "rest"], axis=0)
        o = add("Reshape", [o, back])
        o = add("Add", [o, x])
        g = add("Sigmoid", [o])
        x = add("Mul", [o, g])
        i += 1
    nodes = nodes[: count]
    graph = helper.make_graph(
        nodes,
        "large",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [2, 16, 64])],
        [helper.make_tensor_value_info(nodes[-1].output[0], TensorProto.FLOAT, None)],
        initializers,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])


def main():
    target, count = sys.argv[1], int(sys.argv[2])
    model = build(count)
    onnx.save(model, target)
    times = {}
    for data_prop in (False, True):
        start = time.perf_counter()
        onnx.shape_inference.infer_shapes(model, data_prop=data_prop)
        times["with contents" if data_prop else "shapes only"] = time.perf_counter() - start
    start = time.perf_counter()
    onnx.shape_inference.infer_shapes_path(target, target + ".inferred")
    times["from file to file"] = time.perf_counter() - start
    print(json.dumps({"onnx": onnx.__version__, "seconds": times}))


if __name__ == "__main__":
    main()
