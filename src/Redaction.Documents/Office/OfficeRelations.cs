using System.Text;

namespace Redaction.Documents.Office;

/// <summary>Writes the relationships of a part: without those to what is not written, with new names of parts, and with addresses outside
/// of the package searched.</summary>
internal sealed class OfficeRelations(OfficePackage package, OfficeWork work)
{
    /// <summary>Searches the addresses of a part of relationships; the written part, or null where it stays as it is.</summary>
    public string? Redact(OfficePart part)
    {
        var source = OfficePackage.SourceOf(part.Name);
        var written = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        var isChanged = part.IsOdd;
        var searched = 0L;
        foreach (var relation in package.RelationsOf(source))
        {
            var (target, id) = (relation.Written, relation.Id);
            if (!relation.IsExternal && package.Find(relation.Target) is { } to)
            {
                if (to.IsGone) { isChanged = true; continue; }
                if (to.NewName != to.Name) target = "/" + to.NewName;
            }
            else
            {
                // what names no part is an address, whatever is said of it
                searched += Encoding.UTF8.GetByteCount(target);
                target = Outside(target, part.NewName) ?? target;
            }
            id = work.Plans.NameOf(id, part.NewName) ?? id;
            var type = work.Plans.NameOf(relation.Type, part.NewName) ?? relation.Type;
            isChanged |= target != relation.Written || id != relation.Id || type != relation.Type;
            written.Append("<Relationship Id=\"").Append(EditableText.Escape(id)).Append("\" Type=\"")
                .Append(EditableText.Escape(type)).Append("\" Target=\"").Append(EditableText.Escape(target))
                .Append(relation.IsExternal ? "\" TargetMode=\"External\"/>" : "\"/>");
        }
        if (work.Plans.IsGathering) return null;
        searched = Math.Min(searched, part.Entry.Length);
        work.Job.Account.AddSearched(searched);
        work.Job.Account.AddStructure(part.Entry.Length - searched);
        return isChanged ? written.Append("</Relationships>").ToString() : null;
    }

    /// <summary>An address with what is found in it replaced, so that it still is one; null where nothing is.</summary>
    private string? Outside(string target, string part)
    {
        if (target.Length == 0) return null;
        var plan = work.Plans.Plan(target, work.Job.Context);
        if (work.Plans.IsGathering) return null;
        work.Plans.Notify(new(Path: part), plan, target);
        if (plan.Items.IsEmpty) return null;
        var text = new System.Buffers.ArrayBufferWriter<char>();
        var written = new StringBuilder();
        var position = 0;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            text.ResetWrittenCount();
            work.Plans.Writer.WriteReplacement(target.AsSpan(span.Start, span.Length), in item, text);
            written.Append(target.AsSpan(position..span.Start)).Append(Uri.EscapeDataString(text.WrittenSpan.ToString()));
            position = span.End;
        }
        return written.Append(target.AsSpan(position)).ToString();
    }
}
