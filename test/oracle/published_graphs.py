"""Writes test/fixtures/published/graphs.json.gz: graphs of the vision networks whose figures others published.

Each network is built without weights by the library that its table names (torchvision 0.28.0, pretrainedmodels 0.7.4,
timm 1.0.31) or by the few lines below from its paper, exported to ONNX by torch.onnx, and written down as text: operators
with their attributes and the shapes of their weights (`described`).

Run: python test/oracle/published_graphs.py (packages of test/oracle/requirements.txt).
"""
import gzip
import io
import json
import pathlib
import sys
import warnings

import onnx
import torch
from torch import nn

# Builds of torchvision that do not match torch's lack these operators; no network here calls them.
for name in ("nms", "qnms"):
    torch.library.define(f"torchvision::{name}", "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")

import pretrainedmodels  # noqa: E402
import timm  # noqa: E402
import torchvision  # noqa: E402

TARGET = pathlib.Path(__file__).parent.parent / "fixtures" / "published"


def conv(i, o, k, **more):
    return nn.Sequential(nn.Conv2d(i, o, k, **more), nn.ReLU(inplace=True))


class Lrn(torch.autograd.Function):
    """Local response normalisation as the one operator that ONNX has for it."""

    @staticmethod
    def forward(ctx, x):
        return x

    @staticmethod
    def symbolic(g, x):
        return g.op("LRN", x, size_i=5)


class Norm(nn.Module):
    def forward(self, x):
        return Lrn.apply(x)


