using Redaction.TestKit;
using Xunit;

namespace Redaction.Evaluation.Tests;

public class DatasetTests
{
    [Fact]
    public void SpanJsonLines_BothShapesOfSpans_AreRead()
    {
        var path = Write("""
            {"text":"Ana called","spans":[{"start":0,"end":3,"entity":"person"}]}

            {"text":"Ana called","spans":[[0,3,"person"]]}
            """);

        var items = SpanJsonLines.Read(path).ToArray();

        Assert.Equal([1L, 3L], items.Select(i => i.Line));
        Assert.All(items, i => Assert.Equal(new EntitySpan(new(0, 3), "person"), Assert.Single(i.Spans)));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"text\":\"a\"}")] // no spans
    [InlineData("{\"text\":\"a\",\"spans\":[[0]]}")] // half a span
    public void SpanJsonLines_BadLine_IsNamedWithoutItsContent(string line)
    {
        var path = Write(line + Canary.Text);

        var failure = Assert.Throws<RedactionException>(() => SpanJsonLines.Read(path).Count());

        Assert.Equal(ErrorCodes.Malformed, failure.Code);
        Assert.Contains("Line 1", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary.Text, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void BoxJson_PathsAreRelativeToTheFile()
    {
        var path = Write("""{"images":[{"image":"a/b.jpg","boxes":[[1,2,3,4]]}]}""");

        var image = Assert.Single(BoxJson.Read(path));

        Assert.Equal(Path.Combine(Path.GetDirectoryName(path)!, "a/b.jpg"), image.Path);
        Assert.Equal(new Box(1, 2, 3, 4), Assert.Single(image.Boxes));
    }

    private static string Write(string content)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("redaction-eval").FullName, "data.json");
        File.WriteAllText(path, content);
        return path;
    }
}
