using System.Collections.Immutable;
using System.IO.Compression;

namespace Redaction.Audio;

/// <summary>The languages whose spoken forms are known. A table is read when it is first asked for.</summary>
internal static class SpokenLanguages
{
    private const int Sample = 4096;

    private static readonly ImmutableArray<SpokenLanguage> s_all =
    [
        new("en", WordScript.Latin), new("es", WordScript.Latin), new("de", WordScript.Latin), new("fr", WordScript.Latin),
        new("it", WordScript.Latin), new("pt", WordScript.Latin), new("nl", WordScript.Latin), new("pl", WordScript.Latin),
        new("tr", WordScript.Latin), new("ru", WordScript.Cyrillic), new("hi", WordScript.Devanagari), new("ar", WordScript.Arabic),
        new("ja", WordScript.Kana), new("zh", WordScript.Han),
    ];

    /// <summary>ISO 639-1 codes; the first is taken where nothing tells the language.</summary>
    public static ImmutableArray<string> Codes { get; } = [.. s_all.Select(static l => l.Code)];

    /// <summary>The table for a text: that of the language tag, or else the one that knows most of the text's first words.</summary>
    public static SpokenTable For(ReadOnlySpan<char> text, string? tag)
    {
        if (tag is { Length: >= 2 } && (tag.Length == 2 || tag[2] is '-' or '_'))
            foreach (var language in s_all)
                if (tag.StartsWith(language.Code, StringComparison.OrdinalIgnoreCase)) return language.Table;
        text = text[..Math.Min(text.Length, Sample)];
        var script = WordScripts.Of(text);
        SpokenTable? best = null;
        var most = -1;
        foreach (var language in s_all)
        {
            if (language.Script != script) continue;
            if (script != WordScript.Latin) return language.Table;
            var known = Known(text, language.Table);
            if (known > most) (best, most) = (language.Table, known);
        }
        return best ?? s_all[0].Table;
    }

    /// <summary>The table of a language and its dictionary, read anew.</summary>
    public static SpokenTable Load(string language)
    {
        var read = new SpokenTableReader();
        using var reader = Open(language);
        read.Read(reader, Open);
        using var names = Unpack(language + ".names");
        if (names is not null) read.AddNames(names);
        return new(read, Words(language));
    }

    private static int Known(ReadOnlySpan<char> text, SpokenTable table)
    {
        var known = 0;
        foreach (var range in text.SplitAny(' ', '\n', ',', '.'))
            if (table.Kinds(table.Id(text[range])) != WordKinds.None) known++;
        return known;
    }

    private static StreamReader Open(string language) =>
        new(typeof(SpokenLanguages).Assembly.GetManifestResourceStream("spoken/" + language)
            ?? throw new InvalidDataException($"The table of spoken forms '{language}' is missing."));

    /// <summary>The dictionary of a language, in which names do not stand; empty where there is none.</summary>
    private static HashSet<string> Words(string language)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        using var reader = Unpack(language + ".words");
        while (reader?.ReadLine() is { } word) words.Add(word);
        return words;
    }

    /// <summary>A packed list of words; null where there is none.</summary>
    private static StreamReader? Unpack(string name) =>
        typeof(SpokenLanguages).Assembly.GetManifestResourceStream("spoken/" + name) is { } packed
            ? new(new GZipStream(packed, CompressionMode.Decompress)) : null;
}
