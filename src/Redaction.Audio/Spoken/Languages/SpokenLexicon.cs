namespace Redaction.Audio;

/// <summary>Puts words of the lexicon into the tables of spoken forms, where <c>@months</c> and the like stand for them.</summary>
internal static class SpokenLexicon
{
    private const char Mark = '@';

    /// <summary>The phrases, with the words of the language for each mark.</summary>
    /// <exception cref="InvalidDataException">There are no such words.</exception>
    public static IEnumerable<string> Fill(IEnumerable<string> phrases, string language) =>
        phrases.SelectMany(phrase => phrase is [Mark, .. var name] && name.Length > 0 ? Words(name, language) : [phrase]);

    private static string[] Words(string name, string language) => name switch
    {
        "months" => Lexicon.Months.Words(language + " full"),
        "weekdays" => Lexicon.Weekdays.Words(language + " full"),
        "streets" => Lexicon.Streets.Said(language),
        "titles" => Lexicon.Titles.Said(language),
        "introductions" => [.. Lexicon.Introductions.Words(language + " name"), .. Lexicon.Introductions.Words(language + " named")],
        _ => throw new InvalidDataException($"A table of spoken forms asks for the unknown words '{name}'."),
    };
}
