"""Writes test/fixtures/shapes/operators.json: every operator type and its opset versions, by domain.

The standard's domains from the onnx package's schemas, com.microsoft from onnxruntime's own list.

Run: python test/oracle/operator_versions.py (packages of test/oracle/requirements.txt).
"""
import json
import pathlib

import onnx
import onnxruntime
from onnx import defs
from onnxruntime.capi.onnxruntime_pybind11_state import get_all_operator_schema

TARGET = pathlib.Path(__file__).parent.parent / "fixtures" / "shapes" / "operators.json"


def main():
    found = {}
    for schema in defs.get_all_schemas_with_history():
        found.setdefault(schema.domain, {}).setdefault(schema.name, set()).add(schema.since_version)
    for schema in get_all_operator_schema():
        if schema.domain == "com.microsoft":
            found.setdefault(schema.domain, {}).setdefault(schema.name, set()).add(schema.since_version)
    domains = {d: {n: sorted(v) for n, v in sorted(ops.items())} for d, ops in sorted(found.items())}
    about = {"onnx": onnx.__version__, "onnxruntime": onnxruntime.__version__}
    lines = ",\n".join(
        f"  {json.dumps(d)}: {{\n"
        + ",\n".join(f"    {json.dumps(n)}: {json.dumps(v)}" for n, v in ops.items())
        + "\n  }"
        for d, ops in domains.items()
    )
    TARGET.write_text(f'{{\n  "about": {json.dumps(about)},\n  "domains": {{\n{lines}\n  }}\n}}\n')
    print({d: len(ops) for d, ops in domains.items()})


if __name__ == "__main__":
    main()
