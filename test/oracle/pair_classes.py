"""Writes test/fixtures/architectures/pair-classes.json: classifiers, question answering and encoders of BART's and T5's relatives.

Built small on the meta device and run once on 24 tokens. Kept: class, configuration, parameters, a CRC-32 over the sorted
lines `name:AxB`, matrix FLOPs where the run counts them.
Run: python test/oracle/pair_classes.py
"""
import json
import pathlib
import warnings
import zlib

import torch
import transformers
from torch.utils.flop_counter import FlopCounterMode

warnings.filterwarnings("ignore")
OUT = pathlib.Path(__file__).parent.parent / "fixtures/architectures/pair-classes.json"
TOKENS = 24
LABELS = {"id2label": {str(i): str(i) for i in range(4)}}
BART = dict(d_model=96, encoder_layers=3, decoder_layers=2, encoder_attention_heads=4, decoder_attention_heads=4, encoder_ffn_dim=160,
            decoder_ffn_dim=176, vocab_size=300, max_position_embeddings=64, eos_token_id=2, pad_token_id=1, **LABELS)
T5 = dict(d_model=96, d_kv=20, d_ff=128, num_layers=3, num_decoder_layers=2, num_heads=4, vocab_size=300, pad_token_id=0,
          decoder_start_token_id=0, eos_token_id=2, **LABELS)
GATED = dict(T5, feed_forward_proj="gated-gelu")
ROWS = [
    *[(c, k, v) for c, k in [("Bart", "BartConfig"), ("MBart", "MBartConfig")]
      for v in ("ForSequenceClassification", "ForQuestionAnswering")],
    ("PLBart", "PLBartConfig", "ForSequenceClassification"),
    ("Bart", "BartConfig", "ForConditionalGeneration"),
    *[("Mvp", "MvpConfig", v) for v in ("ForSequenceClassification", "ForQuestionAnswering")],
    *[("BigBirdPegasus", "BigBirdPegasusConfig", v) for v in ("ForSequenceClassification", "ForQuestionAnswering", "Model", "ForConditionalGeneration")],
    *[(c, c + "Config", v) for c in ("T5", "MT5", "UMT5")
      for v in ("ForSequenceClassification", "ForTokenClassification", "ForQuestionAnswering", "EncoderModel")],
]


def run(model, ids, name):
    if "BigBird" in name or "Generation" in name or getattr(model.config, "use_prompt", False):
        return None  # block-sparse attention needs longer inputs; prompts are stored only
    try:
        with torch.no_grad(), FlopCounterMode(display=False) as counter:
            if name.endswith("Classification") and "Token" not in name or name.endswith("QuestionAnswering"):
                model(input_ids=ids, **({"decoder_input_ids": ids} if "T5" in name and "Question" in name else {}))
            else:
                model(input_ids=ids)
        return counter.get_total_flops()
    except Exception as error:
        print(name, repr(error)[:200])
        return None


def main():
    out = []
    for prefix, config_name, kind in ROWS:
        name = prefix + kind
        plain = BART if "T5" not in prefix else T5
        variants = [plain, dict(plain, tie_word_embeddings=False)] + ([GATED] if "T5" in prefix else [])
        if prefix == "Mvp":
            variants.append(dict(plain, use_prompt=True, prompt_length=7, prompt_mid_dim=40))
        if prefix == "BigBirdPegasus":
            variants.append(dict(plain, use_bias=True))
        for values in variants:
            config = getattr(transformers, config_name)(**values)
            config._attn_implementation = "eager"
            with torch.device("meta"):
                shapes = getattr(transformers, name)(config)
            lines = sorted(f"{n}:{'x'.join(map(str, p.shape))}" for n, p in shapes.named_parameters())
            model = getattr(transformers, name)(config).eval()
            ids = torch.randint(3, 200, (1, TOKENS))
            ids[0, -1] = config.eos_token_id
            out.append({
                "class": name, "config": {"model_type": config.model_type, **values}, "parameters": sum(p.numel() for p in shapes.parameters()),
                "crc": zlib.crc32("\n".join(lines).encode()), "matrix_flops": run(model, ids, name),
            })
    OUT.write_text(json.dumps(out, indent=1) + "\n")
    print(len(out), "rows")


main()
