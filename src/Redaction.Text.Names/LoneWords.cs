using System.Collections.Frozen;

namespace Redaction.Text.Names;

/// <summary>How sure the model must be of a name that is one word by itself, where little but the word speaks for it.</summary>
internal static class LoneWords
{
    private const float SmallKnown = 0.6f, SmallUnknown = 0.9f, SmallThing = 0.95f, GermanNoun = 0.85f;
    private const int ShareOfGerman = 10, LongestOfGerman = 5, Around = 24;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_german =
        ("der die das den dem des und ist sind ein eine einen einem einer nicht mit von zu zum zur im auf für wird wenn sich auch bei "
        + "nach aus wie oder es man ich sie wir er")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_suffixes =
        ("junior senior filho neto sobrinho hijo fils père aîné mlada starší ml st jr sr oglu oğlu qizi kizi bey hanım hanim bin ibn ben "
        + "abu umm bank university college city county river lake island street universität gmbh ltd inc corp company airport station park")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The score from which such a word counts in full.</summary>
    /// <param name="type">What the model takes it for.</param>
    /// <param name="isSmall">It begins with a small letter, and others around it with capitals.</param>
    /// <param name="isKnown">A list of names or places has it.</param>
    /// <param name="inGerman">It stands in German, where every noun has a capital.</param>
    public static float Least(EntityType type, bool isSmall, bool isKnown, bool inGerman)
    {
        if (type != EntityTypes.Person && type != EntityTypes.Location && type != EntityTypes.Organization) return 0;
        if (isSmall) return isKnown ? SmallKnown : type == EntityTypes.Person ? SmallUnknown : SmallThing;
        return inGerman ? GermanNoun : 0;
    }

    /// <summary>True for a word after a preposition of places, as which it needs no proof against other nouns of German.</summary>
    public static bool IsPlaced(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens, int place) =>
        place > 0 && text[tokens[place - 1].Start..tokens[place - 1].End] is "in" or "nach" or "aus" or "bei";

    /// <summary>True for one word, with or without the sign that ends its sentence.</summary>
    public static bool IsLone(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens) =>
        tokens.Length == 1 || (tokens.Length == 2 && !char.IsLetterOrDigit(text[tokens[1].Start]));

    /// <summary>True for a word with a capital and one in small letters, which no list has, behind it: <c>Wisła płynie</c>. What ends a
    /// name in small letters (<c>junior</c>, <c>filho</c>) is left.</summary>
    public static bool HasSmallTail(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens, ushort maskOfLast, EntityType type)
    {
        if (tokens.Length != 2 || (maskOfLast & Gazetteer.Named) != 0) return false;
        if (type != EntityTypes.Person && type != EntityTypes.Location && type != EntityTypes.Organization) return false;
        var first = text[tokens[0].Start..tokens[0].End];
        var last = text[tokens[1].Start..tokens[1].End];
        return first.Length > 1 && char.IsUpper(first[0]) && last.Length > 2 && char.IsLower(last[0]) && text[tokens[1].Start - 1] == ' '
            && !last.ContainsAny('-', '\'', '’') && !s_suffixes.Contains(last);
    }

    /// <summary>True when no word of several has a capital.</summary>
    public static bool AreSmall(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens)
    {
        foreach (ref readonly var token in tokens)
            if (char.IsUpper(text[token.Start])) return false;
        return true;
    }

    /// <summary>True when words with capitals stand around a place: where there are none, names have none either.</summary>
    public static bool HaveCapitals(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens, int place)
    {
        foreach (ref readonly var token in tokens[Math.Max(0, place - Around)..Math.Min(tokens.Length, place + Around)])
            if (token.End - token.Start > 1 && char.IsUpper(text[token.Start])) return true;
        return false;
    }

    /// <summary>True when of the tokens around a place one in ten or more is a German article, pronoun or preposition.</summary>
    public static bool AreGerman(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens, int place)
    {
        tokens = tokens[Math.Max(0, place - Around)..Math.Min(tokens.Length, place + Around)];
        var count = 0;
        foreach (ref readonly var token in tokens)
            if (token.End - token.Start <= LongestOfGerman && s_german.Contains(text[token.Start..token.End])) count++;
        return count * ShareOfGerman >= tokens.Length;
    }
}
