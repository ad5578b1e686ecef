using System.Text.Json;
using Redaction.Image;

namespace Redaction.Conformance;

/// <summary>Counts how many characters of identifiers in photographed documents are masked:
/// those whose middle lies in a region that the default policy takes out.</summary>
internal sealed class DocumentReport(ImageFileRedactor redactor, TextWriter output)
{
    private readonly SortedDictionary<string, (int Covered, int All)> _kinds = new(StringComparer.Ordinal);

    /// <param name="folder">Holds <c>documents.json</c>: for each photograph and kind of identifier the middles of its characters.</param>
    public void Write(string folder)
    {
        using var described = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "documents.json")));
        var (masked, pixels, documents) = (0L, 0L, 0);
        foreach (var document in described.RootElement.EnumerateObject())
        {
            var masks = new Masks();
            using var file = File.OpenRead(Path.Combine(folder, document.Name));
            var image = redactor.Redact(file, Stream.Null, observer: masks);
            foreach (var kind in document.Value.EnumerateObject()) Add(kind, masks.Boxes);
            masked += masks.Boxes.Sum(static b => (long)b.Width * b.Height);
            pixels += (long)image.Width * image.Height;
            documents++;
        }
        output.WriteLine(FormattableString.Invariant($"{documents} documents, {masked / (double)pixels:0.000} of the pixels masked"));
        output.WriteLine(
            FormattableString.Invariant(
                $"characters covered  {Share(_kinds.Values.Sum(static k => k.Covered), _kinds.Values.Sum(static k => k.All))}"));
        foreach (var (kind, (covered, all)) in _kinds) output.WriteLine($"  {kind,-18}{Share(covered, all)}");
    }

    private void Add(JsonProperty kind, List<PixelBox> boxes)
    {
        var (covered, all) = _kinds.GetValueOrDefault(kind.Name);
        foreach (var middle in kind.Value.EnumerateArray())
        {
            var point = new PixelBox(middle[0].GetInt32(), middle[1].GetInt32(), 1, 1);
            if (boxes.Exists(b => b.Overlaps(point))) covered++;
            all++;
        }
        _kinds[kind.Name] = (covered, all);
    }

    private static string Share(int covered, int all) => FormattableString.Invariant($"{covered / (double)all:0.000} ({covered} of {all})");

    /// <summary>Keeps what a policy takes out of an image.</summary>
    private sealed class Masks : RedactionObserver
    {
        public List<PixelBox> Boxes { get; } = [];

        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        {
            if (plan is RedactionPlan<PixelBox> boxes) Boxes.AddRange(boxes.Items.Select(static i => i.Finding.Region));
        }
    }
}
