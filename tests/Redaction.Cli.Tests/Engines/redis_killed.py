"""redis_killed.py SOCKET INPUT OUTPUT: consumers of the recipe are killed one after the other; then the answers are read."""

import random
import subprocess
import sys
import time

import redis
import redis_stream

URL = "unix://" + sys.argv[1]
CONSUMER = "import redis, redis_stream, sys; redis_stream.consume(redis.Redis.from_url(sys.argv[1]), 'in', 'out', sys.argv[2], idle=100)"


def main():
    server = redis.Redis.from_url(URL)
    with open(sys.argv[2], "rb") as lines:
        asked = [server.xadd("in", {"record": line.rstrip(b"\n")}) for line in lines]
    chance = random.Random(3)
    for round in range(3):
        before = server.xlen("out")
        consumer = subprocess.Popen([sys.executable, "-c", CONSUMER, URL, f"consumer-{round}"])
        while server.xlen("out") == before:
            time.sleep(0.005)
        time.sleep(chance.random() / 20)
        consumer.kill()
        consumer.wait()
    while server.xlen("out") < len(asked) or server.xpending("in", redis_stream.GROUP)["pending"]:
        redis_stream.consume(server, "in", "out", "last", idle=100, ends=True)
    answers = server.xrange("out")
    if sorted(fields[b"of"] for _, fields in answers) != sorted(asked):
        sys.exit("lost or doubled")
    by_question = {fields[b"of"]: fields[b"record"] for _, fields in answers}
    with open(sys.argv[3], "wb") as output:
        for question in asked:
            output.write(by_question[question] + b"\n")


if __name__ == "__main__":
    main()
