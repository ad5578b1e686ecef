namespace Redaction.Audio;

/// <summary>The words of a transcript and the phrases they make.</summary>
internal readonly ref struct SpokenWords
{
    public SpokenWords(ReadOnlySpan<char> text, SpokenTable table)
    {
        Text = text;
        Table = table;
        Words = WordSplitter.Split(text, table);
        MarkCommon();
    }

    public ReadOnlySpan<char> Text { get; }

    public SpokenTable Table { get; }

    public SpokenToken[] Words { get; }

    public int Count => Words.Length;

    public ref readonly SpokenToken this[int index] => ref Words[index];

    public ReadOnlySpan<char> Written(int index) => Text[Words[index].Start..Words[index].End];

    /// <summary>Number of words in the longest phrase of a kind that begins at a word; 0 when there is none.</summary>
    public int Match(int index, WordKinds kinds, out int value) => Match(index, kinds, out value, out _);

    public int Match(int index, WordKinds kinds, out int value, out WordKinds kind)
    {
        (value, kind) = (0, WordKinds.None);
        if ((uint)index >= (uint)Words.Length || (Words[index].Kinds & kinds) == 0) return 0;
        foreach (var phrase in Table.Phrases(Words[index].Id))
        {
            if ((phrase.Kind & kinds) == 0 || !Follows(index + 1, phrase.Rest)) continue;
            (value, kind) = (phrase.Value, phrase.Kind);
            return phrase.Rest.Length + 1;
        }
        return 0;
    }

    public bool IsAt(int index, WordKinds kinds) => Match(index, kinds, out _) > 0;

    /// <summary>True for an everyday word.</summary>
    public bool IsCommon(int index)
    {
        if (Words[index].Is(WordMarks.InCommon)) return true;
        if (!Words[index].May(WordKinds.Common) || Words[index].Is(WordMarks.Alone)) return false;
        foreach (var phrase in Table.Phrases(Words[index].Id))
            if (phrase.Kind == WordKinds.Common) return true;
        return false;
    }

    /// <summary>Marks the characters of everyday words in scripts without spaces.</summary>
    private void MarkCommon()
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (!Words[i].Is(WordMarks.Alone) || Match(i, WordKinds.Common, out _) is not (> 0 and var length)) continue;
            for (var w = i; w < i + length; w++) Words[w] = Words[w] with { Marks = Words[w].Marks | WordMarks.InCommon };
            i += length - 1;
        }
    }

    public TextSpan Span(int first, int last) => TextSpan.FromBounds(Words[first].Start, Words[last].End);

    /// <summary>Index of the word under a character, or of the first after it.</summary>
    public int At(int character)
    {
        int low = 0, high = Words.Length - 1;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Words[middle].End > character) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private bool Follows(int index, int[] rest)
    {
        if (index + rest.Length > Words.Length) return false;
        for (var i = 0; i < rest.Length; i++)
            if (Words[index + i].Id != rest[i]) return false;
        return true;
    }
}
