"""Writes test/fixtures/shapes/contrib.json.gz: operators of `com.microsoft` and `ai.onnx.ml`, each run by onnxruntime.

Every case is a model of one node with small inputs; what is recorded are the true shapes and types of its outputs. Cases
are listed below by kind. A case that onnxruntime refuses is named on the console and left out.

Run: python test/oracle/contrib_ops.py (packages of test/oracle/requirements.txt).
"""
import base64
import gzip
import json
import pathlib

import numpy as np
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper

TARGET = pathlib.Path(__file__).parent.parent / "fixtures" / "shapes" / "contrib.json.gz"
MS, ML = "com.microsoft", "ai.onnx.ml"
CASES = []


def f(*shape):
    return np.linspace(0.1, 0.9, int(np.prod(shape)), dtype=np.float32).reshape(shape)


def h(*shape):
    return f(*shape).astype(np.float16)


def i32(*values):
    return np.array(values, np.int32)


def i64(*values):
    return np.array(values, np.int64)


def full(shape, value, dtype):
    return np.full(shape, value, dtype)


def u8(*shape):
    return full(shape, 3, np.uint8)


def s8(*shape):
    return full(shape, 3, np.int8)


def scalar(value, dtype=np.float32):
    return np.array(value, dtype)


class Const:
    """An input given as an initializer."""

    def __init__(self, value):
        self.value = value


def case(op, inputs, outputs=1, domain=MS, opset=21, ml=3, label="", types={}, **attributes):
    """One model: `inputs` are arrays, Const or None (left out); `outputs` a count, or flags for those wanted.

    `types` gives element types of outputs where the package cannot tell them.
    """
    flags = [True] * outputs if isinstance(outputs, int) else outputs
    CASES.append((op, domain, inputs, flags, attributes, opset, ml, types, label))


def build(op, domain, inputs, flags, attributes, opset, ml, types):
    names, declared, initializers, feed = [], [], [], {}
    for n, value in enumerate(inputs):
        name = "" if value is None else f"x{n}"
        names.append(name)
        if isinstance(value, Const):
            initializers.append(numpy_helper.from_array(value.value, name))
        elif value is not None:
            kind = TensorProto.STRING if value.dtype == object else helper.np_dtype_to_tensor_dtype(value.dtype)
            declared.append(helper.make_tensor_value_info(name, kind, value.shape))
            feed[name] = value
    outs = [f"y{n}" if wanted else "" for n, wanted in enumerate(flags)]
    node = helper.make_node(op, names, outs, domain=domain, **attributes)
    ports = [helper.make_tensor_value_info(o, types[n], None) if n in types else onnx.ValueInfoProto(name=o)
             for n, o in enumerate(outs) if o]
    graph = helper.make_graph([node], op, declared, ports, initializers)
    opsets = [helper.make_opsetid("", opset), helper.make_opsetid(MS, 1), helper.make_opsetid(ML, ml)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=10), feed


