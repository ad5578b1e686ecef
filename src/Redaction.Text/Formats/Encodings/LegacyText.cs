using System.Text;

namespace Redaction.Text;

/// <summary>Guesses the code page of text that is not UTF-8: in which of them the bytes make words that people write.</summary>
internal static class LegacyText
{
    private const double Least = 0.4;
    private const int Longest = 1 << 16;

    /// <summary>ISO 2022: seven bits, with escapes.</summary>
    private static readonly int[] s_shifting = [50222, 50225];

    /// <summary>The encoding; null when none is likely.</summary>
    public static Encoding? Guess(ReadOnlySpan<byte> sample)
    {
        sample = Whole(sample);
        Encoding? best = null;
        var most = 0.0;
        foreach (var candidate in LegacyCandidates.All)
        {
            var score = Score(candidate, sample);
            if (score > most + 0.001) (best, most) = (candidate.Encoding, score);
        }
        return most >= Least ? best : null;
    }

    /// <summary>The encoding with escapes that a text of seven bits is in; null when it is in none.</summary>
    public static Encoding? Shifting(ReadOnlySpan<byte> sample)
    {
        foreach (var page in s_shifting)
        {
            var encoding = CodePages.Of(page)!;
            if (Decode(encoding, sample) is { } text && text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F')) return encoding;
        }
        return null;
    }

    /// <summary>True when the bytes, but for a character that is cut off at their end, are valid.</summary>
    public static bool IsValid(Encoding encoding, ReadOnlySpan<byte> sample) => Decode(encoding, sample) is not null;

    /// <summary>Points for each byte that is not ASCII.</summary>
    private static double Score(LegacyCandidate candidate, ReadOnlySpan<byte> sample)
    {
        var high = 0;
        foreach (var b in sample)
            if (b >= 0x80) high++;
        if (high == 0 || Decode(candidate.Encoding, sample) is not { } text) return -1;
        var sum = 0.0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] >= 0x80) sum += candidate.Points(text, i);
        return sum / high;
    }

    private static string? Decode(Encoding encoding, ReadOnlySpan<byte> sample)
    {
        try
        {
            var text = new char[encoding.GetMaxCharCount(sample.Length)];
            return new(text, 0, encoding.GetDecoder().GetChars(sample, text, flush: false));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Ends the sample where no character can be cut.</summary>
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> sample)
    {
        if (sample.Length <= Longest) return sample;
        var end = sample[..Longest].LastIndexOfAnyInRange((byte)0x09, (byte)0x20);
        return sample[..(end > 0 ? end : Longest)];
    }
}
