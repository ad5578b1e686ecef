using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Redaction.Audio;

/// <summary>Finds what is in a transcript and writes the transcript without it.</summary>
internal sealed class TranscriptRedactor(RedactionPolicy policy, ImmutableArray<ITextDetector> detectors, TextPlanWriter writer)
{
    /// <summary>Searches a transcript.</summary>
    public (TranscriptFindings Findings, FindingGatherer Gatherer) Search(Transcript transcript, RedactionContext context)
    {
        var gatherer = new FindingGatherer(detectors, context);
        return (new TranscriptFindings(transcript, gatherer), gatherer);
    }

    /// <summary>Plans, tells the observer, and gives the edits that take every finding out of every copy.</summary>
    public TranscriptEdits Redact(
        Transcript transcript, TranscriptFindings findings, FindingGatherer gatherer, RedactionContext context, IPlanObserver observer, CancellationToken cancellation)
    {
        if (!writer.IsForDocument)
            return new TranscriptRedactor(policy, detectors, writer.ForDocument(NewMemory(transcript))).Redact(transcript, findings, gatherer, context, observer, cancellation);
        var edits = new TranscriptEdits(transcript.Content);
        var plan = Plan(transcript.Master.Text, findings.InMaster, context);
        writer.Observe(transcript.Master.Text, plan);
        observer.OnPlan(default, plan, transcript.Master.Text);
        var replacements = new string[plan.Items.Length];
        for (var i = 0; i < replacements.Length; i++)
        {
            var span = plan.Items[i].Finding.Region;
            replacements[i] = Replacement(transcript.Master.Text.AsSpan(span.Start, span.Length), plan.Items[i]);
            edits.Replace(transcript.Master, span, replacements[i]);
        }
        var touched = findings.Elsewhere.Select(static f => f.Copy.Scope).Concat(plan.Items.Select(static i => i.Finding.Region)).ToArray();
        foreach (var copy in findings.Copies)
        {
            cancellation.ThrowIfCancellationRequested();
            if (copy.IsAligned) EditAligned(copy, findings.MasterLetters, plan, replacements, edits);
            else EditAlone(copy, findings.MasterLetters, plan, context, observer, edits);
        }
        foreach (var derived in transcript.Derived)
            if (touched.Any(t => t.Overlaps(derived.Scope))) edits.Replace(derived.Start, derived.Length, System.Text.Encoding.UTF8.GetBytes(derived.Replacement));
        foreach (var loose in transcript.Loose) EditLoose(loose, gatherer, context, observer, edits);
        return edits;
    }

    /// <summary>A transcript is named by its content, so that the same transcript gives the same results.</summary>
    private static DocumentMemory NewMemory(Transcript transcript) =>
        new(Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(transcript.Master.Text.AsSpan()))));

    private static void EditAligned(SearchedCopy copy, CanonicalText master, RedactionPlan<TextSpan> plan, string[] replacements, TranscriptEdits edits)
    {
        var written = 0;
        for (var i = 0; i < replacements.Length; i++)
        {
            var span = plan.Items[i].Finding.Region;
            var letters = master.Canonical(span);
            var isInside = letters.Length > 0
                ? letters.Overlaps(copy.Scope)
                : span.Overlaps(copy.Copy.Scope);
            if (!isInside) continue;
            var place = copy.Letters.Project(master, span, -copy.Scope.Start);
            foreach (var own in copy.Own) // signs that only this writing has, such as the plus of a number
                if (own.Type == plan.Items[i].Finding.Type && own.Region.Overlaps(place)) place = place.Union(own.Region);
            place = TextSpan.FromBounds(Math.Max(place.Start, written), Math.Max(place.End, written));
            edits.Replace(copy.Copy, place, replacements[i]);
            written = place.End;
        }
    }

    /// <summary>A copy that says something else than the master text: its own findings, and everything that looks like a finding of the master.</summary>
    private void EditAlone(
        SearchedCopy copy, CanonicalText master, RedactionPlan<TextSpan> plan, RedactionContext context, IPlanObserver observer, TranscriptEdits edits)
    {
        var findings = new List<Finding<TextSpan>>(copy.Own);
        var places = new List<TextSpan>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in plan.Items)
        {
            var letters = master.Canonical(item.Finding.Region);
            var surface = master.Letters.Substring(letters.Start, letters.Length);
            if (!seen.Add(surface)) continue;
            places.Clear();
            copy.Letters.Find(surface, places);
            foreach (var place in places) findings.Add(item.Finding with { Region = place });
        }
        if (findings.Count == 0) return;
        var own = Plan(copy.Copy.Text, findings, context);
        observer.OnPlan(new DocumentPlace(Path: copy.Copy.Path), own, copy.Copy.Text);
        foreach (var item in own.Items)
            edits.Replace(copy.Copy, item.Finding.Region, Replacement(copy.Copy.Text.AsSpan(item.Finding.Region.Start, item.Finding.Region.Length), item));
    }

    private void EditLoose(LooseField loose, FindingGatherer gatherer, RedactionContext context, IPlanObserver observer, TranscriptEdits edits)
    {
        var text = loose.Field.Text;
        var findings = gatherer.Find(text);
        if (loose.IsSpeaker && SpeakerName.IsPersonal(text)) findings.Add(new(EntityTypes.Person, new(0, text.Length), 1, "transcript.speaker"));
        if (findings.Count == 0) return;
        var plan = Plan(text, findings, context);
        observer.OnPlan(new DocumentPlace(Path: loose.Path), plan, text);
        foreach (var item in plan.Items)
            edits.Replace(loose.Field, item.Finding.Region, Replacement(text.AsSpan(item.Finding.Region.Start, item.Finding.Region.Length), item));
    }

    private RedactionPlan<TextSpan> Plan(string text, List<Finding<TextSpan>> findings, RedactionContext context) =>
        new RedactionPlanner<TextSource, TextSpan>(policy, new GatheredText(findings)).Plan(new TextSource(text, context));

    private string Replacement(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item)
    {
        var output = new ArrayBufferWriter<char>();
        writer.WriteReplacement(original, in item, output);
        return output.WrittenSpan.ToString();
    }
}
