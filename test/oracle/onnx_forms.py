"""Writes one ONNX model in its binary and JSON forms, as the onnx package writes them, to test/fixtures/onnx.

Run: python test/oracle/onnx_forms.py. The model uses every part of the format that the reader looks at.
"""

import pathlib

import numpy as np
import onnx
from google.protobuf import json_format
from onnx import TensorProto, helper, numpy_helper

OUT = pathlib.Path(__file__).parent.parent / "fixtures" / "onnx"


def entry(key, value):
    return onnx.StringStringEntryProto(key=key, value=value)


def external(name, location, offset, length):
    t = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=[4, 8], data_location=TensorProto.EXTERNAL)
    for key, value in (("location", location), ("offset", str(offset)), ("length", str(length))):
        t.external_data.append(entry(key, value))
    return t


def branch(name, op):
    return helper.make_graph(
        [helper.make_node(op, ["x", "bias"], [f"{name}.y"])],
        name,
        [],
        [helper.make_tensor_value_info(f"{name}.y", TensorProto.FLOAT, ["batch", 8])],
        initializer=[numpy_helper.from_array(np.arange(8, dtype=np.float32), "bias")],
    )


def model():
    rng = np.random.default_rng(3)
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["batch", 8])
    c = helper.make_tensor_value_info("c", TensorProto.BOOL, [])
    s = helper.make_value_info(
        "s", helper.make_sequence_type_proto(helper.make_tensor_type_proto(TensorProto.FLOAT, [None, 8]))
    )
    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, ["batch", 4])
    nodes = [
        helper.make_node("If", ["c"], ["h"], then_branch=branch("then", "Add"), else_branch=branch("else", "Mul")),
        helper.make_node(
            "MatMulNBits",
            ["h", "q", "scales"],
            ["m"],
            domain="com.microsoft",
            K=8,
            N=64,
            bits=4,
            block_size=16,
            name="packed",
        ),
        helper.make_node("Twice", ["m"], ["t"], domain="local", alpha=0.5, mode="linear", name="calls"),
        helper.make_node("Constant", [], ["axes"], value_ints=[-1, 2**40]),
        helper.make_node("Constant", [], ["k"], value=helper.make_tensor("", TensorProto.INT64, [2], [-1, 64])),
        helper.make_node("Reshape", ["t", "k"], ["r"]),
        helper.make_node("Split", ["r"], ["y", ""], num_outputs=2, axis=-1, doc_string="two parts"),
    ]
    nodes[1].metadata_props.append(entry("namespace", "layer.0"))
    nodes[2].overload = "fast"
    initializers = [
        numpy_helper.from_array(rng.integers(0, 255, (64, 1, 8), dtype=np.uint8), "q"),
        numpy_helper.from_array(rng.random(64, dtype=np.float32), "scales"),
        external("far", "weights.bin", 4096, 128),
        helper.make_tensor("half", TensorProto.FLOAT16, [3], [0.5, -2.0, 1.0]),
        helper.make_tensor("four", TensorProto.INT4, [3], [1, -2, 3]),
        helper.make_tensor("words", TensorProto.STRING, [2], [b"ja", "größer".encode()]),
        helper.make_tensor("big", TensorProto.UINT64, [2], [1, 2**53 - 1]),
        numpy_helper.from_array(np.full((64, 64), np.float32(0.25)), "large"),
        helper.make_tensor("nan", TensorProto.FLOAT, [3], [float("nan"), float("inf"), -1.5]),
    ]
    sparse = helper.make_sparse_tensor(
        helper.make_tensor("sparse", TensorProto.FLOAT, [2], [1.0, 2.0]),
        helper.make_tensor("sparse_i", TensorProto.INT64, [2], [1, 9]),
        [4, 4],
    )
    graph = helper.make_graph(nodes, "all", [x, c, s], [y], initializer=initializers, sparse_initializer=[sparse])
    graph.value_info.append(helper.make_tensor_value_info("r", TensorProto.FLOAT, [None, 64]))
    twice = helper.make_function(
        "local",
        "Twice",
        ["a"],
        ["b"],
        [helper.make_node("Add", ["a", "a"], ["b"])],
        [helper.make_opsetid("", 21)],
        attributes=["alpha"],
        attribute_protos=[helper.make_attribute("mode", "cubic")],
        overload="fast",
    )
    m = helper.make_model(
        graph,
        functions=[twice],
        producer_name="onnx_forms",
        producer_version="1",
        ir_version=10,
        opset_imports=[helper.make_opsetid("ai.onnx", 21), helper.make_opsetid("local", 1)],
    )
    m.doc_string = "größer"
    m.metadata_props.append(entry("note", "forms"))
    training = m.training_info.add()
    training.algorithm.CopyFrom(
        helper.make_graph([helper.make_node("Identity", ["x"], ["lost"])], "train", [], [])
    )
    return m


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    m = model()
    (OUT / "forms.onnx").write_bytes(m.SerializeToString())
    (OUT / "forms.json").write_text(json_format.MessageToJson(m), encoding="utf8")
    names = json_format.MessageToJson(m, preserving_proto_field_name=True, use_integers_for_enums=True, indent=None)
    (OUT / "forms-snake.json").write_text(names, encoding="utf8")


main()
