using System.Buffers;

namespace Redaction.Text;

/// <summary>Letters of other scripts inside Latin words become the Latin letters that they look like.
/// Words wholly in another script stay.</summary>
internal static class HomoglyphFold
{
    private static readonly SearchValues<char> s_lookalikes = SearchValues.Create(Homoglyphs.Letters);

    public static void Apply(TextView view)
    {
        for (var i = 0; i < view.Length;)
        {
            if (!IsPart(view.Text[i])) { i++; continue; }
            var end = i + 1;
            while (end < view.Length && IsPart(view.Text[end])) end++;
            if (IsDisguised(view.Text[i..end])) Fold(view, i, end);
            i = end;
        }
    }

    /// <summary>A word, or an address of words, with Latin letters of its own and, of other letters, only look-alikes.</summary>
    public static bool IsDisguised(ReadOnlySpan<char> token)
    {
        if (!token.ContainsAny(s_lookalikes)) return false;
        var hasLatin = false;
        foreach (var c in token)
        {
            if (char.IsAsciiLetter(c)) hasLatin = true;
            else if (c >= '\u0250' && char.IsLetter(c) && !Homoglyphs.TryGetLatin(c, out _)) return false;
        }
        return hasLatin;
    }

    /// <summary>True for characters of a word or an address.</summary>
    public static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '.' or '@' or '_' or '-' or '\'' or '+';

    private static void Fold(TextView view, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (Homoglyphs.TryGetLatin(view.Text[i], out var latin)) view.Set(i, latin);
    }
}
