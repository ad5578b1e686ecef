using System.Security.Cryptography;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Compares what lies in an output folder with its manifest: every file is there, as written, and nothing else is.</summary>
internal sealed class FolderCheck(string root, List<OutputProblem> problems)
{
    private static readonly string[] s_quarantineKeys = ["source", "error", "component", "advice", "line"];

    /// <param name="released">The released files by their path.</param>
    /// <param name="refused">Paths and codes of what was not released.</param>
    public void Run(Dictionary<string, ExpectedFile> released, HashSet<(string Source, string Error)> refused)
    {
        foreach (var entry in released.Values) CompareFile(entry);
        foreach (var file in InputWalk.Walk([root]))
        {
            if (file.Error == InputWalk.LinkCode) problems.Add(new("link", file.RelativePath, "leads out of what was checked"));
            else if (file.RelativePath.StartsWith(FolderOutput.Quarantine + "/", StringComparison.Ordinal))
                CheckQuarantine(file, released, refused);
            else if (!FolderOutput.IsOwn(file.RelativePath) && !released.ContainsKey(file.RelativePath))
                problems.Add(new("unlisted", file.RelativePath, "not in the manifest"));
        }
    }

    public static string Digest(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private void CompareFile(ExpectedFile entry)
    {
        var path = Path.Combine(root, entry.Source);
        if (!File.Exists(path)) problems.Add(new("missing", entry.Source, "not there"));
        else if (Digest(path) != entry.Sha256) problems.Add(new("changed", entry.Source, "another digest than in the manifest"));
    }

    /// <summary>Quarantine holds paths and codes that stand in the manifest too, nothing else.</summary>
    private void CheckQuarantine(
        InputFile file, Dictionary<string, ExpectedFile> released, HashSet<(string Source, string Error)> refused)
    {
        var number = 0;
        try
        {
            foreach (var line in File.ReadLines(file.FullPath))
            {
                number++;
                using var parsed = JsonDocument.Parse(line, ManifestJson.Strict);
                parsed.RootElement.RequireKnown(s_quarantineKeys);
                var (source, error) = (parsed.RootElement.Text("source"), parsed.RootElement.Text("error"));
                // A record that was left out belongs to a file that was released.
                var isKnown = parsed.RootElement.TryGetProperty("line", out _)
                    ? released.ContainsKey(source) : refused.Contains((source, error));
                if (!isKnown) throw new JsonException();
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            problems.Add(new("quarantine", file.RelativePath, $"line {number}: not in the manifest"));
        }
    }
}
