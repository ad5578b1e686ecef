namespace Redaction.Documents.Tests.Pdf;

/// <summary>Finds the values that the tests plant: any word that begins with <c>plover</c>; where none does, any that begins with
/// <c>heron</c>, as a model that sees a value only once others are gone.</summary>
internal sealed class PlantedWord : ITextDetector
{
    public DetectorInfo Info { get; } = new("test.plover", [EntityTypes.Person]);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        if (!Find(source.Text, "plover", findings)) Find(source.Text, "heron", findings);
    }

    private static bool Find(ReadOnlySpan<char> text, string word, FindingSink<TextSpan> findings)
    {
        var first = text.IndexOf(word);
        for (var at = first; at >= 0;)
        {
            var end = at + word.Length;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
            findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(at, end), 1, "test.plover"));
            var next = text[end..].IndexOf(word);
            at = next < 0 ? -1 : end + next;
        }
        return first >= 0;
    }
}
