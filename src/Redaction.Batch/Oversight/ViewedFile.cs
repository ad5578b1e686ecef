namespace Redaction.Batch;

/// <summary>A released file that is rendered: checked against its manifest, with the place of its view.</summary>
internal sealed class ViewedFile : IDisposable
{
    private readonly InputContent _content;
    private readonly OutputFile _view;

    /// <exception cref="RedactionException">The file cannot be read, or is not as the manifest says.</exception>
    public ViewedFile(string root, string target, ManifestFile file)
    {
        (Source, Released) = (file.Source, file.Released().Sha256);
        _content = new(Path.Combine(root, Source));
        try
        {
            if (_content.Digest().Sha256 != Released)
                throw new RedactionException(ErrorCodes.Integrity, "view", "The file is not as the manifest says.");
            _view = new(Path.Combine(target, Source));
        }
        catch
        {
            _content.Dispose();
            throw;
        }
    }

    public string Source { get; }

    /// <summary>Digest of what was released.</summary>
    public string Released { get; }

    public Stream Input => _content.Stream;

    public Stream Output => _view.Stream;

    public string Destination => _view.Destination;

    /// <summary>Digest of the view, once it is finished.</summary>
    public FileDigest Digest { get; private set; }

    public void Finish() => Digest = _view.Finish();

    public void Release() => _view.Release();

    public void Dispose()
    {
        _content.Dispose();
        _view.Dispose();
    }
}
