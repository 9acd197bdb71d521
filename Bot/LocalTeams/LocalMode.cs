using System.Text.Json;
using FeedbackBot.Posts;
using FeedbackBot.Posts.Samples;
using FeedbackBot.Teams;
using FeedbackBot.Wards;

namespace FeedbackBot.LocalTeams;

/// <summary>Local mode: without <c>Teams:AppId</c> the bot brings its own Teams along (design.md, section 9). With it, nothing here does anything.</summary>
public static class LocalMode
{
    private const string Unlimited = "LocalTeams:Unlimited";

    public static bool IsOn(IConfiguration configuration) => TeamsOptions.Of(configuration).IsLocal;

    /// <summary>Addresses that make local mode unsafe, and what can't be read.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration) =>
    [
        .. ServerAddress.Configured(configuration)
            .Where(address => IsOn(configuration) && !IsLoopback(address))
            .Select(address =>
                $"The address '{address}' can be reached from other machines, and local mode signs nobody in. Use {ServerAddress.Default}; to serve others, the bot needs Teams:AppId."),
        .. new[] { configuration[Unlimited] }.Where(unlimited => !string.IsNullOrEmpty(unlimited) && !bool.TryParse(unlimited, out _))
            .Select(unlimited => $"{Unlimited} is '{unlimited}'. Use true or false, or leave it out."),
    ];

    /// <summary>Fills what isn't configured with a fictional hospital.</summary>
    public static void Prepare(IConfigurationManager configuration)
    {
        if (IsOn(configuration))
        {
            DemoHospital.AddMissing(configuration);
        }
    }

    /// <summary>Teams' windows hold here too, unless a benchmark or a test asks for more than Teams would take.</summary>
    public static bool KeepsLimits(IConfiguration configuration) => !IsOn(configuration) || !configuration.GetValue(Unlimited, false);

    public static IServiceCollection AddLocalMode(this IServiceCollection services, IConfiguration configuration) => !IsOn(configuration) ? services : services
        .AddSingleton<LocalLinks>()
        .AddHostedService<LocalWards>()
        .AddLocalTeams(provider =>
        {
            var organisation = provider.GetRequiredService<Organisation>();
            return new LocalTeamsOptions
            {
                OrganisationName = organisation.Name,
                BeforeInstallation = stop => provider.GetRequiredService<LocalLinks>().LinkAsync(organisation.Wards, stop),
                Hashtags = organisation.Hashtags,
                Channels = [.. organisation.Wards.Select(w => LocalChannel.ForWard(w.Id, w.Name))],
                History = Path.GetFullPath(
                    configuration["LocalTeams:History"] ?? "data/local-teams.jsonl",
                    provider.GetRequiredService<IHostEnvironment>().ContentRootPath),
            };
        });

    /// <summary><c>POST /local/posts</c>: a post as a patient would write it, durable before it is answered.</summary>
    public static void MapLocalMode(this WebApplication app)
    {
        if (!IsOn(app.Configuration))
        {
            return;
        }

        app.MapLocalTeams();
        app.MapPost("/local/posts", async (HttpRequest request, PostDesk desk, TimeProvider clock, CancellationToken cancellationToken) =>
        {
            if (!request.HasJsonContentType())
            {
                // Somebody else's page can make a browser send a form, but not JSON.
                return Results.Text("Send the post as application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType);
            }

            if (await ReadAsync(request, cancellationToken) is not { } post)
            {
                return Results.Text(
                    "The post is no JSON object with text, author, handle, photoUrl and photoAltText.", statusCode: StatusCodes.Status400BadRequest);
            }

            var faults = PatientPostFaults.Of(post);
            if (faults.Count > 0)
            {
                return Results.Text(string.Join(" ", faults), statusCode: StatusCodes.Status400BadRequest);
            }

            var made = PatientPostMaker.Make(post, clock.GetUtcNow());
            await desk.TakeAsync(made.Source, new PostBatch([made], null), cancellationToken);
            return Results.Json(new { id = made.Id }, statusCode: StatusCodes.Status201Created);
        }).AddEndpointFilter(PageRoutes.OnlyThisMachine);
    }

    private static async Task<PatientPost?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFromJsonAsync<PatientPost>(cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.IsLoopback;
}
