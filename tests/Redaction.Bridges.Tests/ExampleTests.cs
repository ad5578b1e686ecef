using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Bridges.Tests;

/// <summary>The applications of <c>examples/</c>, run as programs.</summary>
public sealed class ExampleTests : IDisposable
{
    private static readonly Uri s_redact = new("/redact", UriKind.Relative);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ChatConsole_SendsPlaceholdersAndAnswersWithValues()
    {
        using var chat = Start("ChatConsole", _folder.Root);
        await chat.StandardInput.WriteAsync("Write to mia@example.com\nAnd to mia@example.com again\n\n");
        chat.StandardInput.Close();

        var shown = await chat.StandardOutput.ReadToEndAsync().WaitAsync(s_patience);

        Assert.Contains("model: You said: Write to mia@example.com", shown, StringComparison.Ordinal);
        Assert.Contains("(it was sent: Write to [email-1])", shown, StringComparison.Ordinal);
        Assert.Contains("(it was sent: And to [email-1] again)", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderWorker_MovesRedactedFilesAndLeavesOthers()
    {
        var (inbox, outbox) = (Directory.CreateDirectory(Path.Combine(_folder.Root, "in")).FullName, Path.Combine(_folder.Root, "out"));
        await File.WriteAllTextAsync(Path.Combine(inbox, "a.txt"), "write to mia@example.com");
        await File.WriteAllTextAsync(Path.Combine(inbox, "b.json"), """{"note":"mia@example.com",""");
        using var worker = Start("FolderWorker", _folder.Root, "--Folders:Inbox", inbox, "--Folders:Outbox", outbox);
        try
        {
            var lines = new StringBuilder();
            while (!lines.ToString().Contains("stays in the inbox", StringComparison.Ordinal))
                lines.AppendLine(await worker.StandardOutput.ReadLineAsync().WaitAsync(s_patience) ?? throw new EndOfStreamException());

            Assert.Equal("write to [email]", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(outbox))));
            Assert.Equal("b.json", Path.GetFileName(Assert.Single(Directory.GetFiles(inbox))));
            Assert.DoesNotContain("mia", lines.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            worker.Kill();
        }
    }

    [Fact]
    public async Task UploadApi_AnswersWithTheFileOrWithProblemDetails()
    {
        using var server = Start("UploadApi", Repository.PathOf("examples", "UploadApi"), "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressOf(server), Timeout = s_patience };

            using var body = await client.PostAsync(s_redact, Content("""{"note":"mia@example.com"}""", "application/json"));
            Assert.Equal("""{"note":"[email]"}""", await body.Content.ReadAsStringAsync());

            using var form = new MultipartFormDataContent { { Content("write to mia@example.com", "text/plain"), "file", "mia.txt" } };
            using var file = await client.PostAsync(s_redact, form);
            Assert.Equal("write to [email]", await file.Content.ReadAsStringAsync());
            Assert.DoesNotContain("mia", file.Headers.ToString() + file.Content.Headers, StringComparison.Ordinal);

            using var broken = await client.PostAsync(s_redact, Content("""{"note":"mia@example.com",""", "application/json"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
            Assert.Equal("application/problem+json", broken.Content.Headers.ContentType?.MediaType);
            var problem = await broken.Content.ReadAsStringAsync();
            Assert.Contains("\"code\":\"truncated\"", problem, StringComparison.Ordinal);
            Assert.DoesNotContain("mia", problem, StringComparison.Ordinal);

            using var unknown = await client.PostAsync(s_redact, Content("\0\u0001\u0002", "application/x-nothing"));
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, unknown.StatusCode);
            using var empty = new MultipartFormDataContent { { new StringContent("x"), "field" } };
            using var without = await client.PostAsync(s_redact, empty);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, without.StatusCode);
            Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health", UriKind.Relative)));
        }
        finally
        {
            server.Kill();
        }
    }

    private static ByteArrayContent Content(string body, string type) =>
        new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    private static async Task<Uri> AddressOf(Process server)
    {
        const string listening = "Now listening on: ";
        while (await server.StandardOutput.ReadLineAsync().WaitAsync(s_patience) is { } line)
            if (line.IndexOf(listening, StringComparison.Ordinal) is >= 0 and var at) return new(line[(at + listening.Length)..]);
        throw new EndOfStreamException();
    }

    /// <summary>Each lies in a folder of its own, with what it needs, beside that of these tests.</summary>
    private static Process Start(string example, string folder, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "..", "..", example, new DirectoryInfo(AppContext.BaseDirectory).Name, example + ".dll")),
            .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
}
