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

    /// <summary>Renders every released file of <paramref name="folder"/> into <paramref name="output"/>, at the same relative
    /// paths.</summary>
    /// <exception cref="UnknownChoiceException">No rule of the views asks for the role, purpose or data type, or a rule names an entity
    /// that there is not.</exception>
    /// <exception cref="ArgumentException">There is no manifest, or one folder lies inside the other.</exception>
    /// <exception cref="RedactionException">The manifest is not as the run wrote it.</exception>
    public ViewSummary Run(string folder, string output, ViewOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (root, target) = (Path.GetFullPath(folder), Path.GetFullPath(output));
        OutputPlace.Check([root], target);
        var renderer = new ViewRenderer(_views, _seals, options.Context, _key, _project);
        var raw = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var failures = ImmutableArray.CreateBuilder<(string, string)>();
        var (written, closed) = (0, 0L);
        // All of it is read before anything is shown; the plans, which can be large, are not needed.
        ManifestItem[] items = [.. Manifest.Read(root).Where(static i => i.IsReleased).Select(static i => i with { Plan = [] })];
        PolicyNames.RequireViews(_views.Rules, options.Context, items.SelectMany(static i => i.Entities.Keys).Concat(_seals.Classes.Types));
        foreach (var item in items)
        {
            foreach (var (group, kind) in Groups(item))
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    var shown = Render(
                        group, file => new(root, target, file), files => Render(renderer, files, kind, item, cancellationToken), options);
                    foreach (var (type, count) in shown.Raw) raw[type] = raw.GetValueOrDefault(type) + count;
                    closed += shown.Closed;
                    written += group.Length;
                }
                catch (RedactionException e)
                {
                    failures.AddRange(group.Select(f => (f.Source, e.Code)));
                }
            }
        }
        return new(written, raw.ToImmutableSortedDictionary(StringComparer.Ordinal), closed, failures.ToImmutable());
    }

    /// <summary>The files that are rendered together, and as what: a recording and its transcript are two, a directory that was one item
    /// stays one.</summary>
    private static IEnumerable<(ManifestFile[] Files, string Kind)> Groups(ManifestItem item)
    {
        yield return ([item.Main, .. item.Parts], item.Kind);
        if (item.Transcript is { } transcript) yield return ([transcript], ItemKinds.Transcript);
    }

    /// <summary>Renders files together: all of them appear, or none.</summary>
    private ShownOriginals Render(
        ManifestFile[] group, Func<ManifestFile, ViewedFile> open, Func<IReadOnlyList<ViewedFile>, ShownOriginals> render,
        ViewOptions options)
    {
        var files = new List<ViewedFile>(group.Length);
        try
        {
            foreach (var file in group) files.Add(open(file));
            var shown = render(files);
            foreach (var file in files)
            {
                file.Finish();
                // What a directory shows stands with the first of its files.
                Log(file, options, file == files[0] ? shown.Raw : []);
            }
            foreach (var file in files)
            {
                file.Release();
                Written?.Invoke(file.Destination, file.Source, file.Digest.Sha256, file.Digest.Bytes);
            }
            return shown;
        }
        finally
        {
            foreach (var file in files) file.Dispose();
        }
    }

    private static ShownOriginals Render(
        ViewRenderer renderer, IReadOnlyList<ViewedFile> files, string kind, ManifestItem item, CancellationToken cancellationToken)
    {
        if (files.Count > 1) return renderer.Kaldi([.. files.Select(static f => (f.Source, f.Input, f.Output))], cancellationToken);
        var (file, input) = (files[0], item.Main.Input!.Value.Sha256);
        return kind switch
        {
            ItemKinds.Image => renderer.Image(input, file.Input, file.Output),
            ItemKinds.Call => renderer.Audio(input, file.Input, file.Output, cancellationToken),
            ItemKinds.Transcript => renderer.Transcript(file.Source, file.Input, file.Output, cancellationToken),
            _ => renderer.Document(file.Source, file.Input, file.Output, cancellationToken),
        };
    }

    private void Log(ViewedFile file, ViewOptions options, SortedDictionary<string, long> shown) => _log.Append(new(AuditEvents.Render)
    {
        Actor = options.Who,
        Artefact = file.Digest.Sha256,
        Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("of", file.Released).Add("role", options.Role).Add("views", _views.Rules.Id),
        Counts = shown.ToImmutableSortedDictionary(StringComparer.Ordinal),
    });
}
