using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Says of each field of one document whether it is to be looked into, and remembers whether one was.</summary>
/// <param name="fields">What the caller wants looked into; empty: everything.</param>
/// <param name="usage">Is told of every field that there is; null where nobody asks.</param>
internal sealed class FieldFilter(ImmutableArray<Glob> fields, FieldUsage? usage)
{
    private const int MostRemembered = 4096;
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly bool _isIdle = fields.IsEmpty && usage is null or { IsIdle: true };

    /// <summary>True when the document has a field that is looked into.</summary>
    public bool HasMatch { get; private set; }

    public bool Includes(string? field)
    {
        if (_isIdle) return true;
        if (field is null) return fields.IsEmpty;
        if (_known.TryGetValue(field, out var included)) return included;
        if (_known.Count > MostRemembered) _known.Clear(); // keys may be data: keep memory bounded
        usage?.See(field);
        included = fields.IsEmpty;
        foreach (var pattern in fields.AsSpan()) included |= FieldPattern.Matches(pattern, field);
        HasMatch |= included;
        return _known[field] = included;
    }
}
