using System.Net;
using System.Net.Sockets;

namespace Redaction;

/// <summary>Where a service listens.</summary>
/// <param name="Uri">What requests are posted to.</param>
/// <param name="EndPoint">What is connected to without a look-up; null: what the address says, on another machine.</param>
internal sealed record ServiceAddress(Uri Uri, EndPoint? EndPoint)
{
    private const string Unix = "unix:";

    /// <summary>True where texts would leave this machine.</summary>
    public bool IsRemote => EndPoint is null;

    /// <summary>Reads <c>http://127.0.0.1:5002/analyze</c>, or <c>unix:/run/spans.sock</c> with a path of the request behind a second
    /// colon; null where it is neither.</summary>
    public static ServiceAddress? Of(string text)
    {
        if (text.StartsWith(Unix, StringComparison.Ordinal))
        {
            var (socket, path) = text[Unix.Length..].Split(':') is [var first, var second] ? (first, second) : (text[Unix.Length..], "/");
            return socket.Length > 0 && path.StartsWith('/')
                ? new(new("http://localhost" + path), new UnixDomainSocketEndPoint(socket)) : null;
        }
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            return null;
        var host = uri.Host.Trim('[', ']');
        var address = host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out var literal) ? literal : null;
        return new(uri, address is not null && IPAddress.IsLoopback(address) ? new IPEndPoint(address, uri.Port) : null);
    }
}
