using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Redaction.Extensions.AI;
using Xunit;

namespace Redaction.Bridges.Tests;

public class ChatTests
{
    private const string Mail = "mia@example.com";

    [Fact]
    public async Task Request_LeavesWithoutValues_AndTheAnswerHasThem()
    {
        var model = new FakeChat(static sent => [new TextContent($"I wrote to {sent[^9..]}.")]);

        var response = await Client(model).GetResponseAsync($"Write to {Mail}");

        Assert.Equal("Write to [email-1]", model.SentText);
        Assert.Equal($"I wrote to {Mail}.", response.Text);
    }

    [Theory]
    [InlineData(1)] // every character an update
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task StreamedAnswer_HasTheValues_WhereverItIsCut(int piece)
    {
        const string Answer = "To [email-1]: see [1] and [email-2] [ and [email-1";
        var model = new FakeChat(_ => Answer.Chunk(piece).Select(static c => new TextContent(new string(c))));

        var (text, last) = (new StringBuilder(), (ChatResponseUpdate?)null);
        await foreach (var update in Client(model).GetStreamingResponseAsync($"Write to {Mail}"))
        {
            text.Append(update.Text);
            last = update;
        }

        Assert.Equal(ChatFinishReason.Stop, last!.FinishReason); // nothing comes after the end
        Assert.Equal($"To {Mail}: see [1] and [email-2] [ and [email-1", text.ToString());
    }

    [Fact]
    public async Task StreamedAnswer_PassesOnWhatCannotBeAPlaceholder_AtOnce()
    {
        var model = new FakeChat(static _ => [new TextContent("Dear "), new TextContent("[ema"), new TextContent("il-1], hello")]);

        var texts = new List<string>();
        await foreach (var update in Client(model).GetStreamingResponseAsync($"Write to {Mail}")) texts.Add(update.Text);

        Assert.Equal(["Dear ", "", $"{Mail}, hello", ""], texts);
    }

