using Redaction.Audio;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>What a run works on: the inputs in order, calls paired with their transcripts, and videos where the policy has their sound redacted.</summary>
internal static class BatchPlan
{
    /// <exception cref="ArgumentException">An input does not exist, or two inputs would become the same output.</exception>
    public static List<BatchItem> Make(IEnumerable<string> inputs, LoadedPolicy policy) => Make(InputWalk.Walk(inputs), policy);

    /// <exception cref="ArgumentException">Two inputs would become the same output.</exception>
    public static List<BatchItem> Make(List<InputFile> files, LoadedPolicy policy)
    {
        RefuseDuplicates(files);
        var transcripts = Pair(files, policy.Video.Sound == VideoAudio.Redact);
        var directories = KaldiDirectories(files);
        var taken = transcripts.Values.Concat(directories.Values.SelectMany(static d => d)).Select(static t => t.FullPath).ToHashSet(StringComparer.Ordinal);
        var items = new List<BatchItem>(files.Count);
        foreach (var file in files)
        {
            if (taken.Contains(file.FullPath)) continue;
            items.Add(new(items.Count, file, transcripts.TryGetValue(file.FullPath, out var transcript) ? transcript : null)
            {
                Parts = directories.TryGetValue(file.FullPath, out var parts) ? [.. parts] : [],
            });
        }
        return items;
    }

    private static void RefuseDuplicates(List<InputFile> files)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
            if (!seen.Add(file.RelativePath)) throw new ArgumentException($"Two inputs would become the same output '{file.RelativePath}': run them into folders of their own.");
    }

    /// <summary>Folders with <c>text</c> and <c>utt2spk</c>: the files beside <c>text</c>.</summary>
    private static Dictionary<string, List<InputFile>> KaldiDirectories(List<InputFile> files)
    {
        var directories = new Dictionary<string, List<InputFile>>(StringComparer.Ordinal);
        foreach (var folder in files.Where(static f => f.Error is null && KaldiDirectory.IsPart(Path.GetFileName(f.FullPath))).GroupBy(static f => Path.GetDirectoryName(f.FullPath)))
        {
            var text = folder.FirstOrDefault(static f => Path.GetFileName(f.FullPath) == "text");
            if (text.FullPath is null || !folder.Any(static f => Path.GetFileName(f.FullPath) == "utt2spk")) continue;
            directories.Add(text.FullPath, [.. folder.Where(f => f != text)]);
        }
        return directories;
    }

    private static Dictionary<string, InputFile> Pair(List<InputFile> files, bool hearsVideos)
    {
        var pairs = new Dictionary<string, InputFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.Error is not null || !(FileClassifier.IsAudio(file.FullPath) || (hearsVideos && FileClassifier.IsVideo(file.FullPath)))) continue;
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
