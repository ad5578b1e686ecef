using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Governance;

/// <summary>Finds what a project holds of a person, and makes it unreadable.</summary>
internal sealed class SubjectErasure(SealStore seals, SubjectIndex subjects, ArtefactRegister artefacts)
{
    private static readonly ImmutableArray<string> s_never =
    [
        "copies of the store, its keys and its outputs that were made outside this program, such as backups: restored, they show it again "
            + "until the same request is carried out on them",
        "class keys that were handed out before, together with copies of the store",
        "files of recipients outside this program",
        "persons named in other words than the identifiers given, such as by a first name alone",
    ];

    /// <summary>Where the identities appear, and the files written from there that still exist or are said to.</summary>
    public (ImmutableArray<SubjectSighting> Sightings, ImmutableArray<RegisteredFile> Copies) Find(IReadOnlyCollection<string> identities)
    {
        var sightings = subjects.Find(identities);
        var files = sightings.Select(static s => (s.Dataset, s.Source)).Distinct();
        return (sightings, [.. files.SelectMany(f => artefacts.Of(f.Dataset, f.Source)).DistinctBy(static a => a.Path)]);
    }

    /// <summary>Destroys the keys of the identities and takes them out of the index. Files are listed, not changed: what they show in the
    /// clear they still show.</summary>
    /// <param name="identities">Keyed references.</param>
    /// <param name="scope">Request, legal basis and account.</param>
    /// <param name="linked">Destroys too the keys of what appears only in the same records.</param>
    /// <returns>What is to be certified; null when there was nothing.</returns>
    /// <exception cref="RedactionException">A data set in which they appear is on hold (<see cref="ErrorCodes.OnHold"/>); nothing was
    /// destroyed.</exception>
    public DeletionScope? Forget(IReadOnlyCollection<string> identities, DeletionScope scope, bool linked)
    {
        var (sightings, copies) = Find(identities);
        CheckHolds(sightings);
        if (sightings.IsEmpty && !seals.HasKeys(identities)) return null;
        var (also, shared) = linked ? Beside(sightings) : ([], 0);
        var all = identities.Concat(also).ToArray();
        var places = also.Length == 0 ? sightings : subjects.Find(all);
        var gone = seals.Destroy(all, () => subjects.Remove(all));
        var left = seals.KeysLeft(gone);
        string[] others = shared > 0 ? [$"{shared} values of the same records that appear in other records too"] : [];
        string[] unsealed = gone.IsEmpty ? ["no key was destroyed: of this person nothing was sealed in the store, only noted"] : [];
        return scope with
        {
            Methods = gone.IsEmpty ? ["index-removal"] : ["crypto-erase", "index-removal"],
            KeysDestroyed = gone,
            Places = [.. places.GroupBy(static p => (p.Dataset, p.Source)).Select(Place)],
            Rows = [("identities", gone.Length), ("sightings", places.Length)],
            NotCovered = [.. unsealed, .. Copies(copies), .. others, .. s_never],
            Checks = [new("undecryptable", gone.Length, left), new("not-in-index", all.Length, subjects.Find(all).Length)],
        };
    }

    private void CheckHolds(ImmutableArray<SubjectSighting> sightings)
    {
        var holds = artefacts.Holds;
        var held = sightings.Select(static s => s.Dataset).Distinct().Where(holds.ContainsKey).ToArray();
        if (held.Length == 0) return;
        var message = $"On hold: {string.Join(", ", held)}. 'redact retention hold --lift' ends it.";
        throw new RedactionException(ErrorCodes.OnHold, "subjects", message);
    }

    private static ErasedPlace Place(IGrouping<(string Dataset, string Source), SubjectSighting> file) => new(
        file.Key.Dataset, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Key.Source))),
        [.. file.Select(static s => s.Line).Where(static l => l > 0).Distinct().Order()],
        [.. file.Select(static s => s.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], file.Count());

    /// <summary>Identities that appear in no other records than these, and how many do.</summary>
    private (string[] Alone, int Shared) Beside(ImmutableArray<SubjectSighting> sightings)
    {
        var records = sightings.Select(static s => (s.Dataset, s.Source, s.Line)).ToHashSet();
        var beside = subjects.Beside(sightings).Select(static s => s.Identity).Distinct().ToArray();
        var elsewhere = subjects.Find(beside).Where(s => !records.Contains((s.Dataset, s.Source, s.Line)))
            .Select(static s => s.Identity).ToHashSet(StringComparer.Ordinal);
        return ([.. beside.Where(i => !elsewhere.Contains(i))], elsewhere.Count);
    }

    private static IEnumerable<string> Copies(ImmutableArray<RegisteredFile> copies) =>
        copies.OrderBy(static c => c.Path, StringComparer.Ordinal).Select(static c =>
        {
            var recipient = c.Recipient is null ? "" : $", made for {c.Recipient}";
            var state = File.Exists(c.Path) ? "there when this was signed" : "not at its place when this was signed";
            return $"{c.Kind} in data set {c.Dataset}, SHA-256 {c.Sha256}{recipient}, {state}";
        });
}
