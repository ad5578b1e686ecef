using Redaction.Documents.Columns;
using Redaction.TestKit;
using Redaction.Text;

namespace Redaction.Documents.Tests;

/// <summary>The ledger of tables in columns.</summary>
public sealed class ParquetLedgerTests : LedgerLaws
{
    private static readonly TextRedactor[] s_redactors = [.. Enum.GetValues<UnsearchedChoice>().Select(
        static c => new TextRedactor(PolicyFile.Load("default").Policy, TextDetectors.All, TextOperators.All) { Unsearched = c })];

    protected override IEnumerable<string> Formats => ["parquet"];

    protected override IEnumerable<LedgerCase> Cases =>
    [
        new("parquet", static r => ParquetTables.Make(1 + r.Next(40), 1 + r.Next(2), metadata: true), (document, choice, observer) =>
        {
            using var output = new MemoryStream();
            new ParquetFormat().Redact(new MemoryStream(document), output,
                new DocumentJob(s_redactors[(int)choice]) { Observer = observer });
            return output.ToArray();
        }, ParquetTables.Size)
        {
            Rounds = 6,
            IsChanged = false,
            Leftovers = new Dictionary<string, byte[]> { ["bytes"] = ParquetTables.Make(3, pictures: true) },
        },
    ];
}
