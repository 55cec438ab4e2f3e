"""Writes test/fixtures/architectures/other-runs.json.gz: matrix FLOPs of one run of each model type that is not causal.

For each type of REFERENCE (the folder of the recorded default builds) the class recorded there is built on the meta device
from its default configuration and run once, eager attention: text as 40 token ids; an encoder-decoder with 40 tokens of
source and 24 of target; a picture or a sound of the size that the configuration names. Types that read text and images
run with text alone, and where that fails with both. Recorded: the inputs' shapes, FlopCounterMode's total, and the
elements that the returned cache holds.
Run: python test/oracle/other_runs.py REFERENCE [type ...]
"""
import gzip
import inspect
import json
import pathlib
import signal
import sys
import warnings

import torch
import transformers
from torch.utils.flop_counter import FlopCounterMode
from transformers import AutoConfig

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from causal_configs import elements  # noqa: E402

warnings.filterwarnings("ignore")
transformers.logging.set_verbosity_error()

FILES = ["masked-lm", "seq2seq", "image-text-to-text", "speech-seq2seq", "pretraining", "other-encoders"]
OUT = pathlib.Path(__file__).parent.parent / "fixtures/architectures/other-runs.json.gz"
SOURCE, TARGET = 40, 24
# Usual classes of types that the reference lists under another task; named `extra/...`, from their default configuration.
EXTRA = {
    "whisper": "WhisperForConditionalGeneration", "bart": "BartForConditionalGeneration", "mbart": "MBartForConditionalGeneration",
    "pegasus": "PegasusForConditionalGeneration", "plbart": "PLBartForConditionalGeneration", "mvp": "MvpForConditionalGeneration",
    "blenderbot": "BlenderbotForConditionalGeneration", "blenderbot-small": "BlenderbotSmallForConditionalGeneration",
}


def first(config, *names, default=None):
    for name in names:
        value = getattr(config, name, None)
        if value is not None:
            return value
    return default


def side(value):
    """Height and width of a size that is a number, a pair or named."""
    if isinstance(value, dict):
        value = [value.get("height", 224), value.get("width", 224)]
    return list(value)[:2] if isinstance(value, (list, tuple)) else [value, value]


def ids(tokens):
    return torch.zeros((1, tokens), dtype=torch.long, device="meta")


def floats(*shape):
    return torch.zeros(shape, device="meta")


def pixels(config):
    part = getattr(config, "vision_config", None) or config
    size = side(first(part, "image_size", "input_size", default=224))
    return floats(1, first(part, "num_channels", "in_channels", "in_chans", default=3), *size)


def spectrogram(config):
    part = getattr(config, "audio_config", None) or config
    bins = first(part, "num_mel_bins", "feature_size", "input_feat_per_channel", "input_dim", default=80)
    frames = 2 * first(part, "max_source_positions", default=1500) if "whisper" in config.model_type else 3000
    return bins, frames


def candidates(model, config):
    """Inputs to try, best first."""
    accepted = set(inspect.signature(model.forward).parameters)
    text = {}
    if "input_ids" in accepted:
        text["input_ids"] = ids(SOURCE)
    pair = {}
    if "decoder_input_ids" in accepted:
        pair["decoder_input_ids"] = ids(TARGET)
    if "bbox" in accepted:
        text["bbox"] = torch.zeros((1, SOURCE, 4), dtype=torch.long, device="meta")
    vision = {"pixel_values": pixels(config)} if "pixel_values" in accepted else {}
    out = []
    if text:
        out += [{**text, **pair}, {**text, **vision, **pair}]
    if vision:
        out.append({**vision, **pair})
        out.append({**vision, **text, **pair})
        c, h, w = vision["pixel_values"].shape[1:]
        frames = first(config, "num_frames", default=8)
        out.append({"pixel_values": floats(1, frames, c, h, w), **pair})
    bins, frames = spectrogram(config)
    if "input_features" in accepted:
        out += [{"input_features": floats(1, bins, frames), **pair}, {"input_features": floats(1, frames, bins), **pair}]
    if "input_values" in accepted:
        out += [{"input_values": floats(1, 16000), **pair}, {"input_values": floats(1, 1, 16000), **pair}]
        out += [{"input_values": floats(1, first(config, "max_length", default=1024), bins), **pair}]
    if "audio_values" in accepted:
        out += [{"audio_values": floats(1, 1, 16000)}]
    return [c for c in out if c]


def record(model_type, class_name, config):
    cls = getattr(transformers, class_name)
    values = {k: v for k, v in config.items() if k not in ("model_type", "transformers_version", "_name_or_path")}
    made = AutoConfig.for_model(model_type, **values)
    try:
        made._attn_implementation = "eager"
    except Exception:
        pass
    with torch.device("meta"):
        model = cls(made)
    model.eval()
    errors = []
    for inputs in candidates(model, made):
        try:
            with torch.no_grad(), FlopCounterMode(display=False) as counter:
                out = model(**inputs)
            total = counter.get_total_flops()
            if total == 0:
                continue
            cache = getattr(out, "past_key_values", None)
            shapes = {k: list(v.shape) for k, v in inputs.items()}
            return {"class": class_name, "inputs": shapes, "matrix_flops": total, "cache_elements": elements(cache) if cache is not None else None}
        except Exception as error:
            errors.append(f"{'+'.join(inputs)}: {type(error).__name__} {str(error)[:80]}")
    return "; ".join(errors) or "no inputs"


def stop(*_):
    raise TimeoutError()


def main():
    reference = pathlib.Path(sys.argv[1])
    only = set(sys.argv[2:])
    out = {}
    signal.signal(signal.SIGALRM, stop)
    for name in [*FILES, "extra"]:
        types = {t: {"class": c, "config": {}} for t, c in EXTRA.items()}
        if name != "extra":
            types = json.loads(gzip.open(reference / f"{name}.json.gz").read())
        for model_type, row in types.items():
            if only and model_type not in only:
                continue
            signal.alarm(60)
            try:
                got = record(model_type, row["class"], row["config"])
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                got = f"{type(error).__name__} {str(error)[:100]}"
            signal.alarm(0)
            if isinstance(got, dict):
                out[f"{name}/{model_type}"] = got
                if only:
                    print(model_type, got)
            else:
                print(name, model_type, "not run:", got)
    if only:
        return
    data = json.dumps(out, separators=(",", ":"), sort_keys=True).encode()
    with open(OUT, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as zipped:
        zipped.write(data)
    print(len(out), "types run")


if __name__ == "__main__":
    main()
