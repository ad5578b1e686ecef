using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>What <c>pocketsphinx_continuous -time yes</c> writes: a line for what was said, then its words with begin, end and
/// probability between <c>&lt;s&gt;</c> and <c>&lt;/s&gt;</c>.</summary>
internal sealed class PocketSphinx : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "pocketsphinx";

    /// <inheritdoc/>
    public string Description => "Words with times as pocketsphinx_continuous -time yes writes them.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".hyp"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        foreach (var line in CueLine.Split(head))
        {
            var text = head.Slice(line.Start, line.Length);
            if (text.StartsWith("<s> "u8)) return IsWord(new(text.ToArray(), new(0, text.Length)));
        }
        return false;
    }

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        var reader = new ColumnReader(content, Id);
        var words = new List<SpokenWord>();
        TranscriptField? said = null;
        foreach (var (line, number) in reader.Lines())
        {
            if (!IsWord(line))
            {
                if (said is not null || words.Count > 0) throw reader.Malformed(number);
                said = reader.Builder.Field(line.Line.Start, line.Line.Length, FieldEncoding.Plain);
                continue;
            }
            reader.AddStructure(line, 1, 4);
            if (IsNoise(line[0])) reader.AddStructure(line, 0, 1);
            else words.Add(Word(reader, line));
            if (!line[0].SequenceEqual("</s>"u8)) continue;
            Flush(reader, words, said);
            said = null;
        }
        Flush(reader, words, said);
        return reader.Builder.Build();
    }

    /// <summary>A word, without the number of its pronunciation, as in <c>don't(2)</c>.</summary>
    private static SpokenWord Word(ColumnReader reader, ColumnLine line)
    {
        var (start, length) = line.At(0);
        var spoken = line[0].LastIndexOf((byte)'(') is var at and > 0 && line[0][^1] == ')' ? at : length;
        reader.Builder.AddStructure(start + spoken, length - spoken);
        line.TryTicks(1, out var from);
        line.TryTicks(2, out var to);
        return new(reader.Builder.Field(start, spoken, FieldEncoding.Column), from, to, Confidence: line.Confidence(3));
    }

    /// <summary>Silence and noise: <c>&lt;sil&gt;</c>, <c>[NOISE]</c>, <c>++BREATH++</c>.</summary>
    private static bool IsNoise(ReadOnlySpan<byte> word) =>
        (word[0] == '<' && word[^1] == '>') || (word[0] == '[' && word[^1] == ']') || (word.StartsWith("++"u8) && word.EndsWith("++"u8));

    private static void Flush(ColumnReader reader, List<SpokenWord> words, TranscriptField? said)
    {
        TextSpan? scope = words.Count > 0 ? reader.Builder.AddWords(words, null, null) : null;
        AudioSpan? time = words is [{ From: { } from }, ..] && words[^1].To is { } to && to > from ? AudioSpan.FromBounds(from, to) : null;
        if (said is { } field) reader.Builder.AddCopy([field], " ", scope, "$", time: time);
        words.Clear();
    }

    private static bool IsWord(ColumnLine line) =>
        line.Count == 4 && line.TryTicks(1, out _) && line.TryTicks(2, out _) && line.TryTicks(3, out _);
}
