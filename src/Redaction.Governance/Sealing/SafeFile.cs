using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Redaction.Governance;

/// <summary>One SQLite file: statements, transactions, and what its errors mean.</summary>
/// <remarks>Thread-safe. Other processes may have the file open and write it too. Only its owner can read it. What is committed survives
/// the process; what is deleted is overwritten.</remarks>
internal sealed class SafeFile : IDisposable
{
    public const string Name = "safe.db";
    private const int BusyMilliseconds = 5_000;
    private static readonly string s_patience = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusyMilliseconds}");
    private static readonly string[] s_old = ["seals.jsonl", "identity-keys.jsonl", "subjects.jsonl", "register.jsonl"];
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private bool _isWithin;

    private SafeFile(string path) => _connection = new(new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWrite,
        Pooling = false,
    }.ConnectionString);

    /// <summary>Opens the file of a folder, or makes it.</summary>
    /// <exception cref="ArgumentException">The folder is a file, or holds a store of an earlier version.</exception>
    /// <exception cref="RedactionException">The file is none of ours, or cannot be opened.</exception>
    public static SafeFile Open(string folder)
    {
        if (File.Exists(folder)) throw new ArgumentException($"'{folder}' is a file; a store is a folder.", nameof(folder));
        if (s_old.Any(name => File.Exists(Path.Combine(folder, name))))
            throw new ArgumentException($"'{folder}' holds a store of an earlier version, which is not read: give another folder.");
        CreateFolder(folder);
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path)) Create(path);
        var file = new SafeFile(path);
        try
        {
            Guarded(file.Prepare);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement.</summary>
    public void Run(string sql, params ReadOnlySpan<object?> values)
    {
        lock (_lock)
        {
            var command = Command(sql, values);
            Guarded(() => command.ExecuteNonQuery());
        }
    }

    /// <summary>The rows of a query, each as <paramref name="read"/> makes it.</summary>
    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        Each(sql, row => rows.Add(read(row)), values);
        return rows;
    }

    /// <summary>Hands over the rows of a query, one after the other.</summary>
    public void Each(string sql, Action<SqliteDataReader> read, params ReadOnlySpan<object?> values)
    {
        lock (_lock)
        {
            var command = Command(sql, values);
            Guarded(() =>
            {
                using var rows = command.ExecuteReader();
                while (rows.Read()) read(rows);
            });
        }
    }

    /// <summary>Writes all of it or nothing. Within another one it is part of that.</summary>
    /// <param name="work">The writing.</param>
    /// <param name="before">Runs before the outermost commits.</param>
    /// <param name="after">Is told at its end whether it was kept.</param>
    public void Write(Action work, Action before, Action<bool>? after = null) => Transact("BEGIN IMMEDIATE", work, before, after);

    /// <summary>Reads everything as it stood at one moment.</summary>
    public void Read(Action work) => Transact("BEGIN", work, null, null);

    /// <summary>Moves what the write-ahead log holds into the file and empties the log, so that nothing overwritten is left in
    /// either.</summary>
    /// <param name="waits">Whether to wait for other processes that read.</param>
    /// <returns>False when another process did not let it.</returns>
    public bool TryEmptyLog(bool waits)
    {
        lock (_lock)
        {
            var isDone = false;
            if (!waits) Run("PRAGMA busy_timeout = 0");
            Each("PRAGMA wal_checkpoint(TRUNCATE)", row => isDone = row.GetInt64(0) == 0);
            if (!waits) Run(s_patience);
            return isDone;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var command in _commands.Values) command.Dispose();
            _commands.Clear();
            _connection.Dispose();
        }
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Makes the file empty, for its owner alone: SQLite gives its other files the rights of this one.</summary>
    /// <remarks>A file that is there is not opened: closing it would end the locks of other connections in this process.</remarks>
    private static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, options).Dispose();
    }

    private void Prepare()
    {
        _connection.Open();
        Run(s_patience);
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = NORMAL");
        Run("PRAGMA secure_delete = ON");
        Run("PRAGMA trusted_schema = OFF");
        Run("PRAGMA temp_store = MEMORY");
        Run("PRAGMA cache_size = -8000"); // kB: most of the inner pages of a million values
    }

    private void Transact(string begin, Action work, Action? before, Action<bool>? after)
    {
        lock (_lock)
        {
            if (_isWithin)
            {
                work();
                return;
            }
            Run(begin);
            (_isWithin, var isKept) = (true, false);
            try
            {
                work();
                before?.Invoke();
                Run("COMMIT");
                isKept = true;
            }
            finally
            {
                _isWithin = false;
                if (!isKept) TryRollBack();
                after?.Invoke(isKept);
            }
        }
    }

    /// <summary>Some errors have rolled back already.</summary>
    private void TryRollBack()
    {
        try
        {
            Run("ROLLBACK");
        }
        catch (RedactionException)
        {
            // the error that led here is the one to tell
        }
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new() { ParameterName = "$" + i.ToString(CultureInfo.InvariantCulture) });
            _commands[sql] = command;
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private static void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (SqliteException e)
        {
            var (code, message) = e.SqliteErrorCode switch
            {
                raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR =>
                    (ErrorCodes.Integrity, "The file is no safe of this program, or was changed."),
                raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (ErrorCodes.Unwritable, "Another process keeps the store to itself."),
                _ => (ErrorCodes.Unwritable, null),
            };
            throw new RedactionException(code, "store", message, e.GetType());
        }
    }
}
