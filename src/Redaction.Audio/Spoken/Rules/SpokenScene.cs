namespace Redaction.Audio;

/// <summary>What the rules look at beside the words.</summary>
/// <param name="Reading">Runs and mail addresses.</param>
/// <param name="Cues">What is asked for.</param>
/// <param name="MinimumDigits">From how many digits on an unexplained run counts.</param>
internal sealed record SpokenScene(SpokenReading Reading, CueTrack Cues, int MinimumDigits)
{
    public override string ToString() => $"SpokenScene(Runs = {Reading.Runs.Count})";
}
