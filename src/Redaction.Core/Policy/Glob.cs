namespace Redaction;

/// <summary>A pattern with <c>*</c> for any run of characters, matched ordinally and whole; everything else is literal.</summary>
/// <param name="Pattern">The pattern, such as <c>us.*</c>.</param>
public readonly record struct Glob(string Pattern)
{
    /// <summary>True when the whole of <paramref name="text"/> fits the pattern.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        // Linear with one backtrack point: after a later star, an earlier one never needs another try.
        int t = 0, p = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < Pattern.Length && Pattern[p] == '*') (star, mark) = (p++, t);
            else if (p < Pattern.Length && Pattern[p] == text[t]) { p++; t++; }
            else if (star >= 0) (p, t) = (star + 1, ++mark);
            else return false;
        }
        while (p < Pattern.Length && Pattern[p] == '*') p++;
        return p == Pattern.Length;
    }

    /// <summary>Returns the pattern.</summary>
    public override string ToString() => Pattern;
}
