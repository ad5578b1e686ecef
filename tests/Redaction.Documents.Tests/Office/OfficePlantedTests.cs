using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Documents.Tests.Office;

/// <summary>Values in every place of every kind of document: none of them is in what is released, packed or unpacked.</summary>
public class OfficePlantedTests
{
    public static TheoryData<string> Kinds => ["docx", "xlsx", "pptx"];

    [Theory, MemberData(nameof(Kinds))]
    public void Redact_ValuesInEveryPlace_LeavesNone(string id)
    {
        var file = PlantedOffice.Of(id);
        var seen = new LedgerObserver();

        var written = OfficeTestBed.Redact(id, file.Pack(), observer: seen);

        var left = OfficeFile.Left(written, [.. file.Planted, "hollow@marsh", "wren7", "low@marsh8", "low@marsh9"]);
        Assert.True(left.Count == 0, $"{left.Count} left:\n{string.Join('\n', left.Take(40))}");
        Assert.True(file.Planted.Count >= 25, $"{file.Planted.Count} values");
        Assert.Equal(OfficeFile.Unpack(file.Pack()).Values.Sum(static p => (long)p.Length), seen.Ledger.Total);
        Assert.Equal(0, seen.Ledger.Refused);
    }

    [Fact]
    public void Planted_AreMoreThanForty() => Assert.True(
        ((string[])["docx", "xlsx", "pptx"]).Sum(static k => PlantedOffice.Of(k).Planted.Count) >= 100);

    [Theory, MemberData(nameof(Kinds))]
    public void Redact_Twice_ChangesNothing(string id)
    {
        var once = OfficeTestBed.Redact(id, PlantedOffice.Of(id).Pack());

        var (first, second) = (OfficeFile.Unpack(once), OfficeFile.Unpack(OfficeTestBed.Redact(id, once)));
        Assert.Equal(first.Keys, second.Keys);
        foreach (var (name, content) in first)
            Assert.True(content.AsSpan().SequenceEqual(second[name]), $"{name}: {System.Text.Encoding.UTF8.GetString(second[name])}");
        Assert.Equal(once, OfficeTestBed.Redact(id, PlantedOffice.Of(id).Pack()));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Redact_UnknownPart_IsRefusedDroppedOrKept(string id)
    {
        var file = PlantedOffice.Of(id).Add("odd/strange.bin", "application/x-own", Encoding.ASCII.GetBytes(Canary.Text)).Pack();

        var failure = Assert.Throws<RedactionException>(() => OfficeTestBed.Redact(id, file));

        Assert.Equal(ErrorCodes.Unsearched, failure.Code);
        Assert.DoesNotContain(Canary.Text, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("odd/strange.bin", OfficeFile.Unpack(OfficeTestBed.Redact(id, file, UnsearchedChoice.Erase)).Keys);
        Assert.Contains("odd/strange.bin", OfficeFile.Unpack(OfficeTestBed.Redact(id, file, UnsearchedChoice.Keep)).Keys);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Redact_DamagedFile_ReleasesNoValue(string id)
    {
        var planted = PlantedOffice.Of(id);
        var parts = OfficeFile.Unpack(planted.Pack());
        var left = new List<string>();
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var file = Damaged(parts, random);
            try
            {
                left.AddRange(OfficeFile.Left(OfficeTestBed.Redact(id, file), ["hollow@marsh"]).Select(l => $"seed {seed}: {l}"));
            }
            catch (RedactionException e)
            {
                Assert.DoesNotContain("marsh", e.ToString(), StringComparison.Ordinal);
            }
        }
        Assert.True(left.Count == 0, string.Join('\n', left.Take(20)));
    }

    /// <summary>One part with bytes cut, doubled or changed between tags, or the packed file cut.</summary>
    private static byte[] Damaged(SortedDictionary<string, byte[]> parts, Random random)
    {
        var name = parts.Keys.ElementAt(random.Next(parts.Count));
        var bytes = parts[name].ToList();
        int[] places = [.. Enumerable.Range(0, bytes.Count).Where(i => bytes[i] is (byte)'<' or (byte)'>' or (byte)'/' or (byte)' ' or (byte)'"')];
        if (places.Length > 2)
        {
            var (a, b) = (places[random.Next(places.Length)], places[random.Next(places.Length)]);
            var (start, end) = (Math.Min(a, b), Math.Max(a, b));
            switch (random.Next(4))
            {
                case 0: bytes.RemoveAt(a); break;
                case 1: bytes.InsertRange(b, bytes.GetRange(start, Math.Min(80, end - start))); break;
                case 2: bytes.RemoveRange(start, Math.Min(6, end - start)); break;
                default: bytes[a] = (byte)random.Next(256); break;
            }
        }
        var packed = OfficeFile.Repack(parts, name, [.. bytes]);
        return random.Next(8) == 0 ? packed[..random.Next(packed.Length)] : packed;
    }
}
