using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FeedbackBot.Tests.Cards;

/// <summary>Every kind of card, as it is sent. To accept a change: run with FEEDBACKBOT_UPDATE_GOLDEN=1 and read the diff.</summary>
public sealed class GoldenTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Folder => Path.Combine(Here(), "Golden");

    public static TheoryData<string> Names => [.. CardSamples.Cards.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_is_as_it_was_agreed(string name)
    {
        var card = CardSamples.Cards[name]().ToJsonString(Readable) + "\n";
        var file = Path.Combine(Folder, $"{name}.json");
        if (Environment.GetEnvironmentVariable("FEEDBACKBOT_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, card);
        }

        Assert.Equal(File.ReadAllText(file), card);
    }

    [Fact]
    public void No_golden_file_is_left_over() =>
        Assert.Equal(CardSamples.Cards.Keys.Order(), Directory.GetFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)).Order());

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
