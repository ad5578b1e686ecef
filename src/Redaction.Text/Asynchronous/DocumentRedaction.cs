using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Redaction.Text;

/// <summary>Redacts documents and texts that arrive asynchronously, and trees of JSON.</summary>
public static class DocumentRedaction
{
    /// <summary>What is looked at together of a text that arrives in tokens: less than of a file, so that little is held back.</summary>
    private static readonly TextStreamOptions s_tokens = new() { Window = 256, Margin = 512 };

    /// <summary>Writes the redacted document, and nothing before all of it was worked through.</summary>
    /// <param name="format">The format, such as <see cref="DocumentFormats.Json"/>.</param>
    /// <param name="input">The document; only read asynchronously.</param>
    /// <param name="output">Receives the redacted document; only written asynchronously.</param>
    /// <param name="job">What is to be done.</param>
    /// <param name="cancellationToken">Stops the work, as the job's own does.</param>
    /// <remarks>Up to 256 KiB lie in memory, more in temporary files that only this user may read and that are gone afterwards. At most
    /// as many documents are worked through at a time as there are processors; the others wait, without a thread.</remarks>
    /// <exception cref="RedactionException">The document breaks the rules of the format, or a detector failed; nothing was
    /// written.</exception>
    /// <exception cref="IOException">A stream failed.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static async Task RedactAsync(
        this IDocumentFormat format, Stream input, Stream output, DocumentJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, job.Cancellation);
        var stoppable = job with { Cancellation = either.Token };
        await SpooledWork.RunAsync(input, output, Work, either.Token).ConfigureAwait(false);

        bool Work(Stream from, Stream to)
        {
            format.Redact(from, to, stoppable);
            return true;
        }
    }

    /// <summary>As for streams; neither pipe is completed.</summary>
    /// <param name="format">The format.</param>
    /// <param name="input">The document.</param>
    /// <param name="output">Receives the redacted document.</param>
    /// <param name="job">What is to be done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RedactionException">The document breaks the rules of the format, or a detector failed; nothing was
    /// written.</exception>
    public static async Task RedactAsync(
        this IDocumentFormat format, PipeReader input, PipeWriter output, DocumentJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var (from, to) = (input.AsStream(leaveOpen: true), output.AsStream(leaveOpen: true));
        await using (from.ConfigureAwait(false))
        await using (to.ConfigureAwait(false))
            await format.RedactAsync(from, to, job, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Redacts a text that arrives in pieces, such as the tokens of a chat, and gives what is sure as soon as it is.</summary>
    /// <param name="redactor">Finds and writes.</param>
    /// <param name="pieces">The text. Where it is cut does not matter.</param>
    /// <param name="options">How much is looked at together; null: windows of 256 characters with 512 on both sides.</param>
    /// <param name="context">What policy rules may match on.</param>
    /// <param name="observer">Is notified of every plan.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RedactionException">A detector or operator failed; nothing of the window was given.</exception>
    public static async IAsyncEnumerable<string> RedactAsync(
        this TextRedactor redactor, IAsyncEnumerable<string> pieces, TextStreamOptions? options = null,
        RedactionContext? context = null, RedactionObserver? observer = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        ArgumentNullException.ThrowIfNull(pieces);
        using var stream = new TextStreamRedactor(redactor, options ?? s_tokens, context, observer);
        using var output = new StringWriter();
        await foreach (var piece in pieces.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            stream.Write(piece, output);
            if (Take(output) is { Length: > 0 } sure) yield return sure;
        }
        stream.Complete(output);
        if (Take(output) is { Length: > 0 } rest) yield return rest;
    }

    /// <summary>Gives the tree with its texts, and what else its names tell to be personal, redacted; the tree itself stays.</summary>
    /// <param name="redactor">Finds and writes.</param>
    /// <param name="node">The tree.</param>
    /// <param name="context">What policy rules may match on; paths are the fields.</param>
    /// <param name="observer">Is notified of the plans.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RedactionException">A detector failed, or there is data in the tree that nothing can search.</exception>
    public static JsonNode? Redact(
        this TextRedactor redactor, JsonNode? node, RedactionContext? context = null, RedactionObserver? observer = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        if (node is null) return null;
        return JsonNode.Parse(Redact(redactor, node.WriteTo, context, observer, cancellationToken));
    }

    /// <summary>Gives the value with its texts, and what else its names tell to be personal, redacted.</summary>
    /// <param name="redactor">Finds and writes.</param>
    /// <param name="element">The value.</param>
    /// <param name="context">What policy rules may match on; paths are the fields.</param>
    /// <param name="observer">Is notified of the plans.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RedactionException">A detector failed, or there is data in the value that nothing can search.</exception>
    public static JsonElement Redact(
        this TextRedactor redactor, JsonElement element, RedactionContext? context = null, RedactionObserver? observer = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        return JsonElement.Parse(Redact(redactor, (writer, _) => element.WriteTo(writer), context, observer, cancellationToken));
    }

    /// <summary>Gives a copy of an object with its texts redacted; <see cref="PersonalDataAttribute"/> tells what a property
    /// holds.</summary>
    /// <typeparam name="T">A type that System.Text.Json writes and reads.</typeparam>
    /// <param name="redactor">Finds and writes.</param>
    /// <param name="value">The object; it stays as it is.</param>
    /// <param name="type">Its contract, such as <c>MyContext.Default.Customer</c> of a source generator, so that nothing is
    /// reflected.</param>
    /// <param name="context">What policy rules may match on; paths are the fields.</param>
    /// <param name="observer">Is notified of the plans.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RedactionException">A detector failed, or what stands in place of a value does not fit the type of its property
    /// (<see cref="ErrorCodes.Unwritable"/>).</exception>
    public static T? Redact<T>(
        this TextRedactor redactor, T value, JsonTypeInfo<T> type, RedactionContext? context = null, RedactionObserver? observer = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        ArgumentNullException.ThrowIfNull(type);
        var node = JsonSerializer.SerializeToNode(value, type);
        if (node is null) return default;
        var annotated = redactor.With(AnnotatedFields.Of(node, type));
        try
        {
            return JsonSerializer.Deserialize(Redact(annotated, node.WriteTo, context, observer, cancellationToken), type);
        }
        catch (JsonException e)
        {
            throw new RedactionException(ErrorCodes.Unwritable, "object",
                $"What would stand at {e.Path ?? "$"} is no {typeof(T).Name} any more: keep it, or take an operator that keeps its type.");
        }
    }

    private static byte[] Redact(
        TextRedactor redactor, Action<Utf8JsonWriter, JsonSerializerOptions?> write, RedactionContext? context, RedactionObserver? observer,
        CancellationToken cancellation)
    {
        using var input = new MemoryStream();
        using (var writer = new Utf8JsonWriter(input)) write(writer, null);
        input.Position = 0;
        using var output = new MemoryStream((int)input.Length);
        DocumentFormats.Json.Redact(input, output, new(redactor)
        {
            Context = context ?? RedactionContext.Default,
            Observer = observer ?? RedactionObserver.None,
            Cancellation = cancellation,
        });
        return output.ToArray();
    }

    private static string Take(StringWriter output)
    {
        var text = output.ToString();
        output.GetStringBuilder().Clear();
        return text;
    }
}