def attention():
    x, w, b = f(2, 5, 8), f(8, 24), f(24)
    case("Attention", [x, w, b], num_heads=2)
    case("Attention", [x, w, b, full((2, 5), 1, np.int32)], 2, num_heads=2, label="mask, present")
    case("Attention", [x, w, b, None, f(2, 2, 2, 3, 4)], 2, num_heads=2, unidirectional=1, label="past")
    case("Attention", [x, f(8, 22), f(22)], num_heads=2, qkv_hidden_sizes=[8, 8, 6], label="sizes of q, k, v")
    case("QAttention", [u8(2, 5, 8), u8(8, 24), b, scalar(0.1), scalar(0.1)], num_heads=2)
    case("QAttention", [u8(2, 5, 8), u8(8, 24), b, scalar(0.1), scalar(0.1), None, scalar(1, np.uint8),
                        scalar(1, np.uint8), f(2, 2, 2, 3, 4)], 2, num_heads=2, unidirectional=1, label="past")
    case("MultiHeadAttention", [x, x, x], num_heads=2)
    case("MultiHeadAttention", [x, f(2, 7, 8), f(2, 7, 12)], num_heads=2, label="cross, wider value")
    case("MultiHeadAttention", [x, f(2, 7, 8), f(2, 7, 12)], 4, types={3: TensorProto.FLOAT}, num_heads=2, label="present and qk")
    case("MultiHeadAttention", [x, f(2, 2, 7, 4), f(2, 2, 7, 4)], num_heads=2, label="key as past")
    case("MultiHeadAttention", [x, x, x, None, None, None, f(2, 2, 3, 4), f(2, 2, 3, 4)], 3, num_heads=2, label="past")
    case("DecoderMaskedMultiHeadAttention", [f(2, 1, 8), f(2, 2, 7, 4), f(2, 2, 7, 4)], num_heads=2, label="cross")
    case("DecoderMaskedMultiHeadAttention", [f(2, 1, 8), f(2, 1, 8), f(2, 1, 8), None, None, f(2, 2, 16, 4),
                                             f(2, 2, 16, 4), i32(3), i32(1), None], 3, num_heads=2,
         past_present_share_buffer=1)
    seq, total = i32(4, 4), scalar(5, np.int32)
    heads = dict(num_heads=4, kv_num_heads=2)
    case("GroupQueryAttention", [f(2, 5, 32), f(2, 5, 16), f(2, 5, 16), None, None, seq, total], 3, **heads)
    case("GroupQueryAttention", [f(2, 5, 64), None, None, None, None, seq, total], 3, label="packed", **heads)
    one, past, count = [f(2, 1, 32), f(2, 1, 16), f(2, 1, 16)], f(2, 2, 6, 8), Const(scalar(7, np.int32))
    case("GroupQueryAttention", [*one, past, past, i32(6, 6), count], 3, label="past, grown", **heads)
    case("GroupQueryAttention", [*one, past, past, i32(6, 6), scalar(7, np.int32)], 3, label="total not constant", **heads)
    buffer = f(2, 2, 12, 8)
    case("GroupQueryAttention", [*one, buffer, buffer, i32(6, 6), count], 3, label="past as buffer", **heads)
    case("GroupQueryAttention", [*one, past, past, i32(6, 6), count], 4, qk_output=1, label="qk", **heads)
    case("SparseAttention", [f(1, 4, 32), f(1, 4, 16), f(1, 4, 16), f(1, 2, 16, 8), f(1, 2, 16, 8), i32(0, 1).reshape(1, 2),
                             i32(0).reshape(1, 1), i32(4), i32(4)], 3, num_heads=4, kv_num_heads=2,
         sparse_block_size=16)
    position = np.tile(np.arange(5), (2, 1)).astype(np.int64)
    case("RotaryEmbedding", [x, position, f(9, 2), f(9, 2)], num_heads=2, label="3-D")
    case("RotaryEmbedding", [f(2, 2, 5, 4), position, f(9, 2), f(9, 2)], label="4-D")
    case("MRotaryEmbedding", [f(2, 5, 16), np.zeros((3, 2, 5), np.int64), f(9, 4), f(9, 4)], num_heads=2, mrope_section=[2, 1, 1])
    case("LinearAttention", [f(2, 5, 8), f(2, 5, 8), f(2, 5, 12)], 2, q_num_heads=2, kv_num_heads=2, update_rule="linear")
    case("LinearAttention", [f(2, 5, 8), f(2, 5, 8), f(2, 5, 12), f(2, 2, 4, 6), f(2, 5, 2)], 2, q_num_heads=2, kv_num_heads=2,
         update_rule="gated", label="past and decay")
    case("LinearAttention", [f(2, 5, 16), f(2, 5, 8), f(2, 5, 12)], 2, q_num_heads=4, kv_num_heads=2, update_rule="linear",
         label="more query heads")
    case("LinearAttentionGate", [f(2, 5, 4), f(4), f(4), f(2, 5, 4)], 2)
    case("CausalConvWithState", [f(2, 6, 9), f(6, 1, 4)], 2)
    case("CausalConvWithState", [f(2, 6, 9), f(6, 1, 4), f(6), f(2, 6, 3)], 2, activation="silu", label="past")
    case("CausalConvWithState", [f(2, 6, 9), f(6, 1, 4)], 2, dilation=2, label="dilated")
    case("CausalConvWithState", [f(2, 9, 6), f(6, 1, 4)], 2, channels_last=1, label="channels last")
    case("VarlenCausalConvWithState", [f(7, 6), f(6, 1, 4), i32(0, 3, 7), None, f(2, 6, 3)], 2)
    case("GatedDeltaNet", [f(7, 2, 4), f(7, 2, 4), f(7, 4, 6), i32(0, 3, 7), f(7, 4), f(7, 4), f(2, 4, 6, 4)], 2)
    case("GatedRMSNorm", [f(2, 5, 8), f(8), f(2, 5, 8)])


