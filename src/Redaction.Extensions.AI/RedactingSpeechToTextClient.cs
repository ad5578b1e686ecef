using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Redaction.Text;

namespace Redaction.Extensions.AI;

/// <summary>Redacts what a service heard, its spoken forms too.</summary>
internal sealed class RedactingSpeechToTextClient(ISpeechToTextClient inner, Func<RedactionEngine> engine, RedactionContext context)
    : DelegatingSpeechToTextClient(inner)
{
    private const string Component = "speech-to-text";

    public override async Task<SpeechToTextResponse> GetTextAsync(
        Stream audioSpeechStream, SpeechToTextOptions? options = null, CancellationToken cancellationToken = default)
    {
        var heard = await base.GetTextAsync(audioSpeechStream, options, cancellationToken).ConfigureAwait(false);
        // All of the text at once: a value may be cut between two contents. Nothing else that was not looked at comes along.
        AIContent[] others = [.. heard.Contents.Where(static c => c is not TextContent).Select(Searched)];
        var text = engine().Text.Redact(heard.Text, context, cancellationToken: cancellationToken);
        return new([new TextContent(text), .. others])
        {
            StartTime = heard.StartTime,
            EndTime = heard.EndTime,
            ResponseId = heard.ResponseId,
            ModelId = heard.ModelId,
            Usage = heard.Usage,
        };
    }

    public override async IAsyncEnumerable<SpeechToTextResponseUpdate> GetStreamingTextAsync(
        Stream audioSpeechStream, SpeechToTextOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var others = new Queue<SpeechToTextResponseUpdate>();
        var heard = Pieces(base.GetStreamingTextAsync(audioSpeechStream, options, cancellationToken), others);
        await foreach (var text in engine().Text.RedactAsync(heard, null, context, null, cancellationToken).ConfigureAwait(false))
        {
            while (others.TryPeek(out var other) && other.Kind != SpeechToTextResponseUpdateKind.SessionClose)
                yield return others.Dequeue();
            yield return new(text) { Kind = SpeechToTextResponseUpdateKind.TextUpdated };
        }
        foreach (var other in others) yield return other;
    }

    /// <summary>The text that stays; what a service only guesses while it listens is left out, since a value may end in mid-word
    /// there.</summary>
    private static async IAsyncEnumerable<string> Pieces(
        IAsyncEnumerable<SpeechToTextResponseUpdate> updates, Queue<SpeechToTextResponseUpdate> others)
    {
        await foreach (var update in updates.ConfigureAwait(false))
        {
            if (update.Kind == SpeechToTextResponseUpdateKind.TextUpdating) continue;
            if (update.Text.Length > 0) yield return update.Text;
            AIContent[] rest = [.. update.Contents.Where(static c => c is not TextContent).Select(Searched)];
            if (rest.Length > 0 || update.Kind != SpeechToTextResponseUpdateKind.TextUpdated)
                others.Enqueue(new(rest) { Kind = update.Kind, ResponseId = update.ResponseId, ModelId = update.ModelId });
        }
    }

    /// <summary>Numbers stay; of a failure its code.</summary>
    private static AIContent Searched(AIContent content) => content switch
    {
        UsageContent => content,
        ErrorContent error => new ErrorContent("") { ErrorCode = error.ErrorCode },
        _ => throw new RedactionException(ErrorCodes.Unsearched, Component,
            "The service answered with something that is no text, and that nothing can look into."),
    };
}
