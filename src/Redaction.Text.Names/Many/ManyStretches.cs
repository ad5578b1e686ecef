namespace Redaction.Text.Names;

/// <summary>A stretch of lines in one language.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Language">Its language.</param>
internal readonly record struct ManyStretch(TextSpan Span, ManyLanguage Language);

/// <summary>The stretches of a text that names-many reads.</summary>
internal static class ManyStretches
{
    private const int Longest = 4096, Sample = 20_000;

    /// <summary>Finds them, in the order of the text; lines of the same language beside each other are one.</summary>
    public static List<ManyStretch> Of(ReadOnlySpan<char> text)
    {
        var found = new List<ManyStretch>();
        var usual = LineLanguages.OfText(text[..Math.Min(text.Length, Sample)]);
        for (var start = 0; start < text.Length;)
        {
            var end = End(text, start);
            if (LineLanguages.OfLine(text[start..end], usual) is { } language) Add(found, start, end, language);
            start = end;
        }
        return found;
    }

    /// <summary>Copies findings of the other models, but for the names in stretches that this one reads.</summary>
    public static void Copy(ReadOnlySpan<Finding<TextSpan>> all, ReadOnlySpan<char> text, List<ManyStretch> stretches,
        FindingSink<TextSpan> findings)
    {
        var at = 0;
        foreach (var finding in all)
        {
            while (at > 0 && stretches[at].Span.Start > finding.Region.Start) at--;
            while (at + 1 < stretches.Count && stretches[at].Span.End <= finding.Region.Start) at++;
            var stretch = stretches[at];
            var isIn = stretch.Span.Start <= finding.Region.Start && finding.Region.Start < stretch.Span.End;
            if (!isIn || !IsName(finding.Type) || !(stretch.Language.IsLatin || HasOther(text[finding.Region.Start..finding.Region.End])))
                findings.Add(finding);
        }
    }

    private static bool IsName(EntityType type) =>
        type == EntityTypes.Person || type == EntityTypes.Location || type == EntityTypes.Organization;

    /// <summary>A letter of another script than the Latin one.</summary>
    private static bool HasOther(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (ManyScripts.Of(c) > ManyScripts.Latin) return true;
        return false;
    }

    /// <summary>The end of the line, with its line feed; of a long one the end of a word.</summary>
    private static int End(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];
        var line = rest.IndexOf('\n');
        var length = line < 0 ? rest.Length : line + 1;
        if (length <= Longest) return start + length;
        var cut = rest[..Longest].LastIndexOf(' ');
        if (cut < Longest / 2) cut = rest[..Longest].LastIndexOfAny("。、，،।");
        return start + (cut < Longest / 2 ? Longest : cut + 1);
    }

    private static void Add(List<ManyStretch> found, int start, int end, ManyLanguage language)
    {
        if (found.Count > 0 && found[^1] is var last && last.Language == language && last.Span.End == start
            && end - last.Span.Start <= Longest)
            found[^1] = new(TextSpan.FromBounds(last.Span.Start, end), language);
        else
            found.Add(new(TextSpan.FromBounds(start, end), language));
    }
}
