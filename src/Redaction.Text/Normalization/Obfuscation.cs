using System.Buffers;

namespace Redaction.Text;

/// <summary>Finds the stretches of a text in which a value may be disguised. Ordinary text has none,
/// and finding that out is one fast pass.</summary>
internal static class Obfuscation
{
    /// <summary>Characters on either side of a disguise that are folded with it, so that values and their context are seen whole.</summary>
    public const int Margin = 256;

    private static readonly SearchValues<char> s_suspects = SearchValues.Create(
        CharacterFold.Suspects + HiddenFold.Suspects + Homoglyphs.Letters + "%&\\<*_~`[{^\t\u001B\"'");
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");

    /// <summary>Adds the stretches to <paramref name="stretches"/>, sorted and disjoint.</summary>
    public static void Find(ReadOnlySpan<char> text, List<TextSpan> stretches)
    {
        Characters(text, stretches);
        Marks(text, stretches);
        Hidden(text, stretches);
        LineEnds(text, stretches);
        MisreadDigits(text, stretches);
        Spaced(text, stretches);
        Encoded(text, stretches);
        Merge(stretches, text);
    }

    private static void Characters(ReadOnlySpan<char> text, List<TextSpan> stretches)
    {
        for (var i = 0; i < text.Length;)
        {
            var step = text[i..].IndexOfAny(s_suspects);
            if (step < 0) return;
            i += step;
            var end = i + 1;
            if (text[i] is '%' or '&' or '\\')
            {
                var length = Escapes.Read(text[i..], out _);
                if (length == 0 && text[i] == '\\') length = Math.Max(MarkupFold.Length(text, i), SpaceFold.Length(text, i));
                if (length > 0) Add(stretches, i, i + length);
                end = i + Math.Max(1, length);
            }
            else if (text[i] is '<' or '*' or '_' or '~' or '`' or '[' or '{' or '^' or '\u001B' or '\t')
            {
                var length = text[i] == '\t' ? SpaceFold.Length(text, i) : MarkupFold.Length(text, i);
                if (length == 0 && text[i] == '~') length = SpaceFold.Length(text, i);
                if (length > 0) Add(stretches, i, i + length);
                end = i + Math.Max(1, length);
            }
            else if (text[i] is '"' or '\'')
            {
                var length = LiteralFold.Length(text, i);
                if (length > 0) Add(stretches, i, i + length);
                end = i + Math.Max(1, length);
            }
            else if (Homoglyphs.TryGetLatin(text[i], out _))
            {
                var start = i;
                while (start > 0 && i - start < Margin && HomoglyphFold.IsPart(text[start - 1])) start--;
                while (end < text.Length && end - i < Margin && HomoglyphFold.IsPart(text[end])) end++;
                if (HomoglyphFold.IsDisguised(text[start..end])) Add(stretches, start, end);
            }
            else
            {
                Add(stretches, i, end);
            }
            i = end;
        }
    }

    private static void Marks(ReadOnlySpan<char> text, List<TextSpan> stretches)
    {
        for (var i = 0; i < text.Length;)
        {
            var step = SpelledFold.IndexOfMark(text[i..]);
            if (step < 0) return;
            Add(stretches, i + step, i + step + 3);
            i += step + 3;
        }
    }

    private static void Hidden(ReadOnlySpan<char> text, List<TextSpan> stretches)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var step = HiddenFold.Next(text[i..]);
            if (step < 0) return;
            i += step;
            Add(stretches, i, i + 1);
        }
    }

    private static void LineEnds(ReadOnlySpan<char> text, List<TextSpan> stretches)
    {
        for (var i = 0; i < text.Length;)
        {
            var step = LineEndFold.Next(text[i..]);
            if (step < 0) return;
            i += step;
            var end = i + LineEndFold.Length(text[i..]);
            if (LineEndFold.IsInNumber(text, i, end) || LineEndFold.IsInWord(text, i, end)) Add(stretches, i, end);
            i = end;
        }
    }

    private static void MisreadDigits(ReadOnlySpan<char> text, List<TextSpan> stretches)
    {
        for (var i = 0; i < text.Length;)
        {
            var step = text[i..].IndexOfAny(s_digits);
            if (step < 0) return;
            var end = i + step + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (MisreadDigitFold.IsSuspect(text, i + step, end)) Add(stretches, i + step, end);
            i = end;
        }
    }

    /// <summary>Every fourth character tells: in spaced-out text every second one is a space.</summary>
    private static void Spaced(ReadOnlySpan<char> text, List<TextSpan> stretches)
    {
        for (var i = 0; i + 3 < text.Length; i += 4)
        {
            if (!((text[i] == ' ' && text[i + 2] == ' ') || (text[i + 1] == ' ' && text[i + 3] == ' '))) continue;
            for (var start = Math.Max(0, i - 3); start <= i + 1; start++)
            {
                var end = SpacedFold.RunFrom(text, start);
                if (end == start) continue;
                Add(stretches, start, end);
                i = Math.Max(i, end - 4);
                break;
            }
        }
    }

    private static void Encoded(ReadOnlySpan<char> text, List<TextSpan> stretches)
    {
        for (var word = Base64Fold.NextWord(text, 0); word.Length > 0; word = Base64Fold.NextWord(text, word.End))
            Add(stretches, word.Start, word.End);
    }

    private static void Add(List<TextSpan> stretches, int start, int end)
    {
        if (stretches.Count > 0 && stretches[^1].Start <= start && start - stretches[^1].End < Margin)
            stretches[^1] = TextSpan.FromBounds(stretches[^1].Start, Math.Max(stretches[^1].End, end));
        else
            stretches.Add(TextSpan.FromBounds(start, end));
    }

    /// <summary>Widens by the margin, then joins what overlaps.</summary>
    private static void Merge(List<TextSpan> stretches, ReadOnlySpan<char> text)
    {
        if (stretches.Count == 0) return;
        for (var i = 0; i < stretches.Count; i++)
            stretches[i] = TextSpan.FromBounds(Math.Max(0, stretches[i].Start - Margin), Math.Min(text.Length, stretches[i].End + Margin));
        stretches.Sort();
        var kept = 0;
        for (var i = 1; i < stretches.Count; i++)
        {
            if (stretches[i].Start <= stretches[kept].End) stretches[kept] = stretches[kept].Union(stretches[i]);
            else stretches[++kept] = stretches[i];
        }
        stretches.RemoveRange(kept + 1, stretches.Count - kept - 1);
    }
}
