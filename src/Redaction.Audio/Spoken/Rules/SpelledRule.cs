namespace Redaction.Audio;

/// <summary>Words spelled letter by letter, with the name that was said before them.</summary>
internal static class SpelledRule
{
    private const int Reach = 20;
    private const int Certain = 4;

    public static void Find(in SpokenWords words, SpokenScene scene, List<SpokenValue> values)
    {
        foreach (var run in scene.Reading.Runs)
        {
            if (run.Letters == 0 || run.Letters < run.Digits) continue;
            var named = Named(words, run);
            if (named >= 0)
            {
                values.Add(new(EntityTypes.Person, named, run.First - named <= 2 ? run.Last : named, 0.85f));
                if (run.First - named > 2) values.Add(new(EntityTypes.Person, run.First, run.Last, 0.85f));
                continue;
            }
            var isAsked = scene.Cues.IsNear(run.First, Reach, CueKind.Spell, CueKind.Person, CueKind.Maiden, CueKind.Email, CueKind.User,
                CueKind.Secret, CueKind.Postcode, CueKind.Id);
            if (run.Digits == 0 && words.Table.IsAcronym(run.Compact) && !scene.Cues.IsNear(run.First, 8, CueKind.Spell)) continue;
            if (isAsked && run.Letters >= 2) values.Add(new(EntityTypes.Person, run.First, run.Last, 0.8f));
            else if (run.Letters >= Certain || (run.Letters >= 3 && HasLink(run)))
                values.Add(new(EntityTypes.Person, run.First, run.Last, 0.55f));
        }
    }

    private static bool HasLink(SpokenRun run)
    {
        foreach (var atom in run.Atoms)
            if (atom is { Kind: AtomKind.Letter, IsStrong: true } && atom.Last > atom.First) return true;
        return false;
    }

    /// <summary>The word that the letters spell, among those right before the run; -1 when there is none.</summary>
    private static int Named(in SpokenWords words, SpokenRun run)
    {
        if (run.Digits > 0 || run.Letters < 2) return -1;
        for (var i = run.First - 1; i >= Math.Max(0, run.First - 6); i--)
            if (IsSpelling(words.Written(i), run.Compact)) return i;
        return -1;
    }

    /// <summary>True when the letters are those of the word, but for a few that the recogniser got wrong.</summary>
    private static bool IsSpelling(ReadOnlySpan<char> word, string letters)
    {
        if (word.Length < 2 || letters.Length < 2 || Math.Abs(word.Length - letters.Length) > 2) return false;
        var same = 0;
        var at = 0;
        foreach (var c in word)
        {
            var found = letters.AsSpan(at).IndexOf(char.ToLowerInvariant(c));
            if (found is < 0 or > 2) continue;
            at += found + 1;
            same++;
        }
        return same * 3 >= Math.Max(word.Length, letters.Length) * 2;
    }
}
