namespace Redaction.Audio;

/// <summary>The frames of a planned span that lie in one chunk, and the fade at the ends of the span.</summary>
internal readonly struct SpanFrames
{
    private const double FadeSeconds = 0.008;

    private readonly long _spanFirst;
    private readonly long _spanEnd;
    private readonly long _fade;

    public SpanFrames(int samples, int sampleRate, int channels, long firstFrame, AudioSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegative(firstFrame);
        _spanFirst = span.FirstFrame(sampleRate);
        _spanEnd = span.EndFrame(sampleRate);
        _fade = Math.Max(1, Math.Min((long)(FadeSeconds * sampleRate), (_spanEnd - _spanFirst) / 2));
        First = Math.Max(_spanFirst, firstFrame);
        End = Math.Max(First, Math.Min(_spanEnd, firstFrame + samples / channels));
    }

    /// <summary>First frame to paint, counted from the beginning of the recording.</summary>
    public long First { get; }

    /// <summary>The frame after the last to paint.</summary>
    public long End { get; }

    /// <summary>0 at the ends of the span, 1 from the end of the fade on: the replacement grows out of silence inside the span.</summary>
    public float Envelope(long frame)
    {
        var distance = Math.Min(frame - _spanFirst, _spanEnd - 1 - frame);
        if (distance >= _fade) return 1f;
        return 0.5f - 0.5f * MathF.Cos(MathF.PI * distance / _fade);
    }
}