def normalisation():
    x, g = f(2, 5, 8), f(8)
    case("SkipLayerNormalization", [x, x, g, g])
    case("SkipLayerNormalization", [x, x, g, g, g], [True, False, False, True], label="sum")
    case("SkipLayerNormalization", [x, f(5, 8), g], label="broadcast skip")
    case("SkipSimplifiedLayerNormalization", [x, x, g])
    case("SkipSimplifiedLayerNormalization", [x, x, g], [True, False, False, True], label="sum")
    case("SimplifiedLayerNormalization", [x, g], domain="", label="default domain")
    case("SimplifiedLayerNormalization", [x, g], 2, domain="", axis=1, label="inverse deviation")
    ids = full((2, 5), 1, np.int32)
    tables = [f(10, 8), f(9, 8), f(2, 8), g, g]
    case("EmbedLayerNormalization", [ids, ids, *tables, ids], 2)
    case("EmbedLayerNormalization", [ids, None, f(10, 8), f(9, 8), None, g, g], 3, label="no segments, sum")
    quant = [u8(10, 8), u8(9, 8), u8(2, 8), u8(8), u8(8)]
    scales, zeros = [scalar(0.1)] * 5, [scalar(1, np.uint8)] * 5
    case("QEmbedLayerNormalization", [ids, ids, *quant, ids, *scales, *zeros], 2)
    case("BranchwiseRMSNorm", [f(2, 5, 3, 8)])
    case("EngramGate", [f(2, 5, 3, 8), f(2, 5, 3, 8), x, f(3, 8), f(3, 8)])
    case("HyperConnectionPostMix", [f(2, 5, 3, 8), x, f(2, 5, 3)])
    case("HyperConnectionPreMix", [f(2, 5, 3, 8), f(2, 5, 3)])
    case("HyperConnectionPreMix", [f(2, 5, 24), f(2, 5, 3)], num_branches=3, label="flattened")
    case("GatedAdd", [x, x, f(2, 5, 1)])


def activations():
    x = f(2, 5, 8)
    case("BiasGelu", [x, f(8)])
    case("FastGelu", [x, f(8)])
    case("FastGelu", [x], label="no bias")
    case("QuickGelu", [x])
    case("Gelu", [x])
    case("ScaledSiLU", [x])
    case("SampleOp", [x])
    case("Inverse", [f(2, 2, 2) + np.eye(2, dtype=np.float32)])
    case("Trilu", [f(2, 4, 5)])
    case("NGramRepeatBlock", [full((2, 5), 1, np.int64), f(2, 9)], ngram_size=2)


def matrices():
    a, b = f(2, 3, 4), f(2, 4, 5)
    case("FusedMatMul", [a, b])
    case("FusedMatMul", [f(2, 4, 3), f(2, 5, 4)], transA=1, transB=1, label="transposed")
    case("FusedMatMul", [f(3, 2, 4), f(2, 4, 5)], transBatchA=1, label="batch transposed")
    case("FusedMatMul", [f(2, 3, 4), f(4, 2, 5)], transBatchB=1, label="second batch transposed")
    case("FusedMatMul", [f(3, 6, 2, 4), f(6, 2, 5, 4)], transBatchA=1, transB=1, transBatchB=0, label="all transposed")
    case("TransposeMatMul", [f(4, 3), f(4, 5)], transA=1)
    case("FusedGemm", [f(4, 3), f(5, 4), f(5)], transA=1, transB=1, activation="Relu")
    case("MatMulInteger16", [full((2, 3, 4), 1, np.int16), full((4, 5), 1, np.int16)])
    case("MatMulIntegerToFloat", [u8(2, 3, 4), u8(4, 5), scalar(0.1), scalar(0.1)])
    case("DynamicQuantizeMatMul", [a, u8(4, 5), scalar(0.1)])
    case("QGemm", [u8(3, 4), scalar(0.1), scalar(1, np.uint8), u8(5, 4), scalar(0.1), scalar(1, np.uint8), None, scalar(0.1),
                   scalar(1, np.uint8)], transB=1)
    case("QGemm", [u8(3, 4), scalar(0.1), scalar(1, np.uint8), u8(4, 5), scalar(0.1), scalar(1, np.uint8)], label="float out")
    case("MatMulNBits", [f(2, 3, 32), Const(u8(7, 2, 8)), Const(f(14))], K=32, N=7, bits=4, block_size=16)
    case("MatMulNBits", [f(2, 3, 32), Const(u8(7, 2, 16)), Const(f(14)), None, None, Const(f(7))], K=32, N=7, bits=8,
         block_size=16, label="8 bits, bias")
    case("MatMulBnb4", [f(2, 3, 32), Const(u8(112)), Const(f(14))], K=32, N=7, block_size=16, quant_type=1)
    case("CDist", [f(3, 4), f(5, 4)], metric="euclidean")
    experts = [f(4, 16, 8), None, f(4, 8, 16), None]
    case("MoE", [f(2, 5, 8), f(10, 4), *experts], k=2, activation_type="relu")
    case("MoE", [f(10, 8), f(10, 4), *experts], k=2, activation_type="relu", label="packed tokens")
    case("QMoE", [f(10, 32), f(10, 4), Const(u8(4, 64, 16)), Const(f(4, 64)), None, Const(u8(4, 32, 16)), Const(f(4, 32)), None],
         k=2, expert_weight_bits=4, activation_type="swiglu", swiglu_fusion=1)
    case("MoEGroupRouter", [f(10, 8), f(8)], n_group=2, topk_group=1, top_k=2)


