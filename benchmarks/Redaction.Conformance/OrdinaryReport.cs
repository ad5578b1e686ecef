using Redaction.Text;

namespace Redaction.Conformance;

/// <summary>Counts findings in 10,000 words of texts that hold no personal data, by entity and detector. Files are read as UTF-8,
/// whatever they are called.</summary>
internal static class OrdinaryReport
{
    private const int Context = 40;

    public static void Write(TextRedactor redactor, IEnumerable<string> paths, TextWriter output, bool list)
    {
        var (words, counts) = (0L, new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var file in paths.SelectMany(Files))
        {
            var text = File.ReadAllText(file);
            words += Words(text);
            foreach (var item in redactor.Plan(text).Items)
            {
                var (region, key) = (item.Finding.Region, $"{item.Finding.Type} {item.Finding.Detector}");
                counts[key] = counts.GetValueOrDefault(key) + 1;
                if (list) output.WriteLine($"{Path.GetFileName(file)}: {key} {item.Finding.Score:0.00}: {Around(text, region)}");
            }
        }
        var all = counts.Values.Sum();
        output.WriteLine(
            FormattableString.Invariant($"{words} words, {all} findings, {(words == 0 ? 0 : all * 1e4 / words):0.00} in 10,000 words"));
        foreach (var (key,
            count) in counts.OrderByDescending(static c => c.Value)) output.WriteLine(FormattableString.Invariant($"{count,6}  {key}"));
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];

    private static int Words(ReadOnlySpan<char> text)
    {
        var (count, inside) = (0, false);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !inside) count++;
            inside = !char.IsWhiteSpace(c);
        }
        return count;
    }

    private static string Around(string text, TextSpan region)
    {
        var (start, end) = (Math.Max(0, region.Start - Context), Math.Min(text.Length, region.End + Context));
        return $"{text[start..region.Start]}[{text.Substring(region.Start, region.Length)}]{text[region.End..end]}".ReplaceLineEndings(
            " | ");
    }
}
