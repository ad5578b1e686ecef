using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Redaction;

/// <summary>A service on this machine, or elsewhere where its manifest says that texts leave the machine. Requests are HTTP posts; neither
/// proxies nor redirects are followed.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "An engine, which is never disposed of, keeps its connections.")]
internal sealed class ServicePeer : IPluginPeer
{
    private const int MostAnswer = 64 * 1024 * 1024;
    private readonly string _plugin;
    private readonly Uri _address;
    private readonly HttpClient _client;

    /// <param name="plugin">Names it in failures.</param>
    /// <param name="address">Where requests are posted to.</param>
    /// <param name="limit">How long it may take for a text.</param>
    public ServicePeer(string plugin, ServiceAddress address, TimeSpan limit)
    {
        (_plugin, _address) = (plugin, address.Uri);
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
        if (address.EndPoint is { } endPoint)
        {
            // A name such as localhost must not be looked up: it could be somewhere else.
            handler.ConnectCallback = async (_, stop) =>
            {
                var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.IP);
                try
                {
                    await socket.ConnectAsync(endPoint, stop).ConfigureAwait(false);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            };
        }
        _client = new(handler) { Timeout = limit, MaxResponseContentBufferSize = MostAnswer };
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Ask(ReadOnlyMemory<byte> request)
    {
        try
        {
            return AskAsync(request).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw Failed(ErrorCodes.ProgramFailed, "It did not answer in time: give it more 'seconds' in its manifest.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Failed(ErrorCodes.MissingDependency, "It cannot be reached: start it, or mend 'service' in its manifest.", e.GetType());
        }
    }

    private async Task<ReadOnlyMemory<byte>> AskAsync(ReadOnlyMemory<byte> request)
    {
        using var content = new ReadOnlyMemoryContent(request);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _client.PostAsync(_address, content).ConfigureAwait(false);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false)
            : throw Failed(ErrorCodes.ProgramFailed, $"It answered with status {(int)answer.StatusCode}.");
    }

    private RedactionException Failed(string code, string advice, Type? cause = null) => new(code, _plugin, advice, cause);
}
