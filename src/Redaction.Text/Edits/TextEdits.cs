using System.Collections.Immutable;
using System.Text;

namespace Redaction.Text;

/// <summary>Gathers the replacements of one text while it is written.</summary>
internal sealed class TextEdits(int count)
{
    private readonly ImmutableArray<TextEdit>.Builder _edits = ImmutableArray.CreateBuilder<TextEdit>(count);
    private readonly StringBuilder _redacted = new();
    private int _position;

    /// <summary>Takes the next replacement.</summary>
    public void Add(ReadOnlySpan<char> text, in PlannedRedaction<TextSpan> item, ReadOnlySpan<char> replacement)
    {
        var span = item.Finding.Region;
        _redacted.Append(text[_position..span.Start]);
        var start = _redacted.Length;
        _redacted.Append(replacement);
        _edits.Add(new(span, new(start, replacement.Length), item.Finding.Type, item.Rule, item.Operator));
        _position = span.End;
    }

    /// <summary>The redacted text and the way to it.</summary>
    public (string Text, TextEditMap Map) Finish(ReadOnlySpan<char> text)
    {
        _redacted.Append(text[_position..]);
        var redacted = _redacted.ToString();
        return (redacted, new(_edits.ToImmutable(), text.Length, redacted.Length));
    }
}
