using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Redaction;
using Redaction.Extensions.AspNetCore;
using Redaction.Testing;
using Redaction.Text;

namespace PackageSmoke;

/// <summary>The walk of a newcomer who has read README.md: a policy and a detector of his own, a JSON body and a photograph sent to his
/// server, and a test of his own. A string and a chat are in the other files.</summary>
internal static partial class FirstSteps
{
    private const string Policy = """
        id: support-calls
        extends: gdpr
        rules:
          - entity: [us.*, credit-card]
            operator: mask
            with: { keepLast: 4 }
        detectors: { allow: [hotline@acme.example] }
        """;

    public static async Task CheckAsync(string samples, Action<string, bool> check)
    {
        await File.WriteAllTextAsync("support.yaml", Policy);
        var engine = new RedactionEngineBuilder().UsePolicy("support.yaml").AddDetector(Badge).Build();
        check("own policy", engine.Text.Redact("hotline@acme.example, card 4111 1111 1111 1111").EndsWith("1111", StringComparison.Ordinal)
            && engine.Text.Redact("hotline@acme.example").Length == 20);
        check("own detector", engine.Text.Redact("badge AC-123456") == "badge [acme.badge]");
        await Uploads(engine, samples, check);
        check("own test", FakeRedaction.Left(
            Encoding.UTF8.GetBytes(FakeRedaction.Engine(("Ada", "person")).Text.Redact("Ada wrote")), "Ada").Count == 0);
    }

    private static ITextDetector Badge { get; } = new PatternDetector("acme.badge", new("acme.badge"), BadgePattern())
    {
        MinDigits = 6,
        Reach = 3,
        Score = 0.4f,
        Context = new("badge", "employee number"),
    };

    [GeneratedRegex(@"AC-\d{6}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BadgePattern();

    private static async Task Uploads(RedactionEngine engine, string samples, Action<string, bool> check)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(engine);
        builder.Services.AddRedactionProblems();
        await using var app = builder.Build();
        app.UseExceptionHandler();
        app.MapRedaction("/redact");
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        var json = await Send("""{"mail":"jane.doe@example.com"}"""u8.ToArray(), "application/json");
        check("JSON body", Encoding.UTF8.GetString(json) == """{"mail":"[email]"}""");
        var photo = await File.ReadAllBytesAsync(Path.Combine(samples, "photos", "astronaut.jpg"));
        var sent = await Send(photo, "image/jpeg");
        check("image upload", sent is [0xFF, 0xD8, ..] && !sent.AsSpan().SequenceEqual(photo));

        async Task<byte[]> Send(byte[] body, string type)
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
            using var answer = await client.PostAsync(new Uri("/redact", UriKind.Relative), content);
            return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        }
    }
}
