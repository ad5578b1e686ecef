using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>RTTM, rich transcription time marks (NIST): turns of speakers, and in older files words.</summary>
public sealed class Rttm : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "rttm";

    /// <inheritdoc/>
    public string Description => "RTTM, turns of speakers (NIST).";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".rttm"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => !head.Contains((byte)0);

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        var reader = new ColumnReader(content, Id);
        var words = new List<SpokenWord>();
        foreach (var (line, number) in reader.Lines())
        {
            if (line.Count < 8) throw reader.Malformed(number);
            reader.AddLoose(line, 0, 3);
            var speaker = line.Field(reader.Builder, 7);
            reader.Builder.AddLoose(speaker, "$.speaker", isSpeaker: !line[7].StartsWith("<"u8));
            reader.AddLoose(line, 8, line.Count);
            if (line[5].SequenceEqual("<NA>"u8)) continue;
            if (!line.TryTicks(3, out var from) || !line.TryTicks(4, out var length)) throw reader.Malformed(number);
            words.Add(new(line.Field(reader.Builder, 5), from, length > 0 ? from + length : null, " ", speaker.Text));
        }
        if (words.Count > 0) reader.Builder.AddWords(words, null, null);
        return reader.Builder.Build();
    }
}
