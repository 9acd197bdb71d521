using System.Text;
using FeedbackBot.Tests.Store;
using FeedbackBot.Triage.Trial;

namespace FeedbackBot.Tests.Triage.Trial;

public sealed class TriageCommandTests : IDisposable
{
    private const string Columns = "tone,severity,topics,complained_of,withheld,must_not_wait,deciding_words";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_text_has_its_row_in_order()
    {
        var (code, output, error) = Run("text,tone\n\"Nurse very nice, toilets disgusting\",x\n\"The nurses were brilliant,\nthank you\",y\n\"\",z\nDoes anyone know when the shop opens?\n");

        Assert.Equal((0, ""), (code, error));
        var rows = CsvRows.Read(output).ToList();
        Assert.Equal(Columns, string.Join(',', rows[0]));
        Assert.Equal(["mixed", "compliment", "neutral", "neutral"], rows.Skip(1).Select(r => r[0]));
        Assert.All(rows, row => Assert.Equal(7, row.Count));
        Assert.Equal("cleanliness; staff attitude", rows[1][2]);
        Assert.Equal("cleanliness", rows[1][3]);
        Assert.Contains("disgusting", rows[1][6], StringComparison.Ordinal);
        Assert.Equal(["0", "", "", "no", "no", ""], rows[3].Skip(1));
    }

    [Theory]
    [InlineData("The loo is filthy", "no", "no")]
    [InlineData("My NHS number is 943 476 5919 and the loo is filthy", "yes", "no")]
    [InlineData("I want to kill myself", "no", "yes")]
    public void What_must_not_be_shown_and_what_must_not_wait_is_told(string text, string withheld, string mustNotWait)
    {
        var row = CsvRows.Read(Run($"\"{text}\"").Output).Last();

        Assert.Equal([withheld, mustNotWait], row.Skip(4).Take(2));
    }

    [Theory]
    [InlineData("text\na\nb\n", 2)]
    [InlineData("\uFEFFComment,rating\r\na,1\r\n", 1)]
    [InlineData("POST_TEXT\na\n", 1)]
    [InlineData("review_text\na\n", 1)]
    [InlineData("Free text\na\n", 1)]
    [InlineData("a\nb\n", 2)]
    [InlineData("the text on the wall is wrong\nb\n", 2)]
    [InlineData("text", 0)]
    [InlineData("", 0)]
    public void The_first_row_is_left_out_only_when_it_is_the_columns_name(string csv, int texts)
    {
        var (code, output, _) = Run(csv);

        Assert.Equal(0, code);
        Assert.Equal(texts, CsvRows.Read(output).Count() - 1);
    }

    [Theory]
    [InlineData]
    [InlineData("-")]
    [InlineData("one.csv", "two.csv")]
    public void Anything_but_one_file_is_answered_with_how_to_use_it(params string[] args)
    {
        var (code, output, error) = Run(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("triage FILE.csv", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var (code, output, error) = Run([Path.Combine(_folder.Path, "nowhere.csv")]);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("nowhere.csv", error, StringComparison.Ordinal);
        Assert.Contains("triage FILE.csv", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        Assert.Equal(1, Run([_folder.Path]).Code);
    }

    /// <summary>As <c>dotnet run --project Bot</c> runs it: in another folder than the shell stands in.</summary>
    [Fact]
    public void A_file_is_found_from_where_its_user_stands_and_one_that_is_not_there_is_named_in_full()
    {
        var (name, before) = ($"{Guid.NewGuid():N}.csv", Environment.GetEnvironmentVariable("PWD"));
        File.WriteAllText(Path.Combine(_folder.Path, name), "The loo is filthy");
        try
        {
            Environment.SetEnvironmentVariable("PWD", _folder.Path);
            Assert.Contains(Path.Combine(_folder.Path, "none.csv"), Run(["none.csv"]).Error, StringComparison.Ordinal);
            var (code, output, error) = Run([name]);

            Assert.Equal((0, ""), (code, error));
            Assert.Equal(2, CsvRows.Read(output).Count());
        }
        finally
        {
            Environment.SetEnvironmentVariable("PWD", before);
        }
    }

    [Fact]
    public void What_is_not_utf_8_is_refused_with_the_cure()
    {
        var file = Path.Combine(_folder.Path, "latin.csv");
        File.WriteAllBytes(file, [(byte)'a', 0xE9, (byte)'\n']);
        var (code, output, error) = Run([file]);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("UTF-8", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_never_ends_is_refused_with_its_line()
    {
        var (code, _, error) = Run("a\n\"b\n");

        Assert.Equal(1, code);
        Assert.Contains("line 2", error, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Error) Run(string csv)
    {
        var file = Path.Combine(_folder.Path, "texts.csv");
        File.WriteAllText(file, csv, new UTF8Encoding(false));
        return Run([file]);
    }

    private static (int Code, string Output, string Error) Run(string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = TriageCommand.Run(args, output, error);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
