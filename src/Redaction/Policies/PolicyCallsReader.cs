using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Audio;

namespace Redaction;

/// <summary>Reads the section <c>calls</c> of a policy file, strictly.</summary>
internal static class PolicyCallsReader
{
    public static ImmutableArray<string> Keys { get; } =
        ["voice", "channels", "withoutTranscript", "transcriber", "transcriberMinutes", "listener"];

    /// <summary>What a policy may say of voices.</summary>
    public static ImmutableArray<string> Voices { get; } = [CallSettings.KeptVoice, .. VoiceDisguise.Voices];
    private static readonly ImmutableArray<string> s_lacks = ["refuse", "silence"];

    public static CallSettings Read(PolicyNode node)
    {
        var entries = node.Mapping(Keys);
        return new()
        {
            Voice = entries.TryGetValue("voice", out var voice) ? One(voice, "voice", Voices) : null,
            SilencesWithoutTranscript = entries.TryGetValue("withoutTranscript", out var lack)
                ? Is(lack, "withoutTranscript", "silence", s_lacks) : null,
            Transcriber = entries.TryGetValue("transcriber", out var command) ? Command(command) : null,
            Listener = entries.TryGetValue("listener", out var listener) ? Command(listener) : null,
            TranscriberMinutes = entries.TryGetValue("transcriberMinutes", out var minutes)
                ? minutes.Number(0.01, CallSettings.MostMinutes) : null,
            Channels = entries.TryGetValue("channels", out var channels)
                ? [.. channels.Entries().Select(static e => new SpeakerChannel(new Glob(e.Key), Channel(e.Value)))] : null,
        };
    }

    private static bool Is(PolicyNode node, string key, string choice, ImmutableArray<string> valid) => One(node, key, valid) == choice;

    private static string One(PolicyNode node, string key, ImmutableArray<string> valid)
    {
        var text = node.Text();
        return valid.Contains(text) ? text : throw node.Error($"'{key}' cannot be '{text}' ({Choices.Valid(text, valid)})");
    }

    /// <summary>Writes the section, where the policy says something in it.</summary>
    public static void Write(Utf8JsonWriter json, CallSettings calls)
    {
        if (calls == CallSettings.None) return;
        json.WriteStartObject("calls");
        if (calls.Voice is { } voice) json.WriteString("voice", voice);
        if (calls.SilencesWithoutTranscript is { } silences) json.WriteString("withoutTranscript", silences ? "silence" : "refuse");
        if (calls.Transcriber is { } command) json.WriteString("transcriber", command);
        if (calls.Listener is { } listener) json.WriteString("listener", listener);
        if (calls.TranscriberMinutes is { } minutes) json.WriteNumber("transcriberMinutes", minutes);
        if (calls.Channels is { } channels)
        {
            json.WriteStartObject("channels");
            foreach (var channel in channels) json.WriteNumber(channel.Speaker.Pattern, channel.Channel);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static string Command(PolicyNode node)
    {
        try
        {
            _ = new RecogniserCommand(node.Text());
            return node.Text();
        }
        catch (ArgumentException e)
        {
            throw node.Error(e.Message);
        }
    }

    private static int Channel(PolicyNode node)
    {
        var number = node.Number(0, 63);
        return number == Math.Floor(number) ? (int)number : throw node.Error("a channel is a whole number, counted from 0");
    }
}
