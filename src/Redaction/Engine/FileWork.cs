using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction;

/// <summary>The files of one item while it is worked on: what is read is what was hashed, and the outputs appear together or not at
/// all.</summary>
internal sealed class FileWork : IItemWork, IDisposable
{
    private readonly ImmutableArray<string> _paths;
    private readonly Func<int, IItemTarget> _open;
    private readonly InputContent?[] _contents;
    private readonly IItemTarget?[] _targets;
    private readonly List<FileDigest> _inputs = [];
    private readonly Func<FileDigest, RedactionObserver> _observe;
    private readonly string _name;
    private DocumentMemory? _memory;
    private RedactionObserver? _observer;

    /// <param name="name">What operators that work per document know the item by.</param>
    /// <param name="paths">The files.</param>
    /// <param name="open">Opens the output of a file.</param>
    /// <param name="observe">Makes the observer, once the first file was hashed.</param>
    public FileWork(string name, ImmutableArray<string> paths, Func<int, IItemTarget> open, Func<FileDigest, RedactionObserver> observe)
    {
        (_paths, _open, _observe) = (paths, open, observe);
        (_contents, _targets) = (new InputContent?[paths.Length], new IItemTarget?[paths.Length]);
        _name = name;
    }

    public DocumentMemory Memory => _memory ??= new(_name) { Written = Written };

    /// <summary>Takes in what operators write; null where nobody asks.</summary>
    public WrittenTexts? Written { get; init; }

    public RedactionContext Context { get; init; } = RedactionContext.Default;

    public ImmutableArray<Glob> Fields { get; init; } = [];

    public ImmutableArray<RecordType> RecordTypes { get; init; } = [];

    public FieldUsage? Usage { get; init; }

    public bool RequiresField { get; init; }

    public bool LeavesOutBadRecords { get; init; }

    public ThreadShare? Share { get; init; }

    public PlanTape? Tape { get; init; }

    public CancellationToken Cancellation { get; init; }

    public int Depth => 0;

    public int Count => _paths.Length;

    public RedactionObserver Observer => _observer ??= _observe(_inputs[0]);

    /// <summary>Digests of what was read, in the order of the files.</summary>
    public IReadOnlyList<FileDigest> Inputs => _inputs;

    /// <summary>The beginning of the first file.</summary>
    public byte[] Head() => Content(0).Head();

    public string NameOf(int index) => Path.GetFileName(_paths[index]);

    public Stream Read(int index)
    {
        var content = Content(index);
        if (_inputs.Count == index) _inputs.Add(content.Digest());
        return content.Stream;
    }

    public Stream Write(int index) => (_targets[index] ??= _open(index)).Stream;

    /// <summary>Puts all outputs in their places.</summary>
    /// <returns>Digests of what was written, in the order of the files.</returns>
    public ImmutableArray<FileDigest> Release()
    {
        Cancellation.ThrowIfCancellationRequested();
        foreach (var content in _contents) content?.EnsureUnchanged();
        ImmutableArray<FileDigest> outputs = [.. _targets.OfType<IItemTarget>().Select(static t => t.Finish())];
        foreach (var target in _targets) target?.Release();
        return outputs;
    }

    public void Dispose()
    {
        foreach (var target in _targets) target?.Dispose();
        foreach (var content in _contents) content?.Dispose();
    }

    private InputContent Content(int index) => _contents[index] ??= new(_paths[index]);
}
