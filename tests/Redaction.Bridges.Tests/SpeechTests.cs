using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Redaction.Extensions.AI;
using Xunit;

namespace Redaction.Bridges.Tests;

public sealed class SpeechTests
{
    [Fact]
    public async Task Heard_IsRedacted_InItsSpokenFormsToo_AlsoWhereItIsCut()
    {
        using var client = Client("my mail is jane at exam", "ple dot com, phone four one five, five five five, oh one three two");

        var answer = await client.GetTextAsync(Stream.Null);

        Assert.DoesNotContain("jane", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("five", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("my mail is [", answer.Text, StringComparison.Ordinal);
        Assert.Equal("r", answer.ResponseId);
        Assert.Null(answer.RawRepresentation);
    }

    [Fact]
    public async Task Stream_HoldsBackWhatMayBeCut_AndLeavesGuessesOut()
    {
        using var client = Client("write to jane.doe@exam", "ple.com today");
        var updates = new List<SpeechToTextResponseUpdate>();

        await foreach (var update in client.GetStreamingTextAsync(Stream.Null)) updates.Add(update);

        Assert.Equal("write to [email] today", string.Concat(updates.Select(static u => u.Text)));
        Assert.Equal(SpeechToTextResponseUpdateKind.SessionOpen, updates[0].Kind);
        Assert.Equal(SpeechToTextResponseUpdateKind.SessionClose, updates[^1].Kind);
        Assert.DoesNotContain(updates, static u => u.Kind == SpeechToTextResponseUpdateKind.TextUpdating);
    }

    [Fact]
    public async Task Answer_WithSomethingElse_IsRefused()
    {
        using var client = new SpeechToTextClientBuilder(new FakeEar("a") { Extra = new UriContent("https://spans.example/a", "audio/wav") })
            .UseRedaction(Engines.Patterns).Build();

        var failure = await Assert.ThrowsAsync<RedactionException>(() => client.GetTextAsync(Stream.Null));

        Assert.Equal(ErrorCodes.Unsearched, failure.Code);
    }

    private static ISpeechToTextClient Client(params string[] heard) =>
        new SpeechToTextClientBuilder(new FakeEar(heard)).UseRedaction(Engines.Patterns).Build();

    /// <summary>A service that hears what it is told to.</summary>
    private sealed class FakeEar(params string[] heard) : ISpeechToTextClient
    {
        public AIContent? Extra { get; init; }

        public Task<SpeechToTextResponse> GetTextAsync(
            Stream audioSpeechStream, SpeechToTextOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new SpeechToTextResponse([.. heard.Select(static h => new TextContent(h)), .. Extra is null ? [] : new[] { Extra }])
            {
                ResponseId = "r",
                RawRepresentation = heard,
            });

        public async IAsyncEnumerable<SpeechToTextResponseUpdate> GetStreamingTextAsync(
            Stream audioSpeechStream, SpeechToTextOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return new() { Kind = SpeechToTextResponseUpdateKind.SessionOpen };
            foreach (var piece in heard)
            {
                await Task.Yield();
                yield return new(piece) { Kind = SpeechToTextResponseUpdateKind.TextUpdating };
                yield return new(piece) { Kind = SpeechToTextResponseUpdateKind.TextUpdated, RawRepresentation = piece };
            }
            yield return new() { Kind = SpeechToTextResponseUpdateKind.SessionClose };
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }
}
