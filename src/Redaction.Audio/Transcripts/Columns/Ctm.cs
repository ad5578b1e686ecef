using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>CTM, time-marked words (NIST SCTK): file, channel, begin, duration, word, confidence.</summary>
public sealed class Ctm : ITranscriptFormat
{
    private const long Pause = 2 * TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public string Id => "ctm";

    /// <inheritdoc/>
    public string Description => "CTM, time-marked words (NIST SCTK).";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".ctm"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => !head.Contains((byte)0);

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        var reader = new ColumnReader(content, Id);
        var words = new List<SpokenWord>();
        (string Turn, long End) last = ("", 0);
        foreach (var (line, number) in reader.Lines())
        {
            reader.AddLoose(line, 0, 2);
            if (line.Count < 5) throw reader.Malformed(number);
            if (line[4].StartsWith("<ALT"u8)) continue; // alternatives stand one after another: all of them are words of the text
            if (!line.TryTicks(2, out var from) || !line.TryTicks(3, out var length)) throw reader.Malformed(number);
            var turn = System.Text.Encoding.UTF8.GetString(line[0]) + " " + System.Text.Encoding.UTF8.GetString(line[1]);
            if (turn != last.Turn || from > last.End + Pause) Flush(reader, words);
            words.Add(new(line.Field(reader.Builder, 4), from, length > 0 ? from + length : null, Confidence: line.Confidence(5)));
            last = (turn, from + length);
            reader.AddLoose(line, 5, line.Count);
        }
        Flush(reader, words);
        return reader.Builder.Build();
    }

    private static void Flush(ColumnReader reader, List<SpokenWord> words)
    {
        if (words.Count > 0) reader.Builder.AddWords(words, null, null);
        words.Clear();
    }
}
