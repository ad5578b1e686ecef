using System.Collections.Immutable;
using Redaction.Audio;
using Redaction.Image;

namespace Redaction;

/// <summary>Files that belong together by their names: a recording and its transcript, the files of a Kaldi directory.</summary>
internal static class FileCompanions
{
    private static readonly ImmutableArray<string> s_transcripts =
        [.. FileFormats.All.OfType<ITranscriptFormat>().SelectMany(static f => f.Extensions).Distinct()];

    /// <summary>True for recordings, and for videos whose sound the policy has redacted.</summary>
    public static bool WantsTranscript(string path, LoadedPolicy policy) => FileFormats.Named(path) switch
    {
        { Medium: Medium.Audio } => true,
        VideoFormat => policy.Video.Sound == VideoAudio.Redact || FileFormats.IsSoundInVideo(path, Head(path)),
        _ => false,
    };

    /// <summary>The transcript beside a recording, with its format; null when there is none. It has the recording's name, or that name
    /// with what programs add to it: see <see cref="CompanionName"/>. Links are not followed. Of
    /// several under the recording's own name that say different things none is taken.</summary>
    public static (string Path, ITranscriptFormat Format)? TranscriptBeside(string recording)
    {
        var named = new List<(string Path, ITranscriptFormat Format)>();
        foreach (var extension in s_transcripts)
            if (Transcript(Path.ChangeExtension(recording, extension)) is { } exact) named.Add(exact);
        if (named.Count > 0) return named.Count == 1 || CompanionTexts.Agree(named[0], named.Skip(1)) ? named[0] : null;
        string[] others;
        try
        {
            others = Directory.GetFiles(Path.GetDirectoryName(Path.GetFullPath(recording))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // the item fails with its own code when its turn comes
        }
        Array.Sort(others, StringComparer.Ordinal);
        var stem = Path.GetFileNameWithoutExtension(recording);
        foreach (var other in others)
        {
            if (!s_transcripts.Contains(Path.GetExtension(other), StringComparer.OrdinalIgnoreCase)) continue;
            var name = Path.GetFileNameWithoutExtension(other);
            if (!CompanionName.Fits(stem, name)) continue;
            if (!name.Equals(stem, StringComparison.OrdinalIgnoreCase) && HasRecording(name, others)) continue;
            if (Transcript(other) is { } found) return found;
        }
        return null;
    }

    private static (string Path, ITranscriptFormat Format)? Transcript(string path) =>
        File.Exists(path) && new FileInfo(path).LinkTarget is null && FileNature.IsRegular(path)
            && FileFormats.TranscriptOf(path, Head(path)) is { } format
            ? (path, format) : null;

    /// <summary>True when a recording has just that name: the transcript belongs to it.</summary>
    private static bool HasRecording(string name, string[] files) =>
        Array.Exists(files, f => FileFormats.Named(f) is { Medium: Medium.Audio }
            && Path.GetFileNameWithoutExtension(f.AsSpan()).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The files of a folder that are one Kaldi data directory, <c>text</c> first; empty where there is no <c>text</c> or no
    /// <c>utt2spk</c>.</summary>
    public static ImmutableArray<string> KaldiFiles(IEnumerable<string> paths)
    {
        string[] parts = [.. paths.Where(static p => KaldiDirectory.Format.Recognises([], p))];
        var text = parts.FirstOrDefault(static p => Path.GetFileName(p) == "text");
        return text is null || !parts.Any(static p => Path.GetFileName(p) == "utt2spk") ? [] : [text, .. parts.Where(p => p != text)];
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
