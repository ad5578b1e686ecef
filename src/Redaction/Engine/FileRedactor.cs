using System.Collections.Immutable;
using Redaction.Audio;
using Redaction.Text;

namespace Redaction;

/// <summary>Redacts files of every kind there is a format for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FileRedactor
{
    private const string Component = "files";
    private readonly RedactionEngine _engine;

    private readonly int _threads;

    internal FileRedactor(RedactionEngine engine, int threads = 1) => (_engine, _threads) = (engine, threads);

    /// <summary>This redactor, which has so many threads work on each file: JSON Lines, tables and texts are searched in parts at once.
    /// The output is the same for any number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is less than one.</exception>
    public FileRedactor WithThreads(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return new(_engine, threads);
    }

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
            Share = Share(),
            Cancellation = cancellationToken,
        };
        return Signalled(counting.Counts, () =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var format = Directory.Exists(input) ? KaldiDirectory.Format : FileFormats.Detect(input, work.Head());
            var item = FileItems.Of(format, spoken);
            item.Redact(_engine, work);
            work.Release();
            return (item, work.Inputs.Sum(static i => i.Bytes));
        });

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

    /// <summary>Redacts what a stream holds into another one, such as an upload: nothing is written before all of it was worked
    /// through.</summary>
    /// <param name="input">The content; only read asynchronously.</param>
    /// <param name="output">Receives the redacted content; only written asynchronously. <see cref="Stream.Null"/> for a dry run.</param>
    /// <param name="name">The name of the file, or the media type of the content, such as <c>application/json</c>. Recordings and
    /// videos with their transcripts are files.</param>
    /// <param name="context">What policy rules may match on.</param>
    /// <param name="observer">Is notified of the plans, on another thread.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <remarks>Up to 256 KiB lie in memory, more in temporary files that only this user may read and that are gone afterwards. At most
    /// as many items are worked through at a time as there are processors; the others wait, without a thread.</remarks>
    /// <exception cref="UnknownChoiceException">No rule asks for the data type, purpose or role.</exception>
    /// <exception cref="RedactionException">The content cannot be read, or a component failed; nothing was written.</exception>
    /// <exception cref="IOException">A stream failed.</exception>
    public Task<FileSummary> RedactAsync(
        Stream input, Stream output, string name, RedactionContext? context = null, RedactionObserver? observer = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        context ??= RedactionContext.Default;
        PolicyNames.Require(_engine.Policy, _engine.Declared, context, []);
        var counting = new CountingObserver(observer ?? RedactionObserver.None);
        return SpooledWork.RunAsync(input, output, Work, cancellationToken);

        FileSummary Work(Stream from, Stream to) => Signalled(counting.Counts, () =>
        {
            var work = new StreamWork(name, from, to, counting, _engine.Policy, context, cancellationToken) { Share = Share() };
            var item = FileItems.Of(work.Format);
            item.Redact(_engine, work);
            return (item, from.Length);
        });
    }

    /// <summary>One of the threads is the one that works on the file.</summary>
    private ThreadShare? Share()
    {
        if (_threads == 1) return null;
        var share = new ThreadShare(_threads);
        share.Take(CancellationToken.None);
        return share;
    }

    /// <summary>Gives failures their codes, and tells who listens how the work went.</summary>
    private FileSummary Signalled(ItemCounts counts, Func<(IFileItem Item, long Bytes)> work)
    {
        var signals = RedactionSignals.Begin();
        var policy = _engine.Policy.Policy.Id;
        try
        {
            var (item, bytes) = work();
            foreach (var ((entity, medium), count) in counts.Media) RedactionSignals.Count(entity, medium, count);
            signals.End(policy, item.Format.Id, bytes, error: null);
            return counts.Of(item);
        }
        catch (OperationCanceledException)
        {
            signals.End(policy, format: null, bytes: -1, "canceled");
            throw;
        }
        catch (Exception e)
        {
            var failure = FileFailure.Of(e, Component);
            signals.End(policy, format: null, bytes: -1, failure.Code);
            throw failure;
        }
    }

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
