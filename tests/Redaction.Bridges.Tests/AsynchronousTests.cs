using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Redaction.Text;
using Xunit;

namespace Redaction.Bridges.Tests;

public class AsynchronousTests
{
    private const string Mail = "mia@example.com";
    private static readonly TextRedactor s_text = Engines.Patterns.Text;

    [Theory]
    [InlineData("""{"note":"write to mia@example.com","n":7}""", """{"note":"write to [email]","n":7}""")]
    [InlineData("[]", "[]")]
    public async Task Document_IsReadAndWrittenAsynchronouslyOnly(string json, string expected)
    {
        using var output = new MemoryStream();

        await DocumentFormats.Json.RedactAsync(
            new AsyncOnlyStream(Stream(json)), new AsyncOnlyStream(output), new DocumentJob(s_text));

        Assert.Equal(expected, Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task LargeDocument_LeavesNoFileBehind_AndIsTheSameAsSynchronously()
    {
        var json = JsonSerializer.Serialize(Enumerable.Range(0, 20_000).Select(static i => $"user{i}@example.com wrote line {i}"));
        using var expected = new MemoryStream();
        DocumentFormats.Json.Redact(Stream(json), expected, new DocumentJob(s_text));
        using var output = new MemoryStream();

        await DocumentFormats.Json.RedactAsync(Stream(json), output, new DocumentJob(s_text));

        Assert.True(json.Length > 512 * 1024);
        Assert.Equal(expected.ToArray(), output.ToArray());
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "redaction-*"));
    }

    [Fact]
    public async Task BrokenDocument_WritesNothing()
    {
        using var output = new MemoryStream();

        var failure = await Assert.ThrowsAsync<RedactionException>(() => DocumentFormats.Json.RedactAsync(
            Stream($$"""[{"note":"write to {{Mail}}"},"""), output, new DocumentJob(s_text)));

        Assert.Contains(failure.Code, (string[])[ErrorCodes.Malformed, ErrorCodes.Truncated]);
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public async Task Cancellation_StopsTheJob()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => DocumentFormats.Json.RedactAsync(Stream("[]"), new MemoryStream(), new DocumentJob(s_text), stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DocumentFormats.Json.RedactAsync(
            Stream("[]"), new MemoryStream(), new DocumentJob(s_text) { Cancellation = stop.Token }));
    }

    [Fact]
    public async Task Pipes_CarryDocuments()
    {
        var (input, output) = (new Pipe(), new Pipe());
        await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($$"""["{{Mail}}"]"""));
        await input.Writer.CompleteAsync();

        await DocumentFormats.Json.RedactAsync(input.Reader, output.Writer, new DocumentJob(s_text));
        await output.Writer.CompleteAsync();

        Assert.Equal("""["[email]"]""", await new StreamReader(output.Reader.AsStream()).ReadToEndAsync());
    }

    [Theory]
    [InlineData("""{"kind":"Feature","mail":"mia@example.com"}""", "data.json", "json")]
    [InlineData("""{"kind":"Feature","mail":"mia@example.com"}""", "application/json; charset=utf-8", "json")]
    [InlineData("mail\nmia@example.com\n", "text/csv", "csv")]
    public async Task Upload_IsReadAsItsNameOrMediaTypeSays(string content, string name, string format)
    {
        using var output = new MemoryStream();

        var summary = await Engines.Patterns.Files.RedactAsync(
            new AsyncOnlyStream(Stream(content)), new AsyncOnlyStream(output), name);

        Assert.Equal((format, 1L), (summary.Format, summary.Total));
        Assert.Equal(content.Replace(Mail, "[email]", StringComparison.Ordinal), Encoding.UTF8.GetString(output.ToArray()));
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("image/png")]
    [InlineData("application/x-unknown")]
    public async Task Upload_ThatIsSomethingElse_IsRefused(string name)
    {
        using var output = new MemoryStream();

        var failure = await Assert.ThrowsAsync<RedactionException>(
            () => Engines.Patterns.Files.RedactAsync(new MemoryStream([0, 1, 2, 3]), output, name));

        Assert.Contains(failure.Code, (string[])[ErrorCodes.WrongExtension, ErrorCodes.UnsupportedFormat]);
        Assert.Equal(0, output.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(10_000)]
    public async Task Tokens_GiveTheSameText_WhereverTheyAreCut(int piece)
    {
        var text = string.Concat(Enumerable.Range(0, 120).Select(static i => $"Line {i} is for user{i}@example.com to read. "));
        var redacted = new StringBuilder();
        var before = 0;

        await foreach (var sure in s_text.RedactAsync(Pieces(text, piece, sent => before = sent)))
        {
            redacted.Append(sure);
            if (piece == 1) Assert.InRange(before, 0, redacted.Length * 3 + 1800);
        }

        Assert.Equal(s_text.Redact(text), redacted.ToString());
    }

    [Fact]
    public async Task Writer_IsWrittenToAsynchronouslyOnly()
    {
        using var output = new MemoryStream();
        await using var writer = new StreamWriter(new AsyncOnlyStream(output), bufferSize: 16);
        using var stream = new TextStreamRedactor(s_text);

        await stream.RedactAsync(new StringReader($"Write to {Mail}, not to me"), writer);

        Assert.Equal("Write to [email], not to me", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void JsonTrees_AreRedacted_AndStayAsTheyWere()
    {
        var node = JsonNode.Parse("""{"note":"write to mia@example.com","phone":"41288553","n":7,"café":[null,true,1.50]}""")!;
        const string Expected = """{"note":"write to [email]","phone":"[phone]","n":7,"caf\u00E9":[null,true,1.50]}""";

        Assert.Equal(Expected, s_text.Redact(node)!.ToJsonString());
        Assert.Contains(Mail, node.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(s_text.Redact((JsonNode?)null));
        Assert.Equal("write to [email]",
            s_text.Redact(JsonElement.Parse(node.ToJsonString())).GetProperty("note").GetString());
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async IAsyncEnumerable<string> Pieces(string text, int length, Action<int> sent)
    {
        for (var i = 0; i < text.Length; i += length)
        {
            await Task.Yield();
            sent(i);
            yield return text.Substring(i, Math.Min(length, text.Length - i));
        }
    }
}
