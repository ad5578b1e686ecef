using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using Redaction.Text;

namespace Redaction.Extensions.AI;

/// <summary>Redacts the messages of one request, and restores what comes back.</summary>
internal sealed class ChatRedaction
{
    private const string Component = "chat";
    private readonly RedactionEngine _engine;
    private readonly RedactionContext _context;
    private readonly RedactionSession? _session;
    private readonly TextRedactor _text;
    private readonly ImmutableArray<ChatMessage> _messages;
    private readonly CancellationToken _cancellation;

    /// <summary>Begins a request.</summary>
    /// <param name="engine">Finds and redacts.</param>
    /// <param name="context">What rules may match on.</param>
    /// <param name="session">Knows the placeholders; null where nothing is to be restored.</param>
    /// <param name="messages">The messages of the request.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ChatRedaction(
        RedactionEngine engine, RedactionContext context, RedactionSession? session, IEnumerable<ChatMessage> messages,
        CancellationToken cancellation)
    {
        (_engine, _context, _session, _cancellation) = (engine, context, session, cancellation);
        (_text, _messages) = (engine.Text.ForDocument(new()), [.. messages]);
    }

    public bool Restores => _session is not null;

    /// <exception cref="RedactionException">A content cannot be looked into, or a component failed.</exception>
    public List<ChatMessage> Messages() => [.. _messages.Select(Redact)];

    /// <summary>The options as they may leave.</summary>
    public ChatOptions? Options(ChatOptions? options)
    {
        if (options is null) return null;
        var clone = options.Clone();
        clone.Instructions = Redact(clone.Instructions);
        if (clone.AdditionalProperties is not { } properties) return clone;
        properties.Remove(AIRedaction.SessionProperty);
        foreach (var (name, value) in properties.ToArray())
            if (value is string text) properties[name] = Redact(text);
        return clone;
    }

    public string Restore(string text) => _session?.Restore(text) ?? text;

    /// <summary>The content with its values put back; others than texts and arguments stay as they are.</summary>
    public AIContent Restore(AIContent content)
    {
        switch (content)
        {
            case TextContent text: text.Text = Restore(text.Text); break;
            case TextReasoningContent reasoning: reasoning.Text = Restore(reasoning.Text); break;
            case FunctionCallContent { Arguments: { } arguments } call:
                call.Arguments = AnswerValues.Map(arguments, (_, text) => Restore(text));
                break;
        }
        return content;
    }

    private ChatMessage Redact(ChatMessage message) => new(message.Role, [.. message.Contents.Select(Redact)])
    {
        AuthorName = message.AuthorName is { } author && Redact(author) == author ? author : null,
        CreatedAt = message.CreatedAt,
        MessageId = message.MessageId,
    };

    /// <summary>A new content with nothing but what was looked at: no raw representation, no annotations, no properties.</summary>
    private AIContent Redact(AIContent content) => content switch
    {
        TextContent text => new TextContent(Redact(text.Text)),
        TextReasoningContent reasoning => new TextReasoningContent(Redact(reasoning.Text)) { ProtectedData = reasoning.ProtectedData },
        FunctionCallContent call => new FunctionCallContent(
            call.CallId, call.Name, call.Arguments is { } arguments ? AnswerValues.Map(arguments, Field) : null),
        FunctionResultContent result => new FunctionResultContent(result.CallId, AnswerValues.Map(result.Result, Field)),
        ErrorContent error => new ErrorContent(Redact(error.Message)) { ErrorCode = error.ErrorCode, Details = Redact(error.Details) },
        DataContent data => Redact(data),
        HostedFileContent file => new HostedFileContent(file.FileId) { MediaType = file.MediaType },
        HostedVectorStoreContent or UsageContent => content,
        _ => throw Unsearched(),
    };

    private DataContent Redact(DataContent data)
    {
        var format = FileFormats.All.FirstOrDefault(f => f.MediaTypes.Contains(data.MediaType, StringComparer.OrdinalIgnoreCase));
        using var input = new MemoryStream(data.Data.ToArray(), writable: false);
        using var output = new MemoryStream();
        if (format is IDocumentFormat document)
            document.Redact(input, output, new DocumentJob(_text) { Context = _context, Cancellation = _cancellation });
        else if (format?.Medium == Medium.Image)
            _engine.Images.Redact(input, output, _context, cancellationToken: _cancellation);
        else throw Unsearched();
        return new(output.ToArray(), data.MediaType);
    }

    private string Field(string? name, string text) => Redact(text, name is null ? _context : _context with { Field = name });

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private string? Redact(string? text) => text is null ? null : Redact(text, _context);

    private string Redact(string text, RedactionContext context)
    {
        if (_session is null) return _text.Redact(text, context, cancellationToken: _cancellation);
        var plan = _text.Plan(text, context, cancellationToken: _cancellation);
        return plan.Items.IsEmpty && _session.Count == 0 ? text : _session.Redact(text, plan, IsTaken);
    }

    private bool IsTaken(string placeholder) => _messages.Any(m => m.Text.Contains(placeholder, StringComparison.Ordinal));

    private static RedactionException Unsearched() => new(ErrorCodes.Unsearched, Component,
        "A content of the request is of a kind that nothing can look into: send its text, or its data with a media type that can be read.");
}
