using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>The looks of a word with a digit. The first is its length, which of its first four characters are digits,
/// and how many letters stand before the character before it; the second is whether it begins with a digit,
/// and the kinds of the two characters before it and the one after.</summary>
internal static class WordLooks
{
    private const int Longest = 31;
    private const int Leading = 4;
    private const int LongestBefore = 4;

    /// <summary>Number of first looks.</summary>
    public const int Count = (Longest + 1) * (1 << Leading) * (LongestBefore + 1);

    /// <summary>Number of second looks.</summary>
    public const int SecondCount = 2 * CharKinds.Count * CharKinds.Count * CharKinds.Count;

    /// <summary>The looks of a word.</summary>
    public static void At(ReadOnlySpan<char> text, TextSpan word, out int first, out int second)
    {
        var digits = 0;
        for (var i = 0; i < Leading && i < word.Length; i++)
            if (char.IsAsciiDigit(text[word.Start + i])) digits |= 1 << i;
        var letters = 0;
        for (var i = word.Start - 2; i >= 0 && letters < LongestBefore && char.IsAsciiLetter(text[i]); i--) letters++;
        first = First(Math.Min(word.Length, Longest), digits, letters);
        second = Second(digits & 1, CharKinds.Number(text, word.Start - 2), CharKinds.Number(text, word.Start - 1),
            CharKinds.Number(text, word.End));
    }

    /// <summary>The first looks that the values of a detector can have; null for all.</summary>
    public static IEnumerable<int>? Of(IAnchoredDetector detector) => detector switch
    {
        ShapedDetector shaped => OfShapes(shaped),
        AnchoredBy { WordForm: { } form } => OfForm(form),
        PatternDetector pattern => OfPattern(pattern.Pattern),
        _ => null,
    };

    /// <summary>The second looks that the values of a detector can have; null for all.</summary>
    public static IEnumerable<int>? SecondOf(IAnchoredDetector detector) => detector is not AnchoredBy { BesideForm: { } form } ? null :
        from isDigit in Enumerable.Range(0, 2)
        from second in Enumerable.Range(0, CharKinds.Count)
        from before in Enumerable.Range(0, CharKinds.Count)
        from after in Enumerable.Range(0, CharKinds.Count)
        where form(isDigit == 1, (CharKind)(1 << second), (CharKind)(1 << before), (CharKind)(1 << after))
        select Second(isDigit, second, before, after);

    /// <summary>The looks of all shapes; null when one can have any.</summary>
    private static IEnumerable<int>? OfShapes(ShapedDetector shaped)
    {
        var all = shaped.Shapes.Where(static s => s.Anchors.HasFlag(AnchorKinds.Word)).Select(Of).ToArray();
        return all.Any(static looks => looks is null) ? null : all.SelectMany(static looks => looks!).Distinct();
    }

    private static int First(int length, int digits, int before) => ((length << Leading) + digits) * (LongestBefore + 1) + before;

    private static int Second(int isDigit, int second, int before, int after) =>
        ((isDigit * CharKinds.Count + second) * CharKinds.Count + before) * CharKinds.Count + after;

    private static IEnumerable<int> OfForm(WordForm form) =>
        from length in Enumerable.Range(0, Longest + 1)
        from digits in Enumerable.Range(0, 1 << Leading)
        where form(length, digits)
        from before in Enumerable.Range(0, LongestBefore + 1)
        select First(length, digits, before);

    /// <summary>States: length of the word, which of its first four are digits, whether it has a digit,
    /// whether it is the word of the first digit and over, the letters before it.</summary>
    /// <remarks>A value stands free, so that letters it begins with are all the letters that stand there;
    /// what stands before a value can be anything.</remarks>
    private static IEnumerable<int>? OfPattern(Regex pattern)
    {
        const int Anything = LongestBefore + 1;
        static int State(int length, int digits, int digit, int over, int before) =>
            length | (digits << 5) | (digit << 9) | (over << 10) | ((Anything - before) << 11);
        var ends = PatternShape.EndStates(pattern, static (state, kind) =>
        {
            int length = state & 31, digits = (state >> 5) & 15, digit = (state >> 9) & 1, over = (state >> 10) & 1,
                before = Anything - (state >> 11);
            if (over == 1) return state;
            if (kind > 1 && digit == 1) return State(length, digits, digit, 1, before);
            if (kind > 1) return State(0, 0, 0, 0, length > 0 ? Math.Min(length, LongestBefore) : before == Anything ? Anything : 0);
            if (kind == 0 && length < Leading) digits |= 1 << length;
            return State(Math.Min(length + 1, Longest), digits, kind == 0 ? 1 : digit, 0, before);
        });
        return ends?.Where(static s => ((s >> 9) & 1) == 1).SelectMany(static s =>
        {
            int length = s & 31, digits = (s >> 5) & 15, before = Anything - (s >> 11);
            return before == Anything ? Enumerable.Range(0, LongestBefore + 1).Select(n => First(length, digits, n))
                : [First(length, digits, before)];
        }).Distinct();
    }
}
