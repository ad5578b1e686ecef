using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Looks through redacted output for what is left in it.</summary>
/// <param name="engine">Finds, as the run did or wider.</param>
/// <param name="kind">What the problems are called.</param>
internal sealed class ResidueFinder(RedactionEngine engine, string kind)
{
    private readonly List<OutputProblem> _problems = [];

    public IReadOnlyList<OutputProblem> Problems => _problems;

    /// <summary>Findings that replacements account for.</summary>
    public long Explained { get; private set; }

    public void Find(
        List<InputFile> files, Dictionary<string, ExpectedFile> entries, BatchOptions options, CancellationToken cancellationToken)
    {
        var spools = Directory.CreateTempSubdirectory("redact-verify-");
        try
        {
            var processor = new ItemProcessor(engine, options, new NoOutput(), Observe,
                new RequestCheck(engine, options.Fields, allowUnmatched: true), cancellationToken)
            { Prepare = Prepare };
            OrderedPump.Run(
                BatchPlan.Make(files, engine.Policy), new ThreadShare(options.Threads),
                item => processor.Process(item, new PlanSpool(spools.FullName, $"{item.Index}")), Consume, cancellationToken);
        }
        finally
        {
            spools.Delete(recursive: true);
        }

        ManifestItem Expected(BatchItem item) => entries[item.Main.RelativePath].Item;

        void Prepare(ItemNotes notes, DocumentMemory memory) => memory.Put(notes.Known = Known(Expected(notes.Item)));

        ResidueObserver Observe(ItemNotes notes, FileDigest input) =>
            new(notes, Expected(notes.Item), engine, new SafePaths(engine.Paths));

        void Consume(ItemOutcome result)
        {
            var expected = entries[result.Item.Main.RelativePath];
            if (result.Error is { } error) _problems.Add(new("unreadable", expected.Source, error));
            Weigh(result, expected);
        }
    }

    private KnownReplacements Known(ManifestItem item) =>
        new(item.Entities.Keys, item.Written.SelectMany(static w => w.Value.Select(text => (text, w.Key))))
        {
            LooksAgain = kind != OutputProblem.Wider,
        };

    private void Weigh(ItemOutcome result, ExpectedFile expected)
    {
        var allowed = expected.Surrogates();
        Explained += result.Notes.Painted + (result.Notes.Known?.Explained ?? 0);
        foreach (var residue in result.Notes.Residues)
        {
            if (residue.Medium == Medium.Text && allowed.GetValueOrDefault(residue.Entity) is > 0 and var left)
            {
                allowed[residue.Entity] = left - 1;
                Explained++;
                continue;
            }
            _problems.Add(new(kind, expected.Source, residue.Entity, 1, residue.Place));
        }
    }
}
