using System.Collections.Immutable;
using Redaction.Audio;

namespace Redaction;

/// <summary>Reads the section <c>calls</c> of a policy file, strictly.</summary>
internal static class PolicyCallsReader
{
    public static ImmutableArray<string> Keys { get; } = ["voice", "channels"];
    private static readonly ImmutableArray<string> s_voices = ["keep", "disguise"];

    public static CallSettings Read(PolicyNode node)
    {
        var entries = node.Mapping(Keys);
        return new()
        {
            DisguisesVoices = entries.TryGetValue("voice", out var voice) ? IsDisguised(voice) : null,
            Channels = entries.TryGetValue("channels", out var channels)
                ? [.. channels.Entries().Select(static e => new SpeakerChannel(new Glob(e.Key), Channel(e.Value)))] : null,
        };
    }

    private static bool IsDisguised(PolicyNode node)
    {
        var text = node.Text();
        return s_voices.Contains(text) ? text == "disguise"
            : throw node.Error($"'voice' cannot be '{text}' ({Choices.Valid(text, s_voices)})");
    }

    private static int Channel(PolicyNode node)
    {
        var number = node.Number(0, 63);
        return number == Math.Floor(number) ? (int)number : throw node.Error("a channel is a whole number, counted from 0");
    }
}
