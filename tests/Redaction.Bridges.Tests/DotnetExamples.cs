using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NAudio.Wave;
using Redaction.Audio;
using Redaction.Extensions.AI;
using Redaction.Extensions.Compliance;
using Redaction.ImageSharp;
using Redaction.NAudio;
using Redaction.Serilog;
using Redaction.TestKit;
using Redaction.Text;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using Xunit;
using Logger = Serilog.Core.Logger;
using LoggerConfiguration = Serilog.LoggerConfiguration;

namespace Redaction.Bridges.Tests;

/// <summary>The examples of docs/dotnet.md, compiled and run.</summary>
public partial class DotnetExamples
{
    private static RedactionEngine engine => Engines.Patterns;

    [Fact]
    public void Examples_AreCompiled()
    {
        var compiled = Squeeze(File.ReadAllText(Repository.PathOf("tests", "Redaction.Bridges.Tests", "DotnetExamples.cs")));
        var examples = CodeBlock().Matches(File.ReadAllText(Repository.PathOf("docs", "dotnet.md"))).Select(static m => m.Groups[1].Value);

        Assert.All(examples, example => Assert.Contains(Squeeze(example), compiled, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_AndTreesOfJson()
    {
        string safe = engine.Text.Redact("Write to jane.doe@example.com.");
        JsonNode? tree = engine.Text.Redact(JsonNode.Parse("""{"mail":"jane.doe@example.com"}"""));
        // Write to [email]. and {"mail":"[email]"}

        Assert.Equal(("Write to [email].", """{"mail":"[email]"}"""), (safe, tree!.ToJsonString()));
    }

    internal sealed
    record Customer([property: PersonalData("phone")] string Phone, string Note);

    [JsonSerializable(typeof(Customer))]
    internal sealed partial class Contracts : JsonSerializerContext;

    [Fact]
    public void Objects()
    {
        var customer = new Customer("41288553", "write to jane.doe@example.com");

        Customer? safe = engine.Text.Redact(customer, Contracts.Default.Customer);

        Assert.Equal(new Customer("[phone]", "write to [email]"), safe);
    }

    [Fact]
    public async Task Tokens()
    {
        var tokens = new[] { "Write to jane", ".doe@exam", "ple.com." }.ToAsyncEnumerable();
        var shown = "";

        await foreach (string sure in engine.Text.RedactAsync(tokens)) shown += sure;

        Assert.Equal("Write to [email].", shown);
    }

    [Fact]
    public async Task Uploads()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(static o => o.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddRedactionEngine(static b => b.WithDetectors("patterns"));
        await using var app = builder.Build();

        app.MapPost("/redact", async (HttpRequest request, HttpResponse response, RedactionEngine engine) =>
        {
            try
            {
                response.ContentType = request.ContentType;
                await engine.Files.RedactAsync(request.Body, response.Body, request.ContentType ?? "text/plain");
            }
            catch (RedactionException e)
            {
                await Results.Problem(e.Advice, statusCode: 422, title: e.Code).ExecuteAsync(response.HttpContext);
            }
        });

        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        using var good = await client.PostAsync("/redact", new StringContent("""["jane.doe@example.com"]""", null, "application/json"));
        using var bad = await client.PostAsync("/redact", new StringContent("""["jane.doe@example.com""", null, "application/json"));
        Assert.Equal("""["[email]"]""", await good.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Equal("application/problem+json", bad.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public void Container()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new RedactionKey(new byte[32].Select(static (_, i) => (byte)i).ToArray()));

        services.AddRedactionEngine(engine => engine.UsePolicy("gdpr"));
        services.AddRedactionEngine((provider, engine) => engine.UseKey(provider.GetRequiredService<RedactionKey>()));
        services.AddKeyedRedactionEngine("research", (provider, engine) => engine.UsePolicy("hipaa-safe-harbor"));

        using var provider = services.BuildServiceProvider();
        Assert.Equal("gdpr", provider.GetRequiredService<RedactionEngine>().Policy.Policy.Id);
        Assert.Equal("hipaa-safe-harbor", provider.GetRequiredKeyedService<RedactionEngine>("research").Policy.Policy.Id);
    }

    [Fact]
    public async Task Chat()
    {
        var model = new FakeChat(static sent => [new TextContent(sent)]);

        IChatClient client = model.AsBuilder().UseFunctionInvocation().UseRedaction(engine).Build();
        ChatResponse response = await client.GetResponseAsync("Write to jane.doe@example.com.");
        // the model was sent "Write to [email-1]."

        Assert.Equal(("Write to [email-1].", "Write to jane.doe@example.com."), (model.SentText, response.Text));
    }

    [Fact]
    public void Logs()
    {
        var services = new ServiceCollection();
        services.AddFakeLogging();
        services.AddRedactionEngine(static b => b.WithDetectors("patterns"));

        services.AddRedaction(redaction => redaction.SetRedactionEngine<FreeTextAttribute>());
        services.AddLogging(logging => logging.EnableRedaction(options => options.ApplyDiscriminator = false));

        using var provider = services.BuildServiceProvider();
        NoteTaken(provider.GetRequiredService<ILoggerFactory>().CreateLogger("notes"), 7, "call jane.doe@example.com back");
        Assert.Equal("Note 7: call [email] back", provider.GetRequiredService<FakeLogCollector>().LatestRecord.Message);
    }

    [LoggerMessage(1, LogLevel.Information, "Note {Number}: {Note}")]
    private static partial void NoteTaken(ILogger logger, int number, [FreeText] string note);
    // Note 7: call [email] back

    [Fact]
    public void LogOfSerilog()
    {
        var sink = new KeptEvents();

        using Logger log = new LoggerConfiguration().WriteTo.Redacted(engine, to => to.Sink(sink)).CreateLogger();
        log.Information("Mail from {Sender}", "mia@example.com");
        // Mail from "[email]"

        Assert.Equal("Mail from \"[email]\"", Assert.Single(sink.Events).RenderMessage());
    }

    [Fact]
    public void Picture()
    {
        using var image = new SixLabors.ImageSharp.Image<Rgba32>(8, 8);

        image.Mutate(x => x.Redact(engine));

        Assert.Null(image.Metadata.ExifProfile);
    }

    [Fact]
    public void Recording()
    {
        using var audio = new WaveFileReader(Repository.PathOf("samples", "calls", "support-call.wav"));
        using var transcript = File.OpenRead(Repository.PathOf("samples", "calls", "support-call.json"));
        using var redactedTranscript = new MemoryStream();

        using WaveStream redacted = engine.Calls.Redact(
            audio, transcript, TranscriptFormats.WhisperJson, redactedTranscript, out CallSummary summary);

        Assert.True(summary.MaskedSeconds > 1);
        Assert.DoesNotContain("4111", Encoding.UTF8.GetString(redactedTranscript.ToArray()), StringComparison.Ordinal);
    }

    private static string Squeeze(string code) => WhiteSpace().Replace(code, " ").Trim();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex WhiteSpace();
}
