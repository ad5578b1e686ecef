namespace Redaction.Image;

/// <summary>Redacts the sound of a video.</summary>
/// <param name="wav">The first sound track as a WAV file of 16 bits, from the start of the video on; can be sought.</param>
/// <param name="redacted">Receives it, as WAV of the same length.</param>
public delegate void VideoSound(Stream wav, Stream redacted);
