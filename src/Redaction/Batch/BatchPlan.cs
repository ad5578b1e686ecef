using Redaction.Audio;

namespace Redaction;

/// <summary>What a run works on: the inputs in order, calls paired with their transcripts.</summary>
internal static class BatchPlan
{
    /// <exception cref="ArgumentException">An input does not exist, or two inputs would become the same output.</exception>
    public static List<BatchItem> Make(IEnumerable<string> inputs) => Make(InputWalk.Walk(inputs));

    /// <exception cref="ArgumentException">Two inputs would become the same output.</exception>
    public static List<BatchItem> Make(List<InputFile> files)
    {
        RefuseDuplicates(files);
        var transcripts = PairCalls(files);
        var taken = transcripts.Values.Select(static t => t.FullPath).ToHashSet(StringComparer.Ordinal);
        var items = new List<BatchItem>(files.Count);
        foreach (var file in files)
        {
            if (taken.Contains(file.FullPath)) continue;
            items.Add(new(items.Count, file, transcripts.TryGetValue(file.FullPath, out var transcript) ? transcript : null));
        }
        return items;
    }

    private static void RefuseDuplicates(List<InputFile> files)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
            if (!seen.Add(file.RelativePath)) throw new ArgumentException($"Two inputs would become the same output '{file.RelativePath}': run them into folders of their own.");
    }

    private static Dictionary<string, InputFile> PairCalls(List<InputFile> files)
    {
        var pairs = new Dictionary<string, InputFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.Error is not null || !FileClassifier.IsAudio(file.FullPath)) continue;
            if (TranscriptBeside(file) is { } transcript) pairs.Add(file.FullPath, transcript);
        }
        return pairs;
    }

    private static InputFile? TranscriptBeside(InputFile audio)
    {
        foreach (var format in TranscriptFormats.All)
        {
            foreach (var extension in format.Extensions)
            {
                var path = Path.ChangeExtension(audio.FullPath, extension);
                if (!File.Exists(path) || new FileInfo(path).LinkTarget is not null) continue;
                if (TranscriptFormats.Detect(extension, Head(path)) is not null) return new(path, Path.ChangeExtension(audio.RelativePath, extension));
            }
        }
        return null;
    }

    private static ReadOnlySpan<byte> Head(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return InputContent.Head(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // the item fails with its own code when its turn comes
        }
    }
}
