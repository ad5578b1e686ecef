using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Tells when and by whom planned values were spoken.</summary>
internal static class SpokenPlaces
{
    public static ImmutableArray<SpokenPlace> Of(RedactionPlan<TextSpan> plan, Transcript transcript)
    {
        var places = ImmutableArray.CreateBuilder<SpokenPlace>(plan.Items.Length);
        foreach (var item in plan.Items)
        {
            var speaker = SpeakerRuns.SpeakerOf(transcript.Speakers, item.Finding.Region);
            var time = TimeOf(transcript.Recovered, item.Finding.Region);
            places.Add(new(Of(time?.Start), Of(time?.End), speaker is not null && SpeakerName.IsPersonal(speaker) ? null : speaker));
        }
        return places.MoveToImmutable();
    }

    private static TimeSpan? Of(long? ticks) => ticks is { } known ? TimeSpan.FromTicks(known) : null;

    /// <summary>When a range was said; null when the transcript does not tell.</summary>
    public static AudioSpan? TimeOf(RecoveredText<AudioSpan> text, TextSpan span)
    {
        try
        {
            return text.Locate(span);
        }
        catch (RedactionException e) when (e.Code == ErrorCodes.NoTime)
        {
            return null; // a transcript that stands alone needs no times
        }
    }
}
