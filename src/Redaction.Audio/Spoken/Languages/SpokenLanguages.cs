using System.Collections.Immutable;
using System.IO.Compression;

namespace Redaction.Audio;

/// <summary>The languages whose spoken forms are known.</summary>
internal static class SpokenLanguages
{
    private const int Sample = 4096;

    /// <summary>All tables; the first is taken where nothing tells the language.</summary>
    public static ImmutableArray<SpokenTable> All { get; } = [Load("en"), Load("es"), Load("de"), Load("fr")];

    /// <summary>The table for a text: that of the language tag, or else the one that knows most of the text's first words.</summary>
    public static SpokenTable For(ReadOnlySpan<char> text, string? tag)
    {
        if (tag is { Length: >= 2 })
            foreach (var table in All)
                if (tag.StartsWith(table.Language, StringComparison.OrdinalIgnoreCase) && (tag.Length == 2 || tag[2] == '-')) return table;
        var best = All[0];
        var most = 0;
        if (All.Length == 1) return best;
        text = text[..Math.Min(text.Length, Sample)];
        foreach (var table in All)
        {
            var known = 0;
            foreach (var range in text.SplitAny(' ', '\n', ',', '.'))
                if (table.Kinds(table.Id(text[range])) != WordKinds.None) known++;
            if (known > most) (best, most) = (table, known);
        }
        return best;
    }

    private static SpokenTable Load(string language)
    {
        using var stream = typeof(SpokenLanguages).Assembly.GetManifestResourceStream("spoken/" + language)
            ?? throw new InvalidDataException($"The table of spoken forms '{language}' is missing.");
        using var reader = new StreamReader(stream);
        return SpokenTable.Read(reader, Words(language));
    }

    /// <summary>The dictionary of a language, in which names do not stand; empty where there is none.</summary>
    private static HashSet<string> Words(string language)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        using var packed = typeof(SpokenLanguages).Assembly.GetManifestResourceStream($"spoken/{language}.words");
        if (packed is null) return words;
        using var stream = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } word) words.Add(word);
        return words;
    }
}
