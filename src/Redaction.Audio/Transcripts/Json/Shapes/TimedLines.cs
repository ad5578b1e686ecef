using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>JSON Lines of which each record is a word with two times, or holds a list of such words, from any recogniser.</summary>
internal sealed class TimedLines : ITranscriptFormat
{
    private const int Fewest = 3;

    /// <inheritdoc/>
    public string Id => "timed-json-lines";

    /// <inheritdoc/>
    public string Description => "JSON Lines of words, or of lists of words, that have two times each, from any recogniser.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".jsonl", ".ndjson"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        if (!JsonHead.IsObject(head)) return false;
        try
        {
            var content = head.ToArray();
            var root = JsonParts.ReadLines(content, Id, isHead: true);
            return ShapeGroups.Of(root, content, anyName: false)
                .Exists(g => g.Count >= Fewest && g.Lists.TrueForAll(l => l.IsWords(content)));
        }
        catch (RedactionException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        var json = new JsonTranscript(content, Id, isLines: true);
        return new ShapeReader(json, ShapeGroups.Of(json.Root, content, anyName: true)).Read();
    }
}
