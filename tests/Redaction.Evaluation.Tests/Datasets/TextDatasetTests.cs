using Redaction.TestKit;
using Xunit;

namespace Redaction.Evaluation.Tests.Datasets;

public sealed class TextDatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"text":"Ana called","spans":[{"start":0,"end":3,"entity":"person"}]}""")]
    [InlineData("""{"text":"Ana called","spans":[[0,3,"PERSON"]]}""")]
    [InlineData("""{"text":"Ana called","spans":[{"start_position":0,"end_position":3,"entity_type":"PER"}]}""")]
    [InlineData("""{"source_text":"Ana called","privacy_mask":[{"label":"GIVENNAME","start":0,"end":3,"value":"Ana"}]}""")]
    public void SpanJsonLines_EveryShapeOfSpans_IsRead(string line)
    {
        var item = Assert.Single(SpanJsonLines.Read(_folder.Write("data.jsonl", "\n" + line + "\n")));

        Assert.Equal(2, item.Line);
        Assert.Equal(new EntitySpan(new(0, 3), "person"), Assert.Single(item.Spans));
    }

    [Fact]
    public void SpanJsonLines_GroupsScoresAndIdentifiers_AreKept()
    {
        var item = Assert.Single(SpanJsonLines.Read(_folder.Write("data.jsonl",
            """{"text":"Ana called","language":"de","adv":"homoglyph","spans":[{"start":0,"end":3,"entity":"person","score":0.5,"entity_id":"e1","identifier_type":"DIRECT"}]}""")));

        Assert.Equal([("language", "de"), ("family", "homoglyph")], item.Groups.ToArray());
        Assert.Equal(new EntitySpan(new(0, 3), "person", 0.5f) { Id = "e1", Identification = Identification.Direct },
            Assert.Single(item.Spans));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"text\":\"a\"}")] // no spans
    [InlineData("{\"text\":\"a\",\"spans\":[[0]]}")] // half a span
    [InlineData("{\"text\":\"a\",\"spans\":[[0,2,\"person\"]]}")] // outside the text
    [InlineData("{\"text\":\"ab\",\"spans\":[[2,1,\"person\"]]}")] // ends before it starts
    [InlineData("{\"text\":\"ab\",\"spans\":[{\"start\":0,\"end\":1,\"entity\":\"person\",\"identifier_type\":\"MAYBE\"}]}")]
    public void SpanJsonLines_BadLine_IsNamedWithoutItsContent(string line)
    {
        var path = _folder.Write("data.jsonl",
            line.Replace("}", "", StringComparison.Ordinal) == line ? line + Canary.Text : line.Insert(1, $"\"x\":\"{Canary.Text}\","));

        var failure = Assert.Throws<RedactionException>(() => SpanJsonLines.Read(path).Count());

        Assert.Equal(ErrorCodes.Malformed, failure.Code);
        Assert.Contains("Line 1", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary.Text, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OffsetUnit.Utf16, 3, 6)] // 😀 is two code units
    [InlineData(OffsetUnit.CodePoint, 2, 5)]
    [InlineData(OffsetUnit.Utf8, 5, 9)] // 😀 is four bytes, é two
    public void Offsets_OfEveryUnit_MeanTheSameSpan(OffsetUnit unit, int start, int end)
    {
        var path = _folder.Write("data.jsonl", $$"""{"text":"😀 Zoé","spans":[[{{start}},{{end}},"person"]]}""");

        var item = Assert.Single(SpanJsonLines.Read(path, new() { Offsets = unit }));

        Assert.Equal("Zoé", item.Text[item.Spans[0].Span.Start..item.Spans[0].Span.End]);
    }

    [Fact]
    public void Offsets_InsideACharacter_AreRefused() =>
        Assert.Throws<RedactionException>(
            () => SpanJsonLines
                .Read(_folder.Write("data.jsonl", """{"text":"😀","spans":[[1,4,"person"]]}"""), new() { Offsets = OffsetUnit.Utf8 })
                .Count());

    [Fact]
    public void Names_OfTheCaller_GoFirst()
    {
        var path = _folder.Write("data.jsonl", """{"text":"Dr. Ana","spans":[[0,3,"TITLE"],[4,7,"PER"]]}""");

        var item = Assert.Single(SpanJsonLines.Read(path, new() { Names = new Dictionary<string, string> { ["TITLE"] = "title" } }));

        Assert.Equal(["title", "person"], item.Spans.Select(s => s.Entity));
    }

    [Fact]
    public void PresidioJson_OffsetsAreCodePoints()
    {
        var path = _folder.Write("data.json",
            """[{"full_text":"Hi Zoé","spans":[{"entity_type":"PERSON","entity_value":"Zoé","start_position":3,"end_position":6}],"template_id":1}]""");

        Assert.Equal("presidio", TextDatasets.Detect(path));
        Assert.Equal(new EntitySpan(new(3, 3), "person"), Assert.Single(Assert.Single(PresidioJson.Read(path)).Spans));
    }

    [Theory]
    [InlineData("B-PER I-PER O B-LOC", "0-9:person 17-22:location")] // BIO
    [InlineData("B-PER E-PER O S-LOC", "0-9:person 17-22:location")] // IOBES
    [InlineData("B-PER L-PER O U-LOC", "0-9:person 17-22:location")] // BILOU
    [InlineData("I-PER I-PER O I-LOC", "0-9:person 17-22:location")] // IOB1: the first may be I
    [InlineData("B-PER B-PER O O", "0-3:person 4-9:person")] // two persons side by side
    [InlineData("B-PER I-LOC O O", "0-3:person 4-9:location")] // the type changes inside
    public void Conll_EveryScheme_GivesTheSameSpans(string tags, string expected)
    {
        string[] tokens = ["Ana", "Bauer", "visits", "Paris"];
        var lines = tags.Split(' ').Select((tag, i) => $"{tokens[i]}\t_\t{tag}");

        var item = Assert.Single(Conll.Read(_folder.Write("data.conll", "# language = de\n" + string.Join('\n', lines) + "\n\n")));

        Assert.Equal("Ana Bauer visits Paris", item.Text);
        Assert.Equal([("language", "de")], item.Groups.ToArray());
        Assert.Equal(expected, string.Join(' ', item.Spans.Select(s => $"{s.Span.Start}-{s.Span.End}:{s.Entity}")));
    }

    [Fact]
    public void Conll_SentencesAreParted_AndTheLastNeedsNoEmptyLine()
    {
        var items = Conll.Read(_folder.Write("data.conll", "-DOCSTART- -X- O O\n\nAna B-PER\n\nBerlin B-LOC")).ToArray();

        Assert.Equal(["Ana", "Berlin"], items.Select(i => i.Text));
        Assert.Equal([1L, 2L], items.Select(i => i.Line));
    }

    [Fact]
    public void Brat_DiscontinuousSpan_IsPieces()
    {
        _folder.Write("a.txt", "Ana, my neighbour Bauer");
        _folder.Write("a.ann", "T1\tPER 0 3;18 23\tAna Bauer\nR1\tknows Arg1:T1 Arg2:T1\nT2\tJOB 8 17\tneighbour\n");

        var item = Assert.Single(Brat.Read(_folder.Root));

        Assert.Equal("brat", TextDatasets.Detect(_folder.Root));
        Assert.Equal(["Ana", "Bauer", "neighbour"], item.Spans.Select(s => item.Text[s.Span.Start..s.Span.End]));
    }

    [Theory]
    [InlineData("T1\tPER 0 99\tAna")]
    [InlineData("T1\tPER zero 3\tAna")]
    [InlineData("T1")]
    public void Brat_BadAnnotation_IsMalformed(string annotation)
    {
        _folder.Write("a.txt", "Ana");
        _folder.Write("a.ann", annotation);

        Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(() => Brat.Read(_folder.Root).Count()).Code);
    }

    [Fact]
    public void Open_UnknownFormat_NamesThoseThereAre()
    {
        var path = _folder.Write("data.jsonl", """{"text":"a","spans":[]}""");

        var failure = Assert.Throws<ArgumentException>(() => EvaluationSource.Open(path, "xlsx", new()));

        Assert.All(EvaluationSource.Formats, f => Assert.Contains(f, failure.Message, StringComparison.Ordinal));
    }
}
