using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Documents.Tests.Pdf;

/// <summary>Broken and hostile files.</summary>
public sealed class PdfSafetyTests
{
    private const double Second = 1000;

    [Fact]
    public void Mutations_NeverCrashNorLeakNorHang()
    {
        var builder = new PdfBuilder { Info = "/Title(plover1)/Author(plover2)", Catalog = "/Whatever(plover3)" };
        builder.Content = "BT /F1 12 Tf 50 700 Td (Write to plover4 or) Tj [(plo) -20 (ver5)] TJ ET";
        builder.Page = "/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(plover6)>>]";
        var file = builder.Build();
        var read = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var broken = Mutated(file, new Random(seed));
            var watch = Stopwatch.StartNew();
            try
            {
                var text = PdfBed.Unpacked(PdfBed.Redact(broken, UnsearchedChoice.Erase));
                Assert.False(text.Contains("plover", StringComparison.Ordinal), $"seed {seed}");
                read++;
            }
            catch (RedactionException e)
            {
                Assert.DoesNotContain("plover", e.ToString(), StringComparison.Ordinal);
            }
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"seed {seed}");
        }
        Assert.True(read > 150, $"{read} of 300 were read.");
    }

    [Theory]
    [InlineData("endstream")]
    [InlineData("end0tream")] // so that it goes on to where the next one ends
    public void Redact_WithTextBehindPackedData_LeavesItOut(string end)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write("ordinary words of a script"u8);
        var data = Encoding.Latin1.GetString(packed.ToArray());
        var behind = data + "\n(plover1) " + data; // the end of packed data twice
        var file = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Other 4 0 R>>\nendobj\n"
            + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
            + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>\nendobj\n"
            + $"4 0 obj\n<</Filter/FlateDecode/Length {behind.Length}>>\nstream\n{behind}\n{end}\nendobj\n"
            + $"5 0 obj\n<</Other(plover2)>>\nstream\n{data}\nendstream\nendobj\ntrailer\n<</Size 6/Root 1 0 R>>\nstartxref\n0\n%%EOF\n";

        var redacted = PdfBed.Redact(Encoding.Latin1.GetBytes(file), UnsearchedChoice.Erase);

        Assert.Contains("ordinary words", PdfBed.Unpacked(redacted), StringComparison.Ordinal);
        Assert.DoesNotContain("plover", Encoding.Latin1.GetString(redacted), StringComparison.Ordinal);
    }

    private static byte[] Mutated(byte[] file, Random random)
    {
        List<byte> bytes = [.. file];
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 20), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(at, "<< [ ( /A 1 0 R endobj"u8[..random.Next(1, 20)]); break;
                default: bytes.RemoveRange(at, random.Next(20) == 0 ? bytes.Count - at : length); break;
            }
            if (bytes.Count == 0) return file;
        }
        return [.. bytes];
    }

    public static TheoryData<string> Bombs =>
        ["arrays", "dictionaries", "pages", "inflate", "filters", "forms", "references", "xref", "image", "blank", "again", "glyphs", "states",
            "words", "runs", "map", "packs"];

    /// <summary>Those that are refused for their size, whatever a machine could do with them.</summary>
    private static readonly string[] s_tooLarge = ["inflate", "forms", "image", "blank", "again", "glyphs", "states", "runs", "map"];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Bomb_IsRefusedOrReadAtOnce(string kind)
    {
        var file = Bomb(kind);
        var allocated = 0L;

        var taken = ThreadClock.Least(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var code = Record(file);
            Assert.NotEqual(ErrorCodes.ComponentFailed, code);
            Assert.True(code == ErrorCodes.TooLarge || !s_tooLarge.Contains(kind), $"{kind}: {code}");
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.True(taken < Second, $"{kind}: {taken:0} ms");
        Assert.True(allocated < 1L << 30, $"{kind}: {allocated >> 20} MiB");
    }

    private static string? Record(byte[] file)
    {
        try
        {
            PdfBed.Redact(file, UnsearchedChoice.Erase);
            return null;
        }
        catch (RedactionException e)
        {
            return e.Code;
        }
    }

    private static byte[] Bomb(string kind)
    {
        var builder = new PdfBuilder();
        switch (kind)
        {
            case "arrays": builder.Catalog = "/A " + new string('[', 1_000_000); break;
            case "dictionaries": builder.Catalog = string.Concat(Enumerable.Repeat("/A<<", 200_000)); break;
            case "pages":
                var node = "3 0 R";
                for (var i = 0; i < 30; i++) node = builder.Add($"<</Type/Pages/Kids[{node} {node}]/Count 2>>");
                builder.Catalog = $"/Pages {node}";
                break;
            case "inflate": builder.Page = "/Contents " + builder.Stream("", new byte[257 << 20], packs: true); break;
            case "blank": builder.Page = "/Contents " + builder.Stream("", Spaces(65 << 20), packs: true); break;
            case "again":
                var part = builder.Stream("", Spaces(16 << 20), packs: true);
                builder.Page = $"/Contents[{string.Concat(Enumerable.Repeat(part + " ", 1000))}]";
                break;
            case "glyphs":
                var line = builder.Stream("", "BT /F1 1 Tf (" + new string('a', 400_000) + ") Tj ET");
                var pages = Enumerable.Range(0, 50).Select(_ => builder.Add($"<</Type/Page/Contents {line}/Resources<</Font<</F1 5 0 R>>>>>>"));
                builder.Catalog = "/Pages " + builder.Add($"<</Type/Pages/Kids[{string.Join(' ', pages)}]>>");
                break;
            case "states": builder.Content = string.Concat(Enumerable.Repeat("q ", 2_000_000)); break;
            case "words": builder.Content = string.Concat(Enumerable.Repeat("[] ", 2_000_000)); break;
            case "runs": builder.Page = "/Contents " + builder.Stream("/Filter[/RunLengthDecode/RunLengthDecode]", Runs(64 << 10)); break;
            case "map":
                builder.Font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode "
                    + builder.Stream("", Spaces(65 << 20), packs: true) + ">>";
                break;
            case "packs": builder.Catalog = "/A " + builder.Stream("/Type/ObjStm/N 2000000000/First 2000000000", Spaces(32 << 20), packs: true); break;
            case "filters":
                builder.Catalog = "/A " + builder.Stream(
                    $"/Filter[{string.Concat(Enumerable.Repeat("/FlateDecode", 1000))}]", new byte[100]);
                break;
            case "forms":
                var last = builder.Stream("/Type/XObject/Subtype/Form/BBox[0 0 1 1]", "BT ET");
                for (var i = 0; i < 22; i++)
                    last = builder.Stream($"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X {last}>>>>",
                        string.Concat(Enumerable.Repeat("/X Do ", 10)));
                builder.Resources = $"/XObject<</X {last}>>";
                builder.Content = "/X Do";
                break;
            case "references": builder.Catalog = $"/A {builder.Add("10 0 R")}"; break;
            case "xref":
                return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(builder.Build())
                    .Replace("xref\n0 10", "xref\n0 2000000000", StringComparison.Ordinal));
            default:
                builder.Resources = "/XObject<</X " + builder.Stream(
                    "/Type/XObject/Subtype/Image/Width 2000000/Height 2000000/ColorSpace/DeviceRGB/BitsPerComponent 8", "x") + ">>";
                builder.Content = "/X Do";
                break;
        }
        return builder.Build();
    }

    [Theory]
    [InlineData("1 50")]
    [InlineData("0 -700")]
    [InlineData("0 0")]
    public void Font_WithoutAnEncoding_IsUnreadHoweverFarItsLettersStand(string spacing)
    {
        var file = new PdfBuilder
        {
            Font = "<</Type/Font/ype1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            Content = $"BT /F1 12 Tf 50 700 Td 14 TL {spacing} (to plover1@here.example) \" ET",
        }.Build();

        Assert.DoesNotContain("plover", PdfBed.Unpacked(PdfBed.Redact(file, UnsearchedChoice.Erase)), StringComparison.Ordinal);
        Assert.Throws<RedactionException>(() => PdfBed.Redact(file, UnsearchedChoice.Refuse));
    }

    [Fact]
    public void Signs_BelowEachOther_AreNoText()
    {
        var file = new PdfBuilder
        {
            Font = "<</Type/Font/ype1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            Content = "BT /F1 12 Tf 50 700 Td (a) Tj 0 -20 Td (a) Tj 0 -20 Td (a) Tj ET",
        }.Build();

        Assert.Contains("(a) Tj", PdfBed.Unpacked(PdfBed.Redact(file, UnsearchedChoice.Refuse)), StringComparison.Ordinal);
    }

    private static byte[] Spaces(int count)
    {
        var spaces = new byte[count];
        spaces.AsSpan().Fill((byte)' ');
        return spaces;
    }

    /// <summary>Runs of 128 bytes that are runs of 128 bytes.</summary>
    private static byte[] Runs(int count)
    {
        var runs = new byte[count];
        runs.AsSpan().Fill(129);
        return runs;
    }

    [Fact]
    public void Table_Missing_IsRebuilt()
    {
        var file = Encoding.Latin1.GetString(new PdfBuilder { Content = "BT /F1 12 Tf 50 700 Td (stays plover1) Tj ET" }.Build());
        var broken = Encoding.Latin1.GetBytes(file.Replace("startxref", "starting", StringComparison.Ordinal));

        var text = PdfBed.Unpacked(PdfBed.Redact(broken));

        Assert.Contains("stays ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("plover", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ledger_AddsUpToTheFile()
    {
        var builder = new PdfBuilder { Info = "/Title(x)", Catalog = "/Whatever(y)" };
        builder.Stream("", "nothing leads here");
        builder.Catalog += "/Metadata " + builder.Stream("/Type/Metadata", "<a>b</a>");
        var file = builder.Build();
        var seen = new LedgerObserver();

        PdfBed.Redact(file, UnsearchedChoice.Refuse, seen);

        Assert.Equal(file.Length, seen.Ledger.Total);
        Assert.Contains(seen.Ledger.Places, static p => p.Kind == "unreachable" && p.Done == UnsearchedChoice.Erase);
    }

    [Fact]
    public void SameInput_GivesTheSameBytes()
    {
        var file = new PdfBuilder { Content = "BT /F1 12 Tf 50 700 Td (plover1) Tj ET" }.Build();

        Assert.Equal(PdfBed.Redact(file), PdfBed.Redact(file));
        var again = PdfBed.Redact(PdfBed.Redact(file));
        Assert.DoesNotContain("plover", PdfBed.Unpacked(again), StringComparison.Ordinal);
    }

    [Fact]
    public void NoPdf_IsRefused()
    {
        var failure = Assert.Throws<RedactionException>(() => PdfBed.Redact("hello"u8.ToArray()));

        Assert.Equal(ErrorCodes.Malformed, failure.Code);
        Assert.Equal("pdf", failure.Component.ToString(CultureInfo.InvariantCulture));
    }
}
