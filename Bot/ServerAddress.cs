using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FeedbackBot;

/// <summary>Where this server listens, known once it has started.</summary>
public sealed class ServerAddress(IServer server)
{
    public const string Default = "http://localhost:3978";

    /// <summary>The first bound address; null before the start.</summary>
    public Uri? Url => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address ? new Uri(address) : null;

    /// <summary>Listens on <see cref="Default"/> where the settings name no address.</summary>
    public static void Choose(WebApplicationBuilder builder)
    {
        if (!Configured(builder.Configuration).Any())
        {
            builder.WebHost.UseUrls(Default);
        }
    }

    /// <summary>Every address that the settings name; none means <see cref="Default"/>.</summary>
    public static IEnumerable<string> Configured(IConfiguration configuration) => Several(configuration["urls"])
        .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>())
        .Concat(Ports(configuration, "http")).Concat(Ports(configuration, "https"));

    /// <summary>A bare port means every address of the machine.</summary>
    private static IEnumerable<string> Ports(IConfiguration configuration, string scheme) =>
        Several(configuration[$"{scheme}_ports"]).Select(port => $"{scheme}://*:{port}");

    private static string[] Several(string? setting) =>
        (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
