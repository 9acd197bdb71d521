using System.Text.RegularExpressions;
using FeedbackBot.Wards;
using Microsoft.Extensions.Configuration;

namespace FeedbackBot.Tests.Deploy;

/// <summary>The Dockerfile and what lies beside it, as far as that can be known without Docker.</summary>
public sealed class ImageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(DeployFolder.Source, "Dockerfile"));

    [Fact]
    public void The_image_sets_only_settings_of_the_bot_and_of_NET()
    {
        var names = Lines.SelectMany(l => Regex.Matches(l, @"(?:^ENV |^    )(\w[\w.]*)=").Select(m => m.Groups[1].Value)).ToList();

        Assert.Contains("ConnectionStrings__Store", names);
        Assert.All(names, name => Assert.True(
            DeployFolder.IsSetting(name) || Regex.IsMatch(name, "^(ASPNETCORE|DOTNET)_|^Logging__LogLevel__"), $"{name} is no setting."));
    }

    [Fact]
    public void The_image_runs_as_nobody_special()
    {
        var users = Lines.Where(l => l.StartsWith("USER ", StringComparison.Ordinal));

        // The number of the user "app" in Microsoft's images.
        Assert.Equal(["USER $APP_UID"], users);
    }

    [Fact]
    public void What_the_image_is_built_from_is_there()
    {
        var top = Path.Combine(DeployFolder.Source, "..");
        var kept = File.ReadAllLines(Path.Combine(top, ".dockerignore")).Where(l => l.StartsWith('!')).Select(l => l[1..]).ToList();
        var copied = Lines.Where(l => l.StartsWith("COPY ", StringComparison.Ordinal) && !l.Contains("--from", StringComparison.Ordinal))
            .SelectMany(l => l.Split(' ')[1..^1]).ToList();

        Assert.NotEmpty(copied);
        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(top, path)), $"{path} is copied, but isn't there."));
        Assert.All(copied, path => Assert.Contains(path.Split('/')[0], kept));
    }

    [Fact]
    public void The_settings_to_begin_with_are_without_a_fault()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(DeployFolder.Source, "settings.json")).Build();

        Assert.Empty(OrganisationFaults.Of(settings.ReadOrganisation()));
        Assert.All(settings.AsEnumerable().Where(s => s.Value is { Length: > 0 }), s => Assert.True(DeployFolder.IsSetting(s.Key), $"{s.Key} is no setting."));
    }
}
