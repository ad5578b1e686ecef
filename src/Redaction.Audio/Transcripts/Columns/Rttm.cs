using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>RTTM, rich transcription time marks (NIST): turns of speakers, and in older files words.</summary>
internal sealed class Rttm : ITranscriptFormat
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
            for (var i = 3; i < 5; i++)
                if (line[i].SequenceEqual("<NA>"u8) || line.TryTicks(i, out _)) reader.AddStructure(line, i, i + 1);
            if (IsKind(line[6])) reader.AddStructure(line, 6, 7);
            else reader.AddLoose(line, 6, 7);
            var speaker = line.Field(reader.Builder, 7);
            reader.Builder.AddLoose(speaker, "$.speaker", isSpeaker: !line[7].StartsWith("<"u8));
            reader.AddLoose(line, 8, line.Count);
            if (line[5].SequenceEqual("<NA>"u8))
            {
                reader.AddStructure(line, 5, 6);
                continue;
            }
            if (!line.TryTicks(3, out var from) || !line.TryTicks(4, out var length)) throw reader.Malformed(number);
            words.Add(new(line.Field(reader.Builder, 5), from, length > 0 ? from + length : null, " ", speaker.Text));
        }
        if (words.Count > 0) reader.Builder.AddWords(words, null, null);
        return reader.Builder.Build();
    }

    /// <summary>The kinds of things that the format knows (RT-09 evaluation plan, appendix A).</summary>
    private static bool IsKind(ReadOnlySpan<byte> column) => column.SequenceEqual("<NA>"u8) || column.SequenceEqual("lex"u8)
        || column.SequenceEqual("fp"u8)
        || column.SequenceEqual("frag"u8) || column.SequenceEqual("un-lex"u8) || column.SequenceEqual("for-lex"u8)
            || column.SequenceEqual("alpha"u8)
        || column.SequenceEqual("acronym"u8) || column.SequenceEqual("interjection"u8) || column.SequenceEqual("propernoun"u8)
            || column.SequenceEqual("other"u8);
}