    [Fact]
    public async Task FunctionCalls_GetTheValues_AndTheirResultsLoseThem()
    {
        var called = "";
        var tool = AIFunctionFactory.Create(
            (string address) => { called = address; return new { Owner = "+1 415 555 0132", Count = 30 }; }, "look_up");
        var turn = 0;
        var model = new FakeChat(_ => turn++ == 0
            ? [new FunctionCallContent("1", "look_up", new Dictionary<string, object?> { ["address"] = "[email-1]" })]
            : [new TextContent("The owner has [phone-1].")]);
        var client = model.AsBuilder().UseFunctionInvocation().UseRedaction(Engines.Patterns).Build();

        var response = await client.GetResponseAsync(
            $"Who has {Mail}?", new ChatOptions { Tools = [tool] }.WithRedactionSession(new()));

        Assert.Equal(Mail, called);
        Assert.Equal("The owner has +1 415 555 0132.", response.Text);
        var sent = JsonSerializer.Serialize(model.Sent, AIJsonUtilities.DefaultOptions);
        Assert.DoesNotContain(Mail, sent, StringComparison.Ordinal);
        Assert.DoesNotContain("0132", sent, StringComparison.Ordinal);
        Assert.Contains("30", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_KeepsPlaceholdersOverRequests_AndIsNotSent()
    {
        var model = new FakeChat(static _ => [new TextContent("[email-1] and [email-2]")]);
        var (client, session) = (Client(model), new RedactionSession());

        await client.GetResponseAsync($"Write to {Mail}", new ChatOptions().WithRedactionSession(session));
        var response = await client.GetResponseAsync("Write to ada@example.org", new ChatOptions().WithRedactionSession(session));

        Assert.Equal($"{Mail} and ada@example.org", response.Text);
        Assert.Equal(2, session.Count);
        Assert.Equal("2 values", session.ToString());
        Assert.Empty(model.Options!.AdditionalProperties!);
    }

    [Fact]
    public async Task WithoutSession_AnotherRequestsValues_DoNotComeBack()
    {
        var model = new FakeChat(static _ => [new TextContent("[email-1]")]);
        var client = Client(model);

        await client.GetResponseAsync($"Write to {Mail}");

        Assert.Equal("[email-1]", (await client.GetResponseAsync("Hello")).Text);
    }

    [Fact]
    public async Task ValueFoundOnce_IsReplacedInLaterMessages()
    {
        var model = new FakeChat(static _ => [new TextContent("ok")]);
        var engine = new RedactionEngineBuilder().WithDetectors("patterns").AddPattern("acme.code", "acme.code", @"\bcode \w+").Build();

        await model.AsBuilder().UseRedaction(engine).Build().GetResponseAsync(
            [new(ChatRole.User, "My code plover"), new(ChatRole.User, "plovers, the code plover and code plovers")]);

        Assert.Equal("My [acme.code-1]\nplovers, the [acme.code-1] and [acme.code-2]", model.SentText);
    }

    [Fact]
    public async Task PlaceholderInTheRequest_IsNotTakenForAValue()
    {
        var model = new FakeChat(static _ => [new TextContent("[email-1] [email-2]")]);

        var response = await Client(model).GetResponseAsync($"What does [email-1] mean? Write to {Mail}");

        Assert.Equal($"[email-1] {Mail}", response.Text);
    }

    [Fact]
    public async Task WithoutRestoring_ThePolicysOperatorsWrite()
    {
        var model = new FakeChat(static sent => [new TextContent(sent)]);

        var response = await model.AsBuilder().UseRedaction(Engines.Patterns, restores: false).Build().GetResponseAsync($"Write to {Mail}");

        Assert.Equal("Write to [email]", response.Text);
    }

    [Fact]
    public async Task Data_IsRedactedByItsMediaType_AndWhatNobodyReadsIsRefused()
    {
        var model = new FakeChat(static _ => [new TextContent("ok")]);
        var json = new DataContent(Encoding.UTF8.GetBytes($$"""{"mail":"{{Mail}}"}"""), "application/json") { Name = Mail };

        await Client(model).GetResponseAsync([new(ChatRole.User, [json])]);

        var sent = Assert.IsType<DataContent>(model.Sent.Single().Contents.Single());
        Assert.Equal("""{"mail":"[email]"}""", Encoding.UTF8.GetString(sent.Data.Span));
        Assert.Null(sent.Name);
        foreach (var content in (AIContent[])[new UriContent(new Uri("https://example.com/mia.jpg"), "image/jpeg"),
            new DataContent(new byte[] { 1, 2, 3 }, "application/octet-stream")])
        {
            var failure = await Assert.ThrowsAsync<RedactionException>(
                () => Client(model).GetResponseAsync([new(ChatRole.User, [content])]));
            Assert.Equal(ErrorCodes.Unsearched, failure.Code);
        }
        Assert.Single(model.Sent);
    }

    [Fact]
    public async Task NothingBesideWhatWasLookedAt_Leaves()
    {
        var model = new FakeChat(static _ => [new TextContent("ok")]);
        var content = new TextContent("hello") { RawRepresentation = Mail, AdditionalProperties = new() { ["a"] = Mail } };
        var message = new ChatMessage(ChatRole.User, [content])
        {
            AuthorName = Mail,
            AdditionalProperties = new() { ["b"] = Mail },
            RawRepresentation = Mail,
        };

        await Client(model).GetResponseAsync(
            [message], new ChatOptions { Instructions = Mail, AdditionalProperties = new() { ["user"] = Mail } });

        var sent = model.Sent.Single();
        Assert.Null(sent.AuthorName);
        Assert.Null(sent.RawRepresentation);
        Assert.Null(sent.AdditionalProperties);
        Assert.Null(sent.Contents.Single().RawRepresentation);
        Assert.Null(sent.Contents.Single().AdditionalProperties);
        Assert.Equal(("[email-1]", "[email-1]"), (model.Options!.Instructions, model.Options.AdditionalProperties!["user"]));
        Assert.Equal(Mail, message.AuthorName); // the caller's messages stay as they are
    }

    [Fact]
    public async Task Embeddings_AreAskedForRedactedTexts()
    {
        var inner = new FakeEmbeddings();
        var generator = inner.AsBuilder().UseRedaction(Engines.Patterns).Build();

        await generator.GenerateAsync([$"Write to {Mail}", "nothing"]);

        Assert.Equal(["Write to [email]", "nothing"], inner.Asked);
    }

    private static IChatClient Client(FakeChat model) => model.AsBuilder().UseRedaction(Engines.Patterns).Build();

    private sealed class FakeEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Asked { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Asked.AddRange(values);
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>());
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }
}
