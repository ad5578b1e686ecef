using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Audio;

/// <summary>A program of the user's that makes transcripts. No shell is started; what the program reads and writes lies in a private folder
/// that is gone afterwards.</summary>
internal sealed class RecogniserCommand : ITranscriber
{
    /// <summary>Names it in failures.</summary>
    internal const string Component = "transcriber";

    private const string Input = "input", Recording = "recording", Output = "output", Folder = "folder";
    private const int MostFile = 256 * 1024 * 1024;
    private static readonly string[] s_places = [Input, Recording, Output, Folder];
    private static readonly TimeSpan s_least = TimeSpan.FromMinutes(10);

    private readonly ImmutableArray<string> _words;
    private readonly NamedPlaces _uses;
    private readonly TimeSpan? _limit;

    /// <summary>Makes a recogniser of a command.</summary>
    /// <param name="command">The command: <c>{input}</c> stands for a WAV file of 16 kHz, one channel and 16 bits, <c>{recording}</c> for
    /// one with the rate and the channels of the recording. The transcript is what is written to <c>{output}</c> (also with an extension
    /// added) or into <c>{folder}</c>; where neither is named, to standard output.</param>
    /// <param name="limit">How long the program may run for a recording; null: ten minutes, and four times the recording's length.</param>
    /// <exception cref="ArgumentException">The command is empty, names no recording or an unknown place, or a quote is open.</exception>
    public RecogniserCommand(string command, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        (_words, _limit) = (CommandWords.Of(command), limit);
        var places = CommandWords.Places(_words).ToHashSet(StringComparer.Ordinal);
        if (places.FirstOrDefault(static p => !s_places.Contains(p)) is { } unknown)
            throw new ArgumentException($"A transcriber's command has no '{{{unknown}}}' (valid: {Valid()}).");
        _uses = new(places.Contains(Input), places.Contains(Recording), places.Contains(Output) || places.Contains(Folder));
        if (_uses is { Input: false, Recording: false })
            throw new ArgumentException("A transcriber's command names the recording that it reads: {input} or {recording} "
                + "(such as: whisper-cli -m model.bin -f {input} -ojf -of {output}).");
        Id = Path.GetFileNameWithoutExtension(_words[0]) + " "
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(command)).AsSpan(0, 8));
    }

    /// <summary>The name of the program, and the beginning of the SHA-256 of the command, which may hold paths and keys.</summary>
    public string Id { get; }

    /// <inheritdoc/>
    public byte[] Transcribe(Stream wav, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("redaction-"); // readable by the owner only
        try
        {
            var header = WavReader.Read(wav);
            var first = wav.Position;
            var made = folder.CreateSubdirectory("out").FullName;
            var places = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Input] = Path.Combine(folder.FullName, "call.wav"),
                [Recording] = Path.Combine(folder.FullName, "recording.wav"),
                [Folder] = made,
                [Output] = Path.Combine(made, "call"),
            };
            if (_uses.Input) Put(places[Input], to => SpeechWav.Write(wav, header, to, cancellationToken));
            wav.Position = first;
            if (_uses.Recording)
                Put(places[Recording], to => WavWriter.PutBack(header with { Fact = null }, wav, to, [], cancellationToken));
            var limit = _limit ?? s_least + 4 * TimeSpan.FromTicks(header.Duration);
            var told = new UserProgram(Component, [.. _words.Select(w => Filled(w, places))], limit).Run(cancellationToken);
            return _uses.Output ? Written(made) : told;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Returns no part of the command.</summary>
    public override string ToString() => "RecogniserCommand";

    /// <summary>The transcript among the files that were written: programs write one of each format.</summary>
    private static byte[] Written(string folder)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(static f => f.LinkTarget is null)
            .OrderBy(static f => f.Extension != ".json").ThenBy(static f => f.FullName, StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            throw new RedactionException(ErrorCodes.ProgramFailed, Component, "It wrote nothing to {output} or into {folder}.");
        byte[]? last = null;
        foreach (var file in files)
        {
            if (file.Length > MostFile) throw new RedactionException(ErrorCodes.TooLarge, Component, "A transcript may have 256 MiB.");
            var content = File.ReadAllBytes(file.FullName);
            if (MadeTranscript.Of(content) is { HasTimes: true }) return content;
            last ??= content;
        }
        return last!;
    }

    private static void Put(string path, Action<Stream> write)
    {
        using var file = File.Create(path);
        write(file);
    }

    private static string Filled(string word, Dictionary<string, string> places)
    {
        foreach (var (name, path) in places) word = word.Replace($"{{{name}}}", path, StringComparison.Ordinal);
        return word;
    }

    private static string Valid() => string.Join(", ", s_places.Select(static p => $"{{{p}}}"));

    /// <summary>Which places a command names.</summary>
    private readonly record struct NamedPlaces(bool Input, bool Recording, bool Output);
}
