using Redaction.Audio;

namespace Redaction;

/// <summary>Several transcripts beside one recording: they may be one text in several formats, as recognisers write them, or tell of
/// different things.</summary>
internal static class CompanionTexts
{
    private const int Fewest = 3;
    private const double Alike = 0.85;

    /// <summary>True when most of what the others say is in the transcript that is used: sound of which only another one tells would
    /// stay.</summary>
    public static bool Agree((string Path, ITranscriptFormat Format) used, IEnumerable<(string Path, ITranscriptFormat Format)> others)
    {
        HashSet<string>? said = null;
        foreach (var other in others)
        {
            if (WordsOf(other) is not { Count: >= Fewest } words) continue;
            said ??= WordsOf(used);
            if (said is null) return true; // it fails with its own code when its turn comes
            if (words.Count(said.Contains) < words.Count * Alike) return false;
        }
        return true;
    }

    /// <summary>The words of a transcript; null where it cannot be read.</summary>
    private static HashSet<string>? WordsOf((string Path, ITranscriptFormat Format) transcript)
    {
        try
        {
            using var content = File.OpenRead(transcript.Path);
            var text = TranscriptFile.Read(content, transcript.Format, CancellationToken.None).Master.Text;
            var words = new HashSet<string>(StringComparer.Ordinal);
            foreach (var range in text.AsSpan().SplitAny(' ', '\n', '\t', '-'))
                if (new CanonicalText(text[range]).Letters is { Length: > 0 } word) words.Add(word);
            return words;
        }
        catch (Exception e) when (e is RedactionException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
