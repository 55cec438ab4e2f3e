"""
Parses the text that this project writes of ONNX files with the onnx package's own parser, and compares what it reads
with the file. Writes test/fixtures/text/standard.json: for every file whether the text is taken, what differs, and the
hash of the text, so that a test notices when the text is another one than was checked.

    npx tsx test/support/writeTexts.ts ../shared/models/onnx out/texts
    python test/oracle/text_syntax.py ../shared/models/onnx out/texts
"""

import hashlib
import json
import pathlib
import sys

import onnx
import onnx.parser
from onnx import AttributeProto


def plain_name(name: str) -> str:
    """Names of graphs in attributes must be identifiers in the syntax: other signs are written as _."""
    return "".join(c if c.isascii() and (c.isalnum() or c == "_") else "_" for c in name).lstrip("_")


def domain(text: str) -> str:
    return "" if text == "ai.onnx" else text


def attribute(a, deep):
    kind = AttributeProto.AttributeType.Name(a.type)
    if a.ref_attr_name:
        return ("reference", a.ref_attr_name)
    if kind == "FLOAT":
        return (kind, a.f)
    if kind == "INT":
        return (kind, a.i)
    if kind == "STRING":
        return (kind, a.s.decode("utf-8", "replace"))
    if kind == "FLOATS":
        return (kind, tuple(a.floats))
    if kind == "INTS":
        return (kind, tuple(a.ints))
    if kind == "STRINGS":
        return (kind, tuple(s.decode("utf-8", "replace") for s in a.strings))
    if kind == "TENSOR":
        return (kind, a.t.data_type, tuple(a.t.dims))
    if kind == "GRAPH":
        deep.append((a.name, a.g))
        return (kind,)
    return (kind,)


def value_type(v):
    t = v.type
    if not t.HasField("tensor_type"):
        return t.WhichOneof("value")
    tt = t.tensor_type
    dims = None
    if tt.HasField("shape"):
        # Negative sizes are what some exporters write for unknown.
        dims = tuple(d.dim_param or (d.dim_value if d.HasField("dim_value") and d.dim_value >= 0 else "?") for d in tt.shape.dim)
    return (tt.elem_type, dims)


def compare_nodes(mine, theirs, where, out):
    if len(mine) != len(theirs):
        out.append(f"{where}: {len(theirs)} nodes in the file, {len(mine)} in the text")
        return
    for i, (m, t) in enumerate(zip(mine, theirs)):
        at = f"{where} node {i} {t.op_type}"
        for field in ("op_type", "name", "overload"):
            if getattr(m, field) != getattr(t, field):
                out.append(f"{at}: {field}")
        if domain(m.domain) != domain(t.domain):
            out.append(f"{at}: domain")
        if list(m.input) != list(t.input) or list(m.output) != list(t.output):
            out.append(f"{at}: inputs or outputs")
        deep_m, deep_t = [], []
        am = {a.name: attribute(a, deep_m) for a in m.attribute}
        at_ = {a.name: attribute(a, deep_t) for a in t.attribute}
        for name in sorted(at_.keys() | am.keys()):
            if am.get(name) != at_.get(name):
                out.append(f"{at}: attribute {name}")
        for (name, g), (_, h) in zip(deep_m, deep_t):
            compare_graphs(g, h, f"{at}.{name}", out)


def compare_graphs(mine, theirs, where, out):
    if plain_name(mine.name) != plain_name(theirs.name):
        out.append(f"{where}: name of the graph")
    stored = {t.name for t in theirs.initializer} | {t.values.name for t in theirs.sparse_initializer}
    for side in ("input", "output"):
        # Before IR version 4 every stored tensor was an input too; the text has it once.
        a = [(v.name, value_type(v)) for v in getattr(mine, side)]
        b = [(v.name, value_type(v)) for v in getattr(theirs, side) if side == "output" or v.name not in stored]
        if a != b:
            out.append(f"{where}: {side}s")
    a = [(t.name, t.data_type, tuple(t.dims)) for t in mine.initializer]
    b = [(t.name, t.data_type, tuple(t.dims)) for t in theirs.initializer]
    if a != b:
        out.append(f"{where}: initializers")
    if theirs.sparse_initializer:
        out.append(f"{where}: sparse initializers have no form in the syntax")
    compare_nodes(mine.node, theirs.node, where, out)


def compare(mine, theirs):
    out = []
    for field in ("ir_version", "producer_name", "producer_version", "domain", "model_version", "doc_string"):
        if getattr(mine, field) != getattr(theirs, field):
            out.append(field)
    opsets = lambda m: sorted((domain(o.domain), o.version) for o in m.opset_import)
    if opsets(mine) != opsets(theirs):
        out.append("opset_import")
    if {p.key: p.value for p in mine.metadata_props} != {p.key: p.value for p in theirs.metadata_props}:
        out.append("metadata_props")
    compare_graphs(mine.graph, theirs.graph, "graph", out)
    if len(mine.functions) != len(theirs.functions):
        out.append("number of functions")
    for m, t in zip(mine.functions, theirs.functions):
        if (m.name, m.domain, list(m.input), list(m.output)) != (t.name, t.domain, list(t.input), list(t.output)):
            out.append(f"function {t.name}: head")
        compare_nodes(m.node, t.node, f"function {t.name}", out)
    if theirs.training_info:
        out.append("training_info has no form in the syntax")
    return out


def main(models, texts):
    rows = {}
    for text in sorted(texts.rglob("*.onnxtxt")):
        name = text.relative_to(texts).as_posix()[: -len("txt")]
        content = text.read_text(encoding="utf-8")
        row = {"sha256": hashlib.sha256(content.encode("utf-8")).hexdigest()}
        try:
            mine = onnx.parser.parse_model(content)
        except Exception as error:  # the parser has no class of its own
            row["refused"] = str(error).replace("\\n", " ")[:300]
        else:
            theirs = onnx.load(models / name, load_external_data=False)
            differs = compare(mine, theirs)
            if differs:
                row["differs"] = differs[:20]
        rows[name] = row
    target = pathlib.Path(__file__).parents[1] / "fixtures" / "text" / "standard.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps({"onnx": onnx.__version__, "files": rows}, indent=1) + "\n", encoding="utf-8")
    taken = [r for r in rows.values() if "refused" not in r]
    print(f"{len(rows)} texts, {len(taken)} taken, {sum('differs' not in r for r in taken)} equal to their files")
    for name, row in rows.items():
        if "refused" in row or "differs" in row:
            print(name, row.get("refused") or row["differs"])


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
