using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>What a project keeps in one folder: a safe with sealed originals, who appears where and what was written, and the log of every
/// use.</summary>
/// <remarks>Thread-safe; many processes may have a store open at once. Nothing in it is a value in the clear; paths in the register are as
/// the file system has them. Rows of the safe that others changed, took out or added are found when it is opened.</remarks>
public sealed class ProjectStore : IDisposable
{
    private readonly Safe _safe;
    private readonly SubjectErasure _erasure;
    private readonly SubjectSearch _search;
    private readonly CanaryToken _canary;
    private readonly Revealer _revealer;
    private bool _isClosed;
    private readonly StoreBinding _binding;

    private ProjectStore(Safe safe, string folder, RedactionKey key, string project, TimeProvider time)
    {
        (_safe, Folder, Time) = (safe, folder, time);
        (Seals, Subjects, Artefacts) = (new(_safe), new(_safe), new(_safe));
        Signer = AuditSigner.Derive(key, project);
        _erasure = new(Seals, Subjects, Artefacts);
        _search = new(_safe, Seals);
        _canary = new(key, project);
        Log = AuditLog.OpenShared(LogPath, Signer, Time, _safe.Write); // writers of the log take turns by the lock of the safe
        _binding = new(_safe, Log, Time);
        Grants = new(_safe);
        _revealer = new([.. key.Versions.Select(k => new ValueCipher(k, project))], Seals, Grants, _binding, Log, Signer);
    }

    /// <summary>Opens a store or makes it.</summary>
    /// <exception cref="RedactionException">It belongs to another key or project, was changed, or lacks files or holds files of an earlier
    /// time (<see cref="ErrorCodes.Integrity"/>).</exception>
    /// <exception cref="ArgumentException">It was made by another version.</exception>
    public static ProjectStore Open(
        string folder, RedactionKey key, string project = "", TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(key);
        var full = Path.GetFullPath(folder);
        var safe = Safe.Open(full, key, project, cancellationToken);
        ProjectStore? store = null;
        try
        {
            store = new(safe, full, key, project, time ?? TimeProvider.System);
            store._binding.Check();
            store._binding.Tell();
            return store;
        }
        catch
        {
            store?.Close();
            safe.Dispose();
            throw;
        }
    }

    /// <summary>Full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>Full path of the log.</summary>
    public string LogPath => Path.Combine(Folder, StoreBinding.LogName);

    /// <summary>The sealed originals.</summary>
    public SealStore Seals { get; }

    /// <summary>Who appears where.</summary>
    public SubjectIndex Subjects { get; }

    /// <summary>What was written.</summary>
    public ArtefactRegister Artefacts { get; }

    /// <summary>The log of uses: renderings, reveals, holds, deletions, and of what the tables hold.</summary>
    public AuditLog Log { get; }

    /// <summary>The grants that were made with the store, used or withdrawn.</summary>
    internal GrantBook Grants { get; }

    /// <summary>Signs the log, grants and certificates.</summary>
    public AuditSigner Signer { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Takes in what came of one file, all of it or nothing.</summary>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="source">The file in it.</param>
    /// <param name="sightings">Who appears in it.</param>
    /// <param name="artefacts">What was written from it.</param>
    public void Record(string dataset, string source, IEnumerable<SubjectSighting> sightings, IEnumerable<RegisteredFile> artefacts)
    {
        Seals.Flush();
        _safe.Write(() =>
        {
            Subjects.Add(dataset, source, sightings);
            foreach (var artefact in artefacts) Artefacts.Add(artefact);
        });
    }

    /// <summary>The entity types of which the store holds anything, sorted.</summary>
    public ImmutableArray<string> EntityTypes => _search.Types;

    /// <summary>The keyed references under which the store knows an identifier of a person: whatever entity type it was found as, in any
    /// writing, also where it stands within a longer value.</summary>
    /// <param name="type">What the identifier is.</param>
    /// <param name="value">The identifier.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public ImmutableArray<string> Identify(EntityType type, string value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        return _search.Find(type, value, cancellationToken);
    }

    /// <summary>Where the identities appear, and the files written from there that still exist or are said to.</summary>
    public (ImmutableArray<SubjectSighting> Sightings, ImmutableArray<RegisteredFile> Copies) Find(
        IReadOnlyCollection<string> identities) =>
        _erasure.Find(identities);

