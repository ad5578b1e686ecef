using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Audio;

/// <summary>Tells a name from a label that a machine gave to a voice.</summary>
internal static class SpeakerName
{
    /// <summary>Id under which findings of names of speakers are reported.</summary>
    public const string Detector = "transcript.speaker";

    private static readonly FrozenSet<string> s_roles = new[]
    {
        "agent", "caller", "channel", "customer", "host", "guest", "interviewer", "interviewee", "narrator", "operator", "s", "speaker",
        "spk", "unknown",
        "user", "assistant", "system", "left", "right", "participant", "representative", "client", "ch", "spkr", "uu", "na", "inter",
        "doctor", "patient", "bot",
        "person", "voice", "moderator", "male", "female", "m", "f", "none", "null", "a", "b",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> s_counter = SearchValues.Create("0123456789 _-.:#[]");

    private static bool AreRoles(ReadOnlySpan<char> label)
    {
        var roles = s_roles.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var part in label.SplitAny(s_counter))
            if (!label[part].IsEmpty && !roles.Contains(label[part])) return false;
        return true;
    }

    /// <summary>True unless the label is a role, a single letter, a number, or a role with a number
    /// (<c>SPEAKER_00</c>, <c>Agent 2</c>).</summary>
    public static bool IsPersonal(string label)
    {
        if (Guid.TryParse(label, out _)) return false;
        var end = label.AsSpan().LastIndexOfAnyExcept(s_counter) + 1;
        var start = label.AsSpan().IndexOfAnyExcept(s_counter);
        if (end - Math.Max(0, start) <= 1) return false;
        return !AreRoles(label.AsSpan(start, end - start));
    }
}
