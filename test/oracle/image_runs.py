"""Writes test/fixtures/architectures/image-runs.json.gz: matrix FLOPs of types run with an image or a sound among text.

Each type of TYPES is built small, twice with other sizes, with random weights on the CPU, eager attention, experts one
by one, and reads one image or sound among text: as many tokens for it as the model itself makes of it. Recorded: the
configuration, the class, the shapes of the inputs, how many images of which size, FlopCounterMode's total and its share
below the modules that read images, and for the weights their sum and a CRC-32 over the sorted lines `name:AxB`.
Run: python test/oracle/image_runs.py [type ...] (a named type is only printed).
"""
import copy
import gzip
import json
import logging
import pathlib
import signal
import sys
import warnings
import zlib

import torch
import transformers
from torch.utils.flop_counter import FlopCounterMode
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

logging.disable(logging.CRITICAL)
warnings.filterwarnings("ignore")
OUT = pathlib.Path(__file__).parent.parent / "fixtures/architectures/image-runs.json.gz"

# Two sets of sizes; every type is built with both.
SIZES = [
    dict(hidden=64, heads=4, kv=2, inner=96, layers=2, vocab=320, v_hidden=48, v_heads=4, v_inner=80, v_layers=3, grid=(8, 8)),
    dict(hidden=96, heads=6, kv=3, inner=160, layers=3, vocab=333, v_hidden=64, v_heads=2, v_inner=112, v_layers=2, grid=(4, 12)),
]


def text(s, **more):
    return dict(
        hidden_size=s["hidden"], num_attention_heads=s["heads"], num_key_value_heads=s["kv"], head_dim=16, intermediate_size=s["inner"],
        num_hidden_layers=s["layers"], vocab_size=s["vocab"], pad_token_id=0, bos_token_id=1, eos_token_id=2, **more)


def vision(s, side=8, patch=2, **more):
    out = dict(
        hidden_size=s["v_hidden"], num_attention_heads=s["v_heads"], intermediate_size=s["v_inner"], num_hidden_layers=s["v_layers"],
        image_size=side, patch_size=patch, num_channels=3)
    return {**out, **more}


def pixels(*shape):
    return torch.rand(shape)  # an image of zeros is taken for padding by some


def fixed(side=8, images=1):
    return lambda s: dict(pixel_values=pixels(images, 3, side, side))


def tiles(side=8, count=3):
    """Idefics's form: [batch, images, channels, height, width]."""
    return lambda s: dict(pixel_values=pixels(1, count, 3, side, side))


def flat(patch=2, temporal=2, key="pixel_values"):
    """Qwen's form: rows of patches and the grid they make."""
    def make(s):
        rows, columns = s["grid"]
        return {key: pixels(rows * columns, 3 * temporal * patch * patch), "image_grid_thw": torch.tensor([[1, rows, columns]])}
    return make


def sized(patch=2, images=1):
    """Pixtral's form: pixels and the size in pixels."""
    def make(s):
        h, w = (patch * n for n in s["grid"])
        return dict(pixel_values=pixels(images, 3, h, w), image_sizes=torch.tensor([[h, w]] * images))
    return make


def qwen_text(s, **more):
    return text(s, rope_parameters=dict(rope_type="default", rope_theta=10000.0, mrope_section=[2, 3, 3]), **more)


def qwen_vision(s, **more):
    return dict(depth=s["v_layers"], num_heads=s["v_heads"], patch_size=2, spatial_merge_size=2, temporal_patch_size=2, in_channels=3, **more)


def moe(s):
    return dict(num_experts=4, num_experts_per_tok=2, moe_intermediate_size=32)


def ear(s, model_type, inner=None):
    return dict(
        model_type=model_type, hidden_size=s["v_hidden"], intermediate_size=inner or s["v_inner"], num_hidden_layers=s["v_layers"],
        num_attention_heads=s["v_heads"], num_mel_bins=10, max_source_positions=24)


