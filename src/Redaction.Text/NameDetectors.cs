using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>The detectors that look at names of things (keys, columns, tags): those whose values tell by themselves what they are.
/// A model, or a detector that goes by the words around a value, takes <c>street</c> for a street.</summary>
internal static class NameDetectors
{
    /// <summary>Those of a set, gathered or not, wrapped in an allow list or not.</summary>
    public static ImmutableArray<ITextDetector> Of(IEnumerable<ITextDetector> detectors) =>
        [.. AnchorScan.Gather(detectors.Select(Narrow).OfType<ITextDetector>())];

    /// <summary>Adds what is certain in a name; words of a name are joined by underscores, so these part values too.</summary>
    /// <param name="planner">Has the detectors.</param>
    /// <param name="name">The name.</param>
    /// <param name="certain">Takes the findings.</param>
    public static void Find(
        RedactionPlanner<TextSource, TextSpan> planner, ReadOnlySpan<char> name, FindingSink<TextSpan> certain)
    {
        var found = new FindingSink<TextSpan>();
        planner.Find(new TextSource(name), found); // without context: the path would explain the name by itself
        if (name.Contains('_') && name.ContainsAnyInRange('0', '9')) planner.Find(new TextSource(name.ToString().Replace('_', ' ')), found);
        foreach (ref readonly var finding in found.Items)
            if (Counts(in finding, name)) certain.Add(in finding);
    }

    /// <summary>Certain, and for telephone numbers with a country code.</summary>
    private static bool Counts(in Finding<TextSpan> finding, ReadOnlySpan<char> name) => finding.Score >= Scores.SelfEvident
        && (finding.Type != EntityTypes.Phone || name[finding.Region.Start] is '+' or '\uFF0B' or '(');

    private static ITextDetector? Narrow(ITextDetector detector) => detector switch
    {
        AnchorScan scan => scan.ForNames(),
        AllowList list => Narrow(list.Inner) is { } inner ? list.Around(inner) : null,
        _ => detector.Info.IsSelfEvident ? detector : null,
    };
}
