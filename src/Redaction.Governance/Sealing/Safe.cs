using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Governance;

/// <summary>The safe of a project: its file, the keys of its classes, and the sums that show changes by others.</summary>
/// <remarks>Thread-safe; many processes may have it open at once.</remarks>
internal sealed class Safe : IDisposable
{
    private const string IndexClass = "*index";
    private const int TokenBytes = 10;
    private readonly WrappingKeys? _wrapping;
    private readonly RowSums? _sums;
    private readonly bool _hasLog;
    private readonly List<string> _newClasses = []; // made in the transaction that is going on
    private readonly byte[] _index = [];

    private Safe(SafeFile file, ClassKeys classes) => (File, Classes) = (file, classes);

    private Safe(SafeFile file, WrappingKeys wrapping, byte[] index, bool hasLog, CancellationToken cancellation)
    {
        (File, Classes, _wrapping, _hasLog) = (file, new(), wrapping, hasLog);
        if (Version() != SafeSchema.Version) file.Write(() => Begin(index), static () => { });
        _index = ClassKey(IndexClass) ?? throw Foreign(null);
        _sums = new(file, _index);
        _sums.Verify(cancellation);
    }

    /// <summary>Opens a safe or makes it, with the keys of all its classes.</summary>
    /// <exception cref="RedactionException">It belongs to another key or project, or was changed
    /// (<see cref="ErrorCodes.Integrity"/>).</exception>
    public static Safe Open(string folder, RedactionKey key, string project, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(key);
        var hasLog = new FileInfo(Path.Combine(folder, StoreBinding.LogName)) is { Exists: true, Length: > 0 };
        if (hasLog && !System.IO.File.Exists(Path.Combine(folder, SafeFile.Name))) throw Incomplete();
        var file = SafeFile.Open(folder);
        var wrapping = new WrappingKeys(key, "seal-wrapping", project);
        // The oldest version there is: safes that are begun after a rotation give the tokens of those before.
        var index = key.Versions[^1].Derive("seal-index", project);
        try
        {
            return new(file, wrapping, index, hasLog, cancellation);
        }
        catch
        {
            wrapping.Dispose();
            file.Dispose();
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(index);
        }
    }

    /// <summary>Opens a safe for reading, with the keys of some classes.</summary>
    public static Safe Open(string folder, ClassKeys classes)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(classes);
        if (!System.IO.File.Exists(Path.Combine(folder, SafeFile.Name)))
            throw new ArgumentException($"There is no store '{folder}'.");
        var file = SafeFile.Open(folder);
        try
        {
            StoreBinding.CheckWithoutKey(folder, file);
            return new(file, classes);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public SafeFile File { get; }

    /// <summary>The keys of classes that were read so far; owned by the safe.</summary>
    public ClassKeys Classes { get; }

    /// <summary>What every change of a row is told to.</summary>
    /// <exception cref="RedactionException">The project's key is not there (<see cref="ErrorCodes.NoKey"/>).</exception>
    public RowSums Sums => _sums ?? throw NoKey();

    /// <summary>Writes all of it or nothing.</summary>
    public void Write(Action work)
    {
        var sums = Sums;
        File.Write(work, sums.Save, kept =>
        {
            if (!kept) sums.Drop();
            foreach (var type in _newClasses)
                if (!kept) Classes.Forget(type);
            _newClasses.Clear();
        });
    }

    /// <summary>The key of a class; null when it is not there.</summary>
    public byte[]? ClassKey(string type)
    {
        if (Classes.Of(type) is { } known) return known;
        if (_wrapping is null) return null;
        var wrapped = File.All("SELECT wrapped FROM classes WHERE type = $1", static row => row.GetFieldValue<byte[]>(0), type);
        return wrapped.Count == 0 ? null : Unwrapped(type, wrapped[0]);
    }

    /// <summary>The key of a class, made when it is not there; within <see cref="Write"/>.</summary>
    public byte[] ClassKeyOrNew(string type)
    {
        if (ClassKey(type) is { } known) return known;
        var (key, wrapped) = NewClass(type);
        Sums.Add(SafeTable.Classes, type, wrapped);
        Classes.Add(type, key);
        _newClasses.Add(type);
        return key;
    }

    /// <summary>Reads the keys of all classes.</summary>
    public void ReadClasses()
    {
        if (_wrapping is null) return;
        foreach (var type in File.All("SELECT type FROM classes", static row => row.GetString(0))) ClassKey(type);
    }

    /// <summary>A digest under the safe's index key, in hex.</summary>
    public string Blind(string domain, string type, string message, int bytes) =>
        Convert.ToHexStringLower(Digest(domain, type, message)[..bytes]);

    /// <summary>A digest under the safe's index key, as the letters of a token.</summary>
    public string Token(string domain, string type, string message)
    {
        Span<char> letters = stackalloc char[LetterCode.Length(TokenBytes)];
        LetterCode.Encode(Digest(domain, type, message).AsSpan(0, TokenBytes), letters);
        return letters.ToString();
    }

    public void Dispose()
    {
        File.Dispose();
        _sums?.Dispose();
        _wrapping?.Dispose();
        Classes.Dispose();
        CryptographicOperations.ZeroMemory(_index);
    }

    /// <summary>Makes tables and index key, once over all processes. The index key is derived, so that all safes of a project give the same
    /// tokens.</summary>
    private void Begin(byte[] index)
    {
        var version = Version(); // again: another process may have been first
        if (version == SafeSchema.Version) return;
        if (version == 0 && _hasLog) throw Incomplete();
        if (version != 0)
            throw new ArgumentException("The store was made by another version of this program, which this one does not read.");
        File.Run(SafeSchema.Tables);
        File.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {SafeSchema.Version}"));
        var wrapped = AddClass(IndexClass, index);
        using var sums = new RowSums(File, index);
        sums.Begin();
        sums.Add(SafeTable.Classes, IndexClass, wrapped);
        sums.Save();
    }

    private long Version() => File.All("PRAGMA user_version", static row => row.GetInt64(0))[0];

    private (byte[] Key, byte[] Wrapped) NewClass(string type)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        return (key, AddClass(type, key));
    }

    private byte[] AddClass(string type, byte[] key)
    {
        if (_wrapping is null) throw NoKey();
        var wrapped = _wrapping.Wrap(key);
        File.Run("INSERT INTO classes (type, wrapped) VALUES ($1, $2)", type, wrapped);
        return wrapped;
    }

    private byte[] Unwrapped(string type, byte[] wrapped)
    {
        try
        {
            var key = _wrapping!.Unwrap(wrapped);
            Classes.Add(type, key);
            return key;
        }
        catch (CryptographicException e)
        {
            throw Foreign(e.GetType());
        }
    }

    private byte[] Digest(string domain, string type, string message)
    {
        if (_index.Length == 0) throw new RedactionException(ErrorCodes.NoKey, "store", "Looking values up needs the project's key.");
        return HMACSHA256.HashData(_index, Encoding.UTF8.GetBytes(FormattableString.Invariant($"{domain}/{type.Length}:{type}/{message}")));
    }

    private static RedactionException Incomplete() =>
        new(ErrorCodes.Integrity, "store", "The store has a log but not its safe: files of it are missing. Restore all of it.");

    private static RedactionException NoKey() =>
        new(ErrorCodes.NoKey, "store", "Class keys open values; to change the store the project's key is needed.");

    private static RedactionException Foreign(Type? cause) =>
        new(ErrorCodes.Integrity, "store", "The store belongs to another key or project, or was changed.", cause);
}