def quantised():
    s, z = scalar(0.1), scalar(1, np.uint8)
    x = u8(2, 4, 9, 9)
    case("QLinearAdd", [u8(2, 1, 5), s, z, u8(3, 5), s, z, s, z])
    case("QLinearMul", [u8(2, 1, 5), s, z, u8(3, 5), s, z, s, z])
    case("QLinearAveragePool", [x, s, z, s, z], kernel_shape=[3, 3], strides=[2, 2])
    case("QLinearAveragePool", [x, s, z, s, z], kernel_shape=[2, 2], strides=[2, 2], ceil_mode=1, label="ceil")
    case("QLinearAveragePool", [u8(2, 9, 9, 4), s, z, s, z], kernel_shape=[3, 3], channels_last=1, label="channels last")
    case("QLinearGlobalAveragePool", [x, s, z, s, z])
    case("QLinearGlobalAveragePool", [u8(2, 9, 9, 4), s, z, s, z], channels_last=1, label="channels last")
    case("QLinearLeakyRelu", [x, s, z, s, z])
    case("QLinearSigmoid", [x, s, z, s, z])
    case("QLinearSoftmax", [u8(2, 8), s, z, s, z], opset_attribute=13, axis=-1)
    case("QLinearConcat", [s, z, u8(2, 3), s, z, u8(2, 5), s, z], axis=1)
    case("QLinearWhere", [full((2, 1), True, bool), u8(2, 5), s, z, u8(1, 5), s, z, s, z])
    conv = [x, s, z, Const(u8(6, 4, 3, 3)), s, z, s, z]
    case("QLinearConv", conv, strides=[2, 2], pads=[1, 1, 1, 1])
    case("QLinearConv", [u8(2, 9, 9, 4), s, z, Const(u8(6, 4, 3, 3)), s, z, s, z], channels_last=1, label="channels last")
    case("QuantizeLinear", [f(2, 5), s, z])
    case("QuantizeLinear", [f(2, 5), s, scalar(1, np.uint16)], label="16 bits")
    case("DequantizeLinear", [u8(2, 5), s, z])
    lstm = [f(5, 2, 3), Const(s8(1, 3, 16)), Const(s8(1, 4, 16)), None, None, None, None, None]
    tables = [Const(f(1)), Const(s8(1)), Const(f(1)), Const(s8(1))]
    case("DynamicQuantizeLSTM", [*lstm, *tables], 3, hidden_size=4)
    case("GatherBlockQuantized", [Const(u8(8, 16)), full((2, 3), 1, np.int64), Const(f(8, 2))], block_size=16, bits=4,
         gather_axis=0, quantize_axis=1)
    case("GatherBlockQuantized", [Const(u8(8, 32)), full((2, 3), 1, np.int64), Const(f(8, 2))], block_size=16, bits=8,
         gather_axis=0, quantize_axis=1, label="8 bits")


