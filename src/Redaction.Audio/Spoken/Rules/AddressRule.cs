namespace Redaction.Audio;

/// <summary>Street addresses: a number, a few words and a word for a street, with what follows of the place.</summary>
internal static class AddressRule
{
    private const int LongestStreet = 4;
    private const int LongestUnspaced = 12;
    private const int Reach = 20;
    private const float Score = 0.8f;

    public static void Find(in SpokenWords words, SpokenScene scene, List<SpokenValue> values)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Numbered(words, i) is { End: > 0 } numbered)
            {
                var stop = PlaceEnd(words, numbered.End);
                values.Add(new(SpokenEntities.Address, numbered.First, stop - 1, Score));
                i = stop - 1;
            }
            else if (words.IsAt(i, WordKinds.Street) && Start(words, i) is >= 0 and var start)
            {
                var end = PlaceEnd(words, i + 1);
                values.Add(new(SpokenEntities.Address, start, end - 1, Score));
                i = end - 1;
            }
            else if (words[i].May(WordKinds.Region) && scene.Cues.IsNear(i, Reach, CueKind.Address, CueKind.Postcode))
                AddPlace(words, i, values);
        }
        foreach (var run in scene.Reading.Runs)
            if (IsAnswer(words, scene, run))
                values.Add(new(SpokenEntities.Address, NumberStart(words, run.First), PlaceEnd(words, run.Last + 1) - 1, 0.7f));
    }

    /// <summary>The number before the street, perhaps with a flat before it; -1 when there is none.</summary>
    private static int Start(in SpokenWords words, int street)
    {
        for (var i = street - 1; i >= Math.Max(0, street - LongestStreet - 1) && words[street].Line - words[i].Line <= 1; i--)
        {
            if (IsNumber(words, i))
            {
                if (street - i < 2) return -1;
                return NumberStart(words, i);
            }
            if (words.Table.IsFunction(words.Written(i)) && !words[i].May(WordKinds.Ordinal)
                && !(i == street - 1 && words.Written(i) is "the")) return -1;
        }
        return -1;
    }

    /// <summary>A street with the number behind it, in languages that say them so.</summary>
    /// <returns>The first word and the one after the number; nothing where there are none.</returns>
    private static (int First, int End) Numbered(in SpokenWords words, int street)
    {
        if ((words.Table.Order & SpokenOrder.NumberLast) == 0) return default;
        var length = words.Match(street, WordKinds.Street, out _);
        var isWhole = length == 0 && words.Table.EndsLikeStreet(words.Written(street));
        if (length == 0 && !isWhole) return default;
        var at = street + Math.Max(1, length);
        for (var names = 0; at < words.Count && words[at].Line == words[street].Line && names <= LongestStreet; names++, at++)
        {
            if (words[at - 1].Is(WordMarks.EndsSentence)) break;
            while (at < words.Count && words.IsAt(at, WordKinds.Dwelling)) at++;
            if (AtomReader.TryRead(words, at, out var atom) && atom.IsDigits && atom.IsStrong)
            {
                if (words.IsAt(atom.Last + 1, WordKinds.Unit)) break;
                var first = names > 0 || isWhole ? street : NameBefore(words, street);
                return first < street || names > 0 || isWhole ? (first, atom.Last + 1) : default;
            }
            if (at < words.Count && (words[at].May(WordKinds.Cue) || words.IsCommon(at) && !words.Table.IsFunction(words.Written(at))))
                break;
        }
        return default;
    }

    /// <summary>The first of the words that name the street behind them.</summary>
    private static int NameBefore(in SpokenWords words, int street)
    {
        var first = street;
        var longest = words[street].Is(WordMarks.Alone) ? LongestUnspaced : LongestStreet;
        while (first > 0 && street - first < longest && words[first - 1].Line == words[street].Line && !words.IsCommon(first - 1)
            && !words[first - 1].Is(WordMarks.EndsSentence | WordMarks.EndsClause)
            && !words.Table.IsFunction(words.Written(first - 1)) && !words.IsAt(first - 1, WordKinds.Filler | WordKinds.Cue)) first--;
        return first;
    }

    private static bool IsNumber(in SpokenWords words, int index) =>
        words[index].Is(WordMarks.Digits | WordMarks.Mixed) || words.IsAt(index, WordKinds.Digit | WordKinds.Number | WordKinds.Scale);

    private static int NumberStart(in SpokenWords words, int index)
    {
        var start = index;
        while (start > 0 && index - start < 10
            && (words.IsAt(start - 1, WordKinds.Filler) && start > 1 && IsNumber(words, start - 2) || IsNumber(words, start - 1)
                || words[start - 1].Is(WordMarks.Letter) && !words.IsCommon(start - 1)
            || words[start - 1].May(WordKinds.Dwelling | WordKinds.Oh | WordKinds.Repeat)
            || words.Written(start - 1) is "and" or "comma" && IsNumber(words, Math.Max(0, start - 2)))) start--;
        return start;
    }

    /// <summary>The word after a flat, a town, a region and a postal code that follow each other.</summary>
    private static int PlaceEnd(in SpokenWords words, int index)
    {
        int at = StreetNameEnd(words, index), end = at, unknown = 0;
        while (at < words.Count && at - end < 3 && words[at].Line - words[index - 1].Line <= 2)
        {
            // without a dictionary any word of another turn could be a name
            if (!words.Table.HasWords && words[at].Line != words[index - 1].Line && !words.IsAt(at, WordKinds.Region)) break;
            if (words.Match(at, WordKinds.Region | WordKinds.Direction | WordKinds.Street, out _) is > 0 and var region)
            {
                end = at += region;
                continue;
            }
            if (words.Match(at, WordKinds.Dwelling, out _) is > 0 and var dwelling
                && AtomReader.TryRead(words, at + dwelling, out var unit))
            {
                end = at = unit.Last + 1;
                continue;
            }
            if (AtomReader.TryRead(words, at, out var atom)
                && atom is { Doubt: AtomDoubt.None or AtomDoubt.Name or AtomDoubt.Oh, Kind: not AtomKind.Symbol }
                && !words.IsAt(atom.Last + 1, WordKinds.Unit))
            {
                end = at = atom.Last + 1;
                continue;
            }
            var isName = !words.IsCommon(at) && !words[at].May(WordKinds.Cue | WordKinds.Filler | WordKinds.Correction)
                && !words.Table.IsFunction(words.Written(at));
            if (isName && unknown++ < 4) end = ++at;
            else if (words[at].May(WordKinds.Spacer | WordKinds.Filler)
                || words.Written(at) is "in" or "is" or "code" or "zip" or "postcode" or "the") at++;
            else break;
        }
        return end;
    }

    /// <summary>"du moulin", "de la paz": the name of a street with the words of grammar in it, in languages without a
    /// dictionary.</summary>
    private static int StreetNameEnd(in SpokenWords words, int index)
    {
        if (words.Table.HasWords || index == 0 || !words.IsAt(index - 1, WordKinds.Street)) return index;
        var at = index;
        while (at < words.Count && at - index < 3 && words[at].Line == words[index - 1].Line
            && words.Table.IsFunction(words.Written(at))) at++;
        return at > index && at < words.Count && words[at].Line == words[index - 1].Line && !words[at].May(WordKinds.Cue | WordKinds.Filler)
            ? at + 1 : index;
    }

    /// <summary>A town before a region, where an address was asked for.</summary>
    private static void AddPlace(in SpokenWords words, int index, List<SpokenValue> values)
    {
        var length = words.Match(index, WordKinds.Region, out _);
        if (length == 0) return;
        var first = index;
        while (first > 0 && index - first < 2 && words[first - 1].Line == words[index].Line && !words.IsCommon(first - 1)
            && !words[first - 1].May(WordKinds.Cue | WordKinds.Filler)
            && !words.Table.IsFunction(words.Written(first - 1))) first--;
        values.Add(new(SpokenEntities.Address, first, index + length - 1, 0.7f));
    }

    /// <summary>A number and words of a name, where an address was asked for.</summary>
    private static bool IsAnswer(in SpokenWords words, SpokenScene scene, SpokenRun run)
    {
        if ((words.Table.Order & SpokenOrder.NumberLast) != 0 || run.IsQuantity || run.Digits is 0 or > 5 || !scene.Cues.IsNear(run.First,
            12, CueKind.Address)) return false;
        var next = run.Last + 1;
        if (next >= words.Count || words[next].Line != words[run.Last].Line || words.IsAt(next, WordKinds.Unit)) return false;
        return !words.IsCommon(next) && !words[next].May(WordKinds.Cue | WordKinds.Filler) && !words.Table.IsFunction(words.Written(next));
    }
}
