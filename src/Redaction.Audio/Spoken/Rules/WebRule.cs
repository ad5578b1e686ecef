namespace Redaction.Audio;

/// <summary>Web addresses and names on sites: <c>www dot acme dot com slash jane</c>, <c>jane underscore doe</c>.</summary>
internal static class WebRule
{
    private const int Reach = 15;
    private const int Longest = 12;
    private const int LabelWords = 3;

    public static void Find(in SpokenWords words, SpokenScene scene, List<SpokenValue> values)
    {
        var mail = 0;
        for (var i = 1; i < words.Count; i++)
        {
            while (mail < scene.Reading.Mails.Count && scene.Reading.Mails[mail].Last < i) mail++;
            if (!words[i].May(WordKinds.Symbol) || (mail < scene.Reading.Mails.Count && scene.Reading.Mails[mail].First <= i)) continue;
            var value = Address(words, scene, i) ?? Handle(words, scene, i);
            if (value is null) continue;
            values.Add(value);
            i = value.Last;
        }
    }

    private static SpokenValue? Address(in SpokenWords words, SpokenScene scene, int dot)
    {
        var length = WebLabels.Dot(words, dot);
        if (length == 0) return null;
        var end = WebLabels.End(words, dot + length, out var isKnown);
        var start = Start(words, dot);
        if (start < 0) return null;
        var isWeb = words.Written(start) is "www" or "w" or "http" or "h" or "https" or "triple"
            || scene.Cues.IsNear(dot, Reach, CueKind.Url, CueKind.User, CueKind.Email);
        // "www dot acme dot com"
        if (isWeb && !isKnown && WebLabels.PartEnd(words, dot + length) is var next && WebLabels.Dot(words, next) is > 0 and var second)
            end = WebLabels.End(words, next + second, out isKnown);
        if (end == 0 || !isKnown || (!isWeb && words.IsCommon(end - 1))) return null;
        end = PathEnd(words, end);
        return new(EntityTypes.Url, start, end - 1, isWeb ? 0.75f : 0.5f);
    }

    private static int Start(in SpokenWords words, int dot)
    {
        var start = dot - 1;
        if (words[start].Line != words[dot].Line || words.Table.IsFunction(words.Written(start))
            || words[start].May(WordKinds.Digit | WordKinds.Number)) return -1;
        start = Joined(words, start, dot);
        // "www dot jane doe dot com": the words of a label stand apart.
        for (var i = start - 1; i > 0 && start - i <= LabelWords && words[i].Line == words[dot].Line; i--)
            if (WebLabels.Dot(words, i) == 1 && (words.Written(i - 1) is "www" or "w")) return Joined(words, i, dot);
        return words.IsAt(start, WordKinds.Symbol) ? start + 1 : start;
    }

    /// <summary>The first of the words that signs, letters and "triple" join to a word.</summary>
    private static int Joined(in SpokenWords words, int start, int dot)
    {
        while (start > 0 && dot - start < Longest && words[start - 1].Line == words[dot].Line
            && (words[start - 1].May(WordKinds.Symbol) || words[start].May(WordKinds.Symbol)
                || (words[start].Is(WordMarks.Letter) && words[start - 1].Is(WordMarks.Letter)) || words.Written(start - 1) is "triple"))
        {
            if (words.Match(start - 1, WordKinds.Symbol, out var sign) > 0 && sign == '@') break;
            start--;
        }
        return start;
    }

    private static int PathEnd(in SpokenWords words, int end)
    {
        while (end + 1 < words.Count && words.Match(end, WordKinds.Symbol, out var sign) is > 0 and var length
            && sign is '/' or '-' or '_' or '.' && end + length < words.Count
            && words[end + length].Line == words[end].Line)
        {
            end = WebLabels.PartEnd(words, end + length);
            while (end < words.Count && words[end].Line == words[end - 1].Line && AtomReader.TryRead(words, end, out var atom)
                && atom is { IsStrong: true, Kind: not AtomKind.Symbol }) end = atom.Last + 1;
        }
        return end;
    }

    /// <summary>Words joined by an underscore, or by any sign where a name on a site is asked for.</summary>
    private static SpokenValue? Handle(in SpokenWords words, SpokenScene scene, int sign)
    {
        var length = words.Match(sign, WordKinds.Symbol, out var symbol);
        if (length == 0 || words[sign - 1].Line != words[sign].Line) return null;
        var isAsked = scene.Cues.IsNear(sign, Reach, CueKind.User, CueKind.Secret, CueKind.Email);
        if (symbol != '_' && !(isAsked && symbol is '.' or '-' or '@')) return null;
        var start = symbol == '@' ? sign : sign - 1;
        while (start > 0 && sign - start < Longest && words[start - 1].Line == words[sign].Line
            && (words[start - 1].May(WordKinds.Symbol) || words[start - 1].Is(WordMarks.Letter)
            || words[start - 1].May(WordKinds.Digit | WordKinds.Number) || words[start].May(WordKinds.Symbol))) start--;
        var end = sign + length;
        if (end >= words.Count || words[end].Line != words[sign].Line || (symbol == '@' && words.IsCommon(end))) return null;
        end = PathEnd(words, WebLabels.PartEnd(words, end));
        while (end < words.Count && words[end].Line == words[sign].Line && AtomReader.TryRead(words, end, out var atom) && atom.IsStrong
            && atom.Kind != AtomKind.Symbol) end = PathEnd(words, atom.Last + 1);
        return new(SpokenEntities.Username, start, end - 1, 0.7f);
    }
}
