namespace Redaction.Audio;

/// <summary>An observer that also sees the stored samples before they are painted over, to seal them.</summary>
public interface ISampleObserver : IPlanObserver
{
    /// <summary>Takes notice of frames that are about to be painted over: a whole span or a part of it; a failure stops the work on the recording.</summary>
    /// <param name="item">The planned span.</param>
    /// <param name="firstFrame">Index of the first of the frames in the recording.</param>
    /// <param name="frameSize">Bytes of a frame.</param>
    /// <param name="stored">The frames as the file stores them; valid during the call only.</param>
    void OnSamples(in PlannedRedaction<AudioSpan> item, long firstFrame, int frameSize, ReadOnlySpan<byte> stored);
}
