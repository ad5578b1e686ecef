using System.Collections.Frozen;

namespace Redaction.Audio;

/// <summary>Takes apart the names of tiers: <c>Jane - words</c> (Montreal Forced Aligner), <c>words@Jane</c> (ELAN),
/// <c>ORT-MAU</c> (WebMAUS).</summary>
internal static class TierName
{
    private static readonly FrozenSet<string> s_kinds = new[]
    {
        "words", "word", "phones", "phone", "phonemes", "utterances", "utterance", "segments", "segment", "syllables", "tokens", "text",
        "transcript", "transcription",
        "translation", "notes", "comments", "comment", "gloss", "morphemes", "morphs", "pos", "default", "default-lt", "tier", "mark",
        "silences", "ort", "kan", "mau",
        "ort-mau", "kan-mau", "kas-mau", "mas", "trn", "orthography", "ipa", "events", "bell", "sentences", "turns", "vad", "noise",
        "lexical", "display",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] s_separators = [" - ", "@", ":", "/", "-", "_", " "];

    /// <summary>The range of a tier's name that names the speaker; null when the name only says what the tier is.</summary>
    public static TextSpan? Speaker(string name)
    {
        if (IsKind(name)) return null;
        foreach (var separator in s_separators)
        {
            var at = name.IndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            if (IsKind(name[(at + separator.Length)..])) return new(0, at);
            if (IsKind(name[..at])) return TextSpan.FromBounds(at + separator.Length, name.Length);
        }
        return new(0, name.Length);
    }

    private static bool IsKind(string name) => s_kinds.Contains(name.Trim().TrimEnd("0123456789 _-".ToCharArray()));
}
