"""Writes test/fixtures/architectures/idefics-configs.json: Idefics with its cross-attention thinned, resampled and extended.

Built small on the meta device. Kept: configuration, parameters, a CRC-32 over the sorted lines `name:AxB`.
Run: python test/oracle/idefics_configs.py
"""
import json
import pathlib
import zlib

import torch
from transformers import IdeficsConfig, IdeficsForVisionText2Text

OUT = pathlib.Path(__file__).parent.parent / "fixtures/architectures/idefics-configs.json"
VISION = dict(embed_dim=48, image_size=28, patch_size=14, intermediate_size=64, num_hidden_layers=3, num_attention_heads=4)
SMALL = dict(hidden_size=96, intermediate_size=160, num_hidden_layers=8, num_attention_heads=4, vocab_size=200, vision_config=VISION,
             perceiver_config=dict(resampler_depth=2, resampler_n_heads=3, resampler_head_dim=20, resampler_n_latents=7))
NORMED = dict(resampler_depth=4, resampler_n_heads=2, resampler_head_dim=12, resampler_n_latents=9, qk_layer_norms_perceiver=True)
CHANGES = [
    {}, dict(cross_layer_interval=2), dict(cross_layer_interval=3), dict(cross_layer_interval=4), dict(use_resampler=True),
    dict(use_resampler=True, perceiver_config=NORMED), dict(additional_vocab_size=12), dict(qk_layer_norms=True), dict(alpha_type="vector"),
]


def main():
    out = []
    for change in CHANGES:
        values = {**SMALL, **change}
        with torch.device("meta"):
            model = IdeficsForVisionText2Text(IdeficsConfig(**values))
        lines = sorted(f"{n}:{'x'.join(map(str, p.shape))}" for n, p in model.named_parameters())
        out.append({
            "config": {"model_type": "idefics", **values}, "parameters": sum(p.numel() for p in model.parameters()),
            "crc": zlib.crc32("\n".join(lines).encode()),
        })
    OUT.write_text(json.dumps(out, indent=1) + "\n")
    print(len(out), "configs")


main()
