using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>CTM, time-marked words (NIST SCTK): file, channel, begin, duration, word, confidence.</summary>
internal sealed class Ctm : ITranscriptFormat
{
    private static readonly SearchValues<byte> s_number = SearchValues.Create("0123456789."u8);

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
            if (line[4].StartsWith("<ALT"u8) && IsMark(line[4]))
            {
                // alternatives stand one after another: all of them are words of the text
                for (var i = 2; i < 5; i++)
                    if (IsMark(line[i])) reader.AddStructure(line, i, i + 1);
                reader.AddLoose(line, 5, line.Count);
                continue;
            }
            if (!line.TryTicks(2, out var from) || !line.TryTicks(3, out var length)) throw reader.Malformed(number);
            reader.AddStructure(line, 2, 4);
            var turn = System.Text.Encoding.UTF8.GetString(line[0]) + " " + System.Text.Encoding.UTF8.GetString(line[1]);
            if (turn != last.Turn || from > last.End + Pause) Flush(reader, words);
            words.Add(new(line.Field(reader.Builder, 4), from, length > 0 ? from + length : null, Confidence: line.Confidence(5)));
            last = (turn, from + length);
            reader.AddLoose(line, 5, line.Count);
        }
        Flush(reader, words);
        return reader.Builder.Build();
    }

    /// <summary>A mark such as <c>&lt;ALT_BEGIN&gt;</c>, a star, or a number.</summary>
    private static bool IsMark(ReadOnlySpan<byte> column) => column.SequenceEqual("*"u8) || column.SequenceEqual("<ALT>"u8)
        || column.SequenceEqual("<ALT_BEGIN>"u8) || column.SequenceEqual("<ALT_END>"u8) || column.IndexOfAnyExcept(s_number) < 0;

    private static void Flush(ColumnReader reader, List<SpokenWord> words)
    {
        if (words.Count > 0) reader.Builder.AddWords(words, null, null);
        words.Clear();
    }
}
