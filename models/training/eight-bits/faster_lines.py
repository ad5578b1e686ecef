"""Makes the eight-bit lines of version 6 faster: python3 faster_lines.py EIGHT_BITS.onnx FLOATS.onnx OUT.onnx

ONNX Runtime takes the largest of four by a loop a byte and GELUs by four operators that it cannot join in eight bits, half of the
net's time. So the convolutions and the pooling of full size become floats again, and each GELU one operator. What is enlarged and
joined and then brought to eight bits is brought there first, what is added after a transposed convolution becomes its bias, and x + x y
becomes x (y + 1): the results are the same but for the rounding of the last, for less time and memory. Needs no packages.
"""
import struct
import sys


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at, value, shift = at + 1, value | (byte & 127) << shift, shift + 7
        if byte < 128:
            return value, at


def fields(data):
    """Number, kind and value of each field of a message."""
    at, found = 0, []
    while at < len(data):
        key, at = varint(data, at)
        kind = key & 7
        if kind == 0:
            value, at = varint(data, at)
        else:
            size, at = varint(data, at) if kind == 2 else ({5: 4, 1: 8}[kind], at)
            value, at = data[at:at + size], at + size
        found.append((key >> 3, kind, value))
    return found


def number(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def message(found):
    out = bytearray()
    for field, kind, value in found:
        out += number(field << 3 | kind)
        out += number(value) if kind == 0 else (number(len(value)) if kind == 2 else b"") + value
    return bytes(out)


def text(found, field):
    return [value.decode() for number, _, value in found if number == field]


class Node:
    def __init__(self, found):
        self.input, self.output, (self.op,) = text(found, 1), text(found, 2), text(found, 4)
        self.rest = [f for f in found if f[0] > 2]

    def message(self):
        return message([*((1, 2, i.encode()) for i in self.input), *((2, 2, o.encode()) for o in self.output), *self.rest])


class Model:
    def __init__(self, path):
        self.found = fields(open(path, "rb").read())
        self.graph = fields(next(v for f, _, v in self.found if f == 7))
        self.nodes = [Node(fields(v)) for f, _, v in self.graph if f == 1]
        self.weights = {text(fields(v), 8)[0]: v for f, _, v in self.graph if f == 5}
        self.outputs = [text(fields(v), 1)[0] for f, _, v in self.graph if f == 12]

    def maker(self, tensor):
        return next(n for n in self.nodes if tensor in n.output)

    def users(self, tensor):
        return [n for n in self.nodes if tensor in n.input]

    def prune(self):
        while True:
            used = {i for n in self.nodes for i in n.input} | set(self.outputs)
            kept = [n for n in self.nodes if used & set(n.output)]
            if len(kept) == len(self.nodes):
                break
            self.nodes = kept
        self.weights = {name: value for name, value in self.weights.items() if name in used}

    def save(self, path):
        graph = [(1, 2, n.message()) for n in self.nodes] + [(5, 2, w) for w in self.weights.values()]
        graph = message(graph + [f for f in self.graph if f[0] not in (1, 5)])
        with open(path, "wb") as file:
            file.write(message([(f, kind, graph if f == 7 else v) for f, kind, v in self.found]))


def join_gelus(model):
    """x / sqrt 2, erf, + 1, times x, / 2."""
    for count, erf in enumerate([n for n in model.nodes if n.op == "Erf"]):
        div, (add,) = model.maker(erf.input[0]), model.users(erf.output[0])
        (mul,) = model.users(add.output[0])
        (half,) = model.users(mul.output[0])
        assert [n.op for n in (div, add, mul, half)] == ["Div", "Add", "Mul", "Mul"]
        gelu = [(1, 2, div.input[0].encode()), (2, 2, half.output[0].encode()), (3, 2, b"gelu.%d" % count), (4, 2, b"Gelu"),
                (7, 2, b"com.microsoft")]
        model.nodes[model.nodes.index(div)] = Node(gelu)
        for node in (erf, add, mul, half):
            model.nodes.remove(node)


def keep_floats(model, tensor):
    """Whoever takes the tensor by way of eight bits takes it as it is."""
    for quantize in [n for n in model.users(tensor) if n.op == "QuantizeLinear"]:
        for dequantize in model.users(quantize.output[0]):
            for user in model.users(dequantize.output[0]):
                user.input = [tensor if i == dequantize.output[0] else i for i in user.input]
    model.prune()


def take_weights(model, floats, tensor):
    """The convolution that makes the tensor gets its weights in floats."""
    convolution = model.maker(tensor)
    name = convolution.input[1].removesuffix("_DequantizeLinear_Output")
    model.weights[name], convolution.input[1] = floats.weights[name], name
    model.prune()


def quantize_before(model, tensor):
    """What is joined and then brought to eight bits is brought there first; where neighbours are repeated to enlarge it, before that."""
    concat = model.maker(tensor)
    (quantize,) = model.users(tensor)
    assert (concat.op, quantize.op) == ("Concat", "QuantizeLinear")
    concat.input = [quantized(model, i, quantize) for i in concat.input]
    concat.output = quantize.output
    model.nodes.remove(quantize)


def quantized(model, tensor, like):
    """The name of the tensor in eight bits."""
    maker, name = model.maker(tensor), f"{tensor}_in_eight_bits"
    if maker.op == "Resize" and any(b"nearest" in rest for _, _, rest in maker.rest):
        maker.input = [quantized(model, maker.input[0], like), *maker.input[1:]]
        maker.output = [name]
        return name
    node = Node([*((1, 2, i.encode()) for i in (tensor, *like.input[1:])), (2, 2, name.encode()), (3, 2, name.encode()),
                 (4, 2, b"QuantizeLinear")])
    model.nodes.insert(model.nodes.index(maker) + 1, node)
    return name


def take_bias(model, tensor):
    """What is added to the result of a transposed convolution, a value a channel, becomes its bias."""
    convolution = model.maker(tensor)
    (add,) = model.users(tensor)
    assert (convolution.op, add.op) == ("ConvTranspose", "Add")
    value = fields(model.weights[add.input[1]])
    count = max(size for field, kind, size in value if (field, kind) == (1, 0))
    model.weights[add.input[1]] = message([(1, 0, count), *((f, kind, v) for f, kind, v in value if f != 1)])
    convolution.input.append(add.input[1])
    convolution.output = add.output
    model.nodes.remove(add)


def join_products(model):
    """x + x y, with a y for each channel, as x (y + 1): one pass over the large x instead of two."""
    one = message([(2, 0, 1), (8, 2, b"one"), (9, 2, struct.pack("<f", 1))])
    for add in [n for n in model.nodes if n.op == "Add"]:
        product = next((n for n in model.nodes if n.op == "Mul" and n.output[0] == add.input[1]), None)
        if product is None or product.input[0] != add.input[0] or model.maker(product.input[1]).op != "HardSigmoid":
            continue
        model.weights["one"] = one
        name = f"{product.input[1]}_and_one"
        at = model.nodes.index(product)
        model.nodes.insert(at, Node([*((1, 2, i.encode()) for i in (product.input[1], "one")), (2, 2, name.encode()),
                                     (3, 2, name.encode()), (4, 2, b"Add")]))
        product.input[1], product.output = name, add.output
        model.nodes.remove(add)


def main(eight_bits, floats, out):
    model, floats = Model(eight_bits), Model(floats)
    join_gelus(model)
    for tensor in ("p2o.pd_op.relu.0.0", "Add.3", "p2o.pd_op.relu.1.0", "Add.5"):
        keep_floats(model, tensor)
    for tensor in ("Add.3", "Add.5"):
        take_weights(model, floats, tensor)
    finish(model)
    model.save(out)


def finish(model):
    """Changes that leave results as they are."""
    join_products(model)
    for tensor in ("Concat.1", "Concat.3"):
        quantize_before(model, tensor)
    for tensor in ("ConvTranspose.1", "ConvTranspose.3"):
        take_bias(model, tensor)
    model.prune()


if __name__ == "__main__":
    main(*sys.argv[1:])
