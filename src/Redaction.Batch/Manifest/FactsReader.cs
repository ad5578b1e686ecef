using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Reads what only some kinds of item have to tell.</summary>
internal static class FactsReader
{
    public static string[] Keys { get; } =
    [
        "width", "height", "pages", "shareMasked", "metadataDropped", "frames", "framesMasked", "framesRead", "tracks", "audio", "seconds",
        "secondsMasked", "secondsByEntity", "overMasking", "unlocated", "secondsUnheard", "secondsSilenced", "shareUnheard", "voices",
        "transcriber", "transcriptFormat", "heardAgain", "dropped",
    ];

    public static ManifestFacts Read(JsonElement json) => new()
    {
        Width = json.IntOrNull("width"),
        Height = json.IntOrNull("height"),
        Pages = json.IntOrNull("pages"),
        ShareMasked = json.NumberOrNull("shareMasked"),
        MetadataDropped = json.TextsOrNull("metadataDropped"),
        Frames = json.IntOrNull("frames"),
        FramesMasked = json.IntOrNull("framesMasked"),
        FramesRead = json.IntOrNull("framesRead"),
        Tracks = json.IntOrNull("tracks"),
        Audio = json.TextOrNull("audio"),
        Seconds = json.NumberOrNull("seconds"),
        SecondsMasked = json.NumberOrNull("secondsMasked"),
        SecondsByEntity = json.TryGetProperty("secondsByEntity", out var entities) ? entities.Map(static s => s.GetDouble()) : null,
        OverMasking = json.NumberOrNull("overMasking"),
        Unlocated = json.IntOrNull("unlocated"),
        SecondsUnheard = json.NumberOrNull("secondsUnheard"),
        SecondsSilenced = json.NumberOrNull("secondsSilenced"),
        ShareUnheard = json.NumberOrNull("shareUnheard"),
        Voices = json.TextOrNull("voices"),
        Transcriber = json.TextOrNull("transcriber"),
        TranscriptFormat = json.TextOrNull("transcriptFormat"),
        Dropped = json.TryGetProperty("dropped", out var dropped) ? dropped.Map(ManifestJson.Count) : null,
    };
}
