using System.Collections.Concurrent;
using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Gives items paths that may be told: a name of a file or folder that holds what the policy takes out is replaced by a number.
/// </summary>
/// <remarks>Thread-safe; what an item is called does not depend on the others that are worked on.</remarks>
internal sealed class ItemNames(RedactionEngine engine, RedactionContext context, NameNumbers numbers)
{
    private const int LongestExtension = 10;
    private const int FewestSigns = 4;
    private readonly ConcurrentDictionary<string, (string Path, ImmutableArray<(EntityType, string)> Found)> _folders =
        new(StringComparer.Ordinal);

    /// <summary>Refuses items whose names hold something, where the policy says so.</summary>
    /// <value>True; false where nothing leaves.</value>
    public bool Refuses { get; init; } = true;

    /// <summary>The item under paths that may be told.</summary>
    public BatchItem Of(BatchItem item)
    {
        try
        {
            return Safe(item);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What could not be searched must not be told.
            var error = FileFailure.Of(e, "names").Code;
            return item with { Main = new(item.Main.FullPath, $"file-{item.Index + 1:0000}", error), Transcript = null, Parts = [] };
        }
    }

    private BatchItem Safe(BatchItem item)
    {
        if (engine.Policy.FileNames == FileNameChoice.Keep || item.Main.RelativePath == ".") return item;
        var (folder, found) = FolderOf(NameNumbers.Folder(item.Main.RelativePath));
        var name = Path.GetFileName(item.Main.RelativePath);
        var (stem, extension) = Parts(name);
        var inName = item.Parts.IsEmpty ? Find(stem) : []; // the names of a directory's parts say what they are
        if (found.IsEmpty && inName.IsEmpty) return item;
        var safe = inName.IsEmpty ? stem : numbers.FileName(item.Main.RelativePath, extension);
        return item with
        {
            Main = item.Main with
            {
                RelativePath = Join(folder, safe + extension),
                Error = item.Main.Error ?? (Refuses && engine.Policy.FileNames == FileNameChoice.Refuse ? ErrorCodes.PersonalName : null),
            },
            Transcript = item.Transcript is { } transcript
                ? transcript with { RelativePath = Join(folder, safe + Rest(transcript.RelativePath, stem)) } : null,
            Parts = [.. item.Parts.Select(p => p with { RelativePath = Join(folder, Path.GetFileName(p.RelativePath)) })],
            OwnPath = item.Main.RelativePath,
            NameFindings = found.AddRange(inName),
        };
    }

    private (string Path, ImmutableArray<(EntityType, string)> Found) FolderOf(string folder)
    {
        if (folder.Length == 0) return ("", []);
        if (_folders.TryGetValue(folder, out var known)) return known;
        var (above, found) = FolderOf(NameNumbers.Folder(folder));
        var name = Path.GetFileName(folder);
        var own = Find(name);
        return _folders[folder] = (Join(above, own.IsEmpty ? name : numbers.FolderName(folder)), found.AddRange(own));
    }

    private ImmutableArray<(EntityType, string)> Find(string name) =>
        name.Count(char.IsLetterOrDigit) < FewestSigns && name.All(char.IsAscii) ? []
            : [.. FileNameSearch.Find(engine.Text, name, context)];

    /// <summary>What follows the common stem of a recording and its transcript; the extension alone where there is none.</summary>
    private static string Rest(string path, string stem)
    {
        var name = Path.GetFileName(path);
        return name.StartsWith(stem, StringComparison.Ordinal) && name.Length - stem.Length <= 2 * LongestExtension
            ? name[stem.Length..] : Path.GetExtension(name);
    }

    /// <summary>Name and extension; what is too long or odd for an extension belongs to the name.</summary>
    private static (string Stem, string Extension) Parts(string name)
    {
        var extension = Path.GetExtension(name);
        return extension.Length is > 1 and <= LongestExtension && extension.AsSpan(1).ContainsAnyExceptInRange('0', '9')
            && extension.AsSpan(1).IndexOfAnyExcept(s_extension) < 0 ? (name[..^extension.Length], extension) : (name, "");
    }

    private static readonly System.Buffers.SearchValues<char> s_extension =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_~");

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;
}
