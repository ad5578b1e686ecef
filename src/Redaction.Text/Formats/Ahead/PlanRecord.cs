using System.Text;

namespace Redaction.Text;

/// <summary>Plans as bytes: places, types, scores, rules; nothing of what was planned.</summary>
internal static class PlanRecord
{
    /// <summary>Writes the plans of a piece.</summary>
    public static byte[] Write(IReadOnlyList<(int Length, RedactionPlan<TextSpan> Plan)> plans)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        writer.Write7BitEncodedInt(plans.Count);
        foreach (var (length, plan) in plans)
        {
            writer.Write7BitEncodedInt(length);
            writer.Write7BitEncodedInt(plan.Kept);
            writer.Write7BitEncodedInt(plan.KeptRegions.Length);
            foreach (var region in plan.KeptRegions) WriteSpan(writer, region);
            writer.Write7BitEncodedInt(plan.Items.Length);
            foreach (ref readonly var item in plan.Items.AsSpan())
            {
                WriteSpan(writer, item.Finding.Region);
                writer.Write(item.Finding.Score);
                writer.Write7BitEncodedInt(item.Rule);
                WriteName(writer, item.Finding.Type.Name, names);
                WriteName(writer, item.Finding.Detector, names);
                WriteName(writer, item.Operator, names);
            }
        }
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="bytes">The plans.</param>
    /// <param name="policyId">The policy that they were made under.</param>
    public static List<(int Length, RedactionPlan<TextSpan> Plan)> Read(byte[] bytes, string policyId)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        var names = new List<string>();
        var count = reader.Read7BitEncodedInt();
        var plans = new List<(int, RedactionPlan<TextSpan>)>(count);
        for (var i = 0; i < count; i++)
        {
            var (length, kept) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            var regions = new TextSpan[reader.Read7BitEncodedInt()];
            for (var r = 0; r < regions.Length; r++) regions[r] = ReadSpan(reader);
            var items = new PlannedRedaction<TextSpan>[reader.Read7BitEncodedInt()];
            for (var n = 0; n < items.Length; n++) items[n] = ReadItem(reader, names);
            plans.Add((length, new(policyId, [.. items], kept) { KeptRegions = [.. regions] }));
        }
        return plans;
    }

    private static PlannedRedaction<TextSpan> ReadItem(BinaryReader reader, List<string> names)
    {
        var (span, score, rule) = (ReadSpan(reader), reader.ReadSingle(), reader.Read7BitEncodedInt());
        var (type, detector, @operator) = (ReadName(reader, names), ReadName(reader, names), ReadName(reader, names));
        return new(new(new(type), span, score, detector), rule, @operator);
    }

    private static void WriteSpan(BinaryWriter writer, TextSpan span)
    {
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.Length);
    }

    private static TextSpan ReadSpan(BinaryReader reader) => new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());

    /// <summary>A name is written once; after that its number is.</summary>
    private static void WriteName(BinaryWriter writer, string name, Dictionary<string, int> names)
    {
        if (names.TryGetValue(name, out var number))
        {
            writer.Write7BitEncodedInt(number);
            return;
        }
        writer.Write7BitEncodedInt(names.Count);
        writer.Write(name);
        names.Add(name, names.Count);
    }

    private static string ReadName(BinaryReader reader, List<string> names)
    {
        var number = reader.Read7BitEncodedInt();
        if (number == names.Count) names.Add(reader.ReadString());
        return names[number];
    }
}
