using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>JSON of a recogniser that nobody has described: whatever holds texts with two times is a transcript.</summary>
internal sealed class ShapedJson : ITranscriptFormat
{
    /// <summary>Its id.</summary>
    public const string FormatId = "timed-json";

    private readonly bool _anyName;

    private ShapedJson(bool anyName) => _anyName = anyName;

    /// <summary>For documents that stand alone: the names of members have to say that these are words.</summary>
    public static ShapedJson Alone { get; } = new(anyName: false);

    /// <summary>For documents beside a recording.</summary>
    public static ShapedJson BesideSound { get; } = new(anyName: true);

    /// <inheritdoc/>
    public string Id => FormatId;

    /// <inheritdoc/>
    public string Description => "JSON with lists of texts that have two times each, from any recogniser.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".json"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        if (!JsonHead.IsDocument(head) && !JsonHead.IsList(head)) return false;
        try
        {
            var content = head.ToArray();
            var root = JsonParts.ReadHead(content, Id);
            if (_anyName && WordKeys.StandIn(root, content)) return true;
            return ShapeGroups.Of(root, content, _anyName).Any(g => _anyName || g.Lists.Any(static l => l.Entries.Count > 1));
        }
        catch (RedactionException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Words that are names of members are refused: what runs over several of them cannot be taken out.</remarks>
    public Transcript Read(byte[] content) =>
        Read(content, Id) ?? throw new RedactionException(ErrorCodes.UnsupportedFormat, Id, "There is no list of words with times.");

    /// <summary>Reads a document by its shape; null when it has none.</summary>
    public static Transcript? Read(byte[] content, string format)
    {
        var json = new JsonTranscript(content, format);
        var groups = ShapeGroups.Of(json.Root, content, anyName: true);
        if (groups.Count > 0) return new ShapeReader(json, groups).Read();
        if (WordKeys.StandIn(json.Root, content))
            throw new RedactionException(ErrorCodes.UnsupportedFormat, format, "The words are names of members: write them as values.");
        return null;
    }
}