    /// <summary>Destroys the keys of the identities, takes them out of the index, logs it, and returns its certificate.</summary>
    /// <remarks>Files are listed, not changed: what they show in the clear they still show.</remarks>
    /// <returns>The certificate; null when the store holds nothing of the identities: that is logged, and no certificate.</returns>
    /// <param name="identities">Keyed references.</param>
    /// <param name="operator">The account that does it.</param>
    /// <param name="request">Id of the request.</param>
    /// <param name="legalBasis">Why.</param>
    /// <param name="linked">Destroys too the keys of what appears only in the same records.</param>
    /// <exception cref="RedactionException">A data set in which they appear is on hold (<see cref="ErrorCodes.OnHold"/>); nothing was
    /// destroyed.</exception>
    public byte[]? Forget(
        IReadOnlyCollection<string> identities, string @operator, string request,
        string legalBasis = "GDPR Art. 17", bool linked = false)
    {
        if (_erasure.Forget(identities, new(request, "subject", legalBasis, @operator), linked) is { } done) return Certify(done);
        Log.Append(new(AuditEvents.Refuse)
        {
            Actor = @operator,
            Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
                .Add("fault", "nothing-found").Add("request", request).Add("scope", "subject"),
        });
        _binding.Tell();
        return null;
    }

    /// <summary>The text with the originals that a grant allows. The use is counted in the store and logged before anything is
    /// shown.</summary>
    /// <param name="text">A text in which <c>encrypt</c> or <c>token</c> sealed values; what the grant does not cover becomes its
    /// type.</param>
    /// <param name="grant">The grant.</param>
    /// <param name="who">The account that reveals.</param>
    /// <exception cref="RedactionException">The grant is not signed, has ended, is another's, is used up or was withdrawn
    /// (<see cref="ErrorCodes.NotGranted"/>); or a value was changed.</exception>
    public string Reveal(string text, RevealGrant grant, string who) => Reveal(text, grant, who, null);

    /// <summary>Withdraws a grant: from now on it allows nothing, whoever holds it.</summary>
    /// <param name="grant">Name of the grant.</param>
    /// <param name="operator">The account that does it.</param>
    public void Revoke(string grant, string @operator)
    {
        ArgumentException.ThrowIfNullOrEmpty(grant);
        _binding.InTurn(now =>
        {
            Grants.Put(Grants.Of(grant) with { Revoked = now });
            Log.Append(new(AuditEvents.Revoke)
            {
                Actor = @operator,
                Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("grant", grant),
            });
            return now;
        });
        _binding.Tell();
    }

    /// <summary>The same, with another log that is told of it too.</summary>
    internal string Reveal(string text, RevealGrant grant, string who, AuditLog? copy)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(grant);
        return _revealer.Reveal(text, grant, who, copy);
    }

    /// <summary>Deletes all files that are due and not on hold, logs it, and returns its certificate; null when nothing is due.</summary>
    /// <param name="operator">The account that does it.</param>
    /// <param name="request">Id of the request or the rule.</param>
    /// <param name="legalBasis">Why.</param>
    public byte[]? Sweep(string @operator, string request = "retention-sweep", string legalBasis = "GDPR Art. 5(1)(e)") =>
        RetentionSweep.Run(Artefacts, Time.GetUtcNow(), new(request, "retention", legalBasis, @operator)) is { } done
            ? Certify(done)
            : null;

    /// <summary>A word that only one recipient of a data set gets: where it turns up, it tells who passed the data on.</summary>
    public string CanaryFor(string dataset, string recipient) => _canary.For(dataset, recipient);

    /// <summary>The data set and recipient whose word stands in a text; null when none does.</summary>
    public (string Dataset, string Recipient)? TraceCanary(string text)
    {
        var given = Artefacts.All.Where(static a => a.Recipient is not null).Select(static a => (a.Dataset, a.Recipient!));
        return _canary.Trace(text, given.Distinct());
    }

    /// <summary>Tells the log what the tables hold, ends it with a checkpoint and closes everything.</summary>
    public void Dispose()
    {
        if (_isClosed) return;
        try
        {
            Seals.Flush();
            _binding.Tell();
        }
        finally
        {
            Close();
        }
    }

    private void Close()
    {
        if (_isClosed) return;
        _isClosed = true;
        try
        {
            Log.Dispose();
        }
        finally
        {
            Signer.Dispose();
            _canary.Dispose();
            Seals.Dispose(); // closes the safe
        }
    }

    private byte[] Certify(DeletionScope scope)
    {
        var certificate = DeletionCertificate.Issue(scope, Log, Signer, Time.GetUtcNow());
        _binding.Tell();
        return certificate;
    }
}
