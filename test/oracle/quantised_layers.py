"""Quantises one small linear layer by each scheme's own packer and records what a checkpoint then holds of it.

Run: python test/oracle/quantised_layers.py FOLDER (torch, transformers==5.18.0, compressed-tensors==0.20.0,
bitsandbytes==0.50.2, psutil; FOLDER holds the unpacked auto_gptq-0.7.1 wheel and autoawq-0.2.9 sdist, of which one file each
is loaded by its path: the packages themselves no longer import beside today's transformers).
Writes test/fixtures/quantised/layers.json: for each scheme its `quantization_config`, the layer's size, and every stored tensor's
ending, type, shape and bytes.
"""
import importlib.util
import json
import pathlib
import sys
import types

import torch
from torch import nn

OUT = pathlib.Path(__file__).resolve().parents[1] / "fixtures" / "quantised"
ROWS, COLUMNS = 192, 384


def told(tensors):
    return {
        name: [str(t.dtype).removeprefix("torch."), list(t.shape), t.numel() * t.element_size()]
        for name, t in tensors.items()
    }


def compressed_tensors():
    from compressed_tensors.compressors import compress_module
    from compressed_tensors.config import CompressionFormat
    from compressed_tensors.quantization import QuantizationConfig
    from compressed_tensors.quantization.lifecycle.initialize import initialize_module_for_quantization
    from compressed_tensors.quantization.quant_scheme import PRESET_SCHEMES, preset_name_to_scheme

    rows = []
    for name in PRESET_SCHEMES:
        if name == "UNQUANTIZED":
            continue
        scheme = preset_name_to_scheme(name, ["Linear"])
        layer = nn.Linear(COLUMNS, ROWS, bias=False, dtype=torch.bfloat16)
        initialize_module_for_quantization(layer, scheme)
        with torch.no_grad():
            for key, p in layer.named_parameters():
                if key != "weight":
                    p.fill_(1)
        try:
            compress_module(layer)
        except Exception as error:
            print("left out", name, type(error).__name__, str(error)[:100])
            continue
        scheme = layer.quantization_scheme
        fmt = CompressionFormat(scheme.format).value
        config = QuantizationConfig(config_groups={"group_0": scheme}, format=fmt, ignore=["lm_head"]).to_dict()
        config["quant_method"] = "compressed-tensors"
        config = json.loads(json.dumps(config, default=str))
        rows.append([f"compressed-tensors {name}", config, told(layer.state_dict())])
    return rows


def bitsandbytes():
    import bitsandbytes as bnb

    rows = []
    for dtype in (torch.bfloat16, torch.float16):
        weight = torch.randn(ROWS, COLUMNS, dtype=dtype)
        for kind in ("nf4", "fp4"):
            for twice in (False, True):
                packed, state = bnb.functional.quantize_4bit(weight, blocksize=64, compress_statistics=twice, quant_type=kind)
                tensors = {"weight": packed, **{f"weight.{k}": v for k, v in state.as_dict(packed=True).items()}}
                config = {"quant_method": "bitsandbytes", "load_in_4bit": True, "bnb_4bit_quant_type": kind,
                          "bnb_4bit_use_double_quant": twice}
                rows.append([f"bitsandbytes {kind} {'double ' if twice else ''}{str(dtype)[6:]}", config, told(tensors)])
    layer = bnb.nn.Linear8bitLt(COLUMNS, ROWS, bias=False, has_fp16_weights=False)
    layer.weight = bnb.nn.Int8Params(torch.randn(ROWS, COLUMNS).half(), has_fp16_weights=False, requires_grad=False).to("cpu")
    rows.append(["bitsandbytes int8", {"quant_method": "bitsandbytes", "load_in_8bit": True}, told(layer.state_dict())])
    return rows


def from_path(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gptq(folder):
    module = from_path("gptq_linear", folder / "gptq/auto_gptq/nn_modules/qlinear/qlinear_cuda_old.py")
    rows = []
    for bits, group in ((4, 128), (8, 128), (3, 128), (2, 64), (4, -1), (4, 32)):
        layer = module.QuantLinear(bits, group, COLUMNS, ROWS, False)
        config = {"quant_method": "gptq", "bits": bits, "group_size": group, "desc_act": False, "sym": True}
        rows.append([f"gptq {bits} bits, groups of {group}", config, told(layer.state_dict())])
    return rows


def awq(folder):
    for name in ("awq", "awq.utils", "awq.modules", "awq.modules.triton"):
        sys.modules[name] = types.ModuleType(name)
    root = folder / "autoawq-0.2.9" / "awq"
    for name, file in (("awq.utils.module", "utils/module.py"), ("awq.utils.packing_utils", "utils/packing_utils.py")):
        sys.modules[name] = from_path(name, root / file)
    helper = types.ModuleType("awq.utils.utils")
    helper.get_best_device = lambda: "cpu"
    sys.modules["awq.utils.utils"] = helper
    module = from_path("awq_linear", root / "modules/linear/gemm.py")
    rows = []
    for group in (128, 64):
        layer = module.WQLinear_GEMM(4, group, COLUMNS, ROWS, False, "cpu")
        config = {"quant_method": "awq", "bits": 4, "group_size": group, "version": "gemm", "zero_point": True}
        rows.append([f"awq groups of {group}", config, told(layer.state_dict())])
    return rows


def fp8():
    from transformers.integrations.finegrained_fp8 import FP8Linear

    rows = []
    for block in ((128, 128), None):
        layer = FP8Linear(COLUMNS, ROWS, has_bias=False, block_size=block, activation_scheme="dynamic")
        config = {"quant_method": "fp8", "fmt": "e4m3", "activation_scheme": "dynamic", "weight_block_size": list(block) if block else None}
        rows.append([f"fp8 {'in blocks' if block else 'of the whole tensor'}", config, told(layer.state_dict())])
    return rows


def mxfp4():
    from transformers import AutoConfig
    from transformers.integrations.mxfp4 import Mxfp4GptOssExperts

    config = AutoConfig.for_model("gpt_oss", hidden_size=64, intermediate_size=96, num_local_experts=2)
    with torch.device("meta"):
        experts = Mxfp4GptOssExperts(config)
    sizes = {"hidden_size": 64, "intermediate_size": 96, "num_local_experts": 2}
    return {"config": {"quant_method": "mxfp4", "modules_to_not_convert": ["lm_head"]}, "sizes": sizes, "tensors": told(experts.state_dict())}


def attempt(make, *args):
    try:
        return make(*args)
    except Exception as error:
        print("failed", make.__name__, repr(error)[:300])
        return []


def main():
    folder = pathlib.Path(sys.argv[1])
    OUT.mkdir(parents=True, exist_ok=True)
    rows = [*attempt(compressed_tensors), *attempt(bitsandbytes), *attempt(gptq, folder), *attempt(awq, folder), *attempt(fp8)]
    document = {
        "rows": ROWS, "columns": COLUMNS,
        "schemes": [{"name": n, "config": c, "tensors": t} for n, c, t in rows],
        "mxfp4": attempt(mxfp4),
    }
    (OUT / "layers.json").write_text(json.dumps(document, indent=1) + "\n")
    for n, _, t in rows:
        print(n, {k: v[:2] for k, v in t.items()})
    print(document["mxfp4"])


main()