def spatial():
    x = f(2, 4, 9, 9)
    case("FusedConv", [x, f(6, 4, 3, 3), f(6)], strides=[2, 2], pads=[1, 1, 1, 1], activation="Relu")
    case("NhwcMaxPool", [u8(2, 9, 9, 4)], kernel_shape=[3, 3], strides=[2, 2])
    case("GridSample", [x, f(2, 5, 6, 2)])
    case("CropAndResize", [x, f(3, 4), i32(0, 1, 1), Const(i32(5, 6))])
    case("ConvTransposeWithDynamicPads", [x, f(4, 6, 3, 3), Const(i64(1, 1, 1, 1))], strides=[2, 2])
    case("MaxpoolWithMask", [x, full((2, 4, 9, 9), 1, np.int32)], kernel_shape=[3, 3], strides=[2, 2])
    case("UnfoldTensor", [f(2, 9, 3)], dim=1, size=4, step=2)
    case("Pad", [f(2, 3), Const(i64(0, 1, 2, 0))])
    case("ExpandDims", [f(2, 3), Const(scalar(1, np.int32))])
    case("ExpandDims", [f(2, 3), Const(scalar(-1, np.int32))], label="from the end")
    case("GatherND", [f(3, 4, 5), full((2, 1), 1, np.int64)])
    case("Range", [Const(scalar(1.0)), Const(scalar(7.0)), Const(scalar(2.0))])
    case("DynamicTimeWarping", [f(3, 4)])


def sequences():
    x = f(5, 2, 3)
    case("AttnLSTM", [x, f(1, 16, 5), f(1, 16, 4), f(1, 32), None, None, None, None, f(1, 4, 6), f(1, 2, 6), f(1, 6),
                      f(2, 7, 2), None, None], 3, hidden_size=4)
    case("MurmurHash3", [full((2, 3), 1, np.int32)])
    case("MurmurHash3", [full((2, 3), 1, np.int32)], positive=0, label="signed")
    case("Unique", [f(6)], 3)
    case("Tokenizer", [np.array(["a b", "c"], object)], separators=[" "], mincharnum=1, pad_value="#", mark=0)
    case("BifurcationDetector", [i64(1, 5, 3, 4), i64(1), scalar(0, np.int64), None], 2)
    case("WordConvEmbedding", [full((3, 6), 1, np.int32), f(5, 1, 2, 4), f(5), f(9, 4)], embedding_size=5, conv_window_size=2,
         char_embedding_size=4)
    case("NGramHashMapping", [full((2, 5), 1, np.int64), i64(3, 5, 7), i64(11, 13, 17, 19)], pad_id=0, n_head_per_ngram=2,
         max_ngram_size=3)
    case("VarlenNGramHashMapping", [full((7,), 1, np.int64), i64(3, 5, 7), i64(11, 13, 17, 19), i32(0, 3, 7)], pad_id=0,
         n_head_per_ngram=2, max_ngram_size=3)


