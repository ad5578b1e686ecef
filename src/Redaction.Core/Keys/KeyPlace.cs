namespace Redaction;

/// <summary>Refuses key files that others than their owner can read or change, or that lie where others could put another one in their
/// place.</summary>
internal static class KeyPlace
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Checks a key file and its folders.</summary>
    /// <exception cref="ArgumentException">Others can read or change it; the message says what to do.</exception>
    public static void Check(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        if ((File.GetUnixFileMode(path) & Others) != 0)
            throw new ArgumentException($"The key file can be read or changed by others. Allow its owner only (chmod 600 {path}).");
        CheckFolder(path);
        if (File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target) CheckFolder(target.FullName);
    }

    /// <summary>Checks the folders of a key file that is there or is to be made.</summary>
    /// <exception cref="ArgumentException">Others may write to one of them.</exception>
    public static void CheckFolder(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach (var place in Ancestors(folder))
        {
            if (!Directory.Exists(place)) return; // told by whoever writes there
            var mode = File.GetUnixFileMode(place);
            // Above the key's own folder a group is left alone: that is how shared machines are set up.
            var writers = place == folder ? UnixFileMode.OtherWrite | UnixFileMode.GroupWrite : UnixFileMode.OtherWrite;
            if ((mode & writers) != 0 && (mode & UnixFileMode.StickyBit) == 0)
                throw new ArgumentException(
                    $"The key lies in a folder to which others may write: take the right away (chmod go-w {place}), or move the key.");
            if ((mode & (UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) == 0) return; // nobody else gets further down
        }
    }

    private static Stack<string> Ancestors(string folder)
    {
        var all = new Stack<string>();
        for (var place = folder; place is not null; place = Path.GetDirectoryName(place)) all.Push(place);
        return all;
    }
}
