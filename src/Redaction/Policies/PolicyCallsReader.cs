using System.Collections.Immutable;
using Redaction.Audio;

namespace Redaction;

/// <summary>Reads the section <c>calls</c> of a policy file, strictly.</summary>
internal static class PolicyCallsReader
{
    public static ImmutableArray<string> Keys { get; } = ["voice", "channels", "withoutTranscript"];
    private static readonly ImmutableArray<string> s_voices = ["keep", "disguise"];
    private static readonly ImmutableArray<string> s_lacks = ["refuse", "silence"];

    public static CallSettings Read(PolicyNode node)
    {
        var entries = node.Mapping(Keys);
        return new()
        {
            DisguisesVoices = entries.TryGetValue("voice", out var voice) ? Is(voice, "voice", "disguise", s_voices) : null,
            SilencesWithoutTranscript = entries.TryGetValue("withoutTranscript", out var lack)
                ? Is(lack, "withoutTranscript", "silence", s_lacks) : null,
            Channels = entries.TryGetValue("channels", out var channels)
                ? [.. channels.Entries().Select(static e => new SpeakerChannel(new Glob(e.Key), Channel(e.Value)))] : null,
        };
    }

    private static bool Is(PolicyNode node, string key, string choice, ImmutableArray<string> valid)
    {
        var text = node.Text();
        return valid.Contains(text) ? text == choice : throw node.Error($"'{key}' cannot be '{text}' ({Choices.Valid(text, valid)})");
    }

    private static int Channel(PolicyNode node)
    {
        var number = node.Number(0, 63);
        return number == Math.Floor(number) ? (int)number : throw node.Error("a channel is a whole number, counted from 0");
    }
}
