"""files.py COUNT FOLDER: invented notes, a thousand a folder."""

import os
import sys


def main(count, folder):
    for i in range(count):
        place = os.path.join(folder, f"{i // 1000:04}")
        if i % 1000 == 0:
            os.makedirs(place)
        with open(os.path.join(place, f"{i:07}.txt"), "w", encoding="ascii") as output:
            output.write(f"note {i}: write to p{i}@example.com today\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
