using System.Globalization;
using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>A document is the same bytes, plans and account on any number of threads.</summary>
public class AheadTests
{
    private static readonly TextRedactor s_numbering = new(
        new("test", PolicyRule.For("email", "label") with { With = new([new("numbered", "true")]) },
            new PolicyRule("label") { MinScore = 0.5f }, new("keep")),
        TextDetectors.All, TextOperators.All);

    public static TheoryData<string> Documents => ["jsonl", "csv", "text", "lines-of-text"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Redact_OnManyThreads_GivesTheBytesOfOne(string kind)
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var (format, document) = Make(kind, new Random(seed));
            var expected = Run(format, document, null);

            foreach (var threads in (int[])[2, 3, 8])
            {
                var actual = Run(format, document, new ThreadShare(threads));
                Assert.True(expected.Output.AsSpan().SequenceEqual(actual.Output), $"seed {seed}, {threads} threads");
                Assert.Equal(expected.Items, actual.Items);
                Assert.Equal(expected.Refused, actual.Refused);
                Assert.Equal(expected.Account, actual.Account);
            }
        }
    }

    [Theory]
    [InlineData(UnsearchedChoice.Erase)]
    [InlineData(UnsearchedChoice.Keep)]
    [InlineData(UnsearchedChoice.Refuse)]
    public void Redact_PicturesInValues_GivesTheBytesOfOne(UnsearchedChoice choice)
    {
        var picture = "data:image/png;base64," + Convert.ToBase64String([137, 80, 78, 71, 13, 10, 26, 10, .. new byte[900]]);
        var records = string.Concat(Enumerable.Range(0, 900).Select(i =>
            $"{{\"a\":\"p{i}@example.com\",\"b\":\"{(i % 7 == 0 ? picture : "nothing")} p{i}@example.com\"}}\n"));
        var table = "mail,photo\n" + string.Concat(Enumerable.Range(0, 900).Select(i =>
            $"p{i}@example.com,{(i % 7 == 0 ? picture : "none")}\n")).Replace("png;base64,", "png;base64 ", StringComparison.Ordinal);
        var text = string.Concat(Enumerable.Range(0, 9000).Select(i =>
            i % 400 == 0 ? picture + "\n" : $"write to p{i}@example.com today\n"));

        foreach (var (format, document) in (IEnumerable<(IDocumentFormat, string)>)
            [(new JsonLines(), records), (new Csv(), table), (new PlainText(1 << 15, 1 << 11), text)])
        {
            var bytes = Encoding.UTF8.GetBytes(document);
            var (one, many) = (Run(format, bytes, null, choice), Run(format, bytes, new ThreadShare(4), choice));
            Assert.True(one.Output.AsSpan().SequenceEqual(many.Output), format.Id);
            Assert.Equal((one.Account, one.Failure), (many.Account, many.Failure));
            Assert.Equal(one.Items, many.Items);
        }
    }

    [Fact]
    public void Redact_ValueLongerThanAMargin_GivesTheBytesOfOne()
    {
        var random = new Random(5);
        var key = string.Concat(Enumerable.Range(0, 120).Select(_ => Convert.ToBase64String(Bytes(random, 48)) + "\n"));
        var text = string.Concat(Enumerable.Range(0, 60).Select(i =>
            $"{Words(random, 900)} p{i}@example.com\n-----BEGIN PRIVATE KEY-----\n{key}-----END PRIVATE KEY-----\n"));
        var (format, document) = (new PlainText(1 << 13, 1 << 12), Encoding.UTF8.GetBytes(text));

        var (one, many) = (Run(format, document, null), Run(format, document, new ThreadShare(4)));

        Assert.True(one.Output.AsSpan().SequenceEqual(many.Output));
        Assert.Equal(one.Items, many.Items);
    }

    [Fact]
    public void Queue_FailureWhileOthersPlan_WaitsForThem()
    {
        var lines = string.Concat(Enumerable.Repeat("{\"a\":\"jane@example.com\"}\n", 20_000)).Insert(400_000 / 25 * 25, "{\"a\": \n");
        var job = new DocumentJob(FormatTestBed.Redactor) { Share = new(4) };

        var e = Assert.Throws<RedactionException>(() => FormatTestBed.Redact(new JsonLines(), lines, job));

        Assert.Equal(ErrorCodes.Truncated, e.Code);
    }

    private static (byte[] Output, List<(DocumentPlace, string, long, string)> Items, List<(long, string)> Refused, string Account,
        string? Failure) Run(IDocumentFormat format, byte[] document, ThreadShare? share, UnsearchedChoice choice = UnsearchedChoice.Erase)
    {
        share?.Take(CancellationToken.None);
        var (observer, output) = (new Accounts(), new MemoryStream());
        var redactor = new TextRedactor(s_numbering.Policy, TextDetectors.All, TextOperators.All)
        {
            Unsearched = choice,
            LooksAgain = true,
        };
        var job = new DocumentJob(redactor.ForDocument(new("a"))) { Observer = observer, Share = share, LeavesOutBadRecords = true };
        string? failure = null;
        try
        {
            format.Redact(new MemoryStream(document), output, job);
        }
        catch (RedactionException e)
        {
            failure = e.Code;
        }
        return (output.ToArray(), observer.Items, observer.Refused, observer.Account, failure);
    }

    private static (IDocumentFormat Format, byte[] Document) Make(string kind, Random random)
    {
        var lines = Enumerable.Range(0, 4000).Select(i => (i, Name: $"p{random.Next(300)}", Words: Words(random, random.Next(30))));
        var text = kind switch
        {
            "jsonl" => "\uFEFF" + string.Concat(lines.Select(l => l.i % 997 == 5 ? "{\"broken\": \"x\n" : string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"id\":{l.i},\"mail\":\"{l.Name}@example.com\",\"t\":\"{l.Words} {l.Name}@example.com\",\"n\":[{l.i}, null]}}\n"))),
            "csv" => "id,mail,note\n" + string.Concat(lines.Select(l => string.Create(CultureInfo.InvariantCulture,
                $"{l.i},{l.Name}@example.com,\"{l.Words}\n\"\"{l.Name}@example.com\"\" and 4111111111111111\"\r\n"))),
            "text" => string.Concat(lines.Select(l => $"{l.Words} {l.Name}@example.com 😀 ")),
            _ => string.Concat(lines.Select(l => $"{l.Words}\n{l.Name}@example.com 😀\n")),
        };
        IDocumentFormat format = kind switch { "jsonl" => new JsonLines(), "csv" => new Csv(), _ => new PlainText(1 << 14, 1 << 11) };
        return (format, Encoding.UTF8.GetBytes(text));
    }

    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => (string[])["paid", "on", "the", "train", "Monday", "order"])
            .Select(w => w[random.Next(w.Length)]));

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private sealed class Accounts : RedactionObserver
    {
        public List<(DocumentPlace, string, long, string)> Items { get; } = [];

        public List<(long, string)> Refused { get; } = [];

        public string Account { get; private set; } = "";

        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        {
            foreach (var item in plan.Items)
                if (item.Finding.Region is TextSpan span)
                    Items.Add((place, item.Finding.Type.Name, place.Offset + span.Start, text.Slice(span.Start, span.Length).ToString()));
        }

        public override void OnRecordRefused(long line, RedactionException failure) => Refused.Add((line, failure.Code));

        public override void OnSearched(SearchLedger ledger) =>
            Account = $"{ledger} {ledger.PlaceCount}: {string.Join(' ', ledger.Places)}";
    }
}
