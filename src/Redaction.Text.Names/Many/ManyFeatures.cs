using System.Globalization;

namespace Redaction.Text.Names;

/// <summary>Turns tokens into the numbers that names-many takes (FORMAT.md, 4).</summary>
internal static class ManyFeatures
{
    /// <summary>Numbers of a token.</summary>
    public const int Width = ManyRows.Width + Bits;

    private const int Bits = 45, Digit = 10, Sign = 11, OtherScript = 12, Small = 13, Capitals = 14, Title = 15, Mixed = 16, Length = 17,
        Spaced = 23, NewLine = 24, Begins = 25, Joined = 26, BeginMask = 27, InsideMask = 33, StemMask = 39, Masks = 6;

    private const string Ends = ".!?。！？؟।";

    /// <summary>The text in small letters, letter by letter; a final sigma is a sigma.</summary>
    public static void Lower(ReadOnlySpan<char> text, Span<char> target)
    {
        for (var i = 0; i < text.Length; i++)
            target[i] = text[i] switch { '\u0130' => 'i', '\u03C2' => '\u03C3', var c => char.ToLowerInvariant(c) };
    }

    /// <summary>Writes the bits of a token behind the numbers of its letters.</summary>
    /// <param name="text">The stretch of text.</param>
    /// <param name="token">Where the token stands in it.</param>
    /// <param name="begin">What begins here by the list of names.</param>
    /// <param name="inside">What goes on here.</param>
    /// <param name="stem">What it may be inflected from.</param>
    /// <param name="row">Takes the bits.</param>
    public static void Write(ReadOnlySpan<char> text, TextSpan token, byte begin, byte inside, byte stem, Span<float> row)
    {
        row[..Bits].Clear();
        var word = text.Slice(token.Start, token.Length);
        if (ManyTokens.IsWord(word[0])) WriteLetters(word, row);
        else row[char.IsDigit(word[0]) ? Digit : Sign] = 1;
        row[Length + ((char.IsHighSurrogate(word[0]) ? 1 : word.Length) switch { 1 => 0, 2 => 1, 3 => 2, < 6 => 3, < 9 => 4, _ => 5 })] = 1;
        var (isFirst, isLine, before) = Gap(text, token.Start);
        if (!isFirst && ManyTokens.IsSpace(text[token.Start - 1])) row[Spaced] = 1;
        if (isFirst || isLine) row[NewLine] = 1;
        if (isFirst || isLine || Ends.Contains(before)) row[Begins] = 1;
        if (token.End < text.Length && !ManyTokens.IsSpace(text[token.End])) row[Joined] = 1;
        for (var k = 0; k < Masks; k++)
        {
            row[BeginMask + k] = (begin >> k) & 1;
            row[InsideMask + k] = (inside >> k) & 1;
            row[StemMask + k] = (stem >> k) & 1;
        }
    }

    private static void WriteLetters(ReadOnlySpan<char> word, Span<float> row)
    {
        var script = ManyScripts.Of(word[0]);
        row[script == ManyScripts.None ? OtherScript : script] = 1;
        int upper = 0, cased = 0;
        foreach (var c in word)
        {
            var kind = char.GetUnicodeCategory(c);
            if (kind == UnicodeCategory.UppercaseLetter) upper++;
            if (kind is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter) cased++;
        }
        if (cased == 0) return;
        row[upper == 0 ? Small : upper == cased && word.Length > 1 ? Capitals : upper == 1 && char.IsUpper(word[0]) ? Title : Mixed] = 1;
    }

    /// <summary>Whether nothing stands before, whether a line begins, and what stands before.</summary>
    private static (bool IsFirst, bool IsLine, char Before) Gap(ReadOnlySpan<char> text, int start)
    {
        var isLine = false;
        var at = start - 1;
        for (; at >= 0 && ManyTokens.IsSpace(text[at]); at--) isLine |= text[at] == '\n';
        return (at < 0, isLine, at < 0 ? '\n' : text[at]);
    }
}
