"""Writes test/fixtures/architectures/causal-variations.json.gz: what the modelling library builds for changed configs.

For each causal model type, three configs that differ from the default in layers, heads, key/value heads, widths,
vocabulary, ties, biases, windows and experts are built on the meta device (no weights). Recorded for each: the keys
that were changed, the class, every distinct parameter's name and shape (names with their indices folded), and where the
class runs on the meta device, elements in the cache and matrix FLOPs at two lengths; a small one that needs data to run
(lists of the tokens of each expert) runs on the CPU with random weights and plain loops over its experts ("device").
Run: python test/oracle/causal_configs.py (torch==2.13.0 transformers==5.18.0; see requirements.txt).
"""
import gzip
import json
import logging
import pathlib
import re
import signal
import sys
import warnings

import torch
from torch.utils.flop_counter import FlopCounterMode
from transformers.models.auto.configuration_auto import CONFIG_MAPPING
from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING

logging.disable(logging.CRITICAL)
warnings.filterwarnings("ignore")
LENGTHS = (24, 88)

HYBRID = ["linear_attention", "hybrid", "linear_attention", "hybrid", "hybrid", "linear_attention"]
SIZES = [
    dict(hidden=256, heads=8, kv=2, inner=384, layers=3, vocab=1000, experts=6, chosen=2, expert=96, window=17),
    dict(hidden=192, heads=6, kv=3, inner=320, layers=5, vocab=1203, experts=4, chosen=3, expert=64, window=33),
    dict(hidden=320, heads=10, kv=10, inner=448, layers=7, vocab=777, experts=8, chosen=1, expert=128, window=11),
]
KEYS = {
    "hidden": ["hidden_size", "d_model", "emb_dim", "embedding_dim"],
    "heads": ["num_attention_heads", "encoder_attention_heads", "decoder_attention_heads", "num_decoder_attention_heads"],
    "kv": ["num_key_value_heads", "num_kv_heads"],
    "inner": ["intermediate_size", "decoder_ffn_dim", "ffn_dim", "dff", "dim_ff", "ffn_hidden_size", "d_inner"],
    "layers": ["num_hidden_layers", "decoder_layers", "num_decoder_layers", "num_layers"],
    "vocab": ["vocab_size", "decoder_vocab_size"],
    "experts": ["num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts"],
    "chosen": ["num_experts_per_tok", "moe_topk", "moe_k", "num_experts_per_token"],
    "expert": ["moe_intermediate_size", "shared_expert_intermediate_size", "expert_ffn_hidden_size"],
    "window": ["sliding_window", "window_size", "attention_window_size"],
}
FLIPS = [
    ["tie_word_embeddings"],
    ["attention_bias", "mlp_bias", "use_bias", "bias", "qkv_bias", "use_qkv_bias", "attention_out_bias", "lm_head_bias"],
    ["use_qk_norm", "qk_layernorm", "use_parallel_residual", "parallel_attn", "new_decoder_architecture", "multi_query",
     "do_layer_norm_before", "use_sliding_window", "norm_topk_prob", "enable_bias", "use_post_norm", "mamba_proj_bias",
     "mamba_conv_bias", "mamba_rms_norm", "use_conv_bias", "conv_bias", "attention_k_eq_v"],
]
# Sizes that must fit the others, by type.
EXTRA = {
    "bamba": lambda s: dict(mamba_n_heads=16, mamba_d_head=s["hidden"] * 2 // 16, mamba_d_state=32),
    "granitemoehybrid": lambda s: dict(mamba_n_heads=16, mamba_d_head=s["hidden"] * 2 // 16, mamba_d_state=32),
    "falcon_h1": lambda s: dict(mamba_n_heads=16, mamba_d_head=s["hidden"] // 16, mamba_d_ssm=s["hidden"], mamba_d_state=32),
    "mamba2": lambda s: dict(num_heads=16, head_dim=s["hidden"] * 2 // 16, state_size=32, n_groups=2),
    "zamba": lambda s: dict(num_hidden_layers=6, layers_block_type=HYBRID, n_mamba_heads=2, mamba_dt_rank=16),
    "zamba2": lambda s: dict(
        num_hidden_layers=6, layers_block_type=HYBRID, n_mamba_heads=8, num_mem_blocks=1 + s["layers"] % 2, mamba_d_state=32,
        use_shared_attention_adapter=s["layers"] == 5, adapter_rank=24),
    "gemma3n_text": lambda s: dict(num_hidden_layers=s["layers"] + 9, num_kv_shared_layers=2, intermediate_size=s["inner"]),
    "gemma4_text": lambda s: dict(num_hidden_layers=s["layers"] + 9, num_kv_shared_layers=2, head_dim=32,
        **(dict(enable_moe_block=True, num_experts=6, top_k_experts=2, moe_intermediate_size=96) if s["layers"] == 3 else {}),
        **(dict(use_double_wide_mlp=True, hidden_size_per_layer_input=0) if s["layers"] == 5 else {})),
    "gemma4_unified_text": lambda s: dict(num_hidden_layers=s["layers"] + 9, num_kv_shared_layers=2, head_dim=32),
    "gpt_neo": lambda s: dict(num_layers=s["layers"] + 1, num_hidden_layers=s["layers"] + 1, attention_types=[[["global", "local"], (s["layers"] + 1) // 2]]),
    "nemotron_h": lambda s: dict(layers_block_type=["mamba", "moe", "attention", "mlp", "mamba"][: s["layers"]], mamba_num_heads=8,
        mamba_head_dim=16, n_groups=2, moe_latent_size=48 if s["layers"] == 5 else None),
    "olmo_hybrid": lambda s: dict(linear_num_key_heads=4, linear_num_value_heads=4),
    "qwen3_next": lambda s: dict(linear_num_key_heads=2, linear_num_value_heads=4, full_attention_interval=2),
    "qwen3_5_text": lambda s: dict(linear_num_key_heads=2, linear_num_value_heads=4, full_attention_interval=2),
    "qwen3_5_moe_text": lambda s: dict(linear_num_key_heads=2, linear_num_value_heads=4, full_attention_interval=3),
    "lfm2": lambda s: dict(full_attn_idxs=[1, 2]),
    "jamba": lambda s: dict(attn_layer_period=3, attn_layer_offset=1),
    "minicpm3": lambda s: dict(v_head_dim=32),
    "xlm": lambda s: dict(n_heads=s["heads"]),
    "glm4_moe": lambda s: dict(first_k_dense_replace=2),
    "deepseek_v3": lambda s: dict(first_k_dense_replace=2, n_group=2, topk_group=1, q_lora_rank=None if s["layers"] == 5 else 48),
    "deepseek_v2": lambda s: dict(first_k_dense_replace=1, n_shared_experts=1),
}


MISSING = object()
FIXED = {("prophetnet", "num_hidden_layers"), ("longcat_flash", "num_hidden_layers"), ("nemotron_h", "num_hidden_layers")}


def value_of(config, name):
    """The attribute, or MISSING where it is absent, a method, or differs from layer to layer."""
    try:
        value = getattr(config, name, MISSING)
    except Exception:
        return MISSING
    return MISSING if callable(value) else value


def kwargs_for(cls, size, flips, level):
    """Keys to change; a higher level leaves more alone."""
    default = cls()
    out = {}
    for what, names in KEYS.items():
        if level >= 1 and what in ("window", "expert"):
            continue
        if level >= 2 and what in ("kv", "inner"):
            continue
        if level >= 3 and what in ("heads", "hidden", "experts", "chosen"):
            continue
        for name in names:
            now = value_of(default, name)
            if now is not MISSING and (cls.model_type, name) not in FIXED:
                if now is None and what not in ("window", "inner", "kv"):
                    continue
                if isinstance(now, int) or now is None:
                    out[name] = size[what]
    if value_of(default, "head_dim") not in (None, MISSING) and level < 2 and "q_lora_rank" not in default.to_dict():
        if isinstance(type(default).__dict__.get("head_dim", None), int) or size["layers"] == 5:
            out["head_dim"] = 40
    for name in flips if level < 3 else []:
        now = value_of(default, name)
        if isinstance(now, bool):
            out[name] = not now
    if isinstance(getattr(default, "pad_token_id", None), int) and default.pad_token_id >= size["vocab"]:
        out["pad_token_id"] = 1
    extra = EXTRA.get(cls.model_type)
    if extra and level < 2:
        out.update(extra(size))
    return out


def fold(model):
    """{name with # for indices: {shape: [indices ...]}} over distinct parameters."""
    out = {}
    for name, p in model.named_parameters():
        key = re.sub(r"(?<=\.)\d+(?=\.|$)", "#", name)
        indices = ".".join(re.findall(r"(?<=\.)\d+(?=\.|$)", name))
        out.setdefault(key, {}).setdefault("x".join(map(str, p.shape)), []).append(indices)
    return {k: {s: " ".join(i) for s, i in v.items()} for k, v in out.items()}


def elements(cache, seen=None, depth=0):
    """Elements of every tensor a cache holds, scalars left out."""
    seen = set() if seen is None else seen
    if depth > 4 or id(cache) in seen:
        return 0
    seen.add(id(cache))
    if isinstance(cache, torch.Tensor):
        return 0 if cache.dim() == 0 else cache.numel()
    items = cache.values() if isinstance(cache, dict) else cache if isinstance(cache, (list, tuple)) else vars(cache).values() if hasattr(cache, "__dict__") else ()
    return sum(elements(i, seen, depth + 1) for i in items)


def run(model, tokens, device="meta"):
    ids = torch.zeros((1, tokens), dtype=torch.long, device=device)
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        out = model(input_ids=ids, use_cache=True)
    return dict(tokens=tokens, matrix_flops=counter.get_total_flops(), cache_elements=elements(getattr(out, "past_key_values", None) or getattr(out, "cache_params", None) or getattr(out, "state", None)))


MOST_ON_CPU = 200_000_000


def run_on_cpu(model_cls, config):
    """The runs of a small model with random weights, experts one by one so that their products are counted."""
    config._experts_implementation = "eager"
    torch.manual_seed(0)
    model = model_cls._from_config(config) if hasattr(model_cls, "_from_config") else model_cls(config)
    model.eval()
    return [run(model, tokens, "cpu") for tokens in LENGTHS]


def record(model_type, i):
    cls = CONFIG_MAPPING[model_type]
    model_cls = MODEL_FOR_CAUSAL_LM_MAPPING[cls]
    errors = []
    for level in range(4):
        try:
            kwargs = kwargs_for(cls, SIZES[i], FLIPS[i], level)
            config = cls(**kwargs)
            config._attn_implementation = "eager"
            with torch.device("meta"):
                model = model_cls._from_config(config) if hasattr(model_cls, "_from_config") else model_cls(config)
            model.tie_weights()
            model.eval()
            entry = dict(config=kwargs, **{"class": model_cls.__name__}, parameters=sum(p.numel() for p in model.parameters()), weights=fold(model))
            runs = []
            try:
                for tokens in LENGTHS:
                    runs.append(run(model, tokens))
                entry["runs"] = runs
            except Exception:
                if entry["parameters"] <= MOST_ON_CPU:
                    try:
                        entry.update(runs=run_on_cpu(model_cls, config), device="cpu")
                    except Exception as error:
                        print(model_type, i, "not run:", type(error).__name__, str(error)[:120])
            return entry
        except Exception as error:
            errors.append(f"{level}: {type(error).__name__} {str(error)[:120]}")
    print(model_type, i, "not built:", "; ".join(errors))
    return None


def main():
    shared = json.loads(gzip.open(sys.argv[1]).read()) if len(sys.argv) > 1 else {}
    types = sorted(shared) or sorted(c.model_type for c in MODEL_FOR_CAUSAL_LM_MAPPING.keys())
    out = {}
    for model_type in types:
        rows = []
        for i in range(3):
            signal.alarm(90)
            try:
                row = record(model_type, i)
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                print(model_type, i, "failed", type(error).__name__)
                row = None
            signal.alarm(0)
            if row:
                rows.append(row)
        if rows:
            out[model_type] = rows
    root = pathlib.Path(__file__).resolve().parents[2] / "test/fixtures/architectures"
    root.mkdir(parents=True, exist_ok=True)
    data = json.dumps(out, separators=(",", ":"), sort_keys=True).encode()
    with open(root / "causal-variations.json.gz", "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as zipped:
        zipped.write(data)
    print(len(out), "types,", sum(map(len, out.values())), "configs,", sum("runs" in r for v in out.values() for r in v), "run")


def stop(*_):
    raise TimeoutError()


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, stop)
    main()
