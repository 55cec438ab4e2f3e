"""Writes test/fixtures/architectures/transducer-configs.json: transducers, CTC heads and NeoMME with other sizes than their defaults.

Built on the meta device. Kept: class, configuration, parameters, a CRC-32 over the sorted lines `name:AxB`.
Run: python test/oracle/transducer_configs.py
"""
import json
import pathlib
import warnings
import zlib

import torch
import transformers
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

warnings.filterwarnings("ignore")
OUT = pathlib.Path(__file__).parent.parent / "fixtures/architectures/transducer-configs.json"
ENCODER = dict(hidden_size=48, num_hidden_layers=2, num_attention_heads=4, intermediate_size=96)
SMALL = dict(vocab_size=70, decoder_hidden_size=40, encoder_config=ENCODER)
NEO = dict(hidden_size=64, num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=2, head_dim=16, intermediate_size=96, vocab_size=90,
           embedding_rank=24, tie_word_embeddings=False)
ROWS = [
    *[(kind, cls, dict(SMALL, num_decoder_layers=n)) for n in (1, 3)
      for kind, cls in [("parakeet_rnnt", "ParakeetForRNNT"), ("parakeet_tdt", "ParakeetForTDT"),
                        ("nemotron_asr_streaming", "NemotronAsrStreamingForRNNT"), ("nemotron3_5_asr", "Nemotron3_5AsrForRNNT")]],
    ("parakeet_tdt", "ParakeetForTDT", dict(SMALL, durations=[0, 1, 2])),
    ("nemotron3_5_asr", "Nemotron3_5AsrForRNNT", dict(SMALL, num_prompts=9, prompt_intermediate_size=52)),
    ("parakeet_ctc", "ParakeetForCTC", dict(vocab_size=70, encoder_config=ENCODER)),
    *[(kind, cls, dict(SMALL, encoder_config=dict(ENCODER, num_mel_bins=128, subsampling_conv_channels=24)))
      for kind, cls in [("parakeet_tdt", "ParakeetForTDT"), ("nemotron_asr_streaming", "NemotronAsrStreamingForRNNT")]],
    ("neomme", "NeoMMEForMaskedLM", NEO), ("neomme", "NeoMMEForMaskedLM", dict(NEO, sliding_window=32)),
]


def main():
    out = []
    for kind, cls, values in ROWS:
        with torch.device("meta"):
            model = getattr(transformers, cls)(CONFIG_MAPPING[kind].from_dict(dict(values)))
        lines = sorted(f"{n}:{'x'.join(map(str, p.shape))}" for n, p in model.named_parameters())
        out.append({
            "class": cls, "config": {"model_type": kind, **values}, "parameters": sum(p.numel() for p in model.parameters()),
            "crc": zlib.crc32("\n".join(lines).encode()),
        })
    OUT.write_text(json.dumps(out, indent=1) + "\n")
    print(len(out), "rows")


main()
