namespace Redaction.Audio;

/// <summary>Words of a redacted transcript that must still be heard.</summary>
internal static class KeptWords
{
    private const int ShortestWord = 4;

    /// <summary>The different words of a text of at least four letters; what stands in brackets is a replacement
    /// and was not spoken.</summary>
    public static HashSet<string> In(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var range in text.AsSpan().SplitAny(" \t\r\n"))
        {
            var word = text.AsSpan()[range];
            if (word.Contains('[') || word.Contains(']')) continue;
            var letters = new CanonicalText(word.ToString()).Letters;
            if (letters.Length >= ShortestWord && letters.All(char.IsLetter)) words.Add(letters);
        }
        return words;
    }
}
