namespace Redaction.Audio;

/// <summary>A recording to be redacted, with the text that was spoken in it.</summary>
public readonly ref struct AudioSource : ITextBearing<AudioSpan>
{
    private readonly RedactionContext? _context;

    /// <summary>Describes a recording.</summary>
    /// <param name="text">What was spoken, with times.</param>
    /// <param name="duration">Ticks of 100 ns from the first to the last sample.</param>
    /// <param name="context">Who asks, for what purpose; <see cref="RedactionContext.Medium"/> should be <c>audio</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public AudioSource(RecoveredText<AudioSpan> text, long duration, RedactionContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(duration);
        Text = text;
        Duration = duration;
        _context = context;
    }

    /// <inheritdoc/>
    public RecoveredText<AudioSpan> Text { get; }

    /// <summary>Length of the recording, in ticks of 100 ns.</summary>
    public long Duration { get; }

    /// <inheritdoc/>
    public RedactionContext Context => _context ?? RedactionContext.Default;

    /// <summary>The words whose times are told.</summary>
    internal StatedTimes? Told { get; init; }

    /// <summary>Returns the duration only, never the text.</summary>
    public override string ToString() => $"AudioSource(Duration = {Duration})";
}
