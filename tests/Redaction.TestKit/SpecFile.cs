using System.Text;

namespace Redaction.TestKit;

/// <summary>A specification that people and tests read: values to find stand in [[double brackets]].</summary>
public sealed record SpecFile(string Path, string Id, IReadOnlyList<SpecCase> Finds, IReadOnlyList<SpecCase> Leaves)
{
    public static IEnumerable<SpecFile> ReadAll(string folder) =>
        Directory.EnumerateFiles(folder, "*.spec.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read);

    public static SpecFile Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var id = lines[0].TrimStart('#', ' ').Split(' ')[0];
        List<SpecCase> finds = [], leaves = [];
        List<SpecCase>? section = null;
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
                section = lines[i] switch { "## Finds" => finds, "## Leaves" => leaves, _ => null };
            else if (section is not null && lines[i].StartsWith("- ", StringComparison.Ordinal))
                section.Add(Parse(i + 1, lines[i][2..]));
        }
        return new(path, id, finds, leaves);
    }

    private static SpecCase Parse(int line, string raw)
    {
        var comment = raw.IndexOf(" <!--", StringComparison.Ordinal);
        var note = comment < 0 ? "" : raw[(comment + 5)..].Replace("-->", "", StringComparison.Ordinal).Trim();
        if (comment >= 0) raw = raw[..comment].TrimEnd();
        raw = raw.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);
        var text = new StringBuilder();
        List<TextSpan> spans = [];
        var open = -1;
        for (var i = 0; i < raw.Length; i++)
        {
            if (open < 0 && raw.AsSpan(i).StartsWith("[[")) { open = text.Length; i++; }
            else if (open >= 0 && raw.AsSpan(i).StartsWith("]]")) { spans.Add(TextSpan.FromBounds(open, text.Length)); open = -1; i++; }
            else text.Append(raw[i]);
        }
        return new(line, text.ToString(), spans, note);
    }
}
