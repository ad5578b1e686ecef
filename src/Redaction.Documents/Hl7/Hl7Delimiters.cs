namespace Redaction.Documents;

/// <summary>The signs that part a message (MSH-1 and MSH-2).</summary>
internal readonly record struct Hl7Delimiters(char Field, char Component, char Repetition, char Escape, char Subcomponent)
{
    public static Hl7Delimiters Usual { get; } = new('|', '^', '~', '\\', '&');

    /// <summary>True for a segment that defines them.</summary>
    public static bool StandIn(ReadOnlySpan<char> segment) =>
        segment.Length > 5 && (segment.StartsWith("MSH") || segment.StartsWith("FHS") || segment.StartsWith("BHS"))
        && IsSign(segment[3]) && IsSign(segment[4]) && segment[4] != segment[3];

    /// <summary>Those of a segment that defines them; what it leaves out is as usual.</summary>
    /// <exception cref="RedactionException">A value could hold them: letters, digits, spaces, stops; or one parts fields and
    /// what fields hold.</exception>
    public static Hl7Delimiters Of(ReadOnlySpan<char> segment)
    {
        var field = segment[3];
        var signs = segment[4..];
        var end = signs.IndexOf(field);
        if (end >= 0) signs = signs[..end];
        signs = signs[..Math.Min(signs.Length, 4)];
        foreach (var sign in signs)
            if (!IsSign(sign)) throw Malformed();
        if (signs.Length > 1 && signs[1..].Contains(signs[0])) throw Malformed();
        return new(field, signs.Length > 0 ? signs[0] : '^', signs.Length > 1 ? signs[1] : '~', signs.Length > 2 ? signs[2] : '\\',
            signs.Length > 3 ? signs[3] : '&');
    }

    /// <summary>True for one that parts a field.</summary>
    public bool Part(char c) => c == Component || c == Subcomponent || c == Repetition;

    private static bool IsSign(char c) => c is > ' ' and < '\u007F' && !char.IsAsciiLetterOrDigit(c) && c != '.';

    private static RedactionException Malformed() => new(ErrorCodes.Malformed, "hl7", "MSH-2 holds no signs that part a message.");
}
