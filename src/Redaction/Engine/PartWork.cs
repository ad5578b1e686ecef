using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction;

/// <summary>A part of a container while it is worked on.</summary>
internal sealed class PartWork(IItemWork container, FilePart part, Stream input, Stream output, RedactionObserver observer) : IItemWork
{
    public int Count => 1;

    public DocumentMemory Memory => container.Memory;

    public RedactionContext Context { get; } =
        part.Known is null ? container.Context : container.Context with { Known = part.Known };

    public ImmutableArray<Glob> Fields => container.Fields;

    public ImmutableArray<RecordType> RecordTypes => container.RecordTypes;

    public FieldUsage? Usage => container.Usage;

    public bool RequiresField => false; // of a container, some part has it or none

    public bool LeavesOutBadRecords => false;

    public RedactionObserver Observer => observer;

    public ThreadShare? Share => container.Share;

    public CancellationToken Cancellation => container.Cancellation;

    public int Depth { get; } = container.Depth + 1;

    public string NameOf(int index) => "";

    public Stream Read(int index) => input;

    public Stream Write(int index) => output;
}
