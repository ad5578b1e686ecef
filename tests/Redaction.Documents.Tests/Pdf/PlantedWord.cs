namespace Redaction.Documents.Tests.Pdf;

/// <summary>Finds the values that the tests plant: any word that begins with <c>plover</c>.</summary>
internal sealed class PlantedWord : ITextDetector
{
    public DetectorInfo Info { get; } = new("test.plover", [EntityTypes.Person]);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        for (var at = source.Text.IndexOf("plover"); at >= 0;)
        {
            var end = at + 6;
            while (end < source.Text.Length && char.IsAsciiLetterOrDigit(source.Text[end])) end++;
            findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(at, end), 1, "test.plover"));
            var next = source.Text[end..].IndexOf("plover");
            at = next < 0 ? -1 : end + next;
        }
    }
}
