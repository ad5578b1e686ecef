using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Evaluation;

/// <summary>Reads a folder of brat standoff files: <c>x.txt</c> with <c>x.ann</c> beside it (<c>T1⇥PER 0 8⇥Jane Roe</c>).
/// The pieces of a discontinuous span are spans of their own.</summary>
internal static class Brat
{
    /// <summary>Reads a data set, file by file in the order of their names. Offsets are code points unless the
    /// options say otherwise.</summary>
    /// <exception cref="RedactionException">An annotation is not of this shape or lies outside the text
    /// (<see cref="ErrorCodes.Malformed"/>).</exception>
    public static IEnumerable<LabelledText> Read(string folder, TextDatasetOptions? options = null)
    {
        var number = 0L;
        foreach (var file in Directory.EnumerateFiles(folder, "*.ann", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(Path.ChangeExtension(file, ".txt"));
            yield return new(++number, text,
                [.. File.ReadLines(file).Where(static l => l.StartsWith('T'))
                    .SelectMany(line => ReadLine(text, line, options ?? new(), number))]);
        }
    }

    private static ImmutableArray<EntitySpan> ReadLine(string text, string line, TextDatasetOptions options, long number)
    {
        try
        {
            var head = line.Split('\t')[1];
            var space = head.IndexOf(' ', StringComparison.Ordinal);
            var entity = options.Name(head[..space]);
            return [.. head[(space + 1)..].Split(';').Select(static p => p.Split(' ')).Select(p => new EntitySpan(
                options.Span(text, int.Parse(p[0], CultureInfo.InvariantCulture), int.Parse(p[1], CultureInfo.InvariantCulture)), entity))];
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or FormatException)
        {
            throw new RedactionException(ErrorCodes.Malformed, "brat",
                $"An annotation of file {number} is not 'T1⇥TYPE start end⇥text' inside the text.", e.GetType());
        }
    }
}
