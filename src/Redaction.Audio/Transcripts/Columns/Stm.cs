using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>STM, segment time marks (NIST SCTK): file, channel, speaker, begin, end, label, text.</summary>
internal sealed class Stm : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "stm";

    /// <inheritdoc/>
    public string Description => "STM, segment time marks (NIST SCTK).";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".stm"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => !head.Contains((byte)0);

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        var reader = new ColumnReader(content, Id);
        foreach (var (line, number) in reader.Lines())
        {
            if (!line.TryTicks(3, out var from) || !line.TryTicks(4, out var to)) throw reader.Malformed(number);
            reader.AddLoose(line, 0, 2);
            reader.AddStructure(line, 3, 5);
            var speaker = line.Field(reader.Builder, 2);
            reader.Builder.AddLoose(speaker, "$.speaker", isSpeaker: true);
            var first = line.Count > 5 && line[5].StartsWith("<"u8) && line[5].EndsWith(">"u8) ? 6 : 5;
            reader.AddNames(line, 5, first);
            var words = new List<SpokenWord>();
            for (var i = first; i < line.Count; i++) words.Add(new(line.Field(reader.Builder, i), null, null, " ", speaker.Text));
            if (words.Count > 0) reader.Builder.AddSegment(words, from, to);
        }
        return reader.Builder.Build();
    }
}
