"""Writes small safetensors files with the format's own package into test/fixtures/safetensors: two shards and an index.

Run: python test/oracle/safetensors_files.py (safetensors==0.8.0, numpy). The tensors are those of a Llama with two
layers, 16 wide; the second shard also holds a rotary buffer, as old checkpoints do.
"""
import json
import pathlib

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

OUT = pathlib.Path(__file__).resolve().parents[1] / "fixtures" / "safetensors"
CONFIG = {
    "model_type": "llama", "hidden_size": 16, "intermediate_size": 24, "num_hidden_layers": 2, "num_attention_heads": 4,
    "num_key_value_heads": 2, "vocab_size": 40, "tie_word_embeddings": False, "torch_dtype": "float16",
}


def layer(i):
    p = f"model.layers.{i}."
    return {
        p + "self_attn.q_proj.weight": (16, 16), p + "self_attn.k_proj.weight": (8, 16), p + "self_attn.v_proj.weight": (8, 16),
        p + "self_attn.o_proj.weight": (16, 16), p + "mlp.gate_proj.weight": (24, 16), p + "mlp.up_proj.weight": (24, 16),
        p + "mlp.down_proj.weight": (16, 24), p + "input_layernorm.weight": (16,), p + "post_attention_layernorm.weight": (16,),
    }


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    shards = [
        {"model.embed_tokens.weight": (40, 16), **layer(0)},
        {**layer(1), "model.norm.weight": (16,), "lm_head.weight": (40, 16)},
    ]
    weight_map, total, expected = {}, 0, {}
    for n, shapes in enumerate(shards, 1):
        name = f"model-{n:05}-of-00002.safetensors"
        tensors = {k: np.zeros(s, dtype=np.float16) for k, s in shapes.items()}
        if n == 2:
            tensors["model.layers.1.self_attn.rotary_emb.inv_freq"] = np.zeros((2,), dtype=np.float32)
        save_file(tensors, OUT / name, metadata={"format": "pt"})
        with safe_open(OUT / name, "np") as f:
            for k in f.keys():
                t = f.get_tensor(k)
                expected[k] = {"shape": list(t.shape), "bytes": t.nbytes, "file": name}
                weight_map[k] = name
                total += t.nbytes
    index = {"metadata": {"total_size": float(total)}, "weight_map": weight_map}
    (OUT / "model.safetensors.index.json").write_text(json.dumps(index, indent=1) + "\n")
    (OUT / "config.json").write_text(json.dumps(CONFIG, indent=1) + "\n")
    (OUT / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")


main()
