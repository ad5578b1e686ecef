using System.Globalization;
using Redaction.Text;

namespace Redaction.Documents.Office;

/// <summary>Decides what becomes of each part before any is written: what never leaves, what nobody knows, and which names hold
/// values.</summary>
internal sealed class OfficeSurvey(OfficePackage package, OfficeWork work)
{
    private int _renamed;

    /// <summary>Decides.</summary>
    public void Run()
    {
        foreach (var source in package.Sources)
            foreach (var relation in package.RelationsOf(source))
                if (!relation.IsExternal && package.Find(relation.Target) is { } part) Classify(part, relation);
        foreach (var part in package.Parts) Decide(part);
        foreach (var part in package.Parts.Where(static p => p.Kind == OfficePartKind.Relationships)) FollowSource(part);
        foreach (var source in package.Sources)
            if (package.Find(source) is { } from)
                foreach (var relation in package.RelationsOf(source))
                    if (!relation.IsExternal && package.Find(relation.Target) is { IsGone: true }) from.DroppedIds.Add(relation.Id);
    }

    private static void Classify(OfficePart part, OfficeRelation relation)
    {
        if (OfficeMediaTypes.LeftoverOfRelation(relation.Type) is { } leftover)
        {
            (part.Kind, part.Leftover) = (OfficePartKind.Dropped, leftover);
            return;
        }
        var kind = OfficeMediaTypes.KindOfRelation(relation.Type);
        var isChunk = part.IsCustom && relation.Type.EndsWith("aFChunk", StringComparison.Ordinal);
        if (part.Kind == OfficePartKind.Unknown || isChunk) part.Kind = kind;
    }

    private void Decide(OfficePart part)
    {
        var (ledger, length) = (work.Job.Account, part.Entry.Length);
        if (part.IsCustom || part.Kind is OfficePartKind.Dropped or OfficePartKind.Unknown or OfficePartKind.Picture or OfficePartKind.File)
            Rename(part);
        if (part.Kind == OfficePartKind.Dropped)
        {
            part.IsGone = true;
            ledger.AddUnsearched(new(part.Leftover, length, UnsearchedChoice.Erase) { Path = part.NewName });
        }
        else if (part.Kind == OfficePartKind.Unknown)
        {
            part.IsGone = ledger.Choice != UnsearchedChoice.Keep;
            ledger.AddUnsearched(new("part", length, ledger.Choice) { Path = part.NewName });
        }
    }

    private void Rename(OfficePart part)
    {
        var slash = part.Name.LastIndexOf('/') + 1;
        var extension = Path.GetExtension(part.Name);
        if (extension.Length > 8 || !extension.Skip(1).All(char.IsAsciiLetterOrDigit)) extension = "";
        if (FileNameSearch.Find(work.Job.Redactor, part.Name[slash..^extension.Length], work.Job.Context).Count == 0) return;
        do
        {
            part.NewName = string.Create(CultureInfo.InvariantCulture, $"{part.Name[..slash]}part{++_renamed}{extension}");
        }
        while (package.Find(part.NewName) is not null);
    }

    private void FollowSource(OfficePart relations)
    {
        var source = OfficePackage.SourceOf(relations.Name);
        if (source.Length == 0) return;
        if (package.Find(source) is not { IsGone: false } part)
        {
            relations.IsGone = true;
            work.Job.Account.AddStructure(relations.Entry.Length);
            return;
        }
        var slash = part.NewName.LastIndexOf('/') + 1;
        if (part.NewName != part.Name) relations.NewName = $"{part.NewName[..slash]}_rels/{part.NewName[slash..]}.rels";
    }
}
