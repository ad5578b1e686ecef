namespace Redaction.Text.Names;

/// <summary>The shape of a word of names-russian: its script, and how it is written in capitals and small letters; or which sign
/// it is.</summary>
internal static class RussianShape
{
    /// <summary>Number of shapes.</summary>
    public const int Count = 66;

    private const int FirstSign = 15, OtherSign = 63, Number = 64, Other = 65, Outlines = 7;
    private const string Signs = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…";

    /// <summary>The shape, 1 to 65.</summary>
    public static int Of(ReadOnlySpan<char> word)
    {
        var first = char.ToLowerInvariant(word[0]);
        if (first is (>= 'а' and <= 'я') or 'ё') return 1 + Outline(word);
        if (first is >= 'a' and <= 'z') return 1 + Outlines + Outline(word);
        if (char.IsDigit(first) || (word.Length > 1 && first is '+' or '-' && char.IsDigit(word[1]))) return Number;
        var sign = Signs.IndexOf(first);
        if (sign < 0) return Other;
        return word.Length > 1 ? OtherSign : FirstSign + sign;
    }

    /// <summary>X, x, XX, xx, Xx, Xx-Xx, other.</summary>
    private static int Outline(ReadOnlySpan<char> word)
    {
        if (word.Length == 1) return char.IsUpper(word[0]) ? 0 : 1;
        if (Are(word, capitals: true)) return 2;
        if (Are(word, capitals: false)) return 3;
        if (IsTitle(word)) return 4;
        var dash = word.IndexOf('-');
        return dash > 0 && IsTitle(word[..dash]) && IsTitle(word[(dash + 1)..]) ? 5 : 6;
    }

    private static bool IsTitle(ReadOnlySpan<char> word) => word.Length > 1 && char.IsUpper(word[0]) && Are(word[1..], capitals: false);

    /// <summary>There is a letter, and all are of the case.</summary>
    private static bool Are(ReadOnlySpan<char> word, bool capitals)
    {
        var any = false;
        foreach (var c in word)
        {
            if (capitals ? char.IsLower(c) : char.IsUpper(c)) return false;
            any |= char.IsLetter(c);
        }
        return any;
    }
}
