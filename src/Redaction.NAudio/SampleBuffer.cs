using System.Runtime.InteropServices;
using NAudio.Wave;

namespace Redaction.NAudio;

/// <summary>All samples of a provider, in memory.</summary>
internal static class SampleBuffer
{
    private const int Chunk = 16 * 1024;

    /// <exception cref="RedactionException">There are more than fit.</exception>
    public static MemoryStream ReadAll(ISampleProvider audio, CancellationToken cancellation)
    {
        var all = new MemoryStream();
        var chunk = new float[Chunk - Chunk % audio.WaveFormat.Channels];
        for (int read; (read = audio.Read(chunk)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = MemoryMarshal.AsBytes(chunk.AsSpan(0, read));
            if (all.Length + bytes.Length > Array.MaxLength) throw new RedactionException(ErrorCodes.TooLarge, "naudio");
            all.Write(bytes);
        }
        all.Position = 0;
        return all;
    }
}
