namespace Redaction.Audio;

/// <summary>Names in scripts that set no spaces, in which each character is a word.</summary>
internal static class UnspacedNames
{
    private const int Reach = 40;

    private const WordKinds Others = WordKinds.Filler | WordKinds.Correction | WordKinds.Restart | WordKinds.Cue | WordKinds.Tail
        | WordKinds.Title | WordKinds.StrongName | WordKinds.NameLead | WordKinds.Symbol | WordKinds.Spacer | WordKinds.Unit;

    /// <summary>The word after the name that begins at a character; the character itself when none does.</summary>
    public static int End(in SpokenWords words, int start)
    {
        var end = start;
        while (end < words.Count && end - start < words.Table.LongestName && words[end].Line == words[start].Line && IsPart(words, end)
            && (end == start || !words[end - 1].Is(WordMarks.EndsSentence | WordMarks.EndsClause))) end++;
        return end;
    }

    /// <summary>The name before words such as <c>と申します</c> or <c>先生</c>; before a word that says little only when one was asked
    /// for.</summary>
    public static SpokenValue? Before(in SpokenWords words, SpokenScene scene, int tail)
    {
        if ((words.Table.Order & SpokenOrder.NameFirst) == 0 || tail == 0 || !words[tail - 1].Is(WordMarks.Alone)) return null;
        var length = words.Match(tail, WordKinds.Tail, out var weight);
        if (length == 0 || weight > 0 && !scene.Cues.IsNear(tail, Reach, CueKind.Person, CueKind.Maiden, CueKind.Spell)) return null;
        var start = tail;
        while (start > 0 && tail - start < words.Table.LongestName && words[start - 1].Line == words[tail].Line && IsPart(words, start - 1)
            && !words[start - 1].Is(WordMarks.EndsSentence | WordMarks.EndsClause)) start--;
        return start < tail ? new(EntityTypes.Person, start, tail - 1, weight > 0 ? 0.7f : 0.8f) : null;
    }

    /// <summary>Adds the other places where names of at least two characters are said.</summary>
    public static void Repeat(in SpokenWords words, List<SpokenValue> names, List<SpokenValue> values)
    {
        var known = new Dictionary<int, List<(int First, int Length)>>();
        foreach (var name in names)
            if (name.Last > name.First && words[name.First].Is(WordMarks.Alone))
            {
                var place = words.Written(name.First)[0];
                if (!known.TryGetValue(place, out var places)) known.Add(place, places = []);
                if (!Holds(words, places, name.First, name.Last - name.First + 1)) places.Add((name.First, name.Last - name.First + 1));
            }
        for (var i = 0; known.Count > 0 && i < words.Count; i++)
        {
            if (!words[i].Is(WordMarks.Alone) || !known.TryGetValue(words.Written(i)[0], out var places)) continue;
            foreach (var (first, length) in places)
                if (i != first && IsSame(words, first, i, length)) values.Add(new(EntityTypes.Person, i, i + length - 1, 0.7f));
        }
    }

    private static bool Holds(in SpokenWords words, List<(int First, int Length)> places, int first, int length)
    {
        foreach (var place in places)
            if (place.Length == length && IsSame(words, place.First, first, length)) return true;
        return false;
    }

    private static bool IsSame(in SpokenWords words, int first, int second, int length)
    {
        if (second + length > words.Count) return false;
        for (var i = 0; i < length; i++)
            if (!words.Written(first + i).SequenceEqual(words.Written(second + i))) return false;
        return true;
    }

    /// <summary>A character that no everyday word, no word of grammar and nothing else that the table knows begins with here.</summary>
    private static bool IsPart(in SpokenWords words, int index)
    {
        if (!words[index].Is(WordMarks.Alone) || words.Written(index)[0] is >= '\u3041' and <= '\u309F') return false;
        if (words.IsCommon(index) || words.Table.IsFunction(words.Written(index))) return false;
        return words.Match(index, Others, out _, out var kind) is var length && (length == 0 || length == 1 && kind == WordKinds.Unit);
    }
}
