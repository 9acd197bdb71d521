using System.Diagnostics;

namespace FeedbackBot.Tests.Cards;

/// <summary>The golden cards against Adaptive Cards 1.5, the newest that Teams shows.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly string _scratch = Path.GetTempFileName();

    public static TheoryData<string, string> Broken => new()
    {
        { """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","colour":"good"}]}""", "has no property 'colour'" },
        { """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","size":"Huge"}]}""", "isn't a value of it" },
        { """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Carousel","pages":[]}]}""", "is no type of 1.5" },
        { """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":1}]}]}]}""", "isn't a value of it" },
        { """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Chart.HorizontalBar.Stacked","title":"x","data":[]}]}""", "without fallback" },
        { """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Chart.HorizontalBar.Stacked","title":"x","data":[],"fallback":{"type":"Carousel"}}]}""", "is no type of 1.5" },
    };

    public void Dispose() => File.Delete(_scratch);

    [Fact]
    public async Task Every_golden_card_is_valid() =>
        Assert.Equal((0, ""), await Check(Directory.GetFiles(GoldenTests.Folder, "*.json")));

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task The_check_finds_what_is_not_1_5(string card, string fault)
    {
        await File.WriteAllTextAsync(_scratch, card);

        var (code, output) = await Check([_scratch]);

        Assert.Equal(1, code);
        Assert.Contains(fault, output, StringComparison.Ordinal);
    }

    internal static async Task<(int Code, string Output)> Check(IEnumerable<string> files)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["check.js", .. files])
        {
            WorkingDirectory = Path.Combine(GoldenTests.Folder, "..", "node"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, output + await error);
    }
}