def sound(masked):
    """A spectrogram of 48 frames, which two convolutions make 24 places of."""
    def make(s):
        out = dict(input_features=pixels(1, 10, 48))
        name = masked if isinstance(masked, str) else "input_features_mask"
        return {**out, name: torch.ones(1, 48, dtype=torch.long)} if masked else out
    return make


# Type: (class, configuration by sizes, inputs by sizes).
TYPES = {
    "llava": ("LlavaForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="llama", **text(s)), vision_config=dict(model_type="clip_vision_model", **vision(s))), fixed()),
    "vipllava": ("VipLlavaForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="llama", **text(s)), vision_feature_layers=[-1, -2],
        vision_config=dict(model_type="clip_vision_model", **vision(s))), fixed()),
    "llava_next": ("LlavaNextForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="llama", **text(s)), vision_config=dict(model_type="clip_vision_model", **vision(s)),
        image_grid_pinpoints=[[8, 16], [16, 8], [16, 16]]),
        lambda s: dict(pixel_values=pixels(1, 3, 3, 8, 8), image_sizes=torch.tensor([[8, 16]]))),
    "llava_next_video": ("LlavaNextVideoForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="llama", **text(s)), vision_config=dict(model_type="clip_vision_model", **vision(s)),
        image_grid_pinpoints=[[8, 16], [16, 8], [16, 16]], image_token_index=9, video_token_index=10),
        lambda s: dict(pixel_values=pixels(1, 3, 3, 8, 8), image_sizes=torch.tensor([[8, 16]]))),
    "llava_onevision": ("LlavaOnevisionForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="qwen2", **text(s)), vision_config=dict(model_type="siglip_vision_model", vision_use_head=False, **vision(s)),
        image_grid_pinpoints=[[8, 16], [16, 8], [16, 16]]),
        lambda s: dict(pixel_values=pixels(1, 3, 3, 8, 8), image_sizes=torch.tensor([[8, 16]]))),
    "qwen2_vl": ("Qwen2VLForConditionalGeneration", lambda s: dict(
        text_config=qwen_text(s), vision_config=qwen_vision(s, embed_dim=s["v_hidden"], hidden_size=s["hidden"], mlp_ratio=2)), flat()),
    "qwen2_5_vl": ("Qwen2_5_VLForConditionalGeneration", lambda s: dict(
        text_config=qwen_text(s), vision_config=qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], window_size=8, fullatt_block_indexes=[1])), flat()),
    "qwen3_vl": ("Qwen3VLForConditionalGeneration", lambda s: dict(
        text_config=qwen_text(s), vision_config=qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], num_position_embeddings=64,
            deepstack_visual_indexes=[0, 1])), flat()),
    "qwen3_vl_moe": ("Qwen3VLMoeForConditionalGeneration", lambda s: dict(
        text_config=qwen_text(s, **moe(s)), vision_config=qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], num_position_embeddings=64,
            deepstack_visual_indexes=[1])), flat()),
    "qwen3_5": ("Qwen3_5ForConditionalGeneration", lambda s: dict(
        text_config=text(s, linear_num_key_heads=2, linear_num_value_heads=4, linear_key_head_dim=16, linear_value_head_dim=16,
            full_attention_interval=2, layer_types=(["linear_attention", "full_attention"] * 2)[: s["layers"]]),
        vision_config=qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], num_position_embeddings=64)), flat()),
    "qwen3_5_moe": ("Qwen3_5MoeForConditionalGeneration", lambda s: dict(
        text_config=text(s, linear_num_key_heads=2, linear_num_value_heads=4, linear_key_head_dim=16, linear_value_head_dim=16,
            shared_expert_intermediate_size=24, layer_types=(["linear_attention", "full_attention"] * 2)[: s["layers"]], **moe(s)),
        vision_config=qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], num_position_embeddings=64)), flat()),
    "gemma3": ("Gemma3ForConditionalGeneration", lambda s: dict(
        text_config=text(s, sliding_window=17), mm_tokens_per_image=4,
        vision_config=vision(s, vision_use_head=False)), fixed()),
    "paligemma": ("PaliGemmaForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="gemma", **text(s)), projection_dim=s["hidden"],
        vision_config=dict(model_type="siglip_vision_model", vision_use_head=False, **vision(s))), fixed()),
    "idefics2": ("Idefics2ForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="mistral", **text(s)), vision_config=vision(s),
        perceiver_config=dict(hidden_size=s["hidden"], resampler_n_latents=8, resampler_depth=2, resampler_n_heads=4, resampler_head_dim=12,
            num_key_value_heads=2)), tiles()),
    "idefics3": ("Idefics3ForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="llama", **text(s)), vision_config=vision(s), scale_factor=2), tiles()),
    "smolvlm": ("SmolVLMForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="llama", **text(s)), vision_config=vision(s), scale_factor=2), tiles()),
    "internvl": ("InternVLForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="qwen2", **text(s)), vision_config=vision(s, side=[8, 8], patch=[2, 2], use_qk_norm=s["v_layers"] == 3)), fixed()),
    "mistral3": ("Mistral3ForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="mistral", **text(s)), vision_config=dict(model_type="pixtral", **vision(s, side=32)), spatial_merge_size=2), sized()),
    "pixtral-llava": ("LlavaForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="mistral", **text(s)), vision_config=dict(model_type="pixtral", **vision(s, side=32)),
        vision_feature_layer=-1, vision_feature_select_strategy="full"), sized()),
    "mllama": ("MllamaForConditionalGeneration", lambda s: dict(
        text_config=text(s, cross_attention_layers=[1], rope_parameters=dict(rope_type="default", rope_theta=10000.0)),
        vision_config=dict(hidden_size=s["v_hidden"], attention_heads=s["v_heads"], intermediate_size=s["v_inner"], num_hidden_layers=s["v_layers"],
            num_global_layers=2, image_size=8, patch_size=2, max_num_tiles=4, vision_output_dim=s["v_hidden"] * 3, intermediate_layers_indices=[0, 1],
            supported_aspect_ratios=[[1, 1], [1, 2], [2, 1], [2, 2]])),
        lambda s: dict(pixel_values=pixels(1, 1, 4, 3, 8, 8), aspect_ratio_ids=torch.tensor([[1]]), aspect_ratio_mask=torch.ones(1, 1, 4, dtype=torch.long))),
    "llama4": ("Llama4ForConditionalGeneration", lambda s: dict(
        text_config=text(s, intermediate_size_mlp=s["inner"] + 32, num_local_experts=4, num_experts_per_tok=1, interleave_moe_layer_step=2, attention_chunk_size=4096),
        vision_config=vision(s, intermediate_size=4 * s["v_hidden"], pixel_shuffle_ratio=0.5, projector_input_dim=72, projector_output_dim=72, vision_output_dim=72)), fixed()),
    "blip-2": ("Blip2ForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="opt", hidden_size=s["hidden"], word_embed_proj_dim=s["hidden"], ffn_dim=s["inner"], num_hidden_layers=s["layers"],
            num_attention_heads=s["heads"], vocab_size=s["vocab"]), num_query_tokens=8, image_token_index=9,
        vision_config=vision(s), qformer_config=dict(hidden_size=32, num_attention_heads=4, num_hidden_layers=4, intermediate_size=72,
            encoder_hidden_size=s["v_hidden"], vocab_size=50)), fixed()),
    "glm4v": ("Glm4vForConditionalGeneration", lambda s: dict(
        text_config=qwen_text(s), vision_config=qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], image_size=16)), flat()),
    "glm46v": ("Glm46VForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="glm4v_text", **qwen_text(s)), vision_config=dict(model_type="glm4v_vision", **qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], image_size=16))), flat()),
    "glm_ocr": ("GlmOcrForConditionalGeneration", lambda s: dict(
        text_config=qwen_text(s), vision_config=qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], image_size=16)), flat()),
    "exaone4_5": ("Exaone4_5_ForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="exaone4", layer_types=["full_attention"] * s["layers"], **text(s)), vision_config=qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], window_size=8, fullatt_block_indexes=[1],
            num_key_value_heads=2)), flat()),
    "cosmos3_omni": ("Cosmos3OmniForConditionalGeneration", lambda s: dict(
        text_config=qwen_text(s), vision_config=qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], num_position_embeddings=64,
            deepstack_visual_indexes=[0])), flat()),
    "glm5_next": ("Glm5NextForConditionalGeneration", lambda s: dict(
        text_config=TYPES["glm5_next_text"][1](s), vision_config=qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], projection_intermediate_size=72)), flat()),
    "video_llama_3": ("VideoLlama3ForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="qwen2", **text(s)), image_token_id=9, vision_config=dict(hidden_size=s["v_hidden"], num_attention_heads=s["v_heads"],
            intermediate_size=s["v_inner"], num_hidden_layers=s["v_layers"], patch_size=2)),
        lambda s: dict(pixel_values=pixels(s["grid"][0] * s["grid"][1], 12), image_grid_thw=torch.tensor([[1, *s["grid"]]]), image_merge_sizes=torch.tensor([1]))),
    "glm4v_moe": ("Glm4vMoeForConditionalGeneration", lambda s: dict(
        text_config=text(s, n_routed_experts=4, num_experts_per_tok=2, moe_intermediate_size=32, n_shared_experts=1, n_group=1, topk_group=1,
            first_k_dense_replace=1, rope_parameters=dict(rope_type="default", rope_theta=10000.0, mrope_section=[1, 1, 2], partial_rotary_factor=0.5)), vision_config=qwen_vision(
            s, hidden_size=s["v_hidden"], intermediate_size=s["v_inner"], out_hidden_size=s["hidden"], image_size=16)), flat()),
    "aya_vision": ("AyaVisionForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="cohere2", **text(s)), vision_config=dict(model_type="siglip_vision_model", vision_use_head=False, **vision(s)),
        downsample_factor=2, adapter_layer_norm_eps=1e-6), fixed()),
    "cohere2_vision": ("Cohere2VisionForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="cohere2", **text(s)), vision_config=dict(model_type="siglip_vision_model", vision_use_head=False, **vision(s)),
        downsample_factor=2, alignment_intermediate_size=4 * s["v_hidden"]), fixed()),
    "kimi_k25": ("Kimi_K25ForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="llama", **text(s)), projection_hidden_size=s["v_hidden"], projection_ln_eps=1e-5,
        vision_config=vision(s, merge_kernel_size=(2, 2), pos_emb_height=8, pos_emb_width=8)),
        lambda s: dict(pixel_values=pixels(s["grid"][0] * s["grid"][1], 3, 2, 2), image_grid_thw=torch.tensor([[1, *s["grid"]]]))),
    "got_ocr2": ("GotOcr2ForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="qwen2", **text(s)), image_token_index=9,
        vision_config=dict(hidden_size=s["v_hidden"], output_channels=32, num_hidden_layers=s["v_layers"], num_attention_heads=s["v_heads"], image_size=32,
            patch_size=2, mlp_dim=s["v_inner"], window_size=3, global_attn_indexes=[1])), fixed(32)),
    "ovis2": ("Ovis2ForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="qwen2", **text(s)), vision_config=vision(s, hidden_stride=2, num_visual_indicator_tokens=5), image_token_id=9, hidden_size=s["hidden"],
        vocab_size=s["vocab"], visual_indicator_token_ids=[10, 11, 12, 13, 14]), fixed()),
    "deepseek_vl": ("DeepseekVLForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="llama", **text(s)), vision_config=dict(model_type="siglip_vision_model", vision_use_head=False, **vision(s))), fixed()),
    "lfm2_vl": ("Lfm2VlForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="lfm2", layer_types=["conv", "full_attention", "conv"][: s["layers"]], **text(s)), downsample_factor=2, projector_hidden_size=80,
        vision_config=dict(model_type="siglip2_vision_model", vision_use_head=False, hidden_size=s["v_hidden"], num_attention_heads=s["v_heads"],
            intermediate_size=s["v_inner"], num_hidden_layers=s["v_layers"], patch_size=2, num_patches=64)),
        lambda s: dict(pixel_values=pixels(1, s["grid"][0] * s["grid"][1], 12), spatial_shapes=torch.tensor([list(s["grid"])]),
            pixel_attention_mask=torch.ones(1, s["grid"][0] * s["grid"][1], dtype=torch.long))),
    "lighton_ocr": ("LightOnOcrForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="qwen3", **text(s)), vision_config=dict(model_type="pixtral", **vision(s, side=32)), spatial_merge_size=2), sized()),
    "qwen2_audio": ("Qwen2AudioForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="qwen2", **text(s)), audio_token_index=9, audio_config=dict(
            model_type="qwen2_audio_encoder", d_model=s["v_hidden"], encoder_ffn_dim=s["v_inner"], encoder_layers=s["v_layers"],
            encoder_attention_heads=s["v_heads"], num_mel_bins=10, max_source_positions=24)), sound("feature_attention_mask")),
    "audioflamingo3": ("AudioFlamingo3ForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="qwen2", **text(s)), audio_token_id=9, audio_config=ear(s, "audioflamingo3_encoder")), sound(True)),
    "voxtral": ("VoxtralForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="llama", **text(s)), audio_token_id=9, audio_config=ear(s, "voxtral_encoder", 4 * s["v_hidden"])), sound(False)),
    "glmasr": ("GlmAsrForConditionalGeneration", lambda s: dict(
        text_config=dict(model_type="llama", **text(s)), audio_token_id=9, audio_config=dict(
            ear(s, "glmasr_encoder", 4 * s["v_hidden"]), max_position_embeddings=24, num_key_value_heads=s["v_heads"])), sound(True)),
    "glm5_next_text": ("Glm5NextTextModel", lambda s: dict(
        hidden_size=s["hidden"], intermediate_size=s["inner"], moe_intermediate_size=32, num_hidden_layers=4, num_attention_heads=4, num_key_value_heads=4,
        n_routed_experts=4, num_experts_per_tok=2, n_shared_experts=1, kv_lora_rank=24, q_lora_rank=40, qk_nope_head_dim=16, v_head_dim=20, vocab_size=s["vocab"],
        index_head_dim=12, index_n_heads=3, index_kpool=4, index_topk=16, linear_head_dim=8, linear_num_heads=4, pad_token_id=0), lambda s: {}),
}


def part_shares(counter):
    """FLOPs below the modules that read images, by their name."""
    out = {}
    for name, counts in counter.get_flop_counts().items():
        last = name.split(".")[-1]
        if last in ("vision_tower", "visual", "vision_model", "vision_encoder", "multi_modal_projector", "connector", "qformer", "language_model"):
            out[last] = max(out.get(last, 0), sum(counts.values()))
    return out


def image_of(inputs, config):
    """How many images (or tiles) the tower reads, and their height and width in pixels."""
    if not inputs:
        return [0, 0, 0]
    grid = inputs["image_grid_thw"][0, 1:] if "image_grid_thw" in inputs else inputs["spatial_shapes"][0] if "spatial_shapes" in inputs else None
    if grid is not None:
        patch = config.vision_config.patch_size
        return [1, int(grid[0]) * patch, int(grid[1]) * patch]
    if "pixel_values" not in inputs:  # a sound
        return [1, 0, 0]
    *counts, _, height, width = inputs["pixel_values"].shape
    if "aspect_ratio_ids" in inputs:  # all tiles of an image are one
        counts = counts[:-1]
    return [int(torch.tensor(counts).prod()), height, width]


def image_tokens(model, inputs):
    """Rows that the model itself makes of the image."""
    base = getattr(model, "model", model)
    if not hasattr(base, "get_image_features") and not hasattr(base, "get_audio_features"):
        # Qwen2-Audio: places are averaged in pairs.
        return inputs["input_features"].shape[-1] // 4
    of = base.get_audio_features if "input_features" in inputs else base.get_image_features
    known = set(__import__("inspect").signature(of).parameters)
    with torch.no_grad():
        out = of(**{k: v for k, v in inputs.items() if k in known or "kwargs" in known})
    for name in ("pooler_output", "last_hidden_state"):
        if getattr(out, name, None) is not None:
            out = getattr(out, name)
            break
    rows = lambda t: t.numel() // t.shape[-1]  # noqa: E731
    return sum(rows(t) for t in out) if isinstance(out, (list, tuple)) else rows(out)


def built(model_type, i):
    class_name, config_of, inputs_of = TYPES[model_type]
    s = SIZES[i]
    cls = getattr(transformers, class_name)
    given = config_of(s)
    config = cls.config_class(**copy.deepcopy(given))
    config._attn_implementation = "eager"
    config._experts_implementation = "eager"
    torch.manual_seed(0)
    model = cls._from_config(config)
    model.eval().requires_grad_(False)
    return model, config, inputs_of(s)


def record(model_type, i):
    model, config, inputs = built(model_type, i)
    words = list(range(20, 37))
    token = getattr(config, "image_token_id", None) or getattr(config, "image_token_index", None)
    if "input_features" in inputs:
        token = 9
    if inputs and token is not None and token >= config.get_text_config().vocab_size:
        for name in ("image_token_id", "image_token_index"):
            if hasattr(config, name):
                setattr(config, name, 9)
        token = 9
    if inputs and model_type == "mllama":
        words = [9, *words]
        inputs["cross_attention_mask"] = torch.ones(1, len(words), 1, 4, dtype=torch.long)
    elif inputs:
        words = words[:6] + [token] * image_tokens(model, inputs) + words[6:]
    ids = torch.tensor([words])
    more = {}
    if "mm_token_type_ids" in __import__("inspect").signature(model.forward).parameters:
        more["mm_token_type_ids"] = (ids == token).long()
    if "token_type_ids" in __import__("inspect").signature(model.forward).parameters and model_type in ("gemma3", "paligemma"):
        more["token_type_ids"] = (ids == token).long()
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        model(input_ids=ids, use_cache=True, **inputs, **more)
    lines = sorted(f"{n}:{'x'.join(map(str, p.shape))}" for n, p in model.named_parameters())
    kept = {k: v for k, v in config.to_dict().items() if k not in ("transformers_version", "_name_or_path")}
    return {
        "class": type(model).__name__, "config": json.loads(json.dumps(kept, default=str)), "matrix_flops": counter.get_total_flops(),
        "parts": part_shares(counter), "inputs": {"input_ids": [1, len(words)], **{k: list(v.shape) for k, v in inputs.items()}},
        "image": image_of(inputs, config), "sounds": 1 if "input_features" in inputs else 0,
        "parameters": sum(p.numel() for p in model.parameters()), "crc": zlib.crc32("\n".join(lines).encode()),
    }


def stop(*_):
    raise TimeoutError()


def main():
    only = sys.argv[1:]
    signal.signal(signal.SIGALRM, stop)
    out = {}
    for model_type in only or TYPES:
        for i in range(len(SIZES)):
            signal.alarm(60)
            try:
                out.setdefault(model_type, []).append(record(model_type, i))
            except Exception as error:
                print(model_type, i, "not run:", type(error).__name__, str(error)[:300])
            signal.alarm(0)
        for row in out.get(model_type, []):
            print(model_type, row["matrix_flops"], row["parts"], row["inputs"])
    if only:
        return
    data = json.dumps(out, separators=(",", ":"), sort_keys=True).encode()
    with open(OUT, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as zipped:
        zipped.write(data)
    print(len(out), "types,", sum(map(len, out.values())), "runs")


if __name__ == "__main__":
    main()
