namespace Redaction.Audio;

/// <summary>What is announced as a password, a user name or the answer to a security question, in the same breath.</summary>
internal static class SecretRule
{
    private const int Longest = 6;

    public static void Find(in SpokenWords words, SpokenScene scene, List<SpokenValue> values)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var length = words.Match(i, WordKinds.Cue, out var kind);
            if (length == 0) continue;
            i += length - 1;
            if ((CueKind)kind is not (CueKind.Secret or CueKind.User or CueKind.Maiden) || i + 2 >= words.Count
                || words[i + 1].Line != words[i].Line) continue;
            if (!words.Table.Contains(words.Written(i + 1), WordLists.Copula)) continue;
            var start = i + 2;
            while (start < words.Count && words.IsAt(start, WordKinds.Filler)) start++;
            var end = End(words, start);
            if (end == start) continue;
            values.Add(new((CueKind)kind == CueKind.User ? SpokenEntities.Username : EntityTypes.Secret, start, end - 1, 0.75f));
            i = end - 1;
        }
    }

    private static int End(in SpokenWords words, int start)
    {
        var end = start;
        while (end < words.Count && end - start < Longest && words[end].Line == words[start].Line)
        {
            if (words.Table.IsFunction(words.Written(end)) || words.IsAt(end, WordKinds.Filler)) break;
            var isFirstCommon = end == start && words.IsCommon(end) && !words.Table.IsNameWord(words.Written(end));
            if (isFirstCommon && (end + 1 >= words.Count || words.IsCommon(end + 1))) break;
            end = AtomReader.TryRead(words, end, out var atom) && atom.IsStrong ? atom.Last + 1 : end + 1;
        }
        return end;
    }
}
