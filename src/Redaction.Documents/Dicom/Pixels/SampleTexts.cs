namespace Redaction.Documents.Dicom;

/// <summary>Tells files in whose plain samples a text of their own header stands: those are no samples, as in a file that was put together
/// wrongly, and no look at the picture finds them.</summary>
internal static class SampleTexts
{
    private const int Shortest = 10, FewestSigns = 5, MostTexts = 64; // bytes, different ones among them, texts that are looked for

    /// <summary>Refuses such a file.</summary>
    /// <exception cref="RedactionException">It is one (<see cref="ErrorCodes.Malformed"/>).</exception>
    public static void Check(DicomFile file, DicomSettings settings)
    {
        foreach (var tag in (uint[])[0x7FE00010, 0x7FE00008, 0x7FE00009])
            if (file.Dataset.Find(tag) is { Fragments: null, Items: null, Length: >= Shortest } pixels && Holds(file, pixels, settings))
                throw DicomFault.Of(ErrorCodes.Malformed, "A text of the header stands among the samples.");
    }

    private static bool Holds(DicomFile file, DicomElement pixels, DicomSettings settings)
    {
        var left = MostTexts;
        foreach (var element in file.Dataset.Elements)
        {
            if (element.Items is not null || !VrRules.IsText(element.Vr) || element.Length is < Shortest or > 1024) continue;
            if (ProfileTable.Find(element.Tag)?.Under(settings) is null or ProfileAction.Keep or ProfileAction.Clean) continue;
            var text = element.In(file.Source).Trim(" \0"u8);
            if (text.Length < Shortest || Signs(text) < FewestSigns) continue; // such samples can be
            if (left-- == 0) return false;
            if (pixels.In(file.Source).IndexOf(text) >= 0) return true;
        }
        return false;
    }

    private static int Signs(ReadOnlySpan<byte> text)
    {
        Span<bool> seen = stackalloc bool[256];
        seen.Clear();
        var count = 0;
        foreach (var sign in text)
        {
            if (seen[sign]) continue;
            seen[sign] = true;
            count++;
        }
        return count;
    }
}
