"""Columns of pandas frames, batches of Hugging Face datasets and partitions of Dask. None of them is needed to import this."""

from .worker import Redactor


def redact_series(series, redactor):
    """A copy of a pandas series with its texts redacted; what is missing stays missing, and what is no text is refused."""
    missing = series.isna()
    redacted = series.copy()
    redacted[~missing] = redactor.redact(series[~missing].tolist())
    return redacted


def redact_frame(frame, columns, redactor):
    """A copy of a pandas frame with some of its columns redacted. All others are as they were: name every column with texts."""
    return frame.assign(**{column: redact_series(frame[column], redactor) for column in columns})


def redact_partition(frame, columns, options):
    """Redacts a partition of a Dask frame in a worker of its own: ``frame.map_partitions(redact_partition, columns, options)``."""
    with Redactor(**options) as redactor:
        return redact_frame(frame, columns, redactor)


def redact_texts(texts, options):
    """Redacts a partition of texts in a worker of its own: for ``mapPartitions`` of Spark, ``map_partitions`` of Dask bags, Ray."""
    with Redactor(**options) as redactor:
        return redactor.redact(texts)


def redact_lines(lines, options):
    """Redacts a partition of JSON records, one a line, in a worker of its own."""
    with Redactor(**options) as redactor:
        return list(redactor.redact_lines(lines))


def batches(redactor, columns):
    """What redacts a batch of a Hugging Face dataset: ``dataset.map(batches(redactor, ["text"]), batched=True)``."""
    def redact(batch):
        return {column: redactor.redact(batch[column]) for column in columns}
    return redact
