using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Audio;

/// <summary>Finds what is in a transcript and writes the transcript without it.</summary>
internal sealed class TranscriptRedactor(RedactionPolicy policy, ImmutableArray<ITextDetector> detectors, TextPlanWriter writer)
{
    private const int FewestDigits = 5;

    /// <summary>Detectors whose values tell by their own form what they are.</summary>
    public ImmutableArray<ITextDetector> Evident { get; init; } = [];

    /// <summary>Searches a transcript.</summary>
    public (TranscriptFindings Findings, FindingGatherer Gatherer) Search(
        Transcript transcript, RedactionContext context, CancellationToken cancellation)
    {
        // Whatever the caller calls the data, this is speech; the policy still sees the caller's data type.
        var gatherer = new FindingGatherer(detectors, Evident, context with { DataType = SpokenDetector.DataType });
        return (new TranscriptFindings(transcript, gatherer, cancellation), gatherer);
    }

    /// <summary>Plans what is found in the master text.</summary>
    public RedactionPlan<TextSpan> Plan(Transcript transcript, TranscriptFindings findings, RedactionContext context) =>
        new SpeakerRules(policy, transcript.Speakers, transcript.Recovered).Plan(transcript.Master.Text, findings.InMaster, context);

    /// <summary>Tells the observer, and gives the edits that take every finding out of every copy.</summary>
    public TranscriptEdits Redact(
        Transcript transcript, TranscriptFindings findings, RedactionPlan<TextSpan> plan, FindingGatherer gatherer,
        RedactionContext context,
        RedactionObserver observer, CancellationToken cancellation)
    {
        if (!writer.IsForDocument)
            return new TranscriptRedactor(policy, detectors, writer.ForDocument(NewMemory(transcript))).Redact(transcript, findings, plan,
                gatherer, context, observer, cancellation);
        var edits = new TranscriptEdits(transcript.Content);
        writer.Observe(transcript.Master.Text, plan);
        var replacements = new string[plan.Items.Length];
        for (var i = 0; i < replacements.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var span = plan.Items[i].Finding.Region;
            replacements[i] = Replacement(transcript.Master.Text.AsSpan(span.Start, span.Length), plan.Items[i]);
            edits.Replace(transcript.Master, span, replacements[i]);
        }
        if (transcript.Copies.IsEmpty && transcript.Lists.IsEmpty && transcript.Loose.IsEmpty) return edits;
        var values = new FoundValues(transcript.Master.Text, findings.MasterLetters, plan);
        var aligned = new AlignedEdits(findings.MasterLetters, plan, replacements, edits);
        foreach (var copy in findings.Copies)
        {
            cancellation.ThrowIfCancellationRequested();
            if (copy.IsAligned) aligned.Edit(copy);
            if (!copy.IsAligned || copy.Copy.Scope is null) EditAlone(copy, values, plan, findings, context, observer, edits);
        }
        Remove(transcript, findings, plan, edits);
        foreach (var list in transcript.Lists) EditList(list, values, gatherer, context, observer, edits);
        var keys = new KeyNames(transcript.Loose);
        foreach (var loose in transcript.Loose)
        {
            cancellation.ThrowIfCancellationRequested();
            EditLoose(loose, values, gatherer, context, observer, edits, keys);
        }
        return edits;
    }

