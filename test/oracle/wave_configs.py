"""Writes test/fixtures/architectures/wave-configs.json: wav2vec 2.0 and its relatives with what published configs change.

Norms after all convolutions, the stable order of norms, biases of convolutions, adapters and weighted layers: built small on
the meta device and run on 4,000 samples. Kept: class, configuration, parameters, a CRC-32 over the sorted lines
`name:AxB`, matrix FLOPs.
Run: python test/oracle/wave_configs.py
"""
import json
import pathlib
import zlib

import torch
import transformers
from torch.utils.flop_counter import FlopCounterMode

OUT = pathlib.Path(__file__).parent.parent / "fixtures/architectures/wave-configs.json"
SMALL = dict(hidden_size=64, num_hidden_layers=3, num_attention_heads=4, intermediate_size=96, vocab_size=40, num_conv_pos_embeddings=16, num_conv_pos_embedding_groups=4)
LARGE = dict(SMALL, feat_extract_norm="layer", do_stable_layer_norm=True, conv_bias=True)
ROWS = [
    ("Wav2Vec2ForCTC", "Wav2Vec2Config", SMALL), ("Wav2Vec2ForCTC", "Wav2Vec2Config", dict(LARGE, adapter_attn_dim=16)),
    ("Wav2Vec2ForCTC", "Wav2Vec2Config", dict(SMALL, add_adapter=True, output_hidden_size=48)),
    ("Wav2Vec2ForSequenceClassification", "Wav2Vec2Config", dict(LARGE, use_weighted_layer_sum=True)), ("Wav2Vec2Model", "Wav2Vec2Config", LARGE),
    ("HubertForCTC", "HubertConfig", LARGE), ("HubertModel", "HubertConfig", dict(SMALL, conv_pos_batch_norm=True, feat_proj_layer_norm=False)),
    ("WavLMForSequenceClassification", "WavLMConfig", LARGE), ("Data2VecAudioForCTC", "Data2VecAudioConfig", dict(SMALL, num_conv_pos_embeddings=3)),
]


def main():
    out = []
    for class_name, config_name, values in ROWS:
        config = getattr(transformers, config_name)(**values)
        config._attn_implementation = "eager"
        with torch.device("meta"):
            model = getattr(transformers, class_name)(config).eval()
        with torch.no_grad(), FlopCounterMode(display=False) as counter:
            model(input_values=torch.zeros((1, 4000), device="meta"))
        lines = sorted(f"{n}:{'x'.join(map(str, p.shape))}" for n, p in model.named_parameters())
        out.append({
            "class": class_name, "config": {"model_type": config.model_type, **values}, "parameters": sum(p.numel() for p in model.parameters()),
            "crc": zlib.crc32("\n".join(lines).encode()), "samples": 4000, "matrix_flops": counter.get_total_flops(),
        })
    OUT.write_text(json.dumps(out, indent=1) + "\n")
    print(len(out), "configs")


main()
