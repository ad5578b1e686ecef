using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>The JSON transcripts of a service, as a table: where the words are, and where they are repeated.</summary>
internal sealed record JsonService(string Id, string Description) : ITranscriptFormat
{
    /// <summary>Names of members; a file that begins with all names of one of these lists is of the service.</summary>
    public required ImmutableArray<ImmutableArray<string>> Marks { get; init; }

    /// <summary>Where what was spoken stands; the first that has lines is taken, the others are copies or loose.</summary>
    public required ImmutableArray<JsonGroup> Groups { get; init; }

    /// <summary>Where it is repeated.</summary>
    public ImmutableArray<JsonCopies> Copies { get; init; } = [];

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".json"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        if (!JsonHead.IsDocument(head)) return false;
        foreach (var names in Marks)
        {
            var all = true;
            foreach (var name in names) all &= JsonHead.HasMember(head, name);
            if (all) return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public Transcript Read(byte[] content) => new JsonServiceReader(this, content).Read();

    public override string ToString() => Id;
}
