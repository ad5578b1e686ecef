using Redaction.Evaluation;
using Redaction.Text;

namespace Redaction.Conformance;

/// <summary>Counts agreement under the default policy: a positive case agrees when at least half of each expected value is
/// taken out (or as many values are as it expects, when it says no more), a negative case when nothing of its entity is.</summary>
internal static class CaseReport
{
    public static void Write(TextRedactor redactor, IEnumerable<TestCase> cases, TextWriter output, bool list)
    {
        var results =
            cases.Select(c => (Case: c, Agrees: Agrees(c, redactor.Plan(c.Text).Items.Select(static i => i.Finding).ToArray()))).ToArray();
        var (positive, negative) =
            (results.Where(static r => r.Case.Count > 0).ToArray(), results.Where(static r => r.Case.Count == 0).ToArray());
        output.WriteLine(FormattableString.Invariant($"positive cases covered  {Share(positive)}"));
        output.WriteLine(
            FormattableString.Invariant($"  without money         {Share([.. positive.Where(static r => r.Case.Entity != "CURRENCY")])}"));
        output.WriteLine(FormattableString.Invariant($"negative cases clean    {Share(negative)}"));
        foreach (var group in results.Where(static r => !r.Agrees).GroupBy(static r => (r.Case.Entity, IsPositive: r.Case.Count > 0))
            .OrderBy(static g => g.Key.Entity, StringComparer.Ordinal))
        {
            output.WriteLine(
                FormattableString.Invariant(
                    $"{group.Count(),4}  {group.Key.Entity} {(group.Key.IsPositive ? "not covered" : "not clean")}"));
            if (!list) continue;
            foreach (var (test, _) in group)
            {
                var spans = string.Join(' ', test.Spans.Select(s => $"[{test.Text.Substring(s.Start, s.Length)}]"));
                output.WriteLine(FormattableString.Invariant($"        {test.Line}: {test.Text.ReplaceLineEndings(" | ")} {spans}"));
            }
        }
    }

    private static string Share((TestCase, bool Agrees)[] results)
    {
        var agreeing = results.Count(static r => r.Agrees);
        return results.Length == 0 ? "none"
            : FormattableString.Invariant($"{(double)agreeing / results.Length:0.000} ({agreeing} of {results.Length})");
    }

    private static bool Agrees(TestCase test, Finding<TextSpan>[] found)
    {
        if (test.Count == 0) return !found.Any(f => IsOf(f.Type, test.Entity));
        if (test.Spans.IsEmpty) return found.Length >= test.Count;
        return test.Spans.All(
            s => 2 * found.Sum(f => Math.Max(0, Math.Min(f.Region.End, s.End) - Math.Max(f.Region.Start, s.Start))) >= s.Length);
    }

    /// <summary>Compares by this library's names; <c>DE_TAX_ID</c> is <c>de.tax-id</c>.</summary>
    private static bool IsOf(EntityType type, string entity) => EntityNames.Map(entity).Replace('.', '-') == type.Name.Replace('.', '-');
}
