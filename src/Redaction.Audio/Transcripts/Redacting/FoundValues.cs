using System.Buffers;

namespace Redaction.Audio;

/// <summary>The values of a plan by their letters: finds them in texts that repeat them.</summary>
internal sealed class FoundValues
{
    private const int ShortestPart = 3;

    private readonly Dictionary<string, PlannedRedaction<TextSpan>> _items = new(StringComparer.Ordinal);
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
        _any = SearchValues.Create([.. _items.Keys], StringComparison.Ordinal);
    }

    /// <summary>Adds a finding for every place in a text where the letters of a value stand.</summary>
    public void Find(CanonicalText letters, List<Finding<TextSpan>> findings)
    {
        if (_items.Count == 0 || !letters.Letters.AsSpan().ContainsAny(_any)) return;
        var places = new List<TextSpan>();
        foreach (var (value, item) in _items)
        {
            if (value.Length > letters.Letters.Length) continue;
            places.Clear();
            letters.Find(value, places);
            foreach (var place in places) findings.Add(item.Finding with { Region = place });
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
