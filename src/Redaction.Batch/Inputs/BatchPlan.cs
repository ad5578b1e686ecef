using Redaction.Audio;

namespace Redaction.Batch;

/// <summary>What a run works on: the inputs in order, calls paired with their transcripts, and videos where the policy has their sound
/// redacted.</summary>
internal static class BatchPlan
{
    /// <exception cref="ArgumentException">An input does not exist, or two inputs would become the same output.</exception>
    public static List<BatchItem> Make(IEnumerable<string> inputs, LoadedPolicy policy) => Make(InputWalk.Walk(inputs), policy);

    /// <exception cref="ArgumentException">Two inputs would become the same output.</exception>
    public static List<BatchItem> Make(List<InputFile> files, LoadedPolicy policy)
    {
        RefuseDuplicates(files);
        var transcripts = Pair(files, policy);
        var shared = TakeShared(transcripts);
        var directories = KaldiDirectories(files);
        var taken = transcripts.Values.Select(static t => t.File).Concat(directories.Values.SelectMany(static d => d))
            .Select(static t => t.FullPath).ToHashSet(StringComparer.Ordinal);
        var items = new List<BatchItem>(files.Count);
        foreach (var file in files)
        {
            if (taken.Contains(file.FullPath)) continue;
            items.Add(Item(items.Count, file));
        }
        return items;

        BatchItem Item(int index, InputFile file) =>
            shared.Contains(file.FullPath) ? new(index, file with { Error = ErrorCodes.SharedTranscript }, null) :
            transcripts.TryGetValue(file.FullPath, out var transcript) ? new(index, file, transcript.File) { Spoken = transcript.Format }
            : directories.TryGetValue(file.FullPath, out var parts)
                ? new(index, file, null) { Format = KaldiDirectory.Format, Parts = [.. parts] }
            : new(index, file, null);
    }

    private static void RefuseDuplicates(List<InputFile> files)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (seen.Add(file.RelativePath)) continue;
            throw new ArgumentException(
                $"Two inputs would become the same output '{file.RelativePath}': run them into folders of their own.");
        }
    }

    /// <summary>The files beside the <c>text</c> of each Kaldi directory.</summary>
    private static Dictionary<string, InputFile[]> KaldiDirectories(List<InputFile> files)
    {
        var directories = new Dictionary<string, InputFile[]>(StringComparer.Ordinal);
        foreach (var folder in files.Where(static f => f.Error is null).GroupBy(static f => Path.GetDirectoryName(f.FullPath)))
        {
            var parts = FileCompanions.KaldiFiles(folder.Select(static f => f.FullPath));
            if (parts.IsEmpty) continue;
            directories.Add(parts[0], [.. parts[1..].Select(p => folder.First(f => f.FullPath == p))]);
        }
        return directories;
    }

    /// <summary>Recordings that have one transcript between them: which of them it tells of nobody knows, and it can be written only
    /// once.</summary>
    private static HashSet<string> TakeShared(Dictionary<string, (InputFile File, ITranscriptFormat Format)> transcripts)
    {
        var shared = transcripts.GroupBy(static t => t.Value.File.FullPath, StringComparer.Ordinal).Where(static g => g.Count() > 1)
            .SelectMany(static g => g).Select(static t => t.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var recording in shared) transcripts.Remove(recording);
        return shared;
    }

    private static Dictionary<string, (InputFile File, ITranscriptFormat Format)> Pair(List<InputFile> files, LoadedPolicy policy)
    {
        var pairs = new Dictionary<string, (InputFile, ITranscriptFormat)>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.Error is not null || !FileCompanions.WantsTranscript(file.FullPath, policy)) continue;
            if (FileCompanions.TranscriptBeside(file.FullPath) is not { } found) continue;
            var relative = file.RelativePath[..(file.RelativePath.LastIndexOf('/') + 1)] + Path.GetFileName(found.Path);
            pairs.Add(file.FullPath, (new(found.Path, relative), found.Format));
        }
        return pairs;
    }
}
