using System.Collections.Immutable;
using System.Security.Cryptography;
using Redaction.Text;

namespace Redaction;

/// <summary>The content of a stream while it is worked on.</summary>
internal sealed class StreamWork : IItemWork
{
    private readonly string _name;
    private readonly Stream _input;
    private readonly Stream _output;

    /// <param name="name">The file's name, or a media type.</param>
    /// <param name="input">Can be sought.</param>
    /// <param name="output">Receives the redacted content.</param>
    /// <param name="observer">Is notified of the plans.</param>
    /// <param name="policy">Gives the content its data type.</param>
    /// <param name="context">What rules may match on.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="RedactionException">No format reads the content.</exception>
    public StreamWork(
        string name, Stream input, Stream output, RedactionObserver observer, LoadedPolicy policy, RedactionContext context,
        CancellationToken cancellation)
    {
        (_name, _input, _output, Observer, Cancellation) = (name, input, output, observer, cancellation);
        Format = FormatOf(name, Head());
        Memory = new(Convert.ToHexString(SHA256.HashData(input))); // names of uploads repeat
        var (dataType, records) = new DataTypeMap(policy.DataTypes).Of([name.Replace('\\', '/'), NameOf(0)], context.DataType);
        (Context, RecordTypes) = (context with { DataType = dataType }, records);
    }

    public IFileFormat Format { get; }

    public int Count => 1;

    public DocumentMemory Memory { get; }

    public RedactionContext Context { get; }

    public ImmutableArray<RecordType> RecordTypes { get; }

    public ImmutableArray<Glob> Fields => [];

    public FieldUsage? Usage => null;

    public bool RequiresField => false;

    public bool LeavesOutBadRecords => false;

    public RedactionObserver Observer { get; }

    public ThreadShare? Share { get; init; }

    public CancellationToken Cancellation { get; }

    public int Depth => 0;

    public string NameOf(int index) => Path.GetFileName(_name);

    public Stream Read(int index)
    {
        _input.Position = 0;
        return _input;
    }

    public Stream Write(int index) => _output;

    private byte[] Head()
    {
        _input.Position = 0;
        var head = InputContent.Head(_input);
        _input.Position = 0;
        return head;
    }

    /// <summary>What a media type says must agree with the content; names are asked as those of files are.</summary>
    private static IFileFormat FormatOf(string name, ReadOnlySpan<byte> head)
    {
        var mediaType = name.Split(';')[0].Trim().ToLowerInvariant();
        if (FileFormats.OfMediaType(mediaType) is not { } format) return FileFormats.Detect(name, head);
        if (format.Recognises(head, name)) return format;
        throw new RedactionException(ErrorCodes.WrongExtension, format.Id, $"The content is not {format.Id}, as its media type says.");
    }
}
