using System.Collections.Immutable;
using Redaction.Governance;

namespace Redaction.Batch;

/// <summary>Renders a redacted folder for a role. Every rendering is in the log before its file appears.</summary>
public sealed class ViewRunner
{
    private readonly ViewPolicy _views;
    private readonly SealStore _seals;
    private readonly AuditLog _log;
    private readonly RedactionKey? _key;
    private readonly string _project;

    /// <summary>Makes a runner.</summary>
    /// <param name="views">Who sees what.</param>
    /// <param name="seals">The originals, with the class keys that are there.</param>
    /// <param name="log">Receives an event for every file.</param>
    /// <param name="key">For pseudonyms; null where no view asks for them.</param>
    /// <param name="project">The project of the key.</param>
    public ViewRunner(ViewPolicy views, SealStore seals, AuditLog log, RedactionKey? key = null, string project = "") =>
        (_views, _seals, _log, _key, _project) = (views, seals, log, key, project);

    /// <summary>Takes in what was written; null: nobody keeps a register.</summary>
    public Action<string, string, string, long>? Written { get; init; }

    /// <summary>Renders every released file of <paramref name="folder"/> into <paramref name="output"/>, at the same relative paths.</summary>
    /// <exception cref="ArgumentException">There is no manifest, or one folder lies inside the other.</exception>
    public ViewSummary Run(string folder, string output, ViewOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (root, target) = (Path.GetFullPath(folder), Path.GetFullPath(output));
        OutputPlace.Check([root], target);
        var renderer = new ViewRenderer(_views, _seals, options.Context, _key, _project);
        var raw = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var failures = ImmutableArray.CreateBuilder<(string, string)>();
        var (files, closed) = (0, 0L);
        foreach (var item in ManifestItem.Read(root))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (source, digest, kind) in Parts(item))
            {
                try
                {
                    var shown = Render(renderer, root, target, source, digest, kind, item.Input, options, cancellation);
                    foreach (var (type, count) in shown.Raw) raw[type] = raw.GetValueOrDefault(type) + count;
                    closed += shown.Closed;
                    files++;
                }
                catch (RedactionException e)
                {
                    failures.Add((source, e.Code));
                }
            }
        }
        return new(files, raw.ToImmutableSortedDictionary(StringComparer.Ordinal), closed, failures.ToImmutable());
    }

    private static IEnumerable<(string Source, string Digest, string Kind)> Parts(ManifestItem item)
    {
        yield return (item.Source, item.Output, item.Kind);
        if (item.Transcript is not null) yield return (item.Transcript, item.TranscriptOutput!, "transcript");
    }

    private ShownOriginals Render(
        ViewRenderer renderer, string root, string target, string source, string expected, string kind, string inputDigest, ViewOptions options, CancellationToken cancellation)
    {
        using var content = new InputContent(new(Path.Combine(root, source), source));
        if (content.Digest().Sha256 != expected) throw new RedactionException(ErrorCodes.Integrity, "view", "The file is not as the manifest says.");
        using var file = new OutputFile(Path.Combine(target, source));
        var shown = kind switch
        {
            "image" => renderer.Image(inputDigest, content.Stream, file.Stream),
            "call" => renderer.Audio(inputDigest, content.Stream, file.Stream, cancellation),
            "transcript" => renderer.Transcript(source, content.Stream, file.Stream, cancellation),
            _ => renderer.Document(source, content.Stream, file.Stream),
        };
        var digest = file.Finish();
        _log.Append(new(AuditEvents.Render)
        {
            Actor = options.Who,
            Artefact = digest.Sha256,
            Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("of", expected).Add("role", options.Role).Add("views", _views.Rules.Id),
            Counts = shown.Raw.ToImmutableSortedDictionary(StringComparer.Ordinal),
        });
        file.Release();
        Written?.Invoke(file.Destination, source, digest.Sha256, digest.Bytes);
        return shown;
    }
}
