"""Writes headers of GGUF files of many architectures into test/fixtures/gguf/architectures, with what they hold.

Run: python test/oracle/gguf_architectures.py (gguf==0.17.1, torch, transformers==5.18.0). Each model is built by transformers
on the meta device from a small config; its tensors get the names that the `gguf` package's own map has for them
(`get_tensor_name_map`), fused experts are split as llama.cpp's converter splits them, and the metadata keys are the
package's (`Keys`). Only the header is kept: no weights.
"""
import json
import pathlib

import numpy as np
import torch
from gguf import GGMLQuantizationType as T
from gguf import GGUFWriter
from gguf.constants import GGML_QUANT_SIZES, MODEL_ARCH_NAMES
from gguf.tensor_mapping import get_tensor_name_map
from transformers import AutoConfig, AutoModelForCausalLM

OUT = pathlib.Path(__file__).resolve().parents[1] / "fixtures" / "gguf" / "architectures"
ARCHS = {name: arch for arch, name in MODEL_ARCH_NAMES.items()}
COMMON = dict(vocab_size=320, hidden_size=256, intermediate_size=512, num_hidden_layers=2, num_attention_heads=4,
              num_key_value_heads=2, max_position_embeddings=512)

# GGUF architecture -> model type, config keys beside the common ones, keys of the metadata beside the common ones.
MODELS = {
    "llama": ("llama", dict(tie_word_embeddings=False), {}),
    "qwen2": ("qwen2", dict(tie_word_embeddings=True), {}),
    "qwen3": ("qwen3", dict(head_dim=64, tie_word_embeddings=True), {"attention.key_length": 64, "attention.value_length": 64}),
    "qwen3moe": ("qwen3_moe", dict(head_dim=64, num_experts=4, num_experts_per_tok=2, moe_intermediate_size=256),
                 {"attention.key_length": 64, "attention.value_length": 64, "expert_count": 4, "expert_used_count": 2,
                  "expert_feed_forward_length": 256}),
    "qwen2moe": ("qwen2_moe", dict(num_experts=4, num_experts_per_tok=2, moe_intermediate_size=256,
                                   shared_expert_intermediate_size=512),
                 {"expert_count": 4, "expert_used_count": 2, "expert_feed_forward_length": 256,
                  "expert_shared_feed_forward_length": 512}),
    "llama-moe": ("mixtral", dict(num_local_experts=4, num_experts_per_tok=2), {"expert_count": 4, "expert_used_count": 2}),
    "gemma2": ("gemma2", dict(head_dim=64), {"attention.key_length": 64, "attention.value_length": 64,
                                             "attention.sliding_window": 128}),
    "gemma3": ("gemma3_text", dict(head_dim=64, sliding_window=128, num_hidden_layers=6),
               {"attention.key_length": 64, "attention.value_length": 64, "attention.sliding_window": 128}),
    "phi3": ("phi3", dict(pad_token_id=0, bos_token_id=1, eos_token_id=2, original_max_position_embeddings=512), {}),
    "gpt2": ("gpt2", {}, {}),
    "starcoder2": ("starcoder2", {}, {}),
    "falcon": ("falcon", dict(multi_query=True, new_decoder_architecture=False), {"attention.head_count_kv": 1}),
    "stablelm": ("stablelm", {}, {}),
    "olmo2": ("olmo2", {}, {}),
    "granite": ("granite", {}, {}),
    "command-r": ("cohere", {}, {}),
    "deepseek2": ("deepseek_v2", dict(q_lora_rank=96, kv_lora_rank=64, qk_nope_head_dim=32, qk_rope_head_dim=16, v_head_dim=48,
                                      n_routed_experts=4, num_experts_per_tok=2, moe_intermediate_size=256, n_shared_experts=1,
                                      first_k_dense_replace=1, num_key_value_heads=4, n_group=1, topk_group=1),
                  {"attention.q_lora_rank": 96, "attention.kv_lora_rank": 64, "attention.key_length": 48,
                   "attention.value_length": 48, "rope.dimension_count": 16, "expert_count": 4, "expert_used_count": 2,
                   "expert_feed_forward_length": 256, "expert_shared_count": 1, "leading_dense_block_count": 1,
                   "attention.head_count_kv": 4}),
    "mamba": ("mamba", dict(state_size=16, expand=2, conv_kernel=4, time_step_rank=16),
              {"ssm.conv_kernel": 4, "ssm.inner_size": 512, "ssm.state_size": 16, "ssm.time_step_rank": 16}),
}


