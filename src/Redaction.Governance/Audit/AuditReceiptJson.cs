using System.Text.Json;

namespace Redaction.Governance;

/// <summary>A receipt as JSON.</summary>
internal static class AuditReceiptJson
{
    public static void Write(Utf8JsonWriter json, AuditReceipt receipt)
    {
        json.WriteStartObject();
        json.WriteString("log", receipt.Head.Log);
        json.WriteNumber("size", receipt.Head.Size);
        json.WriteString("root", receipt.Head.Root);
        json.WriteNumber("index", receipt.Index);
        json.WriteString("record", receipt.Line);
        json.WriteStartArray("proof");
        foreach (var hash in receipt.Proof) json.WriteStringValue(Convert.ToHexStringLower(hash));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static AuditReceipt Read(JsonElement json) => new(
        json.GetProperty("record").GetString()!, json.GetProperty("index").GetInt32(),
        new(json.GetProperty("log").GetString()!, json.GetProperty("size").GetInt32(), json.GetProperty("root").GetString()!),
        [.. json.GetProperty("proof").EnumerateArray().Select(static h => Convert.FromHexString(h.GetString()!))]);
}
