using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>A text that is nothing but one value, such as an answer in a chat, has no words that could explain
/// or excuse it: what a detector finds there weakly is raised to where policies act.
/// Cells of a table and values of technical fields have their names instead and stay as they are.</summary>
internal sealed class WholeValue : IFindingRefiner<TextSource, TextSpan>
{
    private const float Weakest = 0.15f;
    private const int Longest = 40;
    private const string Names = "names"; // a single word gives the names model nothing to go by: it stays as doubtful as it was

    /// <summary>Names of fields that hold what people write.</summary>
    private static readonly FrozenSet<string> s_writing = new[]
    {
        "text", "content", "message", "body", "utterance", "prompt", "answer", "response", "chosen", "rejected", "completion",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Id => "whole-value";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        if (text.Length > 2 * Longest || !IsWriting(source.Context.Field)) return;
        int start = text.Length - text.TrimStart().Length, end = text.TrimEnd().Length;
        if (end <= start || end - start > Longest) return;
        if (WholeShapes.Of(text[start..end]) is { } type) findings.Add(new(type, TextSpan.FromBounds(start, end), Scores.Acts, Id));
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score is >= Weakest and < Scores.Acts && finding.Detector != Names && finding.Region.Start == start
                && finding.Region.End == end) findings.SetScore(i, Scores.Acts);
        }
    }

    private static bool IsWriting(string? field)
    {
        if (field is null) return true;
        var name = field.TrimEnd(']').TrimEnd("0123456789[".ToCharArray());
        return s_writing.Contains(name[(name.LastIndexOfAny(['.', '/', ']', '\'']) + 1)..]);
    }
}
