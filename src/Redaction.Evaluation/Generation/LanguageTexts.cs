using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>What invented calls of a language are made of; the format is told in <c>Languages/README.md</c>.</summary>
internal sealed class LanguageTexts
{
    private readonly Dictionary<string, List<string>> _lines = new(StringComparer.Ordinal);

    /// <summary>Reads the texts.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    /// <param name="set">Which of the two sets of turns and names.</param>
    /// <exception cref="InvalidDataException">There are no texts for the language.</exception>
    public LanguageTexts(string language, CallSet set)
    {
        using var reader = Open(language);
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[')) section = line.Trim('[', ']');
            else if ((section.Length == 0 || section.Equals(set.ToString(), StringComparison.OrdinalIgnoreCase))
                && line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
            {
                var (key, value) = (line[..colon], line[(colon + 2)..].Trim());
                if (!_lines.TryGetValue(key, out var lines)) _lines.Add(key, lines = []);
                if (value.Length > 0) lines.Add(value);
            }
        }
        Language = language;
        Numbers = new(language);
        IsUnspaced = _lines.ContainsKey("unspaced");
    }

    /// <summary>ISO 639-1 codes of the languages that have texts.</summary>
    public static ImmutableArray<string> Languages { get; } =
        ["es", "de", "fr", "it", "pt", "nl", "pl", "tr", "ru", "hi", "ar", "ja", "zh"];

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>Its numbers.</summary>
    public SpelledNumbers Numbers { get; }

    /// <summary>Recognisers write it without spaces, a character at a time.</summary>
    public bool IsUnspaced { get; }

    /// <summary>The lines of a key.</summary>
    public IReadOnlyList<string> Lines(string key) => _lines.GetValueOrDefault(key) ?? [];

    /// <summary>The values of a key between bars.</summary>
    public string[] Choices(string key) => [.. Lines(key).SelectMany(static l => l.Split('|'))];

    /// <summary>The words of a key.</summary>
    public string[] Words(string key) => [.. Lines(key).SelectMany(static l => l.Split(' '))];

    /// <summary>Opens a file of the languages' folder.</summary>
    public static StreamReader Open(string name) =>
        new(typeof(LanguageTexts).Assembly.GetManifestResourceStream("calls/" + name)
            ?? throw new InvalidDataException($"There are no texts of calls '{name}'."));
}
