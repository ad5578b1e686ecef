using Microsoft.Extensions.AI;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NAudio.Wave;
using Redaction;
using Redaction.Audio;
using Redaction.Audio.Whisper;
using Redaction.Extensions.AI;
using Redaction.Extensions.Compliance;
using Redaction.Extensions.Hosting;
using Redaction.ImageSharp;
using Redaction.NAudio;
using Redaction.Serilog;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using Whisper.net;

namespace PackageSmoke;

/// <summary>The libraries that the bridges lead to, used beside ours in one file: no name is ambiguous.</summary>
internal static class Bridges
{
    public static async Task CheckAsync(RedactionEngine engine, string samples, Action<string, bool> check)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("redaction:policy", "gdpr"), new("redaction:detectors", "patterns")]).Build();
        using var services = new ServiceCollection()
            .AddRedactionEngine(configuration.GetSection("redaction"))
            .AddRedaction(static redaction => redaction.SetRedactionEngine<FreeTextAttribute>())
            .BuildServiceProvider();
        check("hosting", services.GetRequiredService<RedactionEngine>().Policy.Policy.Id == "gdpr");
        Redactor redactor = services.GetRequiredService<IRedactorProvider>().GetRedactor(FreeTextAttribute.FreeText);
        check("compliance", redactor.Redact("Write to jane.doe@example.com") == "Write to [email]");

        var client = new Echo().AsBuilder().UseRedaction(engine).Build();
        var answer = await client.GetResponseAsync("Write to jane.doe@example.com");
        check("chat", answer.Text == "You said: Write to jane.doe@example.com" && Echo.Heard == "Write to [email-1]");

        check("serilog", Logged(engine) == "Mail from \"[email]\"");

        using var photo = Image.Load<Rgb24>(Path.Combine(samples, "photos", "astronaut.jpg"));
        photo.Mutate(x => x.Redact(engine));
        check("imagesharp", photo[220, 115] == new Rgb24(0, 0, 0));

        using var call = new WaveFileReader(Path.Combine(samples, "calls", "support-call.wav"));
        using var words = File.OpenRead(Path.Combine(samples, "calls", "support-call.json"));
        using WaveStream redacted = engine.Calls.Redact(
            call, words, TranscriptFormats.WhisperJson, Stream.Null, out CallSummary summary);
        check("naudio", summary.MaskedSeconds > 1 && redacted.Length == call.Length);

        check("whisper", RefusesNoModel(Path.Combine(samples, "calls", "support-call.json")));
        check("whisper's library", !string.IsNullOrEmpty(WhisperFactory.GetRuntimeInfo()));
    }

    private static bool RefusesNoModel(string file)
    {
        try
        {
            new RedactionEngineBuilder().UseWhisper(file, language: "en");
            return false;
        }
        catch (RedactionException e)
        {
            return e.Code == ErrorCodes.UnsupportedFormat;
        }
    }

    private static string Logged(RedactionEngine engine)
    {
        var sink = new Kept();
        using Logger log = new LoggerConfiguration().WriteTo.Redacted(engine, to => to.Sink(sink)).CreateLogger();
        log.Information("Mail from {Sender}", "jane.doe@example.com");
        return sink.Last;
    }

    private sealed class Kept : ILogEventSink
    {
        public string Last { get; private set; } = "";

        public void Emit(LogEvent logEvent) => Last = logEvent.RenderMessage();
    }

    private sealed class Echo : IChatClient
    {
        public static string Heard { get; private set; } = "";

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Heard = messages.Last().Text;
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "You said: " + Heard)));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }
}
