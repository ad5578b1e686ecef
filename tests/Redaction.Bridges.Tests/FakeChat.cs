using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Redaction.Bridges.Tests;

/// <summary>A model that keeps what it was sent and answers what it is told to.</summary>
internal sealed class FakeChat(Func<string, IEnumerable<AIContent>> answer) : IChatClient
{
    public List<ChatMessage> Sent { get; } = [];

    public ChatOptions? Options { get; private set; }

    public string SentText => string.Join("\n", Sent.Select(static m => m.Text));

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Take(messages, options);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. answer(SentText)])));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Take(messages, options);
        foreach (var content in answer(SentText))
        {
            await Task.Yield();
            yield return new(ChatRole.Assistant, [content]) { MessageId = "m" };
        }
        yield return new() { Role = ChatRole.Assistant, MessageId = "m", FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    private void Take(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        Sent.AddRange(messages);
        Options = options;
    }
}
