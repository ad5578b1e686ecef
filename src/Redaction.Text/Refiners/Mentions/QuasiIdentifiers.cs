using System.Buffers;

namespace Redaction.Text;

/// <summary>Facts that name nobody alone but a person together: where three kinds of them (occupation, employer,
/// place, age, date, nationality) stand close to each other, those that were found weakly are raised.</summary>
internal sealed class QuasiIdentifiers : IFindingRefiner<TextSource, TextSpan>
{
    private const int Window = 400, Kinds = 6, Enough = 3;
    private const float Weakest = 0.3f, Raised = 0.6f;

    /// <inheritdoc/>
    public string Id => "quasi-identifiers";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Count < Enough) return;
        var members = ArrayPool<(int Start, int Kind, int Index)>.Shared.Rent(findings.Count);
        try
        {
            var count = 0;
            for (var i = 0; i < findings.Count; i++)
            {
                var finding = findings.Items[i];
                if (finding.Score >= Weakest && KindOf(finding.Type) is var kind and >= 0)
                    members[count++] = (finding.Region.Start, kind, i);
            }
            members.AsSpan(0, count).Sort();
            Raise(members.AsSpan(0, count), findings);
        }
        finally
        {
            ArrayPool<(int, int, int)>.Shared.Return(members, clearArray: true);
        }
    }

    private static void Raise(ReadOnlySpan<(int Start, int Kind, int Index)> members, FindingSink<TextSpan> findings)
    {
        Span<int> counts = stackalloc int[Kinds];
        int first = 0, present = 0, raisedTo = 0;
        for (var last = 0; last < members.Length; last++)
        {
            if (counts[members[last].Kind]++ == 0) present++;
            while (members[last].Start - members[first].Start > Window)
                if (--counts[members[first++].Kind] == 0) present--;
            if (present < Enough) continue;
            for (var i = Math.Max(first, raisedTo); i <= last; i++)
            {
                var (_, _, index) = members[i];
                findings.SetScore(index, MathF.Max(findings.Items[index].Score, Raised));
            }
            raisedTo = last + 1;
        }
    }

    private static int KindOf(EntityType type) =>
        type == EntityTypes.JobTitle ? 0 : type == EntityTypes.Organization ? 1
        : type == EntityTypes.Location || type == EntityTypes.Address ? 2
        : type == EntityTypes.Age ? 3 : type == EntityTypes.Date ? 4 : type == EntityTypes.Nationality ? 5 : -1;
}
