namespace Redaction.Text.Names;

/// <summary>What a name of names-many must have, whatever the network says.</summary>
internal static class ManyGate
{
    private const int LongestListed = 4;

    /// <summary>The tokens without signs at their edges; empty where nothing is left.</summary>
    public static (int First, int Last) Inner(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int first, int last)
    {
        while (first <= last && !char.IsLetterOrDigit(text[tokens[first].Start])) first++;
        while (last >= first && !char.IsLetterOrDigit(text[tokens[last].Start]) && text[tokens[last].Start] != '.') last--;
        return (first, last);
    }

    /// <summary>The last token of a person without the words in small letters behind the name: a verb, mostly.</summary>
    public static int WithoutSmall(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int first, int last)
    {
        if (!char.IsUpper(text[tokens[first].Start])) return last;
        while (last > first && char.IsLower(text[tokens[last].Start]) && tokens[last - 1].End < tokens[last].Start) last--;
        return last;
    }

    /// <summary>In scripts with capitals a name has one, but for text without any in a language that was trained on such. Where each letter
    /// is a token, a person has two of them or a title behind; in Chinese and Korean it begins with a listed surname or name and with no
    /// everyday word, or has the point between parts of foreign names.</summary>
    public static bool Passes(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int first, int last, EntityType type,
        ManyLanguage language, in ManyBlock block)
    {
        var start = text[tokens[first].Start];
        if (ManyTokens.IsSingle(start)) return type != EntityTypes.Person || IsPerson(text, tokens, first, last, language, block);
        if (ManyScripts.Of(start) is not (ManyScripts.Latin or ManyScripts.Greek or ManyScripts.Cyrillic)) return true;
        foreach (var c in text[tokens[first].Start..tokens[last].End])
            if (char.IsUpper(c)) return true;
        return language.ReadsSmall && !HasCapital(text);
    }

    private static bool HasCapital(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsUpper(c)) return true;
        return false;
    }

    /// <summary>One word with the capital that begins a sentence: an everyday word, or one (<paramref name="isCut"/>) that was cut from
    /// what came behind it.</summary>
    public static bool IsOrdinary(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int first, int last, bool isCut,
        in ManyBlock block)
    {
        if (first != last || !(isCut || (block.Begin[first] & ManyGazetteer.EverydayWord) != 0) || !char.IsUpper(text[tokens[first].Start]))
            return false;
        var before = text[..tokens[first].Start].TrimEnd(' ');
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or '\n' or '\r' or ':';
    }

    private static bool IsPerson(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, int first, int last, ManyLanguage language,
        in ManyBlock block)
    {
        var isTitled = last + 1 < tokens.Length && (block.Begin[last + 1] & ManyGazetteer.Title) != 0;
        if (first == last) return isTitled;
        if (language.Code is not ("zh" or "ko") || text[tokens[first].Start..tokens[last].End].Contains('·')) return true;
        var mask = block.Begin[first];
        return (mask & ManyGazetteer.GivenName) != 0
            || ((mask & ManyGazetteer.Surname) != 0 && last - first < LongestListed
                && (isTitled || (mask & ManyGazetteer.EverydayWord) == 0));
    }
}
