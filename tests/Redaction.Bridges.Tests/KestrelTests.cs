using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Bridges.Tests;

/// <summary>A server that redacts uploads, on the loopback, with synchronous reading and writing forbidden as it is by default.</summary>
public sealed class KestrelTests : IAsyncLifetime, IDisposable
{
    private readonly RedactionEngine _mails = new RedactionEngineBuilder().WithDetectors("email").Build();
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(static o => o.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGet("/ping", static () => "pong");
        _app.MapPost("/redact", async (HttpRequest request, HttpResponse response, CancellationToken stop) =>
        {
            response.ContentType = request.ContentType;
            try
            {
                await _mails.Files.RedactAsync(request.Body, response.Body, request.ContentType!, cancellationToken: stop);
            }
            catch (RedactionException e)
            {
                response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                response.ContentType = "text/plain";
                await response.WriteAsync(e.Code, stop);
            }
        });
        await _app.StartAsync();
        _client.BaseAddress = new(_app.Urls.Single());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task JsonBody_IsRedacted()
    {
        using var answer = await Post("""{"note":"write to mia@example.com"}"""u8.ToArray(), "application/json");

        Assert.Equal("""{"note":"write to [email]"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Photograph_IsRedacted()
    {
        using var answer = await Post(await File.ReadAllBytesAsync(Repository.PathOf("samples", "photos", "astronaut.jpg")), "image/jpeg");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([0xFF, 0xD8], (await answer.Content.ReadAsByteArrayAsync())[..2]);
    }

    [Theory]
    [InlineData("""{"note":"mia@example.com",""", "application/json")]
    [InlineData("mia@example.com", "image/png")]
    public async Task BodyThatCannotBeRead_IsAnAnswerWithoutContent(string body, string type)
    {
        using var answer = await Post(Encoding.UTF8.GetBytes(body), type);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain("mia", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HundredUploads_AtOnce_LeaveThreadsForOthers()
    {
        var body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            Enumerable.Range(0, 16_000).Select(
                static i => i % 100 == 0 ? $"user{i}@example.com" : "nothing in this line is of anybody, so it stays")));
        Assert.True(body.Length > 700_000);
        using var done = new CancellationTokenSource();
        var slowest = TimeSpan.Zero;
        var pings = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var started = Stopwatch.GetTimestamp();
                Assert.Equal("pong", await _client.GetStringAsync(new Uri("/ping", UriKind.Relative)));
                if (Stopwatch.GetElapsedTime(started) is var took && took > slowest) slowest = took;
                await Task.Delay(20);
            }
        });

        var begun = Stopwatch.GetTimestamp();
        var lengths = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            using var answer = await Post(body, "application/json");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await answer.Content.ReadAsByteArrayAsync()).Length;
        }));
        var half = Stopwatch.GetElapsedTime(begun) / 2;
        await done.CancelAsync();
        await pings;

        Assert.Single(lengths.Distinct());
        Assert.InRange(lengths[0], body.Length / 2, body.Length);
        Assert.InRange(slowest, TimeSpan.Zero, half > TimeSpan.FromSeconds(3) ? half : TimeSpan.FromSeconds(3)); // a busy machine is slow
        Assert.InRange(ThreadPool.ThreadCount, 1, 40 + Environment.ProcessorCount);
    }

    private Task<HttpResponseMessage> Post(byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return _client.PostAsync(new Uri("/redact", UriKind.Relative), content);
    }
}
