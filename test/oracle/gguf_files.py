"""Writes small GGUF files with the format's own Python package, and what they hold, into test/fixtures/gguf.

Run: python test/oracle/gguf_files.py (gguf==0.17.1, numpy). Version 1 and 2 files are version 3 ones rewritten by hand:
version 2 has the same layout, version 1 has lengths of four bytes.
"""
import json
import pathlib
import struct

import numpy as np
from gguf import GGMLQuantizationType, GGUFEndian, GGUFReader, GGUFWriter
from gguf.constants import GGML_QUANT_SIZES
from gguf.quants import quantize

OUT = pathlib.Path(__file__).resolve().parents[1] / "fixtures" / "gguf"


def llama(path, endian):
    w = GGUFWriter(path, "llama", endianess=endian)
    w.add_name("tiny llama")
    w.add_context_length(2048)
    w.add_embedding_length(256)
    w.add_block_count(2)
    w.add_feed_forward_length(512)
    w.add_head_count(8)
    w.add_head_count_kv(2)
    w.add_layer_norm_rms_eps(1e-5)
    w.add_vocab_size(300)
    w.add_tokenizer_model("llama")
    w.add_token_list([f"t{i}" for i in range(300)])
    w.add_token_scores([0.0] * 300)
    rng = np.random.default_rng(0)
    types = [
        GGMLQuantizationType.Q4_K, GGMLQuantizationType.Q6_K, GGMLQuantizationType.Q8_0,
        GGMLQuantizationType.Q4_0, GGMLQuantizationType.Q5_1, GGMLQuantizationType.IQ4_NL,
    ]

    def add(name, shape, kind):
        if kind in (GGMLQuantizationType.F32, GGMLQuantizationType.F16):
            dtype = np.float32 if kind == GGMLQuantizationType.F32 else np.float16
            w.add_tensor(name, rng.standard_normal(shape).astype(dtype))
            return
        block, size = GGML_QUANT_SIZES[kind]
        raw = np.zeros((*shape[:-1], shape[-1] // block * size), dtype=np.uint8)
        w.add_tensor(name, raw, raw_dtype=kind)

    add("token_embd.weight", (300, 256), GGMLQuantizationType.F16)
    for i in range(2):
        rows = {
            "attn_q": (256, 256), "attn_k": (64, 256), "attn_v": (64, 256), "attn_output": (256, 256),
            "ffn_gate": (512, 256), "ffn_up": (512, 256), "ffn_down": (256, 512),
        }
        for j, (name, shape) in enumerate(rows.items()):
            add(f"blk.{i}.{name}.weight", shape, types[(i + j) % len(types)])
        add(f"blk.{i}.attn_norm.weight", (256,), GGMLQuantizationType.F32)
        add(f"blk.{i}.ffn_norm.weight", (256,), GGMLQuantizationType.F32)
    add("output_norm.weight", (256,), GGMLQuantizationType.F32)
    add("output.weight", (300, 256), GGMLQuantizationType.Q6_K)
    w.write_header_to_file()
    w.write_kv_data_to_file()
    w.write_tensors_to_file()
    w.close()


def header_only(path, keep):
    """Cuts the data off a copy: the reader must tell the tensors all the same, and say what is missing."""
    reader = GGUFReader(path)
    end = reader.tensors[0].data_offset
    keep.write_bytes(path.read_bytes()[:end])


def as_version_1(data):
    """The same header with lengths of four bytes and version 1; the data cut off."""
    at = 8
    out = bytearray(data[:4] + struct.pack("<I", 1))
    tensors, keys = struct.unpack_from("<QQ", data, at)
    at += 16
    out += struct.pack("<II", tensors, keys)

    def text():
        nonlocal at, out
        (n,) = struct.unpack_from("<Q", data, at)
        out += struct.pack("<I", n) + data[at + 8 : at + 8 + n]
        at += 8 + n

    width = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}

    def value(kind):
        nonlocal at, out
        if kind == 8:
            text()
        elif kind == 9:
            of, n = struct.unpack_from("<IQ", data, at)
            out += struct.pack("<II", of, n)
            at += 12
            for _ in range(n):
                value(of)
        else:
            out += data[at : at + width[kind]]
            at += width[kind]

    for _ in range(keys):
        text()
        (kind,) = struct.unpack_from("<I", data, at)
        out += data[at : at + 4]
        at += 4
        value(kind)
    for _ in range(tensors):
        text()
        (rank,) = struct.unpack_from("<I", data, at)
        out += data[at : at + 4]
        at += 4
        for _ in range(rank):
            (n,) = struct.unpack_from("<Q", data, at)
            out += struct.pack("<I", n)
            at += 8
        out += data[at : at + 12]
        at += 12
    return bytes(out)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    whole = OUT / "whole.gguf"
    llama(whole, GGUFEndian.LITTLE)
    reader = GGUFReader(whole)
    expected = {
        "tensors": [
            {
                "name": t.name, "shape": [int(n) for n in reversed(t.shape)], "type": t.tensor_type.name.lower(),
                "bytes": int(t.n_bytes), "offset": int(t.data_offset), "elements": int(t.n_elements),
            }
            for t in reader.tensors
        ],
        "size": whole.stat().st_size,
    }
    (OUT / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")
    header_only(whole, OUT / "little3.gguf")
    data = (OUT / "little3.gguf").read_bytes()
    (OUT / "little2.gguf").write_bytes(data[:4] + struct.pack("<I", 2) + data[8:])
    (OUT / "little1.gguf").write_bytes(as_version_1(data))
    big = OUT / "bigwhole.gguf"
    llama(big, GGUFEndian.BIG)
    header_only(big, OUT / "big3.gguf")
    whole.unlink()
    big.unlink()
    sizes = {k.name.lower(): list(v) for k, v in GGML_QUANT_SIZES.items()}
    numbers = {k.name.lower(): int(k) for k in GGML_QUANT_SIZES}
    (OUT / "types.json").write_text(json.dumps({"sizes": sizes, "numbers": numbers}) + "\n")


main()
