namespace Redaction.Text;

/// <summary>Numbers without quotes in the rows of an SQL <c>INSERT … VALUES (1, 2), (3, 4);</c>: a word there would not parse.</summary>
internal sealed class SqlTuples
{
    private const string Values = "VALUES";
    private bool _isOpen;

    /// <summary>True for a place that holds nothing but a number of a row.</summary>
    public bool IsNumber(ReadOnlySpan<char> window, TextSpan span)
    {
        var number = window.Slice(span.Start, span.Length);
        if (number.ContainsAnyExceptInRange('-', '9') || number.Contains('/')) return false;
        var before = window[..span.Start].TrimEnd(" \t\r\n");
        var after = window[span.End..].TrimStart(" \t\r\n");
        return before is [.., '(' or ','] && after is [',' or ')', ..] && IsOpenAt(before);
    }

    /// <summary>Keeps what the next window has to know of the one before.</summary>
    public void End(ReadOnlySpan<char> written) => _isOpen = IsOpenAt(written);

    private bool IsOpenAt(ReadOnlySpan<char> text)
    {
        var begin = text.LastIndexOf(Values, StringComparison.OrdinalIgnoreCase);
        if (begin < 0 && !_isOpen) return false;
        var rest = text[Math.Max(0, begin)..];
        return rest.IndexOf(";\n") < 0 && rest.IndexOf(";\r") < 0;
    }
}
