using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Ages of people, 0 to 125 years: <c>47-year-old</c>, <c>aged 47</c>, <c>Age: 47</c>, <c>47 yo</c>, <c>61 y/o</c>,
/// also in German, French, Spanish, Italian and Portuguese.</summary>
internal static class Age
{
    private const int Oldest = 125;
    private static readonly string[] s_after =
    [
        "-year-old", "-years-old", "-yr-old", "-yrs-old", " year old", " years old", " year-old", " years-old", "-year old", " yr old",
        " yrs old", " yrs. old", "yrs. old", "yrs old", " yrs of age", " years of age", "years old", "yo", " yo", "y/o", " y/o", " y.o",
        " y o ",
        " month old", " months old", "-month-old", "-months-old", " months of age", "-week-old", " weeks old", " days old", "-day-old",
        " jahre alt", "-jährige", " jährige", " jahren alt", " ans (", " años de edad", " anos de idade", " anni di età", "m/o", " y.",
        "yr old", ".yrs", " year olds", "-year-olds",
        " jaar oud", " år gammal", " år gammel", "-vuotias", "-vuotiaan", " yaşında", " лет от роду", " ετών", " tuổi", "歳", "歲", "岁",
        "周岁", "세", "살",
    ];

    private static readonly FrozenDictionary<char, string[]> s_afterByLetter =
        s_after.GroupBy(static words => Letter(words)).ToFrozenDictionary(static g => g.Key, static g => g.ToArray());

    private static readonly WordSet s_before = new("age aged ages alter edad età idade âge leeftijd ålder alder agé âgé âgée");

    private static readonly ContextWords s_person = new("patient", "he", "she", "man", "woman", "boy", "girl", "male", "female", "husband",
        "wife", "son", "daughter", "born", "i am", "i'm", "child", "mother", "father", "person");

    public static ITextDetector Detector { get; } = new AnchoredBy("age", AgeType, AnchorKinds.Number, 1, Probe)
    {
        NumberForm = static (first, _, _) => first <= 3,
    };

    private static EntityType AgeType => new("age");

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var i = anchor.Span.Start; i < anchor.Span.End;)
        {
            var end = AddressText.Digits(text, i);
            if (end - i <= 3 && IsFree(text, i)) At(source, i, ref end, findings);
            i = end;
            while (i < anchor.Span.End && !char.IsAsciiDigit(text[i])) i++;
        }
    }

    private static void At(TextSource source, int start, ref int end, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        if (CalendarDate.Number(text[start..end]) > Oldest + 40) return;
        var whole = end;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1])) end = AddressText.Digits(text, end + 1);
        var words = After(text, end);
        var label = Before(text, start);
        var isReal = CalendarDate.Number(text[start..whole]) <= Oldest;
        if (words > 0)
            findings.Add(
                new(AgeType, TextSpan.FromBounds(label < 0 ? start : label, end + words),
                    !isReal ? 0.5f : words <= 3 && label < 0 && !s_person.AreNear(source, TextSpan.FromBounds(start, end)) ? 0.55f : 0.85f,
                    "age"));
        else if (label >= 0 && isReal && !Continues(text, end))
            findings.Add(new(AgeType, TextSpan.FromBounds(label, Years(text, end)), 0.75f, "age"));
    }

    private static int After(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || !s_afterByLetter.TryGetValue(Letter(text[end..]), out var mayFollow)) return 0;
        foreach (var words in mayFollow)
            if (Typed.BeginsWith(text[end..], words)
                && (end + words.Length == text.Length || IsWordEnd(words, text[end + words.Length]) || words[^1] == ' '
                    || words.EndsWith("jährige", StringComparison.Ordinal)))
                return words is " y." or " ans (" ? Typed.BeginsWith(text[end..], " ans (") ? 4 : 0
                    : words.TrimEnd().Length;
        return 0;
    }

    /// <summary>A Korean year of life is no century, generation or edition.</summary>
    private static bool IsWordEnd(ReadOnlySpan<char> words, char next) =>
        !Typed.IsLetter(next) && !(words[0] is '세' or '살' && next is '기' or '대' or '계' or '트' or '상' or '포');

    /// <summary>The first letter, or what stands for one, in lower case.</summary>
    private static char Letter(ReadOnlySpan<char> words) =>
        char.ToLowerInvariant(words.Length > 1 && Typed.Plain(words[0]) is ' ' or '-' ? words[1] : words[0]);

    /// <summary>Start of "aged" or "age:" before the number; -1 when there is none.
    /// "Bronze Age 1200" has too many digits and "age 3 of 5" is left to the words after it.</summary>
    private static int Before(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i > 0 && start - i < 4 && Typed.Plain(text[i - 1]) is ' ' or ':' or '=' or '"' or '\t') i--;
        if (i == start) return -1;
        if (i > 3 && text[(i - 3)..i] is " is" or " of") i -= 3;
        var word = AddressText.WordStart(text, i);
        return word < i && s_before.Contains(text[word..i]) ? word : -1;
    }

    private static int Years(ReadOnlySpan<char> text, int end)
    {
        foreach (var words in (ReadOnlySpan<string>)[" years", " yrs", " year", " Jahre", " años", " ans", " anni", " anos", "yrs"])
            if (Typed.BeginsWith(text[end..], words)) return end + words.Length;
        return end;
    }

    private static bool Continues(ReadOnlySpan<char> text, int end) =>
        end < text.Length
            && (char.IsLetterOrDigit(text[end])
                || text[end] is '%' or '/' or '-' or ':' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]));

    private static bool IsFree(ReadOnlySpan<char> text, int start) =>
        start == 0 || !(char.IsLetterOrDigit(text[start - 1])
            || text[start - 1] is '.' or '-' or '/' or '$' or '€' or '£' or '_' or ',' && start > 1 && char.IsAsciiDigit(text[start - 2]));
}
