using System.Text;
using Redaction.Text;
using Serilog.Events;
using Serilog.Parsing;

namespace Redaction.Serilog;

/// <summary>The message of an event as it is read: its words and the values of its properties, so that the sentence around a value tells
/// what it is. What is redacted of it goes back to where it came from.</summary>
internal sealed class RenderedMessage
{
    private readonly List<(MessageTemplateToken Token, TextSpan Place)> _parts = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Renders the message of an event.</summary>
    public RenderedMessage(LogEvent logEvent)
    {
        var text = new StringBuilder();
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            var start = text.Length;
            if (token is TextToken words) text.Append(words.Text);
            else if (token is PropertyToken named && logEvent.Properties.TryGetValue(named.PropertyName, out var value))
                text.Append(value is ScalarValue { Value: string said } ? said : "·");
            _parts.Add((token, TextSpan.FromBounds(start, text.Length)));
        }
        Text = text.ToString();
        Template = logEvent.MessageTemplate;
    }

    /// <summary>The message; a point stands for a value that is no text.</summary>
    public string Text { get; }

    /// <summary>The template, without what was redacted of its own words.</summary>
    public MessageTemplate Template { get; private set; }

    /// <summary>What the message leaves of the text of a property; null where it leaves all.</summary>
    public string? ValueOf(string property) => _values.GetValueOrDefault(property);

    /// <summary>Takes out of words and values what was redacted of the message.</summary>
    public void Apply(RedactedText redacted)
    {
        if (redacted.Edits.Edits.IsEmpty) return;
        var tokens = new List<MessageTemplateToken>(_parts.Count);
        foreach (var (token, place) in _parts)
        {
            var left = Left(place, redacted);
            if (left is null) tokens.Add(token);
            else if (token is TextToken) tokens.Add(new TextToken(left));
            else
            {
                tokens.Add(token);
                _values[((PropertyToken)token).PropertyName] = left;
            }
        }
        Template = new(tokens);
    }

    /// <summary>A part of the message as it was redacted; null where nothing of it was. What stands for a value that goes over several
    /// parts is written in the first.</summary>
    private string? Left(TextSpan place, RedactedText redacted)
    {
        StringBuilder? left = null;
        var position = place.Start;
        foreach (var edit in redacted.Edits.Edits)
        {
            if (!edit.Original.Overlaps(place)) continue;
            left ??= new();
            if (edit.Original.Start > position) left.Append(Text, position, edit.Original.Start - position);
            if (edit.Original.Start >= place.Start) left.Append(redacted.Text, edit.Redacted.Start, edit.Redacted.Length);
            position = Math.Min(place.End, edit.Original.End);
        }
        return left?.Append(Text, position, place.End - position).ToString();
    }
}
