using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>What is redacted in one field of a record is redacted in all of them:
/// an answer that was rejected must not keep the name that was taken out of the chosen one. Gathers the values of a record first,
/// then finds them in every field, whole and ignoring case; names also in the forms that <see cref="RepeatedMentions"/> knows,
/// and numbers in any grouping.</summary>
/// <remarks>Holds values of the record, so it is cleared after each. Belongs to one thread.
/// Linear in the text for any number of values.</remarks>
internal sealed class RecordMentions(ImmutableArray<string> allowed) : IFindingRefiner<TextSource, TextSpan>
{
    private const int Fewest = 4, Longest = 4096, FewForLoop = 48;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _allowed =
        allowed.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly Dictionary<string, Mention> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly FindingSink<TextSpan> _found = new();
    private MentionTable? _forms;
    private SearchValues<string>? _search;

    /// <inheritdoc/>
    public string Id => "record-mentions";

    /// <summary>True when no value was gathered.</summary>
    public bool IsEmpty => _values.Count == 0 && _forms is null;

    /// <summary>Forgets the record.</summary>
    public void Clear()
    {
        if (IsEmpty) return;
        _values.Clear();
        _forms?.Return();
        _forms = null;
        _search = null;
        _found.Clear();
    }

    /// <summary>Takes the values that a plan redacts.</summary>
    public void Gather(ReadOnlySpan<char> text, RedactionPlan<TextSpan> plan)
    {
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var value = text.Slice(item.Finding.Region.Start, item.Finding.Region.Length).Trim();
            if (value.Length > Longest) continue;
            var (type, score) = (item.Finding.Type, item.Finding.Score);
            RepeatedMentions.Gather(value, item.Finding, ref _forms);
            if (Count(value) < Fewest) continue;
            var key = value.ToString();
            if (!_values.TryGetValue(key, out var known) || known.Score < score) _values[key] = new(type, score);
        }
    }

    /// <summary>True when the text holds a value of the record outside of what the plan redacts already.</summary>
    public bool Adds(TextSource source, RedactionPlan<TextSpan> plan)
    {
        _found.Clear();
        Find(source.Text, _found);
        foreach (ref readonly var finding in _found.Items)
            if (finding.Score > 0 && !IsCovered(plan.Items, finding.Region)) return true;
        return false;
    }

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        Find(source.Text, findings);
    }

    /// <summary>The value that a name of a thing repeats from end to end. A single word without digits is a name of things first.</summary>
    public Finding<TextSpan>? Whole(ReadOnlySpan<char> name)
    {
        if (_values.Count == 0 || !(name.Contains(' ') || name.ContainsAnyInRange('0', '9'))) return null;
        return _values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var mention) && !_allowed.Contains(name)
            ? new(mention.Type, new(0, name.Length), mention.Score, Id) : null;
    }

    private void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        if (_values.Count > 0)
        {
            if (_values.Count <= FewForLoop)
                foreach (var (value, mention) in _values) FindEach(text, value, mention, findings);
            else FindAll(text, findings);
        }
        if (_forms is not { IsEmpty: false }) return;
        var first = findings.Count;
        _forms.Scan(text, Id, findings);
        for (var i = first; i < findings.Count; i++)
            if (_allowed.Contains(text.Slice(findings.Items[i].Region.Start, findings.Items[i].Region.Length))) findings.SetScore(i, 0f);
    }

    private void FindEach(ReadOnlySpan<char> text, string value, in Mention mention, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf(value, StringComparison.OrdinalIgnoreCase);
            if (step < 0) return;
            Add(text, position + step, value.Length, in mention, findings);
            position += step + 1;
        }
    }

    private void FindAll(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        _search ??= SearchValues.Create([.. _values.Keys], StringComparison.OrdinalIgnoreCase);
        var lengths = _values.Keys.Select(static v => v.Length).Distinct().OrderDescending().ToArray();
        var lookup = _values.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(_search);
            if (step < 0) return;
            position += step;
            foreach (var length in lengths)
                if (length <= text.Length - position && lookup.TryGetValue(text.Slice(position, length), out var mention))
                    Add(text, position, length, in mention, findings);
            position++;
        }
    }

    private void Add(ReadOnlySpan<char> text, int start, int length, in Mention mention, FindingSink<TextSpan> findings)
    {
        var end = start + length;
        if (start > 0 && char.IsLetterOrDigit(text[start]) && char.IsLetterOrDigit(text[start - 1])) return;
        if (end < text.Length && char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end])) return;
        var value = text.Slice(start, length);
        // "will" is no name, "Will" may be
        if (OrdinaryWords.Contains(value) && MentionForms.Fits(MentionForm.Single, text, new(start, length), new(start, length)) == 0)
            return;
        if (!_allowed.Contains(value)) findings.Add(new(mention.Type, new(start, length), mention.Score, Id));
    }

    private static bool IsCovered(ImmutableArray<PlannedRedaction<TextSpan>> items, TextSpan span)
    {
        int low = 0, high = items.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (items[middle].Finding.Region.Start <= span.Start) low = middle + 1;
            else high = middle;
        }
        return low > 0 && items[low - 1].Finding.Region.End >= span.End;
    }

    private static int Count(ReadOnlySpan<char> value)
    {
        var count = 0;
        foreach (var c in value)
            if (char.IsLetterOrDigit(c)) count++;
        return count;
    }
}
