using System.Text;
using Xunit;

namespace Redaction.TestKit;

/// <summary>
/// What holds for the ledger of every format: the sum is the size of the input, and what nothing can search is refused. One subclass a
/// medium.
/// </summary>
public abstract class LedgerLaws
{
    private const string Canary = "plover";

    /// <summary>Ids of all formats of the medium, as the catalogue of the product has them.</summary>
    protected abstract IEnumerable<string> Formats { get; }

    /// <summary>A case for each of them.</summary>
    protected abstract IEnumerable<LedgerCase> Cases { get; }

    [Fact]
    public void EveryFormat_HasACase() =>
        Assert.Equal(Formats.Distinct().Order(StringComparer.Ordinal), Cases.Select(static c =>
            c.Format).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Sum_WhateverTheInput_IsItsSize() => Parallel.ForEach(Cases, static format =>
    {
        for (var seed = 0; seed < format.Rounds; seed++)
        {
            var random = new Random(seed);
            var document = format.Create(random);
            if (format.IsChanged && seed % 4 > 0) document = Changed(document, format.Garbage, random);
            var isRead = false;
            foreach (var choice in Enum.GetValues<UnsearchedChoice>()) isRead |= Sums(format, document, choice, seed);
            if (seed == 0) Assert.True(isRead, $"{format.Format}: an untouched document is not read.");
        }
    });

    [Fact]
    public void Leftover_IsRefusedErasedOrKept()
    {
        foreach (var format in Cases)
        {
            foreach (var (name, document) in format.Leftovers)
            {
                var failure = Record.Exception(() => format.Redact(document, UnsearchedChoice.Refuse, RedactionObserver.None));
                if (format.Known.ContainsKey(name))
                {
                    Assert.True(failure is null, $"{format.Format}, {name}: is refused by now; take it off the list of known leftovers.");
                    continue;
                }
                Assert.True(failure is RedactionException { Code: ErrorCodes.Unsearched },
                    $"{format.Format}, {name}: {failure?.ToString() ?? "not refused"}");
                Assert.DoesNotContain(Canary, failure!.ToString(), StringComparison.Ordinal);
                IsKept(format, name, document);
                IsErased(format, name, document);
            }
        }
    }

    private static bool Sums(LedgerCase format, byte[] document, UnsearchedChoice choice, int seed)
    {
        var seen = new LedgerObserver();
        try
        {
            format.Redact(document, choice, seen);
        }
        catch (RedactionException e)
        {
            Assert.False(choice == UnsearchedChoice.Keep && e.Code == ErrorCodes.Unsearched, $"{format.Format}, seed {seed}: {e.Message}");
            Assert.DoesNotContain(Canary, e.ToString(), StringComparison.Ordinal);
            return false;
        }
        var ledger = seen.Ledger;
        Assert.True(format.Size(document) == ledger.Total,
            $"{format.Format}, seed {seed}, {choice}: the input has {format.Size(document)}, the ledger {ledger}");
        Assert.True(ledger is { Searched: >= 0, Structure: >= 0, Embedded: >= 0, Excluded: >= 0, Unsearched: >= 0, Refused: 0 },
            $"{format.Format}, seed {seed}: {ledger}");
        return true;
    }

    private static void IsKept(LedgerCase format, string name, byte[] document)
    {
        var seen = new LedgerObserver();
        format.Redact(document, UnsearchedChoice.Keep, seen);
        var ledger = seen.Ledger;
        var all = ledger.Parts.Values.Append(ledger).ToArray();
        Assert.True(format.Size(document) == ledger.Total && all.Any(static l => l.Unsearched > 0), $"{format.Format}, {name}: {ledger}");
        Assert.DoesNotContain(all, static l => l.Places.Any(static p => p.Done == UnsearchedChoice.Refuse));
    }

    private static void IsErased(LedgerCase format, string name, byte[] document)
    {
        byte[] written;
        try
        {
            written = format.Redact(document, UnsearchedChoice.Erase, RedactionObserver.None);
        }
        catch (RedactionException e) when (e.Code == ErrorCodes.Unsearched)
        {
            return; // sound cannot be found without its words
        }
        Assert.DoesNotContain(Canary, Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        var failure = Record.Exception(() => format.Redact(written, UnsearchedChoice.Refuse, RedactionObserver.None));
        Assert.True(failure is null, $"{format.Format}, {name}: what is written cannot be read again: {failure}");
    }

    private static byte[] Changed(byte[] document, IReadOnlyList<string> garbage, Random random)
    {
        List<byte> bytes = [.. document];
        var at = random.Next(bytes.Count + 1);
        var (start, length) = (Math.Min(at, Math.Max(0, bytes.Count - 1)), random.Next(1, 12));
        length = Math.Min(length, bytes.Count - start);
        var strange = Encoding.UTF8.GetBytes(garbage[random.Next(garbage.Count)]);
        switch (random.Next(6))
        {
            case 0: bytes.InsertRange(bytes.IndexOf((byte)'\n', start) + 1, strange); break;
            case 1: bytes.InsertRange(at, strange); break;
            case 2: bytes.RemoveRange(start, length); break;
            case 3: bytes.InsertRange(start, bytes.GetRange(start, length)); break;
            case 4: if (length > 0) bytes[start] = (byte)random.Next(256); break;
            default: bytes.RemoveRange(at, bytes.Count - at); break;
        }
        return [.. bytes];
    }
}
