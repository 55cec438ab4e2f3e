"""Writes test/fixtures/architectures/variations.json.gz: what the modelling library builds when one key is changed.

For each model type that is not causal, the class recorded in REFERENCE (the folder of the recorded default builds) is
built on the meta device with its default configuration changed in one key at a time; the sum of its distinct
parameters and a digest of their sorted `name shape` lines are kept. A family that fits its defaults by accident fails
here.
Run: python test/oracle/varied_configs.py REFERENCE [seconds per type]
"""
import copy
import gzip
import hashlib
import json
import pathlib
import re
import sys
import time
import warnings

import torch
import transformers
from transformers import AutoConfig

warnings.filterwarnings("ignore")
transformers.logging.set_verbosity_error()

FILES = ["masked-lm", "seq2seq", "image-text-to-text", "speech-seq2seq", "pretraining", "other-encoders"]
OUT = pathlib.Path(__file__).parent.parent / "fixtures/architectures/variations.json.gz"
SIZES = re.compile(r"layer|hidden|size|dim|head|vocab|embed|channel|intermediate|ffn|depth|num_|width|d_model|d_ff|rank|bias|queries|positions|experts")
NOT = re.compile(r"_id$|token_index|dropout|initializer|eps|image_size|chunk|id2label|label2id|_ids$|dtype|return_|output_|use_cache|num_beams|max_length")
MOST = 12


def keys_of(config, prefix="", depth=0):
    """(path, value) of the whole numbers, switches and lists of whole numbers that may decide a shape."""
    for key, value in config.items():
        if NOT.search(key) or key.startswith("_"):
            continue
        path = prefix + key
        if isinstance(value, dict) and depth < 2 and key.endswith("config"):
            yield from keys_of(value, path + ".", depth + 1)
        elif isinstance(value, bool):
            if SIZES.search(key):
                yield path, value
        elif isinstance(value, int) and 1 <= value < 10_000_000 and SIZES.search(key):
            yield path, value
        elif isinstance(value, list) and 1 <= len(value) <= 12 and all(type(v) is int and v > 0 for v in value):
            yield path, value


def others(path, value):
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, list):
        return [[v + 1 for v in value], [v * 2 for v in value]] if re.search(r"depth|layers", path) else [[v * 2 for v in value]]
    if re.search(r"layers?$|depth|blocks|stages|num_flows", path):
        return [value + 1]
    return [value * 2, value // 2] if value > 1 else [2]


def changed(config, path, value):
    config = copy.deepcopy(config)
    here = config
    *outer, last = path.split(".")
    for part in outer:
        here = here[part]
    here[last] = value
    return config


def build(model_type, class_name, config):
    cls = getattr(transformers, class_name)
    values = {k: v for k, v in config.items() if k not in ("model_type", "transformers_version", "_name_or_path")}
    made = AutoConfig.for_model(model_type, **values)
    with torch.device("meta"):
        model = cls(made)
    shapes = {name: list(p.shape) for name, p in model.named_parameters()}
    count = sum(p.numel() for p in model.parameters())
    lines = sorted(f"{name} {json.dumps(shape, separators=(',', ':'))}" for name, shape in shapes.items())
    return count, hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def slim(config):
    """The configuration without what names labels and tokens."""
    return {
        k: slim(v) if isinstance(v, dict) else v
        for k, v in config.items()
        if not re.search(r"id2label|label2id|transformers_version|_name_or_path", k) and v is not None
    }


def main():
    reference = pathlib.Path(sys.argv[1])
    budget = float(sys.argv[2]) if len(sys.argv) > 2 else 8
    table = {}
    for file in FILES:
        types = json.loads(gzip.open(reference / f"{file}.json.gz").read())
        for model_type, recorded in types.items():
            start = time.time()
            config, rows = recorded["config"], []
            candidates = sorted(keys_of(config), key=lambda kv: (kv[0].count("."), not re.search(r"layers|hidden_size|intermediate|heads|vocab", kv[0])))
            for path, value in candidates:
                if len(rows) >= MOST or time.time() - start > budget:
                    break
                for other in others(path, value):
                    try:
                        count, digest = build(model_type, recorded["class"], changed(config, path, other))
                    except Exception:
                        continue
                    rows.append([path, other, count, digest])
                    break
            table[f"{file}/{model_type}"] = {"class": recorded["class"], "config": slim(config), "variations": rows}
            print(f"{file}/{model_type}", len(rows), f"{time.time() - start:.1f}s", flush=True)
        OUT.write_bytes(gzip.compress(json.dumps(table, separators=(",", ":")).encode(), 9, mtime=0))


main()
