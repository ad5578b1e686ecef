using System.Buffers;

namespace Redaction.Text;

/// <summary>Words that a sign joins as in names of files and of variables: <c>iban_DE89…</c>, <c>scan_4111…_old.pdf</c>,
/// <c>ssn-536-22-1234.pdf</c>. A low line parts any two words; a hyphen or stop parts a label from its number, and the end of a
/// file's name from what stands before it.</summary>
internal static class JoinedWords
{
    /// <summary>Characters on either side of a joined word that are looked at with it.</summary>
    public const int Margin = 64;

    private const int Longest = 128, FewestDigits = 6, LongestExtension = 5, Group = 4, FewestOfLong = 9,
        FewestLetters = 3; // before a hyphen or stop: codes of parts and files have two (AC-204713)
    private static readonly SearchValues<char> s_joints = SearchValues.Create("_-.");
    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \t\r\n\"'`,;|/\\()[]{}<>=&?#!*\u00A0");

    /// <summary>The next joined word at or after a place that may hold a value; empty when there is none.</summary>
    public static TextSpan Next(ReadOnlySpan<char> text, int from)
    {
        for (var position = from; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_joints);
            if (step < 0) return default;
            var at = position + step;
            position = at + 1;
            if (!MayJoin(text, at)) continue;
            var word = Around(text, at, from);
            if (HoldsValue(text, word)) return word;
            position = Math.Max(position, word.End);
        }
        return default;
    }

    /// <summary>What the sign at a place of a joined word becomes: a colon after a label, a space or bar between other words; the sign
    /// itself where it belongs to a value.</summary>
    public static char Sign(ReadOnlySpan<char> text, TextSpan word, int at)
    {
        var sign = text[at];
        if (at == word.Start || at + 1 >= word.End) return sign == '_' ? ' ' : sign;
        var (before, after) = (text[at - 1], text[at + 1]);
        if (sign != '_' && !(char.IsLetter(before) && StartsNumber(after)))
            return IsExtension(text, word, at) || EndsLongNumber(text, word, at) ? ' ' : sign;
        if (NameBefore(text, word, at).Length > 0) return ':';
        if (sign != '_') return sign;
        return char.IsAsciiDigit(before) && StartsNumber(after) && !IsBetweenGroups(text, word, at) ? '|' : ' ';
    }

    /// <summary>The letters before a sign where they name a value; empty where they do not.</summary>
    public static ReadOnlySpan<char> NameBefore(ReadOnlySpan<char> text, TextSpan word, int at)
    {
        var start = at;
        while (start > word.Start && (char.IsLetter(text[start - 1]) || (text[start - 1] is '_' or '-' && start < at))) start--;
        var label = text[start..at];
        return label.Length >= (text[at] == '_' ? 2 : FewestLetters) && (Names(label) || Names($"{label} number")) ? label : default;
    }

    private static bool Names(ReadOnlySpan<char> label) =>
        FieldVocabulary.OfLabel(label, out _) is { Type.Name: not null, Kind: not (FieldKind.Technical or FieldKind.Timestamp) };

    private static bool MayJoin(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length) return text[at] == '_' && at > 0;
        if (text[at] == '_') return true;
        if (at == 0) return false;
        return char.IsLetter(text[at - 1]) ? StartsNumber(text[at + 1])
            : text[at] == '.' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiLetter(text[at + 1]);
    }

    private static bool StartsNumber(char c) => char.IsAsciiDigit(c) || c == '+';

    private static TextSpan Around(ReadOnlySpan<char> text, int at, int floor)
    {
        int start = at, end = at + 1;
        while (start > floor && at - start < Longest && !Ends(text, start - 1)) start--;
        while (end < text.Length && end - at < Longest && !Ends(text, end)) end++;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>A sign that stands in no joined word; a space does between groups of a number.</summary>
    private static bool Ends(ReadOnlySpan<char> text, int at) => s_ends.Contains(text[at])
        && !(text[at] == ' ' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));

    /// <summary>Digits enough for a number, with those that follow in groups, or an address.</summary>
    private static bool HoldsValue(ReadOnlySpan<char> text, TextSpan word)
    {
        var digits = Digits.Count(text.Slice(word.Start, word.Length));
        if (digits < FewestDigits && text.Slice(word.Start, word.Length).Contains('@')) return true;
        for (var i = word.End; digits < FewestDigits && i < text.Length && i < word.End + Margin / 2; i++)
        {
            if (char.IsAsciiDigit(text[i])) digits++;
            else if (text[i] is not (' ' or '-' or '.' or '(' or ')' or '/')) break;
        }
        return digits >= FewestDigits;
    }

    /// <summary>A stop before the last few letters of a word whose value stands before it.</summary>
    private static bool IsExtension(ReadOnlySpan<char> text, TextSpan word, int at)
    {
        if (text[at] != '.' || !char.IsAsciiLetterOrDigit(text[at - 1]) || !char.IsAsciiLetter(text[at + 1])) return false;
        var rest = text[(at + 1)..word.End].TrimEnd('.');
        if (rest.Length > LongestExtension) return false;
        foreach (var c in rest)
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        return true;
    }

    /// <summary>A hyphen between a long number that a sign joins to the word before it and the word behind it.</summary>
    private static bool EndsLongNumber(ReadOnlySpan<char> text, TextSpan word, int at)
    {
        if (text[at] != '-' || !char.IsLetter(text[at + 1])) return false;
        var digits = RunBefore(text, word, at);
        var before = at - digits - 1;
        return digits >= FewestOfLong && before > word.Start && Sign(text, word, before) != text[before];
    }

    /// <summary>A low line between groups of four, as programs write long numbers.</summary>
    private static bool IsBetweenGroups(ReadOnlySpan<char> text, TextSpan word, int at)
    {
        var before = RunBefore(text, word, at);
        var after = at + 1;
        while (after < word.End && char.IsAsciiDigit(text[after])) after++;
        after -= at + 1;
        if (before != Group || after > Group) return false;
        return after == Group || RunBefore(text, word, at - Group - 1) == Group;
    }

    private static int RunBefore(ReadOnlySpan<char> text, TextSpan word, int at)
    {
        var start = at;
        while (start > word.Start && char.IsAsciiDigit(text[start - 1])) start--;
        return at - start;
    }
}
