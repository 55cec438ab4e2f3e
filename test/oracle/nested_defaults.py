"""Writes src/core/architectures/layout/nestedTypes.json from the recorded default configurations of ../shared.

For each model type: the model types of nested configs that the library's class leaves to the file, and the keys that the
table of class defaults does not hold (they are computed by the class, or set by the nested class).
Run: python test/oracle/nested_defaults.py (no package needed).
"""
import gzip
import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORDED = ROOT.parent / "shared" / "models" / "architectures"
FILES = ["masked-lm", "seq2seq", "image-text-to-text", "speech-seq2seq", "pretraining", "other-encoders"]


def main():
    defaults = json.loads((ROOT / "src/core/architectures/defaults.json").read_text())
    sources = "".join(p.read_text() for p in (ROOT / "src/core/architectures/families").glob("*/*.ts"))
    table = {}

    def visit(config, model_type):
        known = defaults.get(model_type, {})
        entry = table.setdefault(model_type, {"nested": {}, "keys": {}})
        for key, value in config.items():
            if isinstance(value, dict) and key.endswith("config"):
                inner = value.get("model_type") or known.get("nested", {}).get(key)
                if inner and key not in known.get("nested", {}):
                    entry["nested"][key] = inner
                if inner:
                    visit(value, inner)
            elif key not in known.get("keys", {}) and key in sources and key != "tie_word_embeddings":
                if isinstance(value, (int, float, bool)) or (isinstance(value, list) and len(value) < 16):
                    entry["keys"][key] = value

    for name in FILES:
        for model_type, row in json.loads(gzip.open(RECORDED / f"{name}.json.gz").read()).items():
            visit(row["config"], model_type)
    rows = []
    for model_type, entry in sorted(table.items()):
        # A value that follows from another key is no default.
        for key in ("num_labels", "max_length", "true_hidden_size", "num_feat_extract_layers", "is_gated_act", "vision_use_head"):
            entry["keys"].pop(key, None)
        kept = {k: v for k, v in entry.items() if v}
        if kept:
            rows.append(f"{json.dumps(model_type)}: {json.dumps(kept, separators=(',', ':'))}")
    text = "{\n" + ",\n".join(rows) + "\n}\n"
    (ROOT / "src/core/architectures/layout/nestedTypes.json").write_text(text)
    print(len(rows), "types,", len(text), "bytes")


main()
