using System.Collections.Immutable;
using Redaction.Image;

namespace Redaction;

/// <summary>Reads the section <c>video</c> of a policy file, strictly.</summary>
internal static class PolicyVideoReader
{
    public static ImmutableArray<string> Keys { get; } = ["audio", "every", "memory", "textEvery"];
    private static readonly ImmutableArray<string> s_audio = [.. Enum.GetNames<VideoAudio>().Select(static n => n.ToLowerInvariant())];

    public static VideoSettings Read(PolicyNode node)
    {
        var entries = node.Mapping(Keys);
        return new()
        {
            Audio = entries.TryGetValue("audio", out var audio) ? Audio(audio) : null,
            Every = entries.TryGetValue("every", out var every) ? (int)every.Number(1, 60) : null,
            Memory = entries.TryGetValue("memory", out var memory) ? memory.Number(0, 10) : null,
            TextEvery = entries.TryGetValue("textEvery", out var text) ? (int)text.Number(1, 60) : null,
        };
    }

    private static VideoAudio Audio(PolicyNode node)
    {
        var text = node.Text();
        var index = s_audio.IndexOf(text);
        return index >= 0 ? (VideoAudio)index : throw node.Error($"'audio' cannot be '{text}' ({Choices.Valid(text, s_audio)})");
    }
}
