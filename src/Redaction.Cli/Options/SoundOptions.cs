using System.CommandLine;
using System.Globalization;

namespace Redaction.Cli;

/// <summary>What to do with recordings that have no transcript.</summary>
internal sealed class SoundOptions
{
    private readonly Option<string?> _transcriber = new("--transcriber")
    {
        Description =
        "Recordings without a transcript: a command that makes one of {input}, a WAV file, on standard output, in {output} or in {folder}.",
        HelpName = "COMMAND",
    };
    private readonly Option<string?> _minutes =
        new("--transcriber-minutes") { Description = "How long such a command may run for a recording.", HelpName = "N" };
    private readonly Option<string?> _listener = new("--listener")
    {
        Description = "A command of another recogniser that listens to redacted recordings, as for --transcriber: the manifest tells "
            + "which values and digits it still hears.",
        HelpName = "COMMAND",
    };
    private readonly Option<string?> _without =
        new("--without-transcript") { Description = "Recordings without words: refuse them, or silence all that is speech." };

    /// <param name="command">Gets the options.</param>
    /// <param name="writes">It writes recordings, which can be listened to.</param>
    public void AddTo(Command command, bool writes)
    {
        if (writes) command.Options.Add(_listener);
        _without.AcceptOnlyFromAmong("refuse", "silence");
        foreach (var option in (Option[])[_transcriber, _minutes, _without]) command.Options.Add(option);
    }

    /// <exception cref="ArgumentException">An option has a value it cannot have.</exception>
    public void Apply(ParseResult parsed, RedactionEngineBuilder builder)
    {
        if (parsed.GetValue(_without) is { } choice) builder.SilenceWithoutTranscript(choice == "silence");
        var limit = Minutes(parsed);
        if (parsed.GetValue(_transcriber) is { } command) builder.UseTranscriber(command, limit);
        if (parsed.GetValue(_listener) is { } second) builder.UseListener(second, limit);
        if (limit is not null && parsed.GetValue(_transcriber) is null && parsed.GetValue(_listener) is null)
            throw new ArgumentException("--transcriber-minutes needs --transcriber or --listener.");
    }

    private TimeSpan? Minutes(ParseResult parsed)
    {
        if (parsed.GetValue(_minutes) is not { } text) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes)
            && minutes is > 0 and <= CallSettings.MostMinutes ? TimeSpan.FromMinutes(minutes)
            : throw new ArgumentException("--transcriber-minutes must be a number of minutes, at most a week.");
    }
}
