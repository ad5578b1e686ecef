using System.Buffers;

namespace Redaction.Audio;

/// <summary>The values of a plan by their letters: finds them in texts that repeat them.</summary>
internal sealed class FoundValues
{
    private const int ShortestPart = 3;

    private readonly Dictionary<string, PlannedRedaction<TextSpan>> _items = new(StringComparer.Ordinal);
    private readonly int[] _lengths;
    private readonly Dictionary<string, Finding<TextSpan>> _parts = new(StringComparer.Ordinal);
    private readonly SearchValues<string> _any;

    public FoundValues(string master, CanonicalText letters, RedactionPlan<TextSpan> plan)
    {
        foreach (var item in plan.Items)
        {
            var span = letters.Canonical(item.Finding.Region);
            if (span.Length > 0) _items.TryAdd(letters.Letters.Substring(span.Start, span.Length), item);
            AddParts(master.AsSpan(item.Finding.Region.Start, item.Finding.Region.Length), item.Finding);
        }
        _lengths = [.. _items.Keys.Select(static k => k.Length).Distinct().Order()];
        _any = SearchValues.Create([.. _items.Keys], StringComparison.Ordinal);
    }

    /// <summary>Adds a finding for every place in a text where the letters of a value stand.</summary>
    public void Find(CanonicalText letters, List<Finding<TextSpan>> findings)
    {
        if (_items.Count == 0) return;
        var lookup = _items.GetAlternateLookup<ReadOnlySpan<char>>();
        var text = letters.Letters.AsSpan();
        for (var at = 0; text[at..].IndexOfAny(_any) is >= 0 and var next; at++)
        {
            at += next;
            foreach (var length in _lengths)
            {
                if (at + length > text.Length) break;
                if (lookup.TryGetValue(text.Slice(at, length), out var item) && letters.Place(at, length) is { } place)
                    findings.Add(item.Finding with { Region = place });
            }
        }
    }

    /// <summary>The value of which a text is nothing but one word: a number or a name cut into pieces.</summary>
    public bool TryGetWhole(CanonicalText letters, out Finding<TextSpan> finding)
    {
        finding = default;
        return letters.Letters.Length >= ShortestPart && _parts.TryGetValue(letters.Letters, out finding);
    }

    public override string ToString() => $"FoundValues({_items.Count})";

    private void AddParts(ReadOnlySpan<char> value, in Finding<TextSpan> finding)
    {
        foreach (var range in value.SplitAny(' ', '-', '.', '/', '(', ')', '@', '+'))
        {
            var part = value[range];
            if (part.Length is < ShortestPart or > 64) continue;
            _parts.TryAdd(new CanonicalText(part.ToString()).Letters, finding);
        }
    }
}
