using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction;

/// <summary>What an item reads from and writes to, and for whom.</summary>
internal interface IItemWork
{
    /// <summary>Number of files: a recording has its transcript as second one.</summary>
    int Count { get; }

    /// <summary>What the text operators remember of the item; it names it too.</summary>
    DocumentMemory Memory { get; }

    RedactionContext Context { get; }

    /// <summary>By which fields records tell another data type than that of the context.</summary>
    ImmutableArray<RecordType> RecordTypes { get; }

    /// <summary>Fields of structured documents to look into; empty: all.</summary>
    ImmutableArray<Glob> Fields { get; }

    /// <summary>Is told which fields there are; null where nobody asks.</summary>
    FieldUsage? Usage { get; }

    /// <summary>Refuses a document in which none of the fields to look into is.</summary>
    bool RequiresField { get; }

    /// <summary>True where bad records are left out and the others released.</summary>
    bool LeavesOutBadRecords { get; }

    RedactionObserver Observer { get; }

    CancellationToken Cancellation { get; }

    /// <summary>The threads that may work on the item; null: the calling one.</summary>
    ThreadShare? Share { get; }

    /// <summary>Keeps the plans of a long document; null where there is none.</summary>
    PlanTape? Tape => null;

    /// <summary>How many containers this lies in.</summary>
    int Depth { get; }

    /// <summary>The name of a file, without its folder.</summary>
    string NameOf(int index);

    /// <summary>The content of a file, from its start; can be sought.</summary>
    /// <exception cref="RedactionException">It cannot be read.</exception>
    Stream Read(int index);

    /// <summary>Receives the redacted file.</summary>
    /// <exception cref="RedactionException">It cannot be written.</exception>
    Stream Write(int index);
}
