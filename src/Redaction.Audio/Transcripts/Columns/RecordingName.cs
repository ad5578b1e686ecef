using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Redaction.Audio;

/// <summary>Tells names that machines give to recordings and channels from those that hold a person's name.</summary>
internal static class RecordingName
{
    private const int Longest = 64, ShortestWord = 3;

    private static readonly SearchValues<char> s_between = SearchValues.Create("0123456789 _-.:#/");

    private static readonly FrozenSet<string> s_words = new[]
    {
        "audio", "call", "cha", "chan", "channel", "clip", "conv", "conversation", "dev", "dialog", "dialogue", "eval", "file", "flac",
        "inbound", "interview", "left", "meeting", "mono", "mp3", "outbound", "part", "rec", "record", "recording", "right", "sample",
        "seg", "segment", "session", "speaker", "spk", "stereo", "sph", "tape", "test", "track", "train", "utt", "utterance", "voicemail",
        "wav",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for such words and single letters with numbers and signs between them.</summary>
    public static bool IsCode(ReadOnlySpan<byte> name)
    {
        if (name.Length > Longest || !Ascii.IsValid(name)) return false;
        Span<char> text = stackalloc char[Longest];
        text = text[..Encoding.ASCII.GetChars(name, text)];
        var words = s_words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var part in text.SplitAny(s_between))
            if (text[part].Length >= ShortestWord && !words.Contains(text[part])) return false;
        return true;
    }
}
