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
        for (var i = FirstEndingFrom(copy.Scope.Start); i < _letters.Length && _letters[i].Start <= copy.Scope.End; i++)
        {
            var span = _plan.Items[i].Finding.Region;
            var isInside = _letters[i].Length > 0 ? _letters[i].Overlaps(copy.Scope) : copy.Copy.Scope is { } scope && span.Overlaps(scope);
            if (!isInside) continue;
            var place = copy.Letters.Project(_master, span, -copy.Scope.Start);
            foreach (var own in copy.Own) // signs that only this writing has, such as the plus of a number
                if (own.Type == _plan.Items[i].Finding.Type && own.Region.Overlaps(place)) place = place.Union(own.Region);
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
}