def build(model_type, more):
    config = AutoConfig.for_model(model_type)
    for key, value in {**COMMON, **more}.items():
        if key in ("num_key_value_heads",) and not hasattr(config, key):
            continue
        setattr(config, key, value)
    keys = {**COMMON, **more}
    config = AutoConfig.for_model(model_type, **keys)
    with torch.device("meta"):
        return AutoModelForCausalLM.from_config(config), config


def stored(model, config, arch):
    """Tensors as the converter writes them: (GGUF name, shape) and the library's name that each comes from."""
    names = get_tensor_name_map(ARCHS[arch], config.num_hidden_layers)
    tied = config.tie_word_embeddings
    out = []
    for name, p in model.named_parameters():
        if tied and name in ("lm_head.weight",):
            continue
        shape = list(p.shape)
        if name.endswith("experts.gate_up_proj"):
            e, two, h = shape
            for part in ("gate_proj", "up_proj"):
                to = names.get_name(name.replace("gate_up_proj", part))
                out.append((f"{to}.weight", [e, two // 2, h], name))
            continue
        if arch == "gpt2" and len(shape) == 2 and ".c_" in name:
            shape.reverse()
        if name.endswith("conv1d.weight"):
            shape = [shape[0], shape[2]]
        to = names.get_name(name, try_suffixes=(".weight", ".bias"))
        if to is None and name.endswith("experts.down_proj"):
            raise SystemExit(f"{arch}: no name for {name}")
        if to is None:
            raise SystemExit(f"{arch}: no name for {name}")
        if name.endswith("experts.down_proj"):
            to += ".weight"
        out.append((to, shape, name))
    return out


def kind(shape, i):
    """Types mixed as in a K-quant file: vectors in F32, matrices in turn."""
    if len(shape) < 2 or shape[-1] % 256:
        return T.F32
    return [T.Q4_K, T.Q6_K, T.Q4_K, T.Q5_K, T.F16][i % 5]


def write(arch, model_type, more, keys):
    name = arch
    arch = "llama" if arch == "llama-moe" else arch
    model, config = build(model_type, more)
    path = OUT / f"{name}.gguf"
    w = GGUFWriter(path, arch)
    w.add_name(f"tiny {name}")
    w.add_block_count(config.num_hidden_layers)
    w.add_context_length(512)
    w.add_embedding_length(256)
    if arch != "mamba":
        n_ff = getattr(config, "intermediate_size", None) or getattr(config, "ffn_hidden_size", None) or getattr(config, "n_inner", None) or 1024
        w.add_feed_forward_length(n_ff)
        w.add_head_count(4)
        w.add_head_count_kv(keys.pop("attention.head_count_kv", 4 if model_type == "gpt2" else 2))
    else:
        w.add_feed_forward_length(0)
        w.add_head_count(0)
    w.add_vocab_size(config.vocab_size)
    for key, value in keys.items():
        w.add_uint32(f"{arch}.{key}", value)
    rows = stored(model, config, arch)
    expected = []
    for i, (to, shape, source) in enumerate(rows):
        t = kind(shape, i)
        block, size = GGML_QUANT_SIZES[t]
        n = int(np.prod(shape))
        nbytes = n // block * size
        quantised = t not in (T.F32, T.F16)
        dtype = np.dtype(np.float16 if t == T.F16 else np.float32)
        # The writer wants the shape of the bytes for quantised types, and the number of bytes.
        as_bytes = [*shape[:-1], shape[-1] // block * size] if quantised else shape
        w.add_tensor_info(to, as_bytes, np.dtype(np.uint8) if quantised else dtype, nbytes, raw_dtype=t if quantised else None)
        expected.append({"gguf": to, "name": source, "elements": n, "bytes": nbytes})
    w.write_header_to_file()
    w.write_kv_data_to_file()
    w.write_ti_data_to_file()
    w.close()
    parameters = sum(p.numel() for p in {id(p): p for p in model.parameters()}.values())
    return {"model_type": model_type, "parameters": parameters, "tensors": expected}


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    expected = {}
    for arch, (model_type, more, keys) in MODELS.items():
        expected[arch] = write(arch, model_type, more, dict(keys))
        print(arch, expected[arch]["parameters"])
    (OUT / "expected.json").write_text(json.dumps(expected, separators=(",", ":")) + "\n")


main()
