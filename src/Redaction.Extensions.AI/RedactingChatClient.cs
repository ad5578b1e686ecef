using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Redaction.Extensions.AI;

/// <summary>Redacts requests and restores answers.</summary>
internal sealed class RedactingChatClient(IChatClient inner, Func<RedactionEngine> engine, RedactionContext context, bool restores)
    : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var redaction = Begin(messages, options, cancellationToken);
        var response = await base.GetResponseAsync(redaction.Messages(), redaction.Options(options), cancellationToken)
            .ConfigureAwait(false);
        if (!redaction.Restores) return response;
        foreach (var message in response.Messages)
            for (var i = 0; i < message.Contents.Count; i++) message.Contents[i] = redaction.Restore(message.Contents[i]);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var redaction = Begin(messages, options, cancellationToken);
        var updates = base.GetStreamingResponseAsync(redaction.Messages(), redaction.Options(options), cancellationToken);
        if (!redaction.Restores)
        {
            await foreach (var update in updates.ConfigureAwait(false)) yield return update;
            yield break;
        }
        var tail = new HeldTail(redaction);
        await foreach (var update in updates.ConfigureAwait(false))
        {
            if (tail.NeedsFlushBefore(update)) yield return tail.Flush();
            yield return tail.Pass(update);
        }
        if (tail.HasText) yield return tail.Flush();
    }

    private ChatRedaction Begin(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var session = options?.AdditionalProperties?.GetValueOrDefault(AIRedaction.SessionProperty) as RedactionSession;
        return new(engine(), context, restores ? session ?? new() : null, messages, cancellation);
    }
}
