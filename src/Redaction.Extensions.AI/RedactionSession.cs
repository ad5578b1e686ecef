using System.Globalization;
using System.Text;

namespace Redaction.Extensions.AI;

/// <summary>The placeholders of one conversation and the values that they stand for, in memory only.</summary>
/// <remarks>Thread-safe. Whoever holds the session can restore: keep one a conversation, and let it go with the conversation.</remarks>
public sealed class RedactionSession
{
    private const int ShortestRepeat = 4;
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Type, string Value), string> _placeholders = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    /// <summary>How many values have a placeholder.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _values.Count;
        }
    }

    /// <summary>The text with the values in place of their placeholders; those of other conversations stay.</summary>
    public string Restore(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains('[', StringComparison.Ordinal)) return text;
        var restored = new StringBuilder(text.Length);
        var position = 0;
        while (Placeholder.Next(text, position) is { } span)
        {
            restored.Append(text, position, span.Start - position);
            var placeholder = text.Substring(span.Start, span.Length);
            restored.Append(ValueOf(placeholder) ?? placeholder);
            position = span.End;
        }
        return restored.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>The text with placeholders for what the plan takes out and for what is known already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="isTaken">True of a placeholder that stands in the conversation as a text of its own.</param>
    internal string Redact(string text, RedactionPlan<TextSpan> plan, Func<string, bool> isTaken)
    {
        lock (_lock)
        {
            var written = new StringBuilder(text.Length);
            var position = 0;
            foreach (ref readonly var item in plan.Items.AsSpan())
            {
                var span = item.Finding.Region;
                AppendWithoutKnown(written, text, position, span.Start);
                written.Append(PlaceholderFor(item.Finding.Type.Name, text.Substring(span.Start, span.Length), isTaken));
                position = span.End;
            }
            AppendWithoutKnown(written, text, position, text.Length);
            return written.ToString();
        }
    }

    /// <summary>Says how many values there are, and none of them.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} values");

    private string? ValueOf(string placeholder)
    {
        lock (_lock) return _values.GetValueOrDefault(placeholder);
    }

    private string PlaceholderFor(string type, string value, Func<string, bool> isTaken)
    {
        if (_placeholders.TryGetValue((type, value), out var placeholder)) return placeholder;
        do
        {
            _last[type] = _last.GetValueOrDefault(type) + 1;
            placeholder = Placeholder.Of(type, _last[type]);
        }
        while (isTaken(placeholder));
        _placeholders.Add((type, value), placeholder);
        _values.Add(placeholder, value);
        return placeholder;
    }

    /// <summary>Copies a stretch in which nothing was found; a value that was found elsewhere in the conversation is replaced.</summary>
    private void AppendWithoutKnown(StringBuilder written, string text, int start, int end)
    {
        while (start < end)
        {
            var (at, length, placeholder) = FirstKnown(text, start, end);
            written.Append(text, start, at - start).Append(placeholder);
            start = at + length;
        }
    }

    private (int At, int Length, string Placeholder) FirstKnown(string text, int start, int end)
    {
        var first = (At: end, Length: 0, Placeholder: "");
        foreach (var ((_, value), placeholder) in _placeholders)
        {
            if (value.Length < ShortestRepeat) continue;
            var at = WordAt(text, value, start, Math.Min(end, first.At + value.Length));
            if (at >= 0 && (at < first.At || (at == first.At && value.Length > first.Length)))
                first = (at, value.Length, placeholder);
        }
        return first;
    }

    private static int WordAt(string text, string value, int start, int end)
    {
        for (var at = start; (at = text.IndexOf(value, at, Math.Max(0, end - at), StringComparison.Ordinal)) >= 0; at++)
        {
            var after = at + value.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (after == text.Length || !char.IsLetterOrDigit(text[after]))) return at;
        }
        return -1;
    }
}
