namespace Redaction;

/// <summary>Text to be redacted.</summary>
public readonly ref struct TextSource : IRedactionSource
{
    private readonly RedactionContext? _context;

    /// <summary>Wraps text without copying it.</summary>
    public TextSource(ReadOnlySpan<char> text, RedactionContext? context = null)
    {
        Text = text;
        _context = context;
    }

    /// <summary>The text, in UTF-16 code units.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <inheritdoc/>
    public RedactionContext Context => _context ?? RedactionContext.Default;

    /// <summary>Returns the length only, never the text.</summary>
    public override string ToString() => $"TextSource(Length = {Text.Length})";
}
