using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Evaluation.Tests.Running;

/// <summary>Whole measurements with the real detectors.</summary>
public sealed class EvaluationRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EvaluationRunner _runner = new(new RedactionEngineBuilder().WithDetectors("patterns").ForScanning().Build());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RunTexts_CountsWhatTheDetectorsFind()
    {
        const string Text = "Write to jo@example.com or ring Ana.";
        LabelledText document = new(1, Text, [Span(Text, "jo@example.com", "email"), Span(Text, "Ana", "person")]);

        var result = _runner.RunTexts([document], Nothing);

        Assert.Equal(1, result.Figures.Find("entities", "email", "strict", "recall"));
        Assert.Equal(0, result.Figures.Find("entities", "person", "strict", "recall")); // patterns know no names
        Assert.Equal(3, result.Figures.Find("overall", "leakedCharacters"));
        Assert.Equal(new EvaluationError(1, "person", true, 0, null), Assert.Single(result.Errors));
    }

    [Fact]
    public void RunTexts_ShowValues_MarksTheError()
    {
        var runner =
            new EvaluationRunner(new RedactionEngineBuilder().WithDetectors("patterns").ForScanning().Build()) { ShowValues = true };

        var result = runner.RunTexts([new(1, "ring Ana now", [Span("ring Ana now", "Ana", "person")])], Nothing);

        Assert.Equal("ring [[Ana]] now", Assert.Single(result.Errors).Context);
    }

    [Fact]
    public void RunTexts_Twice_GivesTheSameBytes()
    {
        var path = Repository.PathOf("benchmarks", "datasets", "texts.jsonl");

        Assert.Equal(Run(path), Run(path));
    }

    [Fact]
    public void RunCalls_MasksWhatIsSaid()
    {
        LabelledCall call = new("a",
            [.. "my email is jo@example.com thanks".Split(' ')
                .Select((w, i) =>
                    new LabelledWord(i, i + 0.8, w, "C", 0, w.Contains('@', StringComparison.Ordinal) ? "email" : null, false))]);

        var overall = _runner.RunCalls([call], Nothing).Figures["overall"];

        Assert.Equal(1, overall.Find("wordRecall"));
        Assert.Equal(0, overall.Find("otherWordsMasked"));
        Assert.Equal(1, overall.Find("callsWithoutLeak"));
    }

    [Fact]
    public void RunImages_OurOwnBoxesAsAPeers_ScoreTheSame()
    {
        var source = EvaluationSource.Open(Repository.PathOf("benchmarks", "datasets", "photos.json"), null, new());
        var runner = new EvaluationRunner(new RedactionEngineBuilder().WithDetectors("face").WithMinScore(0).ForScanning().Build());
        var ours = source.Run(runner, Nothing, "face", 0.4, null);
        // The truth as a peer's prediction is perfect, whatever ours is.
        var truth = BoxJson.Read(source.Path)
            .SelectMany(
                i => i.Boxes.Select(b => $$"""{"image_id":"{{i.Id}}","bbox":[{{b.X}},{{b.Y}},{{b.Width}},{{b.Height}}],"score":1}"""));

        var peer = source.ScorePeer(_folder.Write("peer.json", $"[{string.Join(',', truth)}]"), ours);

        Assert.Equal(1, peer.Find("overall", "averagePrecision"));
        Assert.Equal(1, peer.Find("pixels", "covered"));
        Assert.InRange(ours.Figures.Find("overall", "averagePrecision")!.Value, 0.5, 1);
    }

    [Fact]
    public void RunImages_WithWeakFindingsToo_MeasuresTheMasksOfThePolicy()
    {
        var source = EvaluationSource.Open(Repository.PathOf("benchmarks", "datasets", "photos.json"), null, new());
        FigureTree Figures(RedactionEngineBuilder builder) =>
            source.Run(new(builder.WithDetectors("face", "plate").ForScanning().Build()), Nothing, "face", 0.4, null).Figures;

        var (all, own) = (Figures(new RedactionEngineBuilder().WithMinScore(0)), Figures(new RedactionEngineBuilder()));

        Assert.NotEqual(0, own.Find("pixels", "covered"));
        Assert.Equal(own.Find("pixels", "covered"), all.Find("pixels", "covered"));
        Assert.Equal(own.Find("pixels", "maskedPerTrue"), all.Find("pixels", "maskedPerTrue"));
    }

    [Fact]
    public void ScorePeer_OtherImages_AreRefused()
    {
        var source = EvaluationSource.Open(_folder.Write("boxes.json", """{"images":[]}"""), null, new());
        var ours = source.Run(_runner, Nothing, "face", 0.4, null);

        Assert.Throws<ArgumentException>(
            () => source.ScorePeer(_folder.Write("peer.json", """[{"image_id":1,"bbox":[0,0,1,1],"score":1}]"""), ours));
    }

    [Fact]
    public void ScorePeer_OtherTexts_AreRefused()
    {
        var source = EvaluationSource.Open(_folder.Write("texts.jsonl", """{"text":"a","spans":[]}"""), null, new());
        var ours = source.Run(_runner, Nothing, "", 0.4, null);

        Assert.Throws<ArgumentException>(() => source.ScorePeer(_folder.Write("peer.jsonl", """{"text":"b","spans":[]}"""), ours));
    }

    private static ImmutableSortedDictionary<string, string> Nothing => ImmutableSortedDictionary<string, string>.Empty;

    private string Run(string path)
    {
        var redactor = new RedactionEngineBuilder().WithDetectors("patterns").ForScanning().Build();
        var result = EvaluationSource.Open(path, null, new()).Run(new(redactor), Provenance.Of(path, redactor, 1), "", 0.4, null);
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output)) JsonReport.Write(result, json);
        var report = _folder.Write("report.html", "");
        EvaluationReport.Write(result, report);
        return Encoding.UTF8.GetString(output.ToArray()) + File.ReadAllText(report);
    }

    private static EntitySpan Span(string text, string value, string entity) =>
        new(new(text.IndexOf(value, StringComparison.Ordinal), value.Length), entity);
}
