namespace Redaction.Text;

/// <summary>Looks through a text without what was found in it, until nothing more is found.</summary>
/// <remarks>What stands in the place of a value changes the context of its neighbours: whoever looks through the output would find them.
/// </remarks>
internal sealed class SecondLook(RedactionPlanner<TextSource, TextSpan> planner)
{
    private const int MostLooks = 3;
    private readonly List<Finding<TextSpan>> _findings = [];
    private readonly List<TextSpan> _places = [];

    /// <summary>The plan with what else is found.</summary>
    public RedactionPlan<TextSpan> Complete(scoped TextSource source, RedactionPlan<TextSpan> plan, CancellationToken cancellation)
    {
        for (var look = 0; look < MostLooks && LeavesText(source.Text, plan); look++)
        {
            cancellation.ThrowIfCancellationRequested();
            _findings.Clear();
            Look(source, plan);
            if (_findings.Count == 0) return plan;
            foreach (ref readonly var item in plan.Items.AsSpan()) _findings.Add(item.Finding);
            var more = planner.Plan(source, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_findings));
            plan = new(plan.PolicyId, more.Items, plan.Kept) { KeptRegions = plan.KeptRegions };
        }
        return plan;
    }

    private void Look(scoped TextSource source, RedactionPlan<TextSpan> plan)
    {
        var view = RedactedView.Of(source.Text, plan);
        foreach (ref readonly var item in planner.Plan(new TextSource(view.Text, view.InView(source.Context))).Items.AsSpan())
        {
            var finding = item.Finding;
            if (!Counts(in finding)) continue;
            _places.Clear();
            view.AddOutside(finding.Region, _places);
            foreach (var place in _places) _findings.Add(finding with { Region = place });
        }
    }

    /// <summary>Beside a label a weak guess of a model says little.</summary>
    public static bool Counts(in Finding<TextSpan> finding) => finding.Detector != "names" || finding.Score >= Scores.BesideLabels;

    private static bool LeavesText(ReadOnlySpan<char> text, RedactionPlan<TextSpan> plan)
    {
        var position = 0;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            if (HasSigns(text[position..span.Start])) return true;
            position = span.End;
        }
        return HasSigns(text[position..]);
    }

    private static bool HasSigns(ReadOnlySpan<char> text)
    {
        var signs = 0;
        foreach (var c in text)
            if ((char.IsLetterOrDigit(c) || char.IsSurrogate(c)) && ++signs >= 2) return true;
        return false;
    }
}
