namespace Redaction.Text;

/// <summary>Cuts SQL into tokens (ISO/IEC 9075-2, section 5, with what PostgreSQL, MySQL, SQLite and SQL Server add).</summary>
internal static class SqlLexer
{
    /// <summary>Reads the statement at the front of the text, to its semicolon and the rest of the line if that is blank.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ended">True when nothing follows.</param>
    /// <param name="tokens">Takes the tokens.</param>
    /// <returns>Its length; 0 when it is not complete.</returns>
    /// <exception cref="RedactionException">A string or comment never ends.</exception>
    public static int Statement(ReadOnlySpan<char> text, bool ended, List<SqlToken> tokens)
    {
        tokens.Clear();
        for (var i = 0; i < text.Length;)
        {
            var token = Next(text, i);
            if (token.Span.Length == 0)
                return ended ? throw new RedactionException(ErrorCodes.Truncated, "sql", "A string or comment does not end.") : 0;
            if (token.Span.End == text.Length && !ended) return 0;
            tokens.Add(token);
            i = token.Span.End;
            if (token.Kind == SqlTokenKind.Sign && text[token.Span.Start] == ';') return i;
        }
        return ended ? text.Length : 0;
    }

    private static SqlToken Next(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        switch (c)
        {
            case '\'': return new(SqlTokenKind.Text, Quoted(text, i, '\'', IsEscaping(text, i)));
            case '"': return new(SqlTokenKind.QuotedName, Quoted(text, i, '"', escapes: false));
            case '`': return new(SqlTokenKind.QuotedName, Quoted(text, i, '`', escapes: false));
            case '[' when IsBracketed(text, i): return new(SqlTokenKind.QuotedName, Until(text, i, "]", 1));
            case '-' when next == '-': return new(SqlTokenKind.Comment, Line(text, i));
            case '#' when i == 0 || text[i - 1] == '\n': return new(SqlTokenKind.Comment, Line(text, i));
            case '/' when next == '*': return new(SqlTokenKind.Comment, Until(text, i, "*/", 2));
            case '$' when DollarTag(text, i) is { Length: > 1 } tag: return new(SqlTokenKind.Comment, Until(text, i, tag, tag.Length));
            case ';': return new(SqlTokenKind.Sign, new(i, 1));
        }
        if (char.IsLetter(c) || c is '_' or '@')
            return new(SqlTokenKind.Word, While(text, i, static c => char.IsLetterOrDigit(c) || c is '_' or '$' or '@'));
        if (char.IsAsciiDigit(c)) return new(SqlTokenKind.Number, While(text, i, static c => char.IsAsciiLetterOrDigit(c) || c == '.'));
        return new(SqlTokenKind.Sign, new(i, 1));
    }

    /// <summary>Backslashes escape after E (PostgreSQL), and where the string would otherwise leave an odd quote (MySQL).</summary>
    private static bool IsEscaping(ReadOnlySpan<char> text, int quote)
    {
        if (quote > 0 && text[quote - 1] is 'E' or 'e' && (quote == 1 || !char.IsLetterOrDigit(text[quote - 2]))) return true;
        var plain = Quoted(text, quote, '\'', escapes: false);
        if (plain.Length < 3 || text[plain.End - 2] != '\\') return false;
        var rest = text[plain.End..].TrimStart();
        return !(rest.IsEmpty || rest[0] is ',' or ')' or ';' or '=' or '<' or '>' or '|' or ':');
    }

    private static TextSpan Quoted(ReadOnlySpan<char> text, int start, char quote, bool escapes)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (escapes && text[i] == '\\') { i++; continue; }
            if (text[i] != quote) continue;
            if (i + 1 < text.Length && text[i + 1] == quote) { i++; continue; }
            return TextSpan.FromBounds(start, i + 1);
        }
        return default;
    }

    private static bool IsBracketed(ReadOnlySpan<char> text, int start)
    {
        var end = text[start..].IndexOfAny(']', '\n');
        return end > 1 && text[start + end] == ']' && (char.IsLetter(text[start + 1]) || text[start + 1] == '_');
    }

    private static ReadOnlySpan<char> DollarTag(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '_')) end++;
        return end < text.Length && text[end] == '$' ? text[start..(end + 1)] : default;
    }

    private static TextSpan Until(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> end, int from)
    {
        var index = text[(start + from)..].IndexOf(end);
        return index < 0 ? default : new(start, from + index + end.Length);
    }

    private static TextSpan Line(ReadOnlySpan<char> text, int start)
    {
        var end = text[start..].IndexOfAny('\r', '\n');
        return TextSpan.FromBounds(start, end < 0 ? text.Length : start + end);
    }

    private static TextSpan While(ReadOnlySpan<char> text, int start, Func<char, bool> belongs)
    {
        var end = start + 1;
        while (end < text.Length && belongs(text[end])) end++;
        return TextSpan.FromBounds(start, end);
    }
}
