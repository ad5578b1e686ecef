using System.Runtime.InteropServices;

namespace Redaction.Text;

/// <summary>Names of values in running text: the label before a colon or on the line above, the header of a column between bars, the
/// columns of an SQL statement, the fields of a segment of HL7, the arguments of a macro, the other half of a pair of name and value. What
/// they name is treated as in a field of that name.</summary>
internal sealed class NamedPlaces : IFindingRefiner<TextSource, TextSpan>
{
    [ThreadStatic]
    private static List<NamedPlace>? t_places;

    /// <inheritdoc/>
    public string Id => "labels";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (source.Context.Field is [.., '~']) return;
        var places = t_places ?? [];
        t_places = null;
        try
        {
            LabelPairs.Find(source.Text, places);
            SectionNames.Find(source.Text, places);
            LabelLines.Find(source.Text, places);
            BarTables.Find(source.Text, places);
            RuledColumns.Find(source.Text, places);
            SqlInserts.Find(source.Text, places);
            SqlCopies.Find(source.Text, places);
            AccountFiles.Find(source.Text, places);
            TaggedTokens.Find(source.Text, places);
            MediaTags.Find(source.Text, places);
            LinkedSecrets.Find(source.Text, places);
            Hl7Lines.Find(source.Text, places);
            LabelRuns.Find(source.Text, places);
            EdiSegments.Find(source.Text, places);
            MacroArguments.Find(source.Text, places);
            SgmlValues.Find(source.Text, places);
            NmeaSentences.Find(source.Text, places);
            ArffRows.Find(source.Text, places);
            UniversalTokens.Find(source.Text, places);
            BlockDefaults.Find(source.Text, places);
            LineRecords.Find(source.Text, places);
            FormParts.Find(source.Text, places);
            FixedRecords.Find(source.Text, places);
            if (places.Count > 0) NamedValue.Expect(source.Text, CollectionsMarshal.AsSpan(places), findings, Id);
        }
        finally
        {
            places.Clear();
            t_places = places;
        }
    }
}
