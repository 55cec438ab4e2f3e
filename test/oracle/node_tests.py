"""Writes test/fixtures/shapes/node-tests.json.gz: the standard's own node tests, as far as shapes go.

Every case of the node tests that the `onnx` package carries: its model (declared types of the outputs taken away, large
payloads dropped), the true shapes and types of what goes in and comes out, and what the package's own inference knows
of each output.

Run: python test/oracle/node_tests.py (packages of test/oracle/requirements.txt).
"""
import base64
import gzip
import json
import pathlib

import numpy as np
import onnx
from onnx.backend.test.case.node import collect_testcases

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parent / "fixtures" / "shapes" / "node-tests.json.gz"
LARGE_BYTES = 1024


def dtype_name(elem_type):
    """Our own name of a TensorProto.DataType."""
    name = onnx.TensorProto.DataType.Name(elem_type).lower()
    return {"float": "float32", "double": "float64", "float8e4m3fn": "float8_e4m3fn",
            "float8e4m3fnuz": "float8_e4m3fnuz", "float8e5m2": "float8_e5m2",
            "float8e5m2fnuz": "float8_e5m2fnuz", "float8e8m0": "float8_e8m0",
            "float4e2m1": "float4_e2m1"}.get(name, name)


def declared(type_proto):
    """Kind and element type that a TypeProto declares; shape null when it has none, dimensions null when open."""
    kind = type_proto.WhichOneof("value")
    if kind in ("tensor_type", "sparse_tensor_type"):
        t = getattr(type_proto, kind)
        shape = None
        if t.HasField("shape"):
            shape = [d.dim_value if d.HasField("dim_value") else d.dim_param or None for d in t.shape.dim]
        return {"kind": "tensor", "dtype": dtype_name(t.elem_type), "shape": shape}
    if kind in ("sequence_type", "optional_type"):
        element = declared(getattr(type_proto, kind).elem_type)
        return {"kind": kind[:-5], "element": element}
    return {"kind": kind[:-5] if kind else "none"}


def true_of(value):
    """Shape of a test's datum; for a sequence the shapes of its elements; null for an absent optional."""
    if value is None:
        return None
    if isinstance(value, (list, tuple)):
        return {"sequence": [true_of(v) for v in value]}
    if isinstance(value, dict):
        return {"map": True}
    if isinstance(value, onnx.TensorProto):
        return {"shape": list(value.dims)}
    return {"shape": list(np.shape(value))}


def stripped(model):
    """A copy without declared shapes of outputs and without large payloads; types stay."""
    out = onnx.ModelProto()
    out.CopyFrom(model)
    for o in out.graph.output:
        clear_shapes(o.type)
    del out.graph.value_info[:]
    for t in out.graph.initializer:
        if len(t.raw_data) > LARGE_BYTES:
            t.raw_data = b""
    out.doc_string = ""
    return out


def clear_shapes(type_proto):
    kind = type_proto.WhichOneof("value")
    if kind in ("tensor_type", "sparse_tensor_type"):
        getattr(type_proto, kind).ClearField("shape")
    elif kind in ("sequence_type", "optional_type"):
        clear_shapes(getattr(type_proto, kind).elem_type)


def known_by_package(model):
    """What onnx.shape_inference knows of each output, or null where it fails."""
    try:
        inferred = onnx.shape_inference.infer_shapes(model, data_prop=True)
        return [declared(o.type) for o in inferred.graph.output]
    except Exception:  # noqa: BLE001 - a refusal is knowledge of nothing
        return None


def fully_known(d):
    if d is None:
        return False
    if "element" in d:
        return fully_known(d["element"])
    return d.get("shape") is not None and all(isinstance(x, int) for x in d["shape"])


def main():
    cases, outputs, known = [], 0, 0
    for case in collect_testcases(None):
        if case.model is None or not case.data_sets:
            continue
        inputs, results = case.data_sets[0]
        model = stripped(case.model)
        reference = known_by_package(model)
        n = len(model.graph.output)
        outputs += n
        known += sum(fully_known(d) for d in reference or [])
        cases.append({
            "name": case.name,
            "model": base64.b64encode(model.SerializeToString()).decode(),
            "inputs": [true_of(v) for v in inputs],
            "outputs": [{"type": declared(o.type), "true": true_of(v)} for o, v in zip(case.model.graph.output, results)],
            "reference": reference,
        })
    about = {"onnx": onnx.__version__, "cases": len(cases), "outputs": outputs, "fullyKnownByReference": known}
    print(about)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"about": about, "cases": cases}, separators=(",", ":"))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(TARGET.name, TARGET.stat().st_size)


if __name__ == "__main__":
    main()
