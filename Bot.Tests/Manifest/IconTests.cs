namespace FeedbackBot.Tests.Manifest;

/// <summary>Teams' rules for the two icons, which its schema can't tell.</summary>
public sealed class IconTests
{
    [Fact]
    public async Task The_colour_icon_is_192_pixels_square_and_fills_the_square()
    {
        using var package = await Package.BuildAsync();

        var icon = Png.Read(package.Files()["color.png"]);

        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.Pixels, p => Assert.Equal(255, p.Alpha));
        Assert.True(icon.Pixels.Distinct().Count() > 1, "The icon is a plain square.");
    }

    [Fact]
    public async Task The_outline_icon_is_32_pixels_square_and_nothing_but_white_on_transparent()
    {
        using var package = await Package.BuildAsync();

        var icon = Png.Read(package.Files()["outline.png"]);

        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.All(icon.Pixels.Where(p => p.Alpha > 0), p => Assert.Equal((255, 255, 255), (p.Red, p.Green, p.Blue)));
        Assert.InRange(icon.Pixels.Count(p => p.Alpha == 0), 512, 1023);
        Assert.Contains(icon.Pixels, p => p.Alpha == 255);
    }

    [Fact]
    public async Task The_colour_around_the_icon_in_Teams_is_the_icons_own()
    {
        using var package = await Package.BuildAsync();
        var (red, green, blue, _) = Png.Read(package.Files()["color.png"]).Pixels[0];

        Assert.Equal($"#{red:x2}{green:x2}{blue:x2}", (string)package.Json()["accentColor"]!);
    }
}
