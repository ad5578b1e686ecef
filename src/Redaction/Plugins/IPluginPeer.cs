namespace Redaction;

/// <summary>A program or service that answers a line of JSON with another.</summary>
internal interface IPluginPeer
{
    /// <summary>The JSON that it answers a text with.</summary>
    /// <param name="request">UTF-8 JSON on one line, without its end: <c>{"text":…,"language":…}</c>.</param>
    /// <exception cref="RedactionException">It cannot be started or reached, did not answer in time, or failed.</exception>
    ReadOnlyMemory<byte> Ask(ReadOnlyMemory<byte> request);
}
