"""Starts a training from shipped weights: an ONNX file of export.py, in which batch normalisation is folded into the convolutions."""
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from net import Conv


@torch.no_grad()
def start(net, path, images):
    """Gives the net the file's weights and each normalisation the mean and variance that it has on the images, so that
    the net gives what the file gives when evaluated, and starts close to it when trained."""
    graph = onnx.load(path).graph
    arrays = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    folded = iter([[arrays[name] for name in node.input[1:]] for node in graph.node if node.op_type == "Conv"])
    norms = {m[0]: m[1] for m in net.modules() if isinstance(m, Conv)}

    def before(conv, _):  # convolutions run in the order in which they were exported
        weight, bias = next(folded)
        conv.weight.copy_(weight)
        if conv in norms:
            norms[conv].bias.copy_(bias)
        else:
            conv.bias.copy_(bias)

    def after(conv, _, y):
        if conv not in norms:
            return
        norm, mean, var = norms[conv], y.mean((0, 2, 3)), y.var((0, 2, 3), unbiased=False).clamp(min=1e-4)
        norm.running_mean.copy_(mean), norm.running_var.copy_(var)
        norm.weight.copy_((var + norm.eps).sqrt()), norm.bias.add_(mean)

    convs = [m for m in net.modules() if isinstance(m, nn.Conv2d)]
    hooks = [c.register_forward_pre_hook(before) for c in convs] + [c.register_forward_hook(after) for c in convs]
    net.eval()
    net(images)
    for hook in hooks:
        hook.remove()
    net.train()
