"""Writes test/fixtures/architectures/other-variations.json.gz: what the library builds when one key is changed.

For each model type of ../shared that is not causal: its recorded default configuration, cut to five layers, with one
key changed at a time, up to three keys (a width, a count of layers or heads, a vocabulary or a patch). The class is
built on the meta device. Kept: the changes, the sum of parameters, and a CRC-32 over the sorted lines `name:AxB`.
Run: python test/oracle/varied_others.py (torch==2.13.0, transformers==5.18.0).
"""
import copy
import gzip
import json
import os
import pathlib
import time
import warnings
import zlib

warnings.filterwarnings("ignore")
os.environ["TRANSFORMERS_VERBOSITY"] = "error"
import torch  # noqa: E402
import transformers  # noqa: E402
from transformers.models.auto.configuration_auto import CONFIG_MAPPING  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORDED = ROOT.parent / "shared" / "models" / "architectures"
FILES = ["masked-lm", "seq2seq", "speech-seq2seq", "pretraining", "image-text-to-text"]
LAYERS = ["num_hidden_layers", "encoder_layers", "decoder_layers", "num_layers", "n_layers", "depth"]
WIDTHS = ["hidden_size", "d_model", "dim", "intermediate_size", "encoder_ffn_dim", "d_ff", "vocab_size", "emb_dim"]
SECONDS = 150


def change(config, path, value):
    out = copy.deepcopy(config)
    at = out
    for key in path[:-1]:
        at = at[key]
    if path[-1] in LAYERS:
        for key in [k for k, v in at.items() if isinstance(v, list) and len(v) == at[path[-1]] and len(v) > 3]:
            del at[key]
    at[path[-1]] = value
    return out


def keys(config, path=()):
    for key, value in config.items():
        if isinstance(value, dict) and key.endswith("config"):
            yield from keys(value, (*path, key))
        elif isinstance(value, int) and not isinstance(value, bool) and value > 1:
            yield (*path, key), value


def build(model_type, cls, config):
    cfg = CONFIG_MAPPING[model_type].from_dict(copy.deepcopy(config))
    with torch.device("meta"):
        model = getattr(transformers, cls)(cfg)
    lines = sorted(f"{n}:{'x'.join(map(str, p.shape))}" for n, p in model.named_parameters())
    return {
        "config": cfg.to_dict(),
        "parameters": sum(p.numel() for p in model.parameters()),
        "crc": zlib.crc32("\n".join(lines).encode()),
    }


def main():
    start, out = time.time(), {}
    for name in FILES:
        for model_type, row in json.loads(gzip.open(RECORDED / f"{name}.json.gz").read()).items():
            if time.time() - start > SECONDS:
                break
            small = row["config"]
            for path, value in list(keys(small)):
                if path[-1] in LAYERS and value > 5:
                    small = change(small, path, 5)
            wanted = [(p, v) for p, v in keys(small) if p[-1] in LAYERS + WIDTHS][:8]
            rows = []
            for path, value in wanted:
                if len(rows) == 3:
                    break
                try:
                    made = build(model_type, row["class"], change(small, path, value + 1 if path[-1] in LAYERS else 2 * value))
                    rows.append({"change": ".".join(path), **made})
                except Exception:  # a change that the library refuses
                    continue
            if rows:
                out[model_type] = rows
    path = ROOT / "test/fixtures/architectures/other-variations.json.gz"
    path.write_bytes(gzip.compress(json.dumps(out, separators=(",", ":"), default=str).encode(), 9, mtime=0))
    print(len(out), "types,", sum(map(len, out.values())), "configs,", path.stat().st_size, "bytes")


main()
