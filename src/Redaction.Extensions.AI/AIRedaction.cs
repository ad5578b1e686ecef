using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Redaction.Extensions.AI;

/// <summary>Takes personal data out of what goes to a model, and puts it back into what the model says of it.</summary>
public static class AIRedaction
{
    internal const string SessionProperty = "redaction.session";
    private const string CallTranscript = "call-transcript";

    /// <summary>Redacts every request, and restores the values in the answers, those that stream too, and in the arguments of function
    /// calls.</summary>
    /// <param name="builder">The pipeline. What is added before sees the values, so logging, telemetry and caches belong after it,
    /// and <c>UseFunctionInvocation</c> before it.</param>
    /// <param name="engine">Finds; null: the engine of the container, or else one with the default policy.</param>
    /// <param name="context">What the policy's rules may match on.</param>
    /// <param name="restores">True: placeholders such as <c>[email-1]</c> stand for the values that the policy takes out, whatever
    /// its operators are, and answers are restored. False: the policy's operators write, and nothing is put back.</param>
    /// <remarks>A content that nothing can look into, such as a link, is refused: the request does not leave
    /// (<see cref="RedactionException"/> with <see cref="ErrorCodes.Unsearched"/>).</remarks>
    public static ChatClientBuilder UseRedaction(
        this ChatClientBuilder builder, RedactionEngine? engine = null, RedactionContext? context = null, bool restores = true)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) =>
            new RedactingChatClient(inner, EngineOf(engine, services), context ?? RedactionContext.Default, restores));
    }

    /// <summary>Redacts texts before their embedding is asked for, with the policy's operators.</summary>
    /// <typeparam name="TEmbedding">The kind of embedding.</typeparam>
    /// <param name="builder">The pipeline.</param>
    /// <param name="engine">Redacts; null: the engine of the container, or else one with the default policy.</param>
    /// <param name="context">What the policy's rules may match on.</param>
    public static EmbeddingGeneratorBuilder<string, TEmbedding> UseRedaction<TEmbedding>(
        this EmbeddingGeneratorBuilder<string, TEmbedding> builder, RedactionEngine? engine = null, RedactionContext? context = null)
        where TEmbedding : Embedding
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) =>
            new RedactingEmbeddingGenerator<TEmbedding>(inner, EngineOf(engine, services), context ?? RedactionContext.Default));
    }

    /// <summary>Redacts what a service hears, with the policy's operators: written and spoken forms (<c>four double two</c>).
    /// The sound goes to the service as it is; where that must not be, redact the call itself.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="engine">Redacts; null: the engine of the container, or else one with the default policy.</param>
    /// <param name="context">What the policy's rules may match on; without a data type it is a call's transcript.</param>
    /// <remarks>A stream holds text back until no value can be cut, gives it without times, and leaves out what the service only guesses
    /// while it listens.</remarks>
    [Experimental("MEAI001")]
    public static SpeechToTextClientBuilder UseRedaction(
        this SpeechToTextClientBuilder builder, RedactionEngine? engine = null, RedactionContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var speech = context ?? RedactionContext.Default;
        if (speech.DataType is null) speech = speech with { DataType = CallTranscript };
        return builder.Use((inner, services) => new RedactingSpeechToTextClient(inner, EngineOf(engine, services), speech));
    }

    /// <summary>Keeps the placeholders of a conversation over its requests; without a session each request has its own.</summary>
    /// <param name="options">The options of a request; the session is not sent.</param>
    /// <param name="session">The conversation's.</param>
    public static ChatOptions WithRedactionSession(this ChatOptions options, RedactionSession session)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(session);
        (options.AdditionalProperties ??= [])[SessionProperty] = session;
        return options;
    }

    /// <summary>Asked at every request: the container's engine may be another one after a change of the configuration.</summary>
    private static Func<RedactionEngine> EngineOf(RedactionEngine? engine, IServiceProvider services)
    {
        if (engine is not null) return () => engine;
        var standard = new Lazy<RedactionEngine>(static () => new RedactionEngineBuilder().Build());
        return () => services.GetService<RedactionEngine>() ?? standard.Value;
    }
}
