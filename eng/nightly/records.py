"""records.py COUNT FILE: invented records of about 190 bytes, in half of which stands an address or a number."""

import json
import random
import sys

FIRST = "Anna Ben Clara David Eva Felix Greta Hugo Ida Jonas Karla Leo Mia Noah".split()
LAST = "Miller Schmidt Jones Weber Brown Fischer Clark Wagner Young Becker".split()
WORDS = "the order was delivered late and the customer asked for a refund because of damage please call back tomorrow".split()


def main(count, path):
    chance = random.Random(7)
    with open(path, "w", encoding="ascii") as output:
        for i in range(count):
            text = " ".join(chance.choices(WORDS, k=chance.randint(8, 30)))
            name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
            kind = chance.random()
            if kind < 0.3:
                text += f" write to {name.replace(' ', '.').lower()}{i}@example.com"
            elif kind < 0.5:
                text = f"{name} said {text} 212-555-01{i % 100:02d}"
            output.write(json.dumps({"id": i, "customer": name if kind < 0.6 else None, "text": text, "channel": "chat"}) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
