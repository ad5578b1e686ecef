using System.Text;
using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Looks through data that no person reads, such as a font or a colour profile, for letters that follow each other: what tells by
/// itself what it is, such as an e-mail address, is overwritten with blanks, so that every other byte stays in its place.</summary>
internal static class OpaqueRuns
{
    private const int Shortest = 7;

    /// <summary>The data as it is written; null where nothing changes.</summary>
    public static byte[]? Search(byte[] data, DocumentJob job, string path)
    {
        byte[]? changed = null;
        foreach (var step in (ReadOnlySpan<int>)[1, 2]) // letters of one byte, and of two as in the tables of fonts
        {
            var text = new StringBuilder();
            var places = new List<int>();
            for (var phase = 0; phase < step; phase++) Gather(data, phase, step, text, places);
            if (text.Length == 0) continue;
            var plan = job.Redactor.PlanName(text.ToString(), job.Context);
            if (plan.Items.IsEmpty) continue;
            job.Observer.OnPlan(new DocumentPlace(Path: path), plan, text.ToString());
            changed ??= [.. data];
            foreach (var item in plan.Items)
                for (var i = item.Finding.Region.Start; i < item.Finding.Region.End; i++)
                    if (places[i] >= 0) changed[places[i]] = (byte)' ';
        }
        return changed;
    }

    private static void Gather(byte[] data, int phase, int step, StringBuilder text, List<int> places)
    {
        for (var at = phase; at < data.Length;)
        {
            var end = at;
            while (end + step <= data.Length && (step == 1 ? Letter(data[end]) : data[end] == 0 && Letter(data[end + 1]))) end += step;
            if ((end - at) / step >= Shortest)
            {
                for (var i = at; i < end; i += step)
                {
                    text.Append((char)data[i + step - 1]);
                    places.Add(i + step - 1);
                }
                text.Append('\n');
                places.Add(-1);
            }
            at = Math.Max(end, at + step);
        }
    }

    private static bool Letter(byte b) => b is >= 32 and <= 126;
}