def machine_learning():
    x = f(3, 4)

    def ml(op, inputs, outputs=1, **attributes):
        case(op, inputs, outputs, domain=ML, **attributes)

    linear = dict(kernel_type="LINEAR", kernel_params=[1.0, 0.0, 3.0])
    ml("ArrayFeatureExtractor", [x, i64(0, 2)])
    ml("Binarizer", [x], threshold=0.5)
    ml("CategoryMapper", [i64(1, 2, 3)], cats_int64s=[1, 2, 3], cats_strings=["a", "b", "c"])
    ml("FeatureVectorizer", [x, f(3, 2)], inputdimensions=[4, 2])
    ml("Imputer", [x], imputed_value_floats=[0.0])
    ml("LabelEncoder", [i64(1, 2, 3)], keys_int64s=[1, 2], values_strings=["a", "b"])
    ml("LabelEncoder", [i64(1, 2, 3)], keys_int64s=[1, 2], values_floats=[1.0, 2.0], label="to floats")
    ml("LinearClassifier", [x], 2, coefficients=[0.1] * 12, intercepts=[0.0] * 3, classlabels_ints=[0, 1, 2])
    ml("LinearClassifier", [x], 2, coefficients=[0.1] * 4, intercepts=[0.0], classlabels_strings=["a", "b"], label="two classes")
    ml("LinearRegressor", [x], coefficients=[0.1] * 8, intercepts=[0.0] * 2, targets=2)
    ml("Normalizer", [x], norm="L2")
    ml("OneHotEncoder", [i64(1, 2, 3)], cats_int64s=[1, 2, 3, 4])
    ml("OneHotEncoder", [full((3, 1), 1, np.int64)], cats_int64s=[1, 2], label="2-D")
    ml("Scaler", [x], scale=[2.0], offset=[0.0])
    ml("SVMClassifier", [x], 2, coefficients=[0.5, -0.5], support_vectors=[0.1] * 8, vectors_per_class=[1, 1], rho=[0.0],
       classlabels_ints=[0, 1], **linear)
    ml("SVMClassifier", [x], 2, coefficients=[0.5, -0.5, 0.2, 0.1, 0.3, 0.4], support_vectors=[0.1] * 12,
       vectors_per_class=[1, 1, 1], rho=[0.0] * 3, prob_a=[0.1] * 3, prob_b=[0.1] * 3, classlabels_strings=["a", "b", "c"],
       label="probabilities", **linear)
    ml("SVMClassifier", [x], 2, coefficients=[0.5, -0.5, 0.2, 0.1, 0.3, 0.4], support_vectors=[0.1] * 12,
       vectors_per_class=[1, 1, 1], rho=[0.0] * 3, classlabels_ints=[0, 1, 2], label="votes of three", **linear)
    ml("SVMRegressor", [x], coefficients=[0.5, -0.5], support_vectors=[0.1] * 8, n_supports=2, rho=[0.0], **linear)
    tree = dict(nodes_treeids=[0, 0, 0], nodes_nodeids=[0, 1, 2], nodes_featureids=[0, 0, 0], nodes_values=[0.5, 0.0, 0.0],
                nodes_modes=["BRANCH_LEQ", "LEAF", "LEAF"], nodes_truenodeids=[1, 0, 0], nodes_falsenodeids=[2, 0, 0])
    ml("TreeEnsembleClassifier", [x], 2, class_treeids=[0, 0], class_nodeids=[1, 2], class_ids=[0, 1], class_weights=[1.0, 1.0],
       classlabels_int64s=[0, 1], **tree)
    ml("TreeEnsembleRegressor", [x], n_targets=2, target_treeids=[0, 0], target_nodeids=[1, 2], target_ids=[0, 1],
       target_weights=[1.0, 1.0], **tree)
    case("TreeEnsemble", [x], domain=ML, ml=5, n_targets=2, aggregate_function=1, post_transform=0, tree_roots=[0],
         nodes_modes=helper.make_tensor("m", TensorProto.UINT8, [1], [0]), nodes_featureids=[0],
         nodes_splits=helper.make_tensor("s", TensorProto.FLOAT, [1], [0.5]), nodes_truenodeids=[0], nodes_trueleafs=[1],
         nodes_falsenodeids=[1], nodes_falseleafs=[1], leaf_targetids=[0, 1],
         leaf_weights=helper.make_tensor("w", TensorProto.FLOAT, [2], [1.0, 2.0]))


def main():
    for kind in (attention, normalisation, activations, matrices, quantised, spatial, sequences, machine_learning):
        kind()
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    records, refused = [], []
    for op, domain, inputs, flags, attributes, opset, ml, types, label in CASES:
        if "opset_attribute" in attributes:
            attributes["opset"] = attributes.pop("opset_attribute")
        model, feed = build(op, domain, inputs, flags, attributes, opset, ml, types)
        try:
            session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
            results = session.run(None, feed)
        except Exception as error:  # noqa: BLE001 - named and left out
            refused.append(f"{op} {label}: {str(error).splitlines()[0][:260]}")
            continue
        types = [o.type for o in session.get_outputs()]
        records.append({"op": op, "domain": domain, "label": label,
                        "model": base64.b64encode(model.SerializeToString()).decode(),
                        "outputs": [{"type": t, "shape": list(r.shape)} for t, r in zip(types, results)]})
    print("\n".join(refused))
    ops = {(r["domain"], r["op"]) for r in records}
    print(len(records), "cases of", len(ops), "operators;", len(refused), "refused")
    text = json.dumps({"onnxruntime": ort.__version__, "cases": records}, separators=(",", ":"))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(TARGET.name, TARGET.stat().st_size)


if __name__ == "__main__":
    main()
