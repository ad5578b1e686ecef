"""Takes personal data out of texts and records through the ``redact worker`` process."""

from .worker import RedactionError, Redactor

__all__ = ["RedactionError", "Redactor"]
