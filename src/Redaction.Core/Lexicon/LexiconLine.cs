namespace Redaction;

/// <summary>Words of one kind.</summary>
/// <param name="Head">The kind: in tables by language the language first, such as <c>en full</c>.</param>
/// <param name="Words">The words or phrases, in the order of the table.</param>
internal readonly record struct LexiconLine(string Head, string[] Words);
