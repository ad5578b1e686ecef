using System.Runtime.InteropServices;

namespace Redaction.Text;

/// <summary>
/// The name of the place where a value stands tells what it is: a column, a JSON key, an element, an attribute, the label of a pair. The
/// whole value is a finding of that type, whatever else it looks like; in fields that systems fill (<c>created_at</c>, <c>version</c>)
/// weak findings are lowered.
/// </summary>
internal sealed class FieldNames : IFindingRefiner<TextSource, TextSpan>
{
    private const float Sure = 0.85f, Lowering = 0.5f;

    /// <inheritdoc/>
    public string Id => "field-names";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var around = source.Context.Around;
        if (MeaningOf(source.Context.Field, around) is { } meaning)
        {
            if (meaning.Kind is FieldKind.Timestamp or FieldKind.Technical) Lower(findings, meaning.Kind);
            else NamedValue.Expect(source.Text, new NamedPlace(0, source.Text.Length, meaning), findings, Id);
        }
        else if (source.Context.Field is not (null or [.., '~']) && PairNames.IsLabel(source.Text, out _))
        {
            // the name of a value, not a value
            NamedValue.Expect(source.Text, new NamedPlace(0, source.Text.Length, new(default, FieldKind.Technical)), findings, Id);
        }
        if (around is { Places.Count: > 0 })
            NamedValue.Expect(source.Text, CollectionsMarshal.AsSpan(around.Places), findings, Id);
    }

    /// <summary>What the field says, else what the label beside it says.</summary>
    private static FieldMeaning? MeaningOf(string? field, Surroundings? around)
    {
        var meaning = field is null ? null : FieldVocabulary.Of(field);
        return meaning is null && around?.Caption is { } label && field is not [.., '~']
            ? FieldVocabulary.Of(label) ?? PairNames.CredentialOf(label) : meaning;
    }

    /// <summary>What has a check digit or a word beside it that explains it scores high and stays.</summary>
    private static void Lower(FindingSink<TextSpan> findings, FieldKind kind)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score < Sure || (kind == FieldKind.Timestamp && finding.Type == EntityTypes.Date))
                findings.SetScore(i, finding.Score * Lowering);
        }
    }
}
