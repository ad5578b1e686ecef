using Microsoft.Extensions.AI;

namespace ChatConsole;

/// <summary>Stands for a model, so that the example runs anywhere: repeats what it is sent, word by word.</summary>
internal sealed class ParrotModel : IChatClient
{
    /// <summary>The last message that came, as it came.</summary>
    public string Heard { get; private set; } = "";

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Heard = messages.Last().Text;
        foreach (var word in $"You said: {Heard}".Split(' '))
        {
            await Task.Delay(10, cancellationToken);
            yield return new(ChatRole.Assistant, word + ' ');
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() { }
}
