"""The mean of two checkpoints of one training: python3 blend.py A.pt B.pt SHARE OUT.pt; SHARE of B, the rest of A."""
import sys

import torch


def main(first, second, share, out):
    a, b = torch.load(first), torch.load(second)
    torch.save({k: v if v.dtype == torch.long else a[k] * (1 - share) + v * share for k, v in b.items()}, out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), sys.argv[4])
