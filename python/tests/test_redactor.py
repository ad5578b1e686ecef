"""Runs against the real worker: REDACTION_COMMAND says where it is."""

import base64
import threading
import unittest
import warnings

from redaction import RedactionError, Redactor
from redaction.frames import batches, redact_texts

PATTERNS = {"detectors": ["patterns"], "threads": 2}


class RedactorTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.redactor = Redactor(**PATTERNS)

    @classmethod
    def tearDownClass(cls):
        cls.redactor.close()

    def test_texts_come_back_in_order(self):
        texts = [f"write to p{i}@example.com, line\nbreak \u2028 and \U0001F600 {i}" for i in range(5000)]
        redacted = self.redactor.redact(texts)
        self.assertEqual([t.replace(f"p{i}@example.com", "[email]") for i, t in enumerate(texts)], redacted)

    def test_none_and_nothing(self):
        self.assertEqual([None, "[email]", None], self.redactor.redact([None, "jane@example.com", None]))
        self.assertEqual([], self.redactor.redact([]))

    def test_what_is_no_text_is_refused(self):
        with self.assertRaises(TypeError):
            self.redactor.redact(["a", 7])

    def test_records_come_as_they_are_read(self):
        asked = []

        def records():
            for i in range(5):
                asked.append(i)
                yield {"id": i, "mail": f"p{i}@example.com"}

        answers = self.redactor.redact_records(records())
        self.assertEqual({"id": 0, "mail": "[email]"}, next(answers))
        self.assertEqual([{"id": i, "mail": "[email]"} for i in range(1, 5)], list(answers))
        self.assertEqual(list(range(5)), asked)

    def test_lines_keep_their_bytes(self):
        lines = ['{ "n": 1.50, "a": "\\u00e9 jane@example.com" }\n', '[1,2]']
        self.assertEqual(['{ "n": 1.50, "a": "\\u00e9 [email]" }', "[1,2]"], list(self.redactor.redact_lines(lines)))
        with self.assertRaises(ValueError):
            list(self.redactor.redact_lines(['{"a":\n1}']))

    def test_a_fault_of_the_iterable_is_raised(self):
        def records():
            yield {"a": "jane@example.com"}
            raise KeyError("mine")

        with self.assertRaises(KeyError):
            list(self.redactor.redact_records(records()))
        self.assertEqual(["[email]"], self.redactor.redact(["jane@example.com"]))

    def test_what_cannot_be_redacted_raises_or_is_none(self):
        picture = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(900)).decode()  # nothing can search it, so the policy refuses it
        broken = "jane@example.com data:image/png;base64," + picture
        with self.assertRaises(RedactionError) as raised:
            self.redactor.redact(["fine", broken])
        self.assertEqual(1, raised.exception.index)
        self.assertNotIn("jane", str(raised.exception))
        with Redactor(errors="none", **PATTERNS) as redactor:
            self.assertEqual(["fine", None, "[email]"], redactor.redact(["fine", broken, "joe@example.org"]))

    def test_a_record_that_looks_like_an_error_is_refused(self):
        with self.assertRaises(ValueError):
            list(self.redactor.redact_records([{"line": 1, "error": "jane@example.com"}]))

    def test_a_conversation_left_half_way_does_not_mix_with_the_next(self):
        answers = self.redactor.redact_records({"i": i} for i in range(6000))
        next(answers)
        with self.assertRaises(RuntimeError):
            self.redactor.redact(["a"])
        answers.close()
        self.assertEqual(["b"], self.redactor.redact(["b"]))

    def test_threads_take_turns(self):
        results = {}

        def work(name):
            results[name] = self.redactor.redact([f"{name} {i} jane@example.com" for i in range(500)])

        threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for name in "abcd":
            self.assertEqual([f"{name} {i} [email]" for i in range(500)], results[name])

    def test_a_worker_that_does_not_start_says_why(self):
        with self.assertRaises(RedactionError) as raised, Redactor(policy="no-such-preset") as redactor:
            redactor.redact(["a"])
        self.assertEqual("worker-ended", raised.exception.code)
        self.assertIn("no-such-preset", str(raised.exception))

    def test_an_unknown_option_is_refused(self):
        with self.assertRaises(TypeError):
            Redactor(polcy="gdpr")

    def test_a_field_that_is_nowhere_is_warned_of(self):
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            with Redactor(field="message", **PATTERNS) as redactor:
                redactor.redact(["a"])
        self.assertIn("message", str(told[0].message))

    def test_partitions_and_batches(self):
        self.assertEqual(["[email]"], redact_texts(["jane@example.com"], PATTERNS))
        redact = batches(self.redactor, ["a"])
        self.assertEqual({"a": ["[email]", None]}, redact({"a": ["jane@example.com", None], "b": [1, 2]}))


try:
    import pandas
except ImportError:
    pandas = None


@unittest.skipIf(pandas is None, "pandas is not installed")
class FrameTests(unittest.TestCase):
    def test_a_frame_keeps_its_shape(self):
        from redaction.frames import redact_frame

        frame = pandas.DataFrame({"id": [1, 2, 3], "text": ["jane@example.com", None, "b"]}, index=[7, 8, 9])
        with Redactor(**PATTERNS) as redactor:
            redacted = redact_frame(frame, ["text"], redactor)
        self.assertEqual([1, 2, 3], redacted["id"].tolist())
        self.assertEqual("[email]", redacted["text"][7])
        self.assertTrue(pandas.isna(redacted["text"][8]))
        self.assertEqual([7, 8, 9], redacted.index.tolist())


if __name__ == "__main__":
    unittest.main()
