using System.Text.Json;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Gives long items a tape for their plans.</summary>
internal sealed class ItemTapes(WorkFolder work, RedactionEngine engine, BatchOptions options)
{
    private readonly string _stamp = StampOf(engine, options);

    /// <summary>The tape of an item; null where it is too small for one.</summary>
    public PlanTape? Open(BatchItem item)
    {
        if (item.Main.Error is not null || !IsLong(item)) return null;
        try
        {
            return work.OpenTape(item.Main.RelativePath, _stamp, engine.Policy.Policy.Id);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // a run without it is only slower when it is taken up again
        }
    }

    /// <summary>Removes the tape of an item that is done with.</summary>
    public void Forget(BatchItem item)
    {
        if (IsLong(item)) work.DeleteTape(item.Main.RelativePath);
    }

    private bool IsLong(BatchItem item) =>
        options.CheckpointBytes > 0 && new FileInfo(item.Main.FullPath) is { Exists: true } file && file.Length >= options.CheckpointBytes;

    /// <summary>Everything that decides besides the document.</summary>
    private static string StampOf(RedactionEngine engine, BatchOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            json.WriteStringValue(EngineVersion.Current);
            json.WriteStringValue(engine.Policy.Sha256);
            foreach (var origin in engine.Policy.Extends) json.WriteStringValue(origin.Sha256);
            json.WriteStringValue(PolicyCopy.IsPartial(engine.Policy) ? "" : PolicyCopy.Of(engine.Policy));
            json.WriteStringValue(ManifestSwitches.Of(engine, options).ToJson());
            json.WriteStringValue(engine.Stamp.Detectors);
            json.WriteStringValue(RedactionStamp.Lexicons);
            foreach (var model in engine.Stamp.ModelsOf(images: false)) json.WriteStringValue(model.Sha256);
            json.WriteBooleanValue(engine.Text.LooksAgain);
            json.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
