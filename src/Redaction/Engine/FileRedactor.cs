using System.Collections.Immutable;
using Redaction.Audio;

namespace Redaction;

/// <summary>Redacts files of every kind there is a format for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FileRedactor
{
    private const string Component = "files";
    private readonly RedactionEngine _engine;

    internal FileRedactor(RedactionEngine engine) => _engine = engine;

    /// <summary>Redacts a file into another one of the same format, which appears whole or not at all.</summary>
    /// <param name="inputPath">The file: what it is, its extension and content tell. Beside a recording lies its transcript under the same
    /// name, which is
    /// redacted with it; a Kaldi data directory is one input.</param>
    /// <param name="outputPath">Where the redacted file goes; an older one is replaced, missing folders are made. The transcript goes
    /// beside it.</param>
    /// <param name="context">What policy rules may match on.</param>
    /// <param name="observer">Is notified of the plans.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="UnknownChoiceException">No rule asks for the data type, purpose or role.</exception>
    /// <exception cref="ArgumentException">There is no such file, or the output is the input.</exception>
    /// <exception cref="RedactionException">The file cannot be read or written, or a component failed; nothing was released.</exception>
    public FileSummary Redact(
        string inputPath, string outputPath, RedactionContext? context = null, RedactionObserver? observer = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(inputPath);
        ArgumentException.ThrowIfNullOrWhiteSpace(outputPath);
        var (input, output) = (Path.GetFullPath(inputPath), Path.GetFullPath(outputPath));
        if (input == output) throw new ArgumentException("The output would replace the input.");
        PolicyNames.Require(_engine.Policy, _engine.Declared, context ?? RedactionContext.Default, []);
        var (files, spoken) = FilesOf(input);
        var counting = new CountingObserver(observer ?? RedactionObserver.None);
        var (dataType, records) = new DataTypeMap(_engine.Policy.DataTypes)
            .Of([input.Replace('\\', '/'), Path.GetFileName(input)], context?.DataType);
        using var work = new FileWork(Path.GetFileName(input), files, i => new OutputFile(PlaceOf(i)), _ => counting)
        {
            Context = (context ?? RedactionContext.Default) with { DataType = dataType },
            RecordTypes = records,
            Cancellation = cancellationToken,
        };
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var format = Directory.Exists(input) ? KaldiDirectory.Format : FileFormats.Detect(input, work.Head());
            var item = FileItems.Of(format, spoken);
            item.Redact(_engine, work);
            work.Release();
            return counting.Counts.Of(item);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw FileFailure.Of(e, Component);
        }

        string PlaceOf(int index) =>
            Directory.Exists(input) ? Path.Combine(output, Path.GetFileName(files[index]))
            : index == 0 ? output : Beside(output, Path.GetFileName(files[index]));

        string Beside(string recording, string transcript)
        {
            var (stem, name) = (Path.GetFileNameWithoutExtension(input), Path.GetFileNameWithoutExtension(recording));
            var renamed = transcript.StartsWith(stem, StringComparison.Ordinal) ? name + transcript[stem.Length..] : transcript;
            return Path.Combine(Path.GetDirectoryName(recording)!, renamed);
        }
    }

    /// <summary>Redacts a file on another thread; see <see cref="Redact"/>.</summary>
    /// <param name="inputPath">The file.</param>
    /// <param name="outputPath">Where the redacted file goes.</param>
    /// <param name="context">What policy rules may match on.</param>
    /// <param name="observer">Is notified of the plans, on that thread.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no such file, or the output is the input.</exception>
    /// <exception cref="RedactionException">The file cannot be read or written, or a component failed; nothing was released.</exception>
    public Task<FileSummary> RedactAsync(
        string inputPath, string outputPath, RedactionContext? context = null, RedactionObserver? observer = null,
        CancellationToken cancellationToken = default) =>
        Task.Run(() => Redact(inputPath, outputPath, context, observer, cancellationToken), cancellationToken);

    private (ImmutableArray<string> Files, ITranscriptFormat? Spoken) FilesOf(string input)
    {
        if (Directory.Exists(input))
        {
            var files = FileCompanions.KaldiFiles(Directory.EnumerateFiles(input).Order(StringComparer.Ordinal));
            if (files.IsEmpty) throw new ArgumentException("A folder is one input only where it is a Kaldi data directory.");
            return (files, null);
        }
        if (!File.Exists(input)) throw new ArgumentException("There is no such file.");
        return FileCompanions.WantsTranscript(input, _engine.Policy) && FileCompanions.TranscriptBeside(input) is { } transcript
            ? ([input, transcript.Path], transcript.Format)
            : ([input], null);
    }
}
