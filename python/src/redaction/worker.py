"""One ``redact worker`` process and the conversation with it: a JSON value a line in, exactly one line out for each, in order."""

import contextlib
import json
import os
import shlex
import shutil
import subprocess
import tempfile
import threading
import warnings

_IN_FLIGHT = 4096
_OPTIONS = ("policy", "entities", "detectors", "locale", "min_score", "data_type", "purpose", "role", "threads", "project", "keys", "field",
            "declare", "quality")


class RedactionError(Exception):
    """Something was not redacted. ``code`` says why and ``index`` which value it was; the content is never in it."""

    def __init__(self, code, index=None, advice=None):
        place = "" if index is None else f" (value {index})"
        super().__init__(f"{code}{place}" + (f": {advice}" if advice else ""))
        self.code = code
        self.index = index


def command_of(command=None):
    """The command line of the worker: the argument, REDACTION_COMMAND, or ``redact`` on the path."""
    command = command or os.environ.get("REDACTION_COMMAND") or shutil.which("redact")
    if not command:
        raise FileNotFoundError("There is no 'redact' on the path: install it, or set REDACTION_COMMAND.")
    return shlex.split(command) if isinstance(command, str) else list(command)


class Redactor:
    """Redacts through one worker process, which starts when it is first needed and stays.

    Options are those of the command, with underscores: ``policy``, ``detectors``, ``entities``, ``keys``, ``project``, ``threads``, … A list is
    joined by commas. ``errors`` is ``"raise"``, or ``"none"`` for ``None`` in place of what cannot be redacted, or ``"return"`` for the error.
    Threads take turns; another process needs a redactor of its own.
    """

    def __init__(self, command=None, errors="raise", allow_unmatched=False, **options):
        if errors not in ("raise", "none", "return"):
            raise ValueError("errors is 'raise', 'none' or 'return'")
        unknown = set(options) - set(_OPTIONS)
        if unknown:
            raise TypeError(f"there is no option {sorted(unknown)[0]!r}; there are {', '.join(_OPTIONS)}")
        self._command = command_of(command) + ["worker"]
        for name, value in options.items():
            if value is not None:
                self._command += ["--" + name.replace("_", "-"), ",".join(value) if isinstance(value, (list, tuple)) else str(value)]
        if allow_unmatched:
            self._command.append("--allow-unmatched")
        self._errors = errors
        self._lock = threading.Lock()
        self._owner = None
        self._process = None
        self._told = None

    def redact(self, texts):
        """The redacted texts, in order. ``None`` stays ``None``."""
        texts = list(texts)
        given = [text for text in texts if text is not None]
        for text in given:
            if not isinstance(text, str):
                raise TypeError(f"a text is a str, not {type(text).__name__}")
        redacted = self._talk({"text": text} for text in given)
        answers = iter([answer["text"] if isinstance(answer, dict) else answer for answer in redacted])
        return [None if text is None else next(answers) for text in texts]

    def redact_records(self, records):
        """The redacted records, in order, one after the other as they come; ``records`` may have no end."""
        return self._talk(records)

    def redact_lines(self, lines):
        """As ``redact_records``, with records as the JSON texts that stand on a line each: what is not redacted keeps its bytes."""
        return self._talk((_line(text) for text in lines), is_text=True)

    def close(self):
        """Ends the worker. A field or rule that matched nothing is told then, as a warning."""
        with self._turn():
            self._end()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    @contextlib.contextmanager
    def _turn(self):
        if self._owner == threading.get_ident():
            raise RuntimeError("records of redact_records are still to be read: read it to its end, or close it")
        with self._lock:
            self._owner = threading.get_ident()
            try:
                yield
            finally:
                self._owner = None

    def _start(self):
        if self._process is None:
            self._told = tempfile.TemporaryFile()
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._told)
            self._lines = 0
        return self._process

    def _end(self):
        process, self._process = self._process, None
        if process is None:
            return
        try:
            process.stdin.close()
        except BrokenPipeError:
            pass
        process.stdout.close()
        process.wait()
        self._told.seek(0)
        said = self._told.read().decode("utf-8", "replace").splitlines()
        self._told.close()
        for line in said:
            if line and not line.startswith("answered "):
                warnings.warn(line, stacklevel=3)

    def _abandon(self):
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, self._told):
            try:
                pipe.close()
            except BrokenPipeError:
                pass

    def _failure(self):
        """Why the worker is gone: what it said on its standard error."""
        self._process.wait()
        self._told.seek(0)
        said = self._told.read().decode("utf-8", "replace").strip()
        return RedactionError("worker-ended", advice=said or f"exit status {self._process.returncode}")

    def _talk(self, records, is_text=False):
        with self._turn():
            conversation = _Conversation(self._start(), records)
            is_whole = False
            try:
                for index in conversation.answers_due():
                    line = self._process.stdout.readline()
                    self._lines += 1
                    if not line.endswith(b"\n"):
                        raise self._failure()
                    answer = json.loads(line)
                    if _is_error(answer, self._lines):
                        error = RedactionError(answer["error"], index)
                        if self._errors == "raise":
                            raise error
                        yield error if self._errors == "return" else None
                    else:
                        yield line[:-1].decode("utf-8") if is_text else answer
                is_whole = True
            finally:
                if not is_whole:
                    conversation.stop()
                    self._abandon()  # answers to what was asked are still to come


class _Conversation:
    """Writes records on a thread of its own, never more than some ahead of the answers."""

    def __init__(self, process, records):
        self._process = process
        self._records = records
        self._asked = threading.Semaphore(0)
        self._room = threading.Semaphore(_IN_FLIGHT)
        self._fault = None
        self._count = None
        self._stopped = False
        self._thread = threading.Thread(target=self._write, daemon=True)
        self._thread.start()

    def answers_due(self):
        """Yields once for each answer that is to be read."""
        index = 0
        while True:
            self._asked.acquire()
            if index == self._count:
                break
            yield index
            self._room.release()
            index += 1
        self._thread.join()
        if self._fault is not None:
            raise self._fault

    def stop(self):
        self._stopped = True
        self._room.release()

    def _send(self, line):
        self._process.stdin.write(line + b"\n")
        self._process.stdin.flush()  # the caller may wait for the answer before there is another record

    def _write(self):
        count = 0
        try:
            for record in self._records:
                self._room.acquire()
                if self._stopped:
                    break
                if isinstance(record, bytes):
                    self._send(record)
                    count += 1
                    self._asked.release()
                    continue
                if isinstance(record, dict) and record.keys() == {"line", "error"}:
                    raise ValueError("a record of nothing but 'line' and 'error' cannot be told from an error of the worker")
                # Only ASCII goes over the pipe: no text can break the line.
                self._send(json.dumps(record, separators=(",", ":"), allow_nan=False).encode("ascii"))
                count += 1
                self._asked.release()
        except BrokenPipeError:
            count += 1  # reading on tells why
            self._asked.release()
        except BaseException as fault:  # of the caller's own iterable too: it is raised where the answers are read
            self._fault = fault
        self._count = count
        self._asked.release()


def _is_error(answer, line):
    return isinstance(answer, dict) and answer.keys() == {"line", "error"} and answer["line"] == line


def _line(text):
    line = text.encode("utf-8") if isinstance(text, str) else bytes(text)
    line = line[:-1] if line.endswith(b"\n") else line
    if b"\n" in line:
        raise ValueError("a record is one line")
    return line
