namespace Redaction.Text;

/// <summary>The value that a block gives to what it is named after: <c>variable "db_password" { … default = "…" }</c>, a parameter of a
/// template with <c>Default: …</c> below its name. Only credentials: of other values a default is nobody's.</summary>
internal static class BlockDefaults
{
    private const string Word = "efault";
    private const int Farthest = 12, Longest = 200, Shortest = 4;

    /// <summary>Adds the values.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf(Word, StringComparison.Ordinal);
            if (step < 0) return;
            var at = position + step;
            position = at + Word.Length;
            if (at == 0 || text[at - 1] is not ('d' or 'D')) continue;
            var value = Value(text, position);
            if (value.Length < Shortest || MeaningOf(text, at - 1) is not { } meaning) continue;
            places.Add(new(value.Start, value.End, meaning));
            position = value.End;
        }
    }

    /// <summary>What is assigned behind the word, up to its quotation mark or the end of the line.</summary>
    private static TextSpan Value(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] is '"') at++;
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] is not (':' or '=')) return default;
        at++;
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length) return default;
        var isQuoted = text[at] is '"' or '\'';
        var start = isQuoted ? at + 1 : at;
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var end = isQuoted ? rest.IndexOf(text[at]) : rest.IndexOfAny(" \r\n#,");
        if (end < 0) end = isQuoted || start + rest.Length < text.Length ? 0 : rest.Length;
        return new(start, end);
    }

    /// <summary>What the line says that the block begins with: the first one above that stands farther left.</summary>
    private static FieldMeaning? MeaningOf(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && text[start - 1] is ' ' or '\t' or '"') start--;
        if (start > 0 && text[start - 1] != '\n') return null;
        var indent = at - start;
        for (var lines = 0; lines < Farthest && start > 0; lines++)
        {
            var end = start - 1;
            start = text[..end].LastIndexOf('\n') + 1;
            var line = text[start..end].TrimEnd();
            var depth = line.Length - line.TrimStart().Length;
            if (line.IsEmpty || depth >= indent) continue;
            line = line.TrimEnd(" {:\"'=>");
            var name = line[(line.LastIndexOfAny(' ', '"', '\'') + 1)..];
            return name.Length is > 0 and <= Longest && FieldVocabulary.OfName(name, out _) is { Kind: FieldKind.Whole } meaning
                && meaning.Type == EntityTypes.Secret ? meaning : null;
        }
        return null;
    }
}
