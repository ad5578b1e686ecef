using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Works through one item: reads, redacts, releases, or releases nothing and says why.</summary>
internal sealed class ItemProcessor(
    RedactionEngine redactor, BatchOptions options, IItemOutput output, Func<ItemNotes, FileDigest, RedactionObserver> observe,
    RequestCheck check, CancellationToken cancellation)
{
    private const string Component = "batch";
    private static readonly EntityType s_name = new("file-name");

    /// <summary>Gives items paths that may be told; null where theirs may be.</summary>
    public ItemNames? Names { get; init; }

    /// <summary>Gets the memory of each item ready.</summary>
    public Action<ItemNotes, DocumentMemory>? Prepare { get; init; }

    /// <summary>The threads of the run; null: an item is worked on by one.</summary>
    public ThreadShare? Share { get; init; }

    /// <summary>Says what an earlier run redacted; null where everything is redacted.</summary>
    public Func<BatchItem, ItemNotes, ItemOutcome?>? Kept { get; init; }

    /// <summary>Opens what keeps the plans of an item; null where nothing does.</summary>
    public Func<BatchItem, PlanTape?>? Tapes { get; init; }

    /// <remarks>Throws for cancellation only.</remarks>
    public ItemOutcome Process(BatchItem item, PlanSpool spool)
    {
        if (Names is not null) item = Names.Of(item);
        var notes = new ItemNotes(item, spool);
        if (Kept?.Invoke(item, notes) is { } kept) return kept;
        using var tape = Tapes?.Invoke(item);
        using var work = Open(item, notes, tape);
        IFileItem? file = null;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            Prepare?.Invoke(notes, work.Memory);
            if (item.Main.Error is { } error) throw new RedactionException(error, "input");
            output.EnsureFree(item);
            file = FileItems.Of(item.Format ?? FileFormats.Detect(item.Main.FullPath, work.Head()), item.Spoken);
            file.Redact(redactor, work);
            options.Store?.Seals.Flush(); // no token is shown whose value is not kept
            SealName(notes);
            var outputs = work.Release();
            return new(notes, file, [.. work.Inputs], outputs);
        }
        catch (OperationCanceledException)
        {
            notes.Dispose();
            throw;
        }
        catch (Exception e)
        {
            output.Withdraw(item);
            return new(notes, file, [.. work.Inputs], [], FileFailure.Of(e, Component));
        }
    }

    /// <summary>Keeps the name of an item that got another one, and who stands in it.</summary>
    private void SealName(ItemNotes notes)
    {
        if (options.Store is not { } store || notes.Item.OwnPath is not { } path) return;
        notes.NameToken = store.Seals.TokenFor(s_name, path);
        store.Seals.Flush();
        foreach (var (type, value) in notes.Item.NameFindings) notes.Seen.Add((0, type.Name, store.Seals.IdentityOf(type, value)));
    }

    private FileWork Open(BatchItem item, ItemNotes notes, PlanTape? tape)
    {
        ImmutableArray<InputFile> files = [.. item.Files];
        ImmutableArray<string> paths = [.. files.Select(static f => f.FullPath)];
        var (dataType, records) = check.DataTypes.Of(PathsOf(item.Main), options.Context.DataType);
        return new(item.OwnPath ?? item.Main.RelativePath, paths, i => output.Open(files[i]), input => observe(notes, input))
        {
            Context = options.Context with { DataType = dataType },
            RecordTypes = records,
            Fields = options.Fields,
            Usage = check.Usage,
            RequiresField = check.RequiresField,
            Written = notes.Written,
            LeavesOutBadRecords = !options.RefusesBadRecords,
            Share = Share,
            Tape = tape,
            Cancellation = cancellation,
        };
    }

    /// <summary>The path below the input, and with the input's own name before it.</summary>
    private static string[] PathsOf(InputFile file)
    {
        var root = file.FullPath.Length > file.RelativePath.Length ? file.FullPath[..^file.RelativePath.Length].TrimEnd('/', '\\') : "";
        return [file.RelativePath, $"{Path.GetFileName(root)}/{file.RelativePath}"];
    }
}
