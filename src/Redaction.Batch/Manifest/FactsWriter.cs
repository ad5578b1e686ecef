using System.Text.Json;
using Redaction.Audio;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>Writes what only some kinds of item have to tell, into the current object; <see cref="FactsReader"/> reads it.</summary>
internal static class FactsWriter
{
    /// <param name="json">Inside the item's object.</param>
    /// <param name="result">The item.</param>
    /// <param name="sound">What the policy does with the sound of videos.</param>
    public static void Write(Utf8JsonWriter json, ItemResult result, VideoAudio sound)
    {
        if (result.Kind == ItemKind.Image) WriteImage(json, result.Facts);
        if (result.Kind == ItemKind.Video) WriteVideo(json, result.Facts, sound);
        if (result.Kind == ItemKind.Call) json.WriteNumber("seconds", Math.Round(result.Facts.Seconds, 3));
        if (result.Kind != ItemKind.Call && (result.Kind != ItemKind.Video || sound != VideoAudio.Redact)) return;
        json.WriteNumber("secondsMasked", Math.Round(result.Facts.SecondsMasked, 3));
        WriteProof(json, result.Facts.Proof);
        if (result.Facts.HasOtherVoices) json.WriteString("voices", "disguised");
    }

    private static void WriteImage(Utf8JsonWriter json, ItemFacts facts)
    {
        json.WriteNumber("width", facts.Width);
        json.WriteNumber("height", facts.Height);
        json.WriteNumber("pages", facts.Pages);
        json.WriteStartArray("metadataDropped");
        foreach (var kind in facts.MetadataDropped) json.WriteStringValue(kind);
        json.WriteEndArray();
    }

    private static void WriteVideo(Utf8JsonWriter json, ItemFacts facts, VideoAudio sound)
    {
        json.WriteNumber("width", facts.Width);
        json.WriteNumber("height", facts.Height);
        json.WriteNumber("seconds", Math.Round(facts.Seconds, 3));
        json.WriteNumber("frames", facts.Frames);
        json.WriteNumber("framesMasked", facts.FramesMasked);
        json.WriteNumber("tracks", facts.Tracks);
        json.WriteString("audio", sound.ToString().ToLowerInvariant());
    }

    private static void WriteProof(Utf8JsonWriter json, CallProof proof)
    {
        json.WriteStartObject("secondsByEntity");
        foreach (var (entity, seconds) in proof.SecondsByEntity) json.WriteNumber(entity, Math.Round(seconds, 3));
        json.WriteEndObject();
        if (proof.OverMasking is { } ratio) json.WriteNumber("overMasking", Math.Round(ratio, 3));
        json.WriteNumber("unlocated", proof.Unlocated);
    }
}
