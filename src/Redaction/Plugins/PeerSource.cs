using System.Buffers;
using System.Text.Json;

namespace Redaction;

/// <summary>Asks a program or service for what stands in a text.</summary>
/// <param name="plugin">Names it in failures.</param>
/// <param name="peer">Answers.</param>
/// <param name="unit">What it counts places in.</param>
internal sealed class PeerSource(string plugin, IPluginPeer peer, PluginUnit unit) : ISpanSource
{
    /// <inheritdoc/>
    public IReadOnlyList<PluginSpan> Find(string text, string? locale) =>
        PluginAnswer.Read(peer.Ask(Request(text, locale)), new(text, unit), plugin);

    private static ReadOnlyMemory<byte> Request(string text, string? locale)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteString("language", locale is null ? "en" : locale.Split('-')[0]);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
