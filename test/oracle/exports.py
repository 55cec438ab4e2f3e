"""Writes test/fixtures/shapes/exports/*.json.gz: models as the two exporters of torch.onnx write them, and true shapes.

Small random models of six families, exported with dynamic axes by both exporters, executed in onnxruntime (no
optimisation) with every value of the main graph made an output, twice with different sizes; then the weights are dropped.

Run: python test/oracle/exports.py [name ...] (packages of test/oracle/requirements.txt).
"""
import base64
import gzip
import io
import json
import pathlib
import sys
import warnings

import numpy as np
import onnx
import onnxruntime as ort
import torch
import transformers as tf
from node_tests import dtype_name

TARGET = pathlib.Path(__file__).parent.parent / "fixtures" / "shapes" / "exports"
KEPT_BYTES = 128


class Gpt2WithCache(torch.nn.Module):
    """GPT-2 with its keys and values as plain tensors."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, past_key_0, past_value_0, past_key_1, past_value_1):
        cache = tf.DynamicCache()
        cache.update(past_key_0, past_value_0, 0)
        cache.update(past_key_1, past_value_1, 1)
        out = self.model(input_ids=input_ids, attention_mask=attention_mask, past_key_values=cache, use_cache=True)
        layers = out.past_key_values.layers
        return out.logits, layers[0].keys, layers[0].values, layers[1].keys, layers[1].values


class Picked(torch.nn.Module):
    """A model whose outputs are the named fields, called with keywords."""

    def __init__(self, model, inputs, outputs, **fixed):
        super().__init__()
        self.model, self.inputs, self.outputs, self.fixed = model, inputs, outputs, fixed

    def forward(self, *args):
        out = self.model(**dict(zip(self.inputs, args)), **self.fixed)
        return tuple(getattr(out, name) for name in self.outputs)


def ids(*shape):
    return torch.randint(1, 90, shape)


def ones(*shape):
    return torch.ones(shape, dtype=torch.int64)


def bert():
    config = tf.BertConfig(vocab_size=99, hidden_size=32, num_hidden_layers=2, num_attention_heads=4,
                           intermediate_size=64, max_position_embeddings=64)
    names = ["input_ids", "attention_mask", "token_type_ids"]
    axes = {n: {0: "batch", 1: "sequence"} for n in names}
    make = lambda b, s: (ids(b, s), ones(b, s), torch.zeros(b, s, dtype=torch.int64))  # noqa: E731
    return Picked(tf.BertModel(config), names, ["last_hidden_state", "pooler_output"]), names, axes, [make(2, 7), make(3, 11)]


def gpt2():
    config = tf.GPT2Config(vocab_size=99, n_embd=32, n_layer=2, n_head=4, n_positions=64)
    names = ["input_ids", "attention_mask", "past_key_0", "past_value_0", "past_key_1", "past_value_1"]
    axes = {n: {0: "batch", 2: "past"} for n in names[2:]}
    axes["input_ids"] = {0: "batch", 1: "sequence"}
    axes["attention_mask"] = {0: "batch", 1: "total"}
    make = lambda b, s, p: (ids(b, s), ones(b, s + p), *(torch.randn(b, 4, p, 8) for _ in range(4)))  # noqa: E731
    return Gpt2WithCache(tf.GPT2LMHeadModel(config)), names, axes, [make(2, 3, 5), make(3, 4, 9)]


def vit():
    config = tf.ViTConfig(hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64,
                          image_size=32, patch_size=8)
    names = ["pixel_values"]
    axes = {"pixel_values": {0: "batch"}}
    make = lambda b: (torch.randn(b, 3, 32, 32),)  # noqa: E731
    return Picked(tf.ViTModel(config), names, ["last_hidden_state", "pooler_output"]), names, axes, [make(2), make(3)]


def convnext():
    config = tf.ConvNextConfig(hidden_sizes=[8, 16, 24, 32], depths=[1, 1, 2, 1], num_labels=5)
    names = ["pixel_values"]
    axes = {"pixel_values": {0: "batch", 2: "height", 3: "width"}}
    make = lambda b, h, w: (torch.randn(b, 3, h, w),)  # noqa: E731
    return Picked(tf.ConvNextForImageClassification(config), names, ["logits"]), names, axes, [make(2, 64, 96), make(3, 96, 64)]


def whisper():
    config = tf.WhisperConfig(vocab_size=99, d_model=32, encoder_layers=2, decoder_layers=2, encoder_attention_heads=4,
                              decoder_attention_heads=4, encoder_ffn_dim=64, decoder_ffn_dim=64, num_mel_bins=16,
                              max_source_positions=30, max_target_positions=40, pad_token_id=0, bos_token_id=1,
                              eos_token_id=2, decoder_start_token_id=1)
    names = ["input_features", "decoder_input_ids", "decoder_attention_mask"]
    axes = {"input_features": {0: "batch"}, "decoder_input_ids": {0: "batch", 1: "sequence"},
            "decoder_attention_mask": {0: "batch", 1: "sequence"}}
    make = lambda b, s: (torch.randn(b, 16, 60), ids(b, s), ones(b, s))  # noqa: E731
    model = Picked(tf.WhisperForConditionalGeneration(config), names, ["logits", "encoder_last_hidden_state"], use_cache=False)
    return model, names, axes, [make(2, 5), make(3, 8)]


def t5():
    config = tf.T5Config(vocab_size=99, d_model=32, d_kv=8, d_ff=64, num_layers=2, num_heads=4,
                         attn_implementation="eager")
    names = ["input_ids", "attention_mask", "decoder_input_ids"]
    axes = {"input_ids": {0: "batch", 1: "source"}, "attention_mask": {0: "batch", 1: "source"},
            "decoder_input_ids": {0: "batch", 1: "target"}}
    make = lambda b, s, t: (ids(b, s), ones(b, s), ids(b, t))  # noqa: E731
    model = Picked(tf.T5ForConditionalGeneration(config), names, ["logits", "encoder_last_hidden_state"], use_cache=False)
    return model, names, axes, [make(2, 7, 5), make(3, 6, 9)]


def export_traced(model, args, names, axes):
    """The exporter that traces to TorchScript."""
    buffer = io.BytesIO()
    torch.onnx.export(model, args, buffer, input_names=names, dynamic_axes=axes, opset_version=17, dynamo=False)
    return onnx.load_from_string(buffer.getvalue())


def export_dynamo(model, args, names, axes):
    """The exporter on torch.export."""
    dims = {}
    shapes = tuple(
        {i: dims.setdefault(axis, torch.export.Dim.DYNAMIC) for i, axis in axes.get(n, {}).items()} for n in names
    )
    if isinstance(model, Picked):
        shapes = (shapes,)
    program = torch.onnx.export(model, args, input_names=names, dynamic_shapes=shapes, dynamo=True, verbose=False)
    return program.model_proto


def exposed(model):
    """A copy of which every value of the main graph is an output."""
    out = onnx.ModelProto()
    out.CopyFrom(model)
    seen = {o.name for o in out.graph.output}
    for node in out.graph.node:
        for name in node.output:
            if name and name not in seen:
                seen.add(name)
                out.graph.output.append(onnx.ValueInfoProto(name=name))
    return out


def execute(model, names, args):
    """Type and shape of every value, by name; those of unused inputs too."""
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    feed = {n: a.numpy() for n, a in zip(names, args) if n in {i.name for i in session.get_inputs()}}
    outputs = [o.name for o in session.get_outputs()]
    results = session.run(outputs, feed)
    return feed, {n: [str(r.dtype), list(r.shape)] for n, r in zip(outputs, results) if isinstance(r, np.ndarray)}


def stripped(model):
    """A copy without large payloads, declared shapes of inner values and text that no one reads."""
    out = onnx.ModelProto()
    out.CopyFrom(model)
    strip_graph(out.graph)
    for f in out.functions:
        for node in f.node:
            strip_node(node)
    return out


def strip_graph(graph):
    del graph.value_info[:]
    for t in graph.initializer:
        strip_tensor(t)
    for node in graph.node:
        strip_node(node)


def strip_node(node):
    node.doc_string = ""
    del node.metadata_props[:]
    for a in node.attribute:
        if a.HasField("t"):
            strip_tensor(a.t)
        if a.HasField("g"):
            strip_graph(a.g)


def strip_tensor(t):
    if len(t.raw_data) > KEPT_BYTES:
        t.raw_data = b""
    if len(t.float_data) * 4 > KEPT_BYTES:
        del t.float_data[:]


def main():
    warnings.simplefilter("ignore")
    TARGET.mkdir(parents=True, exist_ok=True)
    for build in (bert, gpt2, vit, convnext, whisper, t5):
        for export in (export_traced, export_dynamo):
            name = f"{build.__name__}-{export.__name__[7:]}"
            if sys.argv[1:] and name not in sys.argv[1:]:
                continue
            torch.manual_seed(0)
            model, names, axes, sizes = build()
            try:
                exported = export(model.eval(), sizes[0], names, axes)
                opened = exposed(exported)
                runs = []
                for args in sizes:
                    feed, shapes = execute(opened, names, args)
                    runs.append({"inputs": {n: list(v.shape) for n, v in feed.items()},
                                 "shapes": {n: s for n, (_, s) in shapes.items()}})
                    types = {n: d for n, (d, _) in shapes.items()}
            except Exception as error:  # noqa: BLE001 - said, and the other exporter goes on
                print(name, "FAILED", type(error).__name__, str(error)[:600])
                continue
            for o in exported.graph.output:
                o.type.tensor_type.ClearField("shape")
            bare = stripped(exported).SerializeToString()
            record = {"name": name, "torch": torch.__version__, "transformers": tf.__version__,
                      "onnxruntime": ort.__version__, "nodes": len(exported.graph.node),
                      "model": base64.b64encode(bare).decode(), "types": types, "runs": runs}
            data = gzip.compress(json.dumps(record, separators=(",", ":")).encode(), 9, mtime=0)
            (TARGET / f"{name}.json.gz").write_bytes(data)
            print(name, len(exported.graph.node), "nodes", len(bare), "bytes of model,", len(data), "of fixture,",
                  len(types), "values")


if __name__ == "__main__":
    main()
