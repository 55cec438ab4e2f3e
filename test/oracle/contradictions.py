"""What the modelling library does with configs that contradict themselves: refuse them, fail to build or to run, or build.

Writes test/fixtures/architectures/contradictions.json. Run with the packages of requirements.txt:
    python test/oracle/contradictions.py
"""

import json
import pathlib
import tempfile

import torch
import transformers
from transformers import AutoConfig, AutoModel, AutoModelForCausalLM
from transformers.activations import ACT2FN

SMALL = {
    "llama": {
        "model_type": "llama",
        "architectures": ["LlamaForCausalLM"],
        "hidden_size": 64,
        "intermediate_size": 96,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "vocab_size": 100,
    },
    "gpt2": {
        "model_type": "gpt2",
        "architectures": ["GPT2LMHeadModel"],
        "n_embd": 64,
        "n_layer": 2,
        "n_head": 4,
        "n_positions": 32,
        "vocab_size": 100,
    },
    "qwen3_moe": {
        "model_type": "qwen3_moe",
        "architectures": ["Qwen3MoeForCausalLM"],
        "hidden_size": 64,
        "intermediate_size": 96,
        "moe_intermediate_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "head_dim": 16,
        "num_experts": 4,
        "num_experts_per_tok": 2,
        "vocab_size": 100,
    },
    "bert": {
        "model_type": "bert",
        "architectures": ["BertModel"],
        "hidden_size": 64,
        "intermediate_size": 96,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "vocab_size": 100,
    },
}

CHANGES = {
    "llama": [
        {},
        *({"num_attention_heads": v} for v in (3, 0, -4, "4", 4.5, None, [4], {}, True)),
        *({"num_key_value_heads": v} for v in (3, 8, 0, None, "2")),
        *({"hidden_size": v} for v in (0, "sixty", [64, 64], None, 63)),
        *({"num_hidden_layers": v} for v in (0, -1, "2", 2.5, None)),
        *({"vocab_size": v} for v in (0, -1, "100", None)),
        *({"intermediate_size": v} for v in (0, [96, 96], -1, "96")),
        *({"head_dim": v} for v in (0, -1, "16", 15)),
        *({"tie_word_embeddings": v} for v in ("false", 2)),
        {"attention_bias": "no"},
        {"hidden_act": "nonsense"},
        {"hidden_act": 5},
        {"rms_norm_eps": "1e-5"},
        *({"max_position_embeddings": v} for v in (-1, 0, "2048")),
        *({"rope_scaling": v} for v in ("linear", {"rope_type": "linear"}, {"type": "linear", "factor": 2.0})),
        *({"torch_dtype": v} for v in ("float17", 5, "float16")),
        *({"architectures": v} for v in ([], "LlamaForCausalLM", [5])),
        *({"layer_types": v} for v in (["full_attention"], ["full_attention", "nonsense"])),
        {"quantization_config": "gptq"},
        {"pad_token_id": 1000},
        {"bos_token_id": -5},
        {"use_cache": "x"},
        {"model_type": "Llama"},
    ],
    "gpt2": [
        {},
        *({"n_head": v} for v in (3, 0, -4, "4")),
        *({"n_embd": v} for v in (0, 63, "64")),
        *({"n_layer": v} for v in (-1, "2")),
        *({"n_positions": v} for v in (-1, "32")),
    ],
    "qwen3_moe": [
        {},
        *({"num_experts_per_tok": v} for v in (8, -1, "2")),
        *({"num_experts": v} for v in (-1, "4")),
        {"moe_intermediate_size": -1},
    ],
    "bert": [
        {},
        *({"num_attention_heads": v} for v in (3, 0, "4")),
        *({"vocab_size": v} for v in (-1, "100")),
        {"max_position_embeddings": -1},
        {"type_vocab_size": -1},
    ],
}


def outcome(config: dict) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "config.json").write_text(json.dumps(config))
        step = "refuses"
        parameters = None
        try:
            read = AutoConfig.from_pretrained(folder)
            step = "fails to build"
            kind = AutoModel if config["model_type"] == "bert" else AutoModelForCausalLM
            model = kind.from_config(read)
            parameters = sum(p.numel() for p in model.parameters())
            step = "fails to run"
            model(torch.tensor([[1, 2, 3]]))
            step = "runs"
            error = None
        except Exception as found:  # noqa: BLE001: any error is the answer.
            error = type(found).__name__
    return {"outcome": step, "error": error, "parameters": parameters}


def main() -> None:
    transformers.logging.set_verbosity_error()
    rows = []
    for name, changes in CHANGES.items():
        for change in changes:
            rows.append({"base": name, "change": change, **outcome({**SMALL[name], **change})})
    target = pathlib.Path(__file__).parent.parent / "fixtures" / "architectures" / "contradictions.json"
    head = {
        "transformers": transformers.__version__,
        "activations": sorted(ACT2FN.keys()),
        "bases": SMALL,
    }
    lines = ",\n".join("  " + json.dumps(row) for row in rows)
    text = json.dumps(head, indent=1)[:-2] + ',\n "rows": [\n' + lines + "\n ]\n}\n"
    json.loads(text)
    target.write_text(text)


if __name__ == "__main__":
    main()