class BvlcAlexNet(nn.Module):
    """AlexNet as Caffe's reference model has it: two groups, local response normalisation (NIPS 2012)."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            conv(3, 96, 11, stride=4), Norm(), nn.MaxPool2d(3, 2), conv(96, 256, 5, padding=2, groups=2), Norm(),
            nn.MaxPool2d(3, 2), conv(256, 384, 3, padding=1), conv(384, 384, 3, padding=1, groups=2),
            conv(384, 256, 3, padding=1, groups=2), nn.MaxPool2d(3, 2, ceil_mode=True))
        self.classifier = nn.Sequential(nn.Linear(9216, 4096), nn.ReLU(), nn.Linear(4096, 4096), nn.ReLU(), nn.Linear(4096, 1000))

    def forward(self, x):
        return self.classifier(self.features(x).flatten(1))


class Inception(nn.Module):
    def __init__(self, i, a, b1, b, c1, c, d):
        super().__init__()
        self.paths = nn.ModuleList([
            conv(i, a, 1), nn.Sequential(conv(i, b1, 1), conv(b1, b, 3, padding=1)),
            nn.Sequential(conv(i, c1, 1), conv(c1, c, 5, padding=2)),
            nn.Sequential(nn.MaxPool2d(3, 1, 1), conv(i, d, 1))])

    def forward(self, x):
        return torch.cat([p(x) for p in self.paths], 1)


class GoogLeNet(nn.Module):
    """GoogLeNet by table 1 of arXiv 1409.4842, without batch normalisation and auxiliary heads (Caffe's model)."""

    def __init__(self, classes=1000):
        super().__init__()
        pool = lambda: nn.MaxPool2d(3, 2, ceil_mode=True)  # noqa: E731
        self.body = nn.Sequential(
            conv(3, 64, 7, stride=2, padding=3), pool(), Norm(), conv(64, 64, 1), conv(64, 192, 3, padding=1), Norm(), pool(),
            Inception(192, 64, 96, 128, 16, 32, 32), Inception(256, 128, 128, 192, 32, 96, 64), pool(),
            Inception(480, 192, 96, 208, 16, 48, 64), Inception(512, 160, 112, 224, 24, 64, 64),
            Inception(512, 128, 128, 256, 24, 64, 64), Inception(512, 112, 144, 288, 32, 64, 64),
            Inception(528, 256, 160, 320, 32, 128, 128), pool(),
            Inception(832, 256, 160, 320, 32, 128, 128), Inception(832, 384, 192, 384, 48, 128, 128),
            nn.AvgPool2d(7), nn.Flatten(), nn.Linear(1024, classes))

    def forward(self, x):
        return self.body(x)


class IBlock(nn.Module):
    def __init__(self, i, o, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.BatchNorm2d(i), nn.Conv2d(i, o, 3, 1, 1, bias=False), nn.BatchNorm2d(o), nn.PReLU(o),
            nn.Conv2d(o, o, 3, stride, 1, bias=False), nn.BatchNorm2d(o))
        self.short = nn.Identity() if stride == 1 else nn.Sequential(nn.Conv2d(i, o, 1, stride, bias=False), nn.BatchNorm2d(o))

    def forward(self, x):
        return self.body(x) + self.short(x)


class IResNet100(nn.Module):
    """LResNet100E-IR of ArcFace (arXiv 1801.07698): layers 3, 13, 30, 3, 112 x 112 faces, 512 features."""

    def __init__(self):
        super().__init__()
        stages, width = [], 64
        for count, out in zip((3, 13, 30, 3), (64, 128, 256, 512)):
            stages += [IBlock(width, out, 2)] + [IBlock(out, out, 1) for _ in range(count - 1)]
            width = out
        self.body = nn.Sequential(nn.Conv2d(3, 64, 3, 1, 1, bias=False), nn.BatchNorm2d(64), nn.PReLU(64), *stages,
                                  nn.BatchNorm2d(512), nn.Flatten(), nn.Linear(512 * 49, 512), nn.BatchNorm1d(512))

    def forward(self, x):
        return self.body(x)


class Dense(nn.Module):
    def __init__(self):
        super().__init__()
        self.convs = nn.ModuleList([nn.Conv2d(64 + 32 * n, 32 if n < 4 else 64, 3, 1, 1) for n in range(5)])

    def forward(self, x):
        held = x
        for c in self.convs[:-1]:
            held = torch.cat([held, nn.functional.leaky_relu(c(held), 0.2)], 1)
        return x + 0.2 * self.convs[-1](held)


class RRDBNet(nn.Module):
    """RealESRGAN_x4plus: 23 residual-in-residual dense blocks (arXiv 1809.00219, 2107.10833)."""

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(3, 64, 3, 1, 1)
        self.blocks = nn.ModuleList([nn.Sequential(Dense(), Dense(), Dense()) for _ in range(23)])
        self.rest = nn.ModuleList([nn.Conv2d(64, 64, 3, 1, 1) for _ in range(4)])
        self.last = nn.Conv2d(64, 3, 3, 1, 1)

    def forward(self, x):
        x = y = self.first(x)
        for b in self.blocks:
            y = y + 0.2 * b(y)
        x = x + self.rest[0](y)
        for c in self.rest[1:3]:
            x = nn.functional.leaky_relu(c(nn.functional.interpolate(x, scale_factor=2.0)), 0.2)
        return self.last(nn.functional.leaky_relu(self.rest[3](x), 0.2))


def resnet50_v1():
    """He et al., arXiv 1512.03385: the stride stands on the first 1 x 1 convolution of a block, not on the 3 x 3."""
    m = torchvision.models.resnet50()
    for layer in (m.layer2, m.layer3, m.layer4):
        layer[0].conv1.stride, layer[0].conv2.stride = (2, 2), (1, 1)
    return m


def fcn():
    m = torchvision.models.segmentation.fcn_resnet50(weights=None, weights_backbone=None, num_classes=21, aux_loss=True)
    return Named(m, ("out", "aux"))


class Named(nn.Module):
    def __init__(self, model, names):
        super().__init__()
        self.model, self.names = model, names

    def forward(self, x):
        out = self.model(x)
        return tuple(out[n] for n in self.names)


TV = ["alexnet", "vgg11", "vgg13", "vgg16", "vgg19", "vgg11_bn", "vgg13_bn", "vgg16_bn", "vgg19_bn", "resnet18", "resnet34",
      "resnet50", "resnet101", "resnet152", "squeezenet1_0", "squeezenet1_1", "densenet121", "densenet169", "densenet201",
      "densenet161", "inception_v3", "wide_resnet50_2", "wide_resnet101_2", "vit_b_16", "shufflenet_v2_x1_0"]
CADENE = {"bninception": 224, "cafferesnet101": 224, "dpn107": 224, "dpn131": 224, "dpn68": 224, "dpn68b": 224, "dpn92": 224,
          "dpn98": 224, "fbresnet152": 224, "inceptionresnetv2": 299, "inceptionv4": 299, "nasnetalarge": 331,
          "nasnetamobile": 224, "pnasnet5large": 331, "polynet": 331, "resnext101_32x4d": 224, "resnext101_64x4d": 224,
          "se_resnet101": 224, "se_resnet152": 224, "se_resnet50": 224, "se_resnext101_32x4d": 224,
          "se_resnext50_32x4d": 224, "senet154": 224, "xception": 299}
TINY = {"inception_v3": dict(init_weights=False), "resnet50": {}}
MODELS = {
    **{n: (lambda n=n: getattr(torchvision.models, n)(weights=None, **TINY.get(n, {})), (1, 3, 224, 224)) for n in TV},
    "inception_v3-299": (lambda: torchvision.models.inception_v3(weights=None, init_weights=False), (1, 3, 299, 299)),
    **{f"cadene-{n}": (lambda n=n: pretrainedmodels.__dict__[n](num_classes=1000, pretrained=None), (1, 3, s, s))
       for n, s in CADENE.items()},
    "resnet18-4k": (lambda: torchvision.models.resnet18(weights=None), (1, 3, 2160, 3840)),
    "resnet50-v1": (resnet50_v1, (1, 3, 224, 224)),
    "convnext_large-21841": (lambda: torchvision.models.convnext_large(weights=None, num_classes=21841), (1, 3, 224, 224)),
    "fcn_resnet50": (fcn, (1, 3, 256, 256)),
    "bvlc-alexnet": (BvlcAlexNet, (1, 3, 224, 224)),
    "googlenet": (GoogLeNet, (1, 3, 224, 224)),
    "googlenet-age": (lambda: GoogLeNet(8), (1, 3, 224, 224)),
    "lresnet100e-ir": (IResNet100, (1, 3, 112, 112)),
    "realesrgan-x4plus": (RRDBNet, (1, 3, 64, 64)),
    "edgenext_small": (lambda: timm.create_model("edgenext_small", pretrained=False, exportable=True), (1, 3, 224, 224)),
    "detector-stem": (lambda: nn.Sequential(conv(3, 16, 3, stride=2, padding=1), conv(16, 32, 3, stride=2, padding=1),
                                            conv(32, 32, 3, padding=1)), (1, 3, 640, 640)),
    "efficientnet_lite4": (lambda: timm.create_model("efficientnet_lite4", pretrained=False, exportable=True), (1, 3, 224, 224)),
}


def exported(make, shape):
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # PRESERVE: batch normalisation stays an operator of its own.
        torch.onnx.export(make().eval(), (torch.zeros(shape),), out, opset_version=17, dynamo=False,
                          do_constant_folding=False, training=torch.onnx.TrainingMode.PRESERVE)
    return onnx.load_from_string(out.getvalue())


def described(model):
    """The graph as text: inputs, then an operator a line: type, attributes, inputs and number of outputs.

    An input is `-n` (the value made n values before), `w2x3` (a weight of this shape), `i1,2` or `i:1` (integers that a
    shape needs: a list or one number), `f1,2` (such numbers with fractions), `=n` (the weight named n weights before,
    again) or nothing. Operators of equal layers so have equal lines.
    """
    graph = model.graph
    weights = {t.name: t for t in graph.initializer}
    lines, made, stored, own = [], {}, {}, 0
    for v in graph.input:
        made[v.name] = len(made)
        lines.append("input " + "x".join(str(d.dim_value) for d in v.type.tensor_type.shape.dim))

    def text(name, type_):
        nonlocal own
        if name == "":
            return ""
        if name in made:
            return str(made[name] - len(made))
        t = weights[name]
        if name in stored and t.data_type == onnx.TensorProto.FLOAT and len(t.dims) > 0:
            return f"={own - stored[name]}"
        stored[name], own = own, own + 1
        if t.data_type == onnx.TensorProto.INT64:
            # Ends of slices beyond any size, which no number of JavaScript holds.
            values = onnx.numpy_helper.to_array(t).clip(-(2**31), 2**31 - 1)
            return f"i:{values}" if values.ndim == 0 else "i" + ",".join(map(str, values.tolist()))
        if type_ in ("Concat", "Div", "Resize") and len(t.dims) == 1 and t.dims[0] <= 4:
            return "f" + ",".join(f"{v:g}" for v in onnx.numpy_helper.to_array(t).tolist())
        return "w" + "x".join(map(str, t.dims))

    def attribute(a):
        value = onnx.helper.get_attribute_value(a)
        assert not isinstance(value, onnx.GraphProto), "sub-graphs are not written"
        if isinstance(value, onnx.TensorProto):
            return f"{a.name}=t{value.data_type}:{onnx.numpy_helper.to_array(value).item()}"
        if isinstance(value, bytes):
            return f"{a.name}=s{value.decode()}"
        if isinstance(value, float):
            return f"{a.name}=f{value:.7g}"
        return f"{a.name}=" + (str(value) if isinstance(value, int) else ",".join(map(str, value)))

    for n in graph.node:
        if n.op_type == "Constant":
            tensor = n.attribute[0].t
            weights[n.output[0]] = tensor
            continue
        if n.op_type == "Identity" and n.input[0] in weights:
            # The exporter stores equal values once: a weight that has the same values, not the same weight.
            weights[n.output[0]] = weights[n.input[0]]
            continue
        inputs = "|".join(text(name, n.op_type) for name in n.input)
        lines.append(f"{n.op_type} {';'.join(attribute(a) for a in n.attribute)} {inputs} {len(n.output)}")
        for name in n.output:
            made[name] = len(made)
    lines.append("output " + " ".join(str(made[v.name] - len(made)) for v in graph.output))
    return lines


def main():
    parts = {}
    for name in sys.argv[1:] or list(MODELS):
        make, shape = MODELS[name]
        parts[name] = described(exported(make, shape))
        print(name, len(parts[name]), flush=True)
    TARGET.mkdir(parents=True, exist_ok=True)
    with gzip.GzipFile(TARGET / "graphs.json.gz", "wb", 9, mtime=0) as out:
        out.write(json.dumps(parts, indent=0).encode())


if __name__ == "__main__":
    main()
