namespace Redaction.Audio;

/// <summary>Tells in which script a text is written.</summary>
internal static class WordScripts
{
    private const int KanaShare = 10;

    /// <summary>The script of most letters; a tenth of kana makes Chinese characters Japanese.</summary>
    public static WordScript Of(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[6];
        counts.Clear();
        foreach (var c in text)
            if (char.IsLetter(c)) counts[(int)Of(c)]++;
        var (han, kana) = (counts[(int)WordScript.Han], counts[(int)WordScript.Kana]);
        // a character is about as much as a word of two or three letters
        var unspaced = (han + kana) * 2;
        var best = WordScript.Latin;
        for (var script = WordScript.Cyrillic; script <= WordScript.Arabic; script++)
            if (counts[(int)script] > counts[(int)best]) best = script;
        return unspaced <= counts[(int)best] ? best : kana * KanaShare > han ? WordScript.Kana : WordScript.Han;
    }

    private static WordScript Of(char c) => c switch
    {
        < '\u0400' => WordScript.Latin,
        <= '\u052F' => WordScript.Cyrillic,
        >= '\u0600' and <= '\u06FF' => WordScript.Arabic,
        >= '\u0900' and <= '\u097F' => WordScript.Devanagari,
        >= '\u3041' and <= '\u30FF' => WordScript.Kana,
        _ => WordLetters.IsAlone(c) ? WordScript.Han : WordScript.Latin,
    };
}
