using Xunit;

namespace Redaction.Core.Tests;

public class IntroductionSetTests
{
    private static readonly IntroductionEntry[] s_entries =
    [
        new("my name is", IntroductionKind.Greeting, needsCapital: false), new("name is", IntroductionKind.Greeting, needsCapital: false),
        new("dr", IntroductionKind.Title, needsCapital: false), new("señor", IntroductionKind.Title, needsCapital: false),
        new("pan", IntroductionKind.Title, needsCapital: true), new("je m'appelle", IntroductionKind.Greeting, needsCapital: false),
        new("ich heiße", IntroductionKind.Greeting, needsCapital: false), new("ärztin", IntroductionKind.Role, needsCapital: false),
    ];

    private static readonly string[] s_pieces =
    [
        "my", "name", "is", "My", "NAME", "dr", "Dr", ".", " ", " ", " ", "\u00A0", "se", "ñ", "Ñ", "or", "pan", "Pan", "je", "m", "'",
        "\u2019", "appelle", "ich", "hei", "ß", "e", "ärztin", "Ärztin", "7", "Ada", ",", "\n", "\u0130",
    ];

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void TryNext_RandomText_FindsWhatComparingEveryEntryAtEveryPlaceFinds(int seed)
    {
        var random = new Random(seed);
        var set = new IntroductionSet(s_entries);

        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            var from = random.Next(text.Length);

            var found = set.TryNext(text, from, out var introduction) ? (introduction.Start, introduction.End) : (-1, 0);

            Assert.Equal(Simple(text, from), found);
        }
    }

    private static (int Start, int End) Simple(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
            foreach (var entry in s_entries.OrderByDescending(static e => e.Words.Length))
                if (entry.EndAt(text, at) is > 0 and var end) return (at, end);
        return (-1, 0);
    }
}
