using System.Collections.Frozen;

namespace Redaction.Text.Names;

/// <summary>Text in a language that the model was not trained on: most of its words are unknown to it, and it takes verbs and nouns in
/// small letters for names.</summary>
internal static class ForeignWords
{
    private const int Around = 20, Fewest = 2, Shortest = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_opening =
        TextLexicon.OpeningWords.Lines.SelectMany(static line => line.Words).Distinct()
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a pronoun, conjunction or adverb with the capital that begins a sentence, in a language that the model was not
    /// trained on.</summary>
    public static bool IsOpening(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens, int token)
    {
        var word = text[tokens[token].Start..tokens[token].End];
        return word.Length > 1 && char.IsUpper(word[0]) && !char.IsUpper(word[^1]) && s_opening.Contains(word)
            && BeginsSentence(text, tokens, token);
    }

    /// <summary>True where a finding that no capital speaks for stands among words that the model does not know. A capital at the
    /// beginning of a sentence speaks for nothing where more words follow, or where no list has the word and the model is not sure
    /// (<paramref name="isUnsure"/>).</summary>
    public static bool AreDoubtful(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens, ReadOnlySpan<float> features, int first,
        int last, bool isUnsure)
    {
        for (var t = first; t <= last; t++)
            if (char.IsUpper(text[tokens[t].Start]) && !(t == first && (last > first || isUnsure) && BeginsSentence(text, tokens, t)))
                return false;
        if (!IsWord(text, tokens[last])) return false;
        int words = 0, unknown = 0;
        for (var t = Math.Max(0, first - Around); t < Math.Min(tokens.Length, last + Around); t++)
        {
            if (!IsWord(text, tokens[t]) || (t >= first && t <= last)) continue;
            words++;
            if (FeatureWriter.IsUnknown(features, t)) unknown++;
        }
        return words >= Fewest && unknown * 2 > words;
    }

    private static bool BeginsSentence(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens, int token) =>
        token == 0 || tokens[token].Newlines > 0 || text[tokens[token - 1].Start] is '.' or '!' or '?' or ':';

    /// <summary>Three letters or more, in a script with small ones.</summary>
    private static bool IsWord(ReadOnlySpan<char> text, in WordToken token) => token.End - token.Start >= Shortest
        && (char.IsLower(text[token.End - 1]) || char.IsUpper(text[token.Start]));
}
