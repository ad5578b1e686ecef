namespace Redaction.Audio.Tests;

/// <summary>Keeps the plans that an observer is told of.</summary>
internal sealed class Plans : RedactionObserver
{
    public List<(DocumentPlace Place, RedactionPlan<TextSpan> Plan)> Text { get; } = [];

    public List<RedactionPlan<AudioSpan>> Audio { get; } = [];

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        if (plan is RedactionPlan<TextSpan> own) Text.Add((place, own));
        if (plan is RedactionPlan<AudioSpan> audio) Audio.Add(audio);
    }
}
