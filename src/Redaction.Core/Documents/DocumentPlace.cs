namespace Redaction;

/// <summary>Which part of a document a plan belongs to.</summary>
/// <param name="Line">1-based record number in JSONL and CSV; 0 where there are no records.</param>
/// <param name="Path">JSON path with indexes (<c>$.messages[1].content</c>), column name, or null.</param>
/// <param name="Offset">UTF-16 code units to add to a text region's start: the place of a window in streamed plain text.</param>
/// <param name="Page">0-based page or frame of an image.</param>
/// <param name="IsRepeat">True when the part says again what another part of the document says, and the plan finds nothing new in it:
/// the sound of a transcript, another copy of its text.</param>
public readonly record struct DocumentPlace(long Line = 0, string? Path = null, long Offset = 0, int Page = 0, bool IsRepeat = false);
