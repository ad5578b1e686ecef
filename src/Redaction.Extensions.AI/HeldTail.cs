using Microsoft.Extensions.AI;

namespace Redaction.Extensions.AI;

/// <summary>Restores an answer that arrives in pieces: what may be the beginning of a placeholder waits for its end.</summary>
internal sealed class HeldTail(ChatRedaction redaction)
{
    private string _held = "";
    private ChatResponseUpdate? _from;

    public bool HasText => _held.Length > 0;

    /// <summary>True where what is held cannot go on in this update: another message begins, something else than text comes, or the
    /// answer ends without more of it.</summary>
    public bool NeedsFlushBefore(ChatResponseUpdate update) =>
        HasText && (update.MessageId != _from!.MessageId || update.Role is { } role && _from.Role is { } before && role != before
            || update.Contents.Any(static c => c is not (TextContent or UsageContent))
            || update.FinishReason is not null && !update.Contents.Any(static c => c is TextContent));

    /// <summary>The update with its values, less what may be the beginning of a placeholder.</summary>
    public ChatResponseUpdate Pass(ChatResponseUpdate update)
    {
        for (var i = 0; i < update.Contents.Count; i++)
        {
            if (update.Contents[i] is not TextContent text)
            {
                redaction.Restore(update.Contents[i]);
                continue;
            }
            var whole = _held + text.Text;
            var end = update.FinishReason is null ? Placeholder.OpenEnd(whole) : whole.Length;
            text.Text = redaction.Restore(whole[..end]);
            (_held, _from) = (whole[end..], update);
        }
        return update;
    }

    /// <summary>What is held, as an update of its own.</summary>
    public ChatResponseUpdate Flush()
    {
        var flushed = new ChatResponseUpdate(_from!.Role, redaction.Restore(_held))
        {
            AuthorName = _from.AuthorName,
            ConversationId = _from.ConversationId,
            CreatedAt = _from.CreatedAt,
            MessageId = _from.MessageId,
            ModelId = _from.ModelId,
            ResponseId = _from.ResponseId,
        };
        _held = "";
        return flushed;
    }
}
