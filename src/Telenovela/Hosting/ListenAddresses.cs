using System.Net;
using System.Net.Sockets;
using Telenovela.Cli;

namespace Telenovela.Hosting;

/// <summary>Where the bot listens.</summary>
internal static class ListenAddresses
{
    /// <summary>This machine only.</summary>
    public static BindingAddress Default { get; } = BindingAddress.Parse(TelenovelaHost.DefaultUrl);

    /// <summary>
    /// The addresses that are configured, <c>--urls</c> before ports; <see cref="Default"/> where there are none. The playground alone
    /// stays on this machine, even where a container's environment names a port for everybody.
    /// </summary>
    /// <exception cref="UsageException">One is no address.</exception>
    public static IReadOnlyList<BindingAddress> Of(IConfiguration configuration)
    {
        var transport = TransportChoice.Choose(
            configuration["Discord:Token"], configuration["Discord:PublicKey"], TransportChoice.HasGateway);
        return configuration["urls"] is { Length: > 0 } urls ? [.. Split(urls).Select(Parse)]
            : transport != Transport.Playground && configuration["http_ports"] is { Length: > 0 } ports
                ? [.. Split(ports).Select(port => Parse($"http://*:{port}"))]
            : [Default];

        static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>An address as this machine reaches it.</summary>
    public static Uri Reach(BindingAddress address, string path) => new UriBuilder(
        address.Scheme, address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host, address.Port, path).Uri;

    /// <summary>
    /// Refuses an address that can't be listened at, before anything is done; the framework would find out at the very end.
    /// </summary>
    /// <exception cref="FailureException">Another program has it, or it isn't this machine's.</exception>
    public static void RequireFree(IEnumerable<BindingAddress> addresses)
    {
        foreach (var address in addresses.Where(address => !address.IsUnixPipe && !address.IsNamedPipe && address.Port > 0))
        {
            var place = IPAddress.TryParse(address.Host.Trim('[', ']'), out var number) ? number
                : address.Host == "localhost" ? IPAddress.Loopback
                : Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any;
            using var listener = new TcpListener(place, address.Port);
            try
            {
                listener.Start();
            }
            catch (SocketException refused)
            {
                var reason = refused.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? "another program listens there, perhaps another bot"
                    : refused.Message;
                throw new FailureException(
                    $"The bot can't listen at {address}: {reason}. Name another address, for example --urls http://127.0.0.1:5081.");
            }
        }
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            if (BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: <= IPEndPoint.MaxPort } address)
            {
                return address;
            }
        }
        catch (FormatException)
        {
            // It is said below.
        }

        throw new UsageException($"--urls takes addresses such as {TelenovelaHost.DefaultUrl}, separated by semicolons; “{url}” is none.");
    }
}
