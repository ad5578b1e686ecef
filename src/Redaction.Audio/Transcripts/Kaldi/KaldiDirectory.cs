using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>A Kaldi data directory: <c>text</c>, <c>segments</c>, <c>utt2spk</c>, <c>spk2utt</c>, <c>wav.scp</c>, <c>ctm</c> and others,
/// read as one transcript.</summary>
/// <remarks>https://kaldi-asr.org/doc/data_prep.html</remarks>
internal sealed class KaldiDirectory : IFileFormat
{
    private static readonly FrozenSet<string> s_names = new[]
    {
        "text", "segments", "utt2spk", "spk2utt", "wav.scp", "reco2file_and_channel", "spk2gender", "utt2dur", "reco2dur", "utt2lang",
        "ctm", "stm", "feats.scp", "cmvn.scp", "vad.scp", "utt2num_frames",
    }.ToFrozenSet(StringComparer.Ordinal);

    private KaldiDirectory() { }

    /// <summary>The format. Its files have fixed names instead of extensions.</summary>
    public static KaldiDirectory Format { get; } = new();

    /// <inheritdoc/>
    public string Id => "kaldi";

    /// <inheritdoc/>
    public string Medium => Redaction.Medium.Text;

    /// <inheritdoc/>
    public string Description => "Kaldi data directory: text, segments, utt2spk, spk2utt, wav.scp, ctm and others together.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head, string name) => IsPart(Path.GetFileName(name));

    /// <summary>True for the files that are read.</summary>
    public static bool IsPart(string name) => s_names.Contains(name);

    internal static Transcript Read(IReadOnlyList<KaldiFile> files)
    {
        foreach (var file in files)
            if (!IsPart(file.Name))
                throw new RedactionException(ErrorCodes.UnsupportedFormat, "kaldi",
                    $"The files that are read are {string.Join(", ", s_names.Order(StringComparer.Ordinal))}.");
        if (files.Select(static f => f.Name).Distinct(StringComparer.Ordinal).Count() != files.Count)
            throw new RedactionException(ErrorCodes.Malformed, "kaldi", "A file is given twice.");
        if (!files.Any(static f => f.Name == "text"))
            throw new RedactionException(ErrorCodes.NoTranscript, "kaldi", "The directory needs a file 'text'.");
        return new KaldiReader(files).Read();
    }
}
