"""Writes src/core/text/operatorSignatures.json: what each operator reads, makes and is told, in every version.

The standard's domains from the onnx package's schemas, com.microsoft from onnxruntime's own list. Facts only: names,
counts, types and defaults, no sentence of the documentation. A version that changes none of these is left out.

    "Softmax": [[1, ["input"], ["output"], ["axis:int=1"]], [13, ["input"], ["output"], ["axis:int=-1"]]]

A name ends in ? where it may be left out and in * where any number may stand; an attribute that must be given ends in !.
A version that takes the operator out of the standard has no lists.

Run: python test/oracle/operator_signatures.py (packages of test/oracle/requirements.txt).
"""
import json
import pathlib

import onnx
import onnxruntime
from onnx import defs
from onnxruntime.capi.onnxruntime_pybind11_state import get_all_operator_schema

TARGET = pathlib.Path(__file__).parent.parent.parent / "src" / "core" / "text" / "operatorSignatures.json"
PREVIEW = {"ai.onnx.preview.training", "ai.onnx.preview"}


def names(formals):
    return [f.name + {"Optional": "?", "Variadic": "*"}.get(str(f.option).rsplit(".", 1)[-1], "") for f in formals]


def default_of(attribute):
    raw = attribute._default_value if hasattr(attribute, "_default_value") else attribute.default_value
    if isinstance(raw, bytes):
        value = onnx.AttributeProto()
        value.ParseFromString(raw)
        raw = value
    if raw.type == onnx.AttributeProto.INT:
        return str(raw.i)
    if raw.type == onnx.AttributeProto.FLOAT:
        return f"{raw.f:.7g}"
    if raw.type == onnx.AttributeProto.STRING:
        return raw.s.decode() if len(raw.s) <= 40 else None
    return None


def attributes(schema):
    out = []
    for name, a in sorted(schema.attributes.items()):
        kind = str(a.type).rsplit(".", 1)[-1].lower()
        text = f"{name}:{kind}"
        if a.required:
            text += "!"
        else:
            default = default_of(a)
            if default is not None:
                text += f"={default}"
        out.append(text)
    return out


def main():
    found = {}
    schemas = [s for s in defs.get_all_schemas_with_history() if s.domain not in PREVIEW]
    schemas += [s for s in get_all_operator_schema() if s.domain == "com.microsoft"]
    for s in schemas:
        row = [s.since_version]
        if not s.deprecated:
            row += [names(s.inputs), names(s.outputs), attributes(s)]
        found.setdefault(s.domain, {}).setdefault(s.name, []).append(row)
    domains = {}
    for domain, ops in sorted(found.items()):
        domains[domain] = {}
        for name, rows in sorted(ops.items()):
            kept = []
            for row in sorted(rows, key=lambda r: r[0]):
                if not kept or kept[-1][1:] != row[1:]:
                    kept.append(row)
            domains[domain][name] = kept
    about = {"onnx": onnx.__version__, "onnxruntime": onnxruntime.__version__}
    lines = ",\n".join(
        f"  {json.dumps(d)}: {{\n"
        + ",\n".join(f"    {json.dumps(n)}: {json.dumps(v, separators=(',', ':'))}" for n, v in ops.items())
        + "\n  }"
        for d, ops in domains.items()
    )
    TARGET.write_text(f'{{\n  "about": {json.dumps(about)},\n  "domains": {{\n{lines}\n  }}\n}}\n')
    print({d: len(ops) for d, ops in domains.items()}, TARGET.stat().st_size)


if __name__ == "__main__":
    main()