    /// <summary>A transcript is named by its content, so that the same transcript gives the same results.</summary>
    private static DocumentMemory NewMemory(Transcript transcript) =>
        new(Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(transcript.Master.Text.AsSpan()))));

    private static void Remove(Transcript transcript, TranscriptFindings findings, RedactionPlan<TextSpan> plan, TranscriptEdits edits)
    {
        if (transcript.Derived.IsEmpty) return;
        var touched = findings.Elsewhere.Select(f => findings.MasterLetters.Text(f.Copy.Scope))
            .Concat(plan.Items.Select(static i => i.Finding.Region)).ToArray();
        Array.Sort(touched);
        var index = new SpanIndex(touched);
        foreach (var derived in transcript.Derived)
            if (index.Overlaps(derived.Scope)) edits.Replace(derived.Start, derived.Length, Encoding.UTF8.GetBytes(derived.Replacement));
    }

    /// <summary>
    /// A copy that says something else than the master text: its own findings, everything that looks like a
    /// finding of the master text, and, where a value of its part does not stand in it, all that stands between the words around the value,
    /// which without such words is the whole copy.
    /// </summary>
    private void EditAlone(
        SearchedCopy copy, FoundValues values, RedactionPlan<TextSpan> plan, TranscriptFindings findings, RedactionContext context,
        RedactionObserver observer, TranscriptEdits edits)
    {
        var all = new List<Finding<TextSpan>>(copy.Own);
        values.Find(copy.Letters, all);
        var isNews = !copy.IsAligned && findings.Elsewhere.Exists(f => ReferenceEquals(f.Copy, copy));
        if (copy.Alignment is { } words)
        {
            var known = new SpanIndex([.. all.Select(static f => f.Region).Order()]);
            var scope = findings.MasterLetters.Text(copy.Scope);
            foreach (var item in plan.Items)
            {
                if (!item.Finding.Region.Overlaps(scope)) continue;
                if (words.ToCopy(item.Finding.Region, copy.Copy.Text) is { } between && !known.Covers(between))
                    all.Add(item.Finding with { Region = between });
            }
        }
        if (all.Count == 0) return;
        var own = Plan(copy.Copy.Text, all, context);
        if (isNews || !copy.IsAligned) observer.OnPlan(new DocumentPlace(Path: copy.Copy.Path, IsRepeat: !isNews), own, copy.Copy.Text);
        Edit(copy.Copy, own, edits);
    }

    private void EditList(
        TranscriptCopy list, FoundValues values, FindingGatherer gatherer, RedactionContext context, RedactionObserver observer,
        TranscriptEdits edits)
    {
        var findings = gatherer.Find(list.Text);
        var isNews = findings.Count > 0;
        values.Find(new CanonicalText(list.Text), findings);
        if (findings.Count == 0) return;
        var plan = Plan(list.Text, findings, context);
        observer.OnPlan(new DocumentPlace(Path: list.Path, IsRepeat: !isNews), plan, list.Text);
        Edit(list, plan, edits);
    }

    private void EditLoose(
        FreeText loose, FoundValues values, FindingGatherer gatherer, RedactionContext context, RedactionObserver observer,
        TranscriptEdits edits, KeyNames keys)
    {
        var text = loose.Field.Text;
        var findings = gatherer.Find(loose);
        if (loose.IsSpeaker && SpeakerName.IsPersonal(text))
            findings.Add(new(EntityTypes.Person, new(0, text.Length), 1, SpeakerName.Detector));
        var letters = new CanonicalText(text);
        if (!loose.IsName || HasNumber(text)) values.Find(letters, findings);
        if (!loose.IsNumber && !loose.IsName && values.TryGetWhole(letters, out var whole))
            findings.Add(whole with { Region = new(0, text.Length) });
        if (findings.Count == 0) return;
        var plan = Plan(text, findings, context);
        observer.OnPlan(new DocumentPlace(Path: loose.Path), plan, text);
        if (loose.IsKey && !plan.Items.IsEmpty) edits.Replace(loose.Field, new(0, text.Length), keys.Rename(text, Redacted(text, plan)));
        else if (loose.IsNumber && !plan.Items.IsEmpty) edits.Replace(loose.Field.Start, loose.Field.Length, "0"u8.ToArray());
        else
        {
            Edit(new(text, [new(loose.Field, 0)], null, loose.Path, IsFragmented: false), plan, edits);
            foreach (var start in loose.Repeats ?? [])
                Edit(new(text, [new(new(start, loose.Field.Length, loose.Field.Encoding, text), 0)], null, loose.Path, IsFragmented: false),
                    plan, edits);
        }
    }

    /// <summary>A name of a thing may be a word that was also found as a value; it is none, unless it has a number in it.</summary>
    private static bool HasNumber(string name) => name.Count(char.IsDigit) >= FewestDigits;

    private void Edit(TranscriptCopy copy, RedactionPlan<TextSpan> plan, TranscriptEdits edits)
    {
        foreach (var item in plan.Items)
            edits.Replace(copy, item.Finding.Region,
                Replacement(copy.Text.AsSpan(item.Finding.Region.Start, item.Finding.Region.Length), item));
    }

    private string Redacted(string text, RedactionPlan<TextSpan> plan)
    {
        var output = new StringBuilder();
        var at = 0;
        foreach (var item in plan.Items)
        {
            output.Append(text, at, item.Finding.Region.Start - at)
                .Append(Replacement(text.AsSpan(item.Finding.Region.Start, item.Finding.Region.Length), item));
            at = item.Finding.Region.End;
        }
        return output.Append(text, at, text.Length - at).ToString();
    }

    private RedactionPlan<TextSpan> Plan(string text, List<Finding<TextSpan>> findings, RedactionContext context) =>
        new SpeakerRules(policy, []).Plan(text, findings, context);

    private string Replacement(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item)
    {
        var output = new ArrayBufferWriter<char>();
        writer.WriteReplacement(original, in item, output);
        return output.WrittenSpan.ToString();
    }
}
