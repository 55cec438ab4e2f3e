"""Writes src/core/architectures/defaults.json: what the modelling library takes for a key that a config leaves out.

For each model type: the class defaults of its configuration (before any value is derived from another), the aliases of
its keys, and the model types of its nested configs. Keys that change neither structure nor cost are left out.
Run: python test/oracle/config_defaults.py (transformers==5.18.0; no torch needed).
"""
import dataclasses
import json
import pathlib
import re

from transformers.models.auto.configuration_auto import CONFIG_MAPPING

IGNORED = re.compile(
    r"dropout|pdrop|layerdrop|dropath|is_encoder_decoder|drop_path|"
    r"_token_id|token_index|initializer|init_|^init|_eps$|epsilon|^eps$|"
    r"use_cache|output_hidden|output_att|return_dict|problem_type|label|rope_theta|rope_scaling|rope_parameters|theta|_name_or_path|transformers_version|keys_to_ignore|"
    r"loss$|_coef|temperature|begin_suppress|suppress|mask_time|mask_feature|apply_spec|pruned|gradient_checkp|"
    r"summary|chunk_size_feed_forward|_plan$|scal(e|ing)|logit|_clip|clip_|momentum|jitter|^dtype$|architectures"
)


def plain(value):
    """The value as JSON, or a marker that it is not kept."""
    if value is None or isinstance(value, (bool, int, str)):
        return True, value
    if isinstance(value, float):
        return value == value and abs(value) < 1e30, value
    if isinstance(value, (list, tuple)):
        parts = [plain(v) for v in value]
        return all(ok for ok, _ in parts) and len(parts) <= 128, [v for _, v in parts]
    return False, None


def defaults_of(cls):
    out = {}
    for field in dataclasses.fields(cls):
        name = field.name
        if IGNORED.search(name):
            continue
        if field.default is not dataclasses.MISSING:
            value = field.default
        elif field.default_factory is not dataclasses.MISSING:
            value = field.default_factory()
        else:
            continue
        ok, value = plain(value)
        if ok:
            out[name] = value
    return out


def main():
    table = {}
    for model_type in sorted(CONFIG_MAPPING.keys()):
        try:
            cls = CONFIG_MAPPING[model_type]
            entry = {"keys": defaults_of(cls)}
        except Exception as error:  # a type whose configuration needs an optional package
            print(model_type, type(error).__name__, error)
            continue
        if getattr(cls, "attribute_map", None):
            entry["aliases"] = dict(cls.attribute_map)
        nested = {k: v.model_type for k, v in (cls.sub_configs or {}).items() if getattr(v, "model_type", "")}
        if nested:
            entry["nested"] = nested
        table[model_type] = entry
    root = pathlib.Path(__file__).resolve().parents[2]
    rows = [f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in table.items()]
    text = "{\n" + ",\n".join(rows) + "\n}\n"
    (root / "src/core/architectures/defaults.json").write_text(text)
    print(len(table), "types,", len(text), "bytes")


if __name__ == "__main__":
    main()
