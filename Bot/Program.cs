using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.LocalTeams;
using FeedbackBot.Posts;
using FeedbackBot.Store;
using FeedbackBot.Teams;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Trial;
using FeedbackBot.Wards;

namespace FeedbackBot;

/// <summary>The table of contents: the path of a post is the order of the lines.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [TriageCommand.Name, .. var rest])
        {
            return TriageCommand.Run(rest, Console.OpenStandardOutput(), Console.Error);
        }

        try
        {
            var app = Build(WebApplication.CreateBuilder(args));
            await app.Services.GetRequiredService<StoreOpening>().OpenAsync(CancellationToken.None);
            await app.RunAsync();
            return 0;
        }
        catch (Exception fault) when (SettingsException.Why(fault) is { } why)
        {
            await Console.Error.WriteLineAsync($"FeedbackBot can't start.{Environment.NewLine}{why}");
            return 1;
        }
    }

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var (services, settings) = (builder.Services, builder.Configuration);
        LocalMode.Prepare(settings);
        SettingsException.ThrowIfAny(settings);
        ServerAddress.Choose(builder);

        services.AddSingleton(TimeProvider.System).AddSingleton<ServerAddress>();
        services.AddWards(settings);
        services.AddPosts(settings, samplesByDefault: LocalMode.IsOn(settings) && settings["X:BearerToken"] is null or "");
        services.AddTriage();
        services.AddCases(settings);
        services.AddStore(settings);
        services.AddDeliver(limited: LocalMode.KeepsLimits(settings));
        services.AddTeams(TeamsOptions.Of(settings));
        services.AddLocalMode(settings);

        var app = builder.Build();
        app.MapTeams();
        app.MapHealth();
        app.MapLocalMode();
        return app;
    }
}
