using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FeedbackBot;

/// <summary>Where this server listens, known once it has started.</summary>
public sealed class ServerAddress(IServer server)
{
    /// <summary>The first bound address; null before the start.</summary>
    public Uri? Url => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address ? new Uri(address) : null;
}
