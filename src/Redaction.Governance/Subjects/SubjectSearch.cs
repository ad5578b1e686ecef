using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>Finds the identities that a store has of an identifier, whatever entity type its values were found as.</summary>
internal sealed class SubjectSearch(Safe safe, SealStore seals)
{
    private const string AllTypes = "SELECT type FROM classes UNION SELECT DISTINCT type FROM sightings";
    private const string Known = "SELECT 1 FROM identities WHERE identity = $1 UNION SELECT 1 FROM sightings WHERE identity = $1 LIMIT 1";

    /// <summary>The entity types of which the store holds anything, sorted.</summary>
    public ImmutableArray<string> Types
    {
        get
        {
            seals.Flush();
            var types = safe.File.All(AllTypes, static row => row.GetString(0));
            return [.. types.Where(static t => t[0] != '*').Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The keyed references of what was found of an identifier, sorted.</summary>
    public ImmutableArray<string> Find(EntityType type, string value, CancellationToken cancellation)
    {
        var types = Types;
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var form in IdentifierSearch.Forms(type, value))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var other in types)
            {
                var identity = SealStore.IdentityOf(safe, other, form);
                if (safe.File.All(Known, static _ => true, identity).Count > 0) found.Add(identity);
            }
            found.UnionWith(safe.File.All("SELECT identity FROM marks WHERE mark = $1", static row => row.GetString(0),
                SealStore.MarkOf(safe, form)));
        }
        return [.. found];
    }
}
