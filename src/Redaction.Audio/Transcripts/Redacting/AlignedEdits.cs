namespace Redaction.Audio;

/// <summary>Takes the planned values out of copies that have the letters of the master text.</summary>
internal sealed class AlignedEdits
{
    private readonly CanonicalText _master;
    private readonly RedactionPlan<TextSpan> _plan;
    private readonly string[] _replacements;
    private readonly TranscriptEdits _edits;
    private readonly TextSpan[] _letters;

    public AlignedEdits(CanonicalText master, RedactionPlan<TextSpan> plan, string[] replacements, TranscriptEdits edits)
    {
        (_master, _plan, _replacements, _edits) = (master, plan, replacements, edits);
        _letters = [.. plan.Items.Select(i => master.Canonical(i.Finding.Region))];
    }

    public void Edit(SearchedCopy copy)
    {
        var written = 0;
        var own = copy.Own.Count == 0 ? null : new OwnSigns(copy.Own);
        for (var i = FirstEndingFrom(copy.Scope.Start); i < _letters.Length && _letters[i].Start <= copy.Scope.End; i++)
        {
            var span = _plan.Items[i].Finding.Region;
            var isInside = _letters[i].Length > 0 ? _letters[i].Overlaps(copy.Scope) : copy.Copy.Scope is { } scope && span.Overlaps(scope);
            if (!isInside) continue;
            var place = copy.Letters.Project(_master, span, -copy.Scope.Start);
            if (own is not null) place = own.Widen(place, _plan.Items[i].Finding.Type);
            place = TextSpan.FromBounds(Math.Max(place.Start, written), Math.Max(place.End, written));
            _edits.Replace(copy.Copy, place, _replacements[i]);
            written = place.End;
        }
    }

    private int FirstEndingFrom(int position)
    {
        int low = 0, high = _letters.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_letters[middle].End >= position) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>What was found in the copy itself: it may have signs that only this writing has, such as the plus of a number.</summary>
    private sealed class OwnSigns
    {
        private readonly Finding<TextSpan>[] _findings;
        private readonly SpanIndex _index;

        public OwnSigns(List<Finding<TextSpan>> findings)
        {
            _findings = [.. findings.OrderBy(static f => f.Region)];
            _index = new([.. _findings.Select(static f => f.Region)]);
        }

        public TextSpan Widen(TextSpan place, EntityType type)
        {
            for (var i = _index.FirstEndingAfter(place.Start); i < _findings.Length && _findings[i].Region.Start < place.End; i++)
                if (_findings[i].Region.Overlaps(place) && _findings[i].Type == type) place = place.Union(_findings[i].Region);
            return place;
        }

        public override string ToString() => $"OwnSigns({_findings.Length})";
    }
}
