namespace Redaction.Image;

/// <summary>Gives letters that look the same in several scripts the script of their word, so that <c>Иванов</c>, <c>Όνομα</c> and
/// <c>name@example.org</c> are of one script each.</summary>
internal static class WordScripts
{
    // Latin, Cyrillic, Greek; a full stop where a script has none that looks so.
    private static readonly string[] s_shapes =
    [
        "AАΑ", "BВΒ", "CС.", "EЕΕ", "HНΗ", "IІΙ", "JЈ.", "KКΚ", "MМΜ", "N.Ν", "OОΟ", "PРΡ", "SЅ.", "TТΤ", "XХΧ", "YУΥ", "Z.Ζ",
        ".ГΓ", ".ПΠ", ".ФΦ",
        "aаα", "cс.", "eе.", "hһ.", "iіι", "jј.", "kкκ", "n.η", "oоο", "pрρ", "sѕ.", "u.υ", "v.ν", "w.ω", "xхχ", "yуγ",
        ".пπ", ".фφ",
        "ëё.", "ËЁ.", "ïїϊ", "ÏЇΪ", "á.ά", "í.ί", "ó.ό", "ú.ύ", "é.έ", "ü.ϋ",
    ];

    private static readonly Dictionary<char, string> s_shapeOf = Shapes();

    /// <summary>The scripts that are told apart; the index of a letter in a shape.</summary>
    private enum Script { Latin, Cyrillic, Greek, None }

    /// <summary>How many more letters are Cyrillic or Greek than Latin; what looks the same in several scripts does not count.</summary>
    public static int Lean(List<SeenCharacter> characters)
    {
        var lean = 0;
        foreach (var character in characters)
            if (ScriptOf(character.Text[0]) is var script and not Script.None && !s_shapeOf.ContainsKey(character.Text[0]))
                lean += script == Script.Latin ? -1 : 1;
        return lean;
    }

    /// <summary>True where letters of several of these scripts stand together.</summary>
    public static bool AreMixed(List<SeenCharacter> characters)
    {
        var first = Script.None;
        foreach (var character in characters)
        {
            var script = ScriptOf(character.Text[0]);
            if (script == Script.None || script == first) continue;
            if (first != Script.None) return true;
            first = script;
        }
        return false;
    }

    /// <summary>True of a letter in Cyrillic or Greek.</summary>
    public static bool IsOther(char letter) => ScriptOf(letter) is Script.Cyrillic or Script.Greek;

    /// <summary>Settles each word of a line: where its letters are of several scripts, that of most letters which look like no other one
    /// wins, else that of most letters.</summary>
    public static void Settle(List<SeenCharacter> characters)
    {
        if (!characters.Exists(static c => IsOther(c.Text[0]))) return;
        for (var start = 0; start < characters.Count;)
        {
            var end = start;
            while (end < characters.Count && characters[end].Text != " ") end++;
            SettleToken(characters, start, end);
            start = end + 1;
        }
    }

    /// <summary>An address of mail or of the web is one word, anything else ends where the letters do.</summary>
    private static void SettleToken(List<SeenCharacter> characters, int start, int end)
    {
        var token = string.Concat(characters[start..end].Select(static c => c.Text));
        if (token.Contains('@') || token.Contains("://", StringComparison.Ordinal) || token.StartsWith("www.", StringComparison.Ordinal))
        {
            SettleWord(characters, start, end);
            return;
        }
        for (var first = start; first < end;)
        {
            var last = first;
            while (last < end && char.IsLetter(characters[last].Text[0])) last++;
            SettleWord(characters, first, last);
            first = last + 1;
        }
    }

    private static void SettleWord(List<SeenCharacter> characters, int start, int end)
    {
        Span<int> sure = stackalloc int[3], all = stackalloc int[3];
        for (var i = start; i < end; i++)
        {
            var letter = characters[i].Text[0];
            if (ScriptOf(letter) is var script and not Script.None)
            {
                all[(int)script]++;
                if (!s_shapeOf.ContainsKey(letter)) sure[(int)script]++;
            }
        }
        var wanted = Most(sure.ContainsAnyExcept(0) ? sure : all);
        if (all[wanted] == all[0] + all[1] + all[2]) return;
        for (var i = start; i < end; i++)
            if (s_shapeOf.TryGetValue(characters[i].Text[0], out var shape) && shape[wanted] != '.')
                characters[i] = characters[i] with { Text = shape[wanted].ToString() };
    }

    private static int Most(ReadOnlySpan<int> counts)
    {
        var most = 0;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > counts[most]) most = i;
        return most;
    }

    private static Script ScriptOf(char letter) => letter switch
    {
        _ when !char.IsLetter(letter) => Script.None,
        <= '\u024f' => Script.Latin,
        >= '\u0370' and <= '\u03ff' => Script.Greek,
        >= '\u0400' and <= '\u052f' => Script.Cyrillic,
        _ => Script.None,
    };

    private static Dictionary<char, string> Shapes()
    {
        var shapes = new Dictionary<char, string>();
        foreach (var shape in s_shapes)
            foreach (var letter in shape)
                if (letter != '.') shapes.Add(letter, shape);
        return shapes;
    }
}
