using FeedbackBot.Triage.Trial;

namespace FeedbackBot.Tests.Triage.Trial;

public class CsvRowsTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", "a|b / c|d")]
    [InlineData("a,b\r\nc,d", "a|b / c|d")]
    [InlineData("a\rb", "a / b")]
    [InlineData("\uFEFFtext\nhello", "text / hello")]
    [InlineData("\"one, two\",3", "one, two|3")]
    [InlineData("\"she said \"\"no\"\"\"", "she said \"no\"")]
    [InlineData("\"two\r\nlines\",x\nnext", "two\r\nlines|x / next")]
    [InlineData("a\n\n\r\nb\n", "a / b")]
    [InlineData("\"\"\nb", " / b")]
    [InlineData(",x\n", "|x")]
    [InlineData("a,\n", "a|")]
    [InlineData("it is 5\" wide,x", "it is 5\" wide|x")]
    [InlineData("\"quoted\" and more,x", "quoted and more|x")]
    [InlineData("", "")]
    [InlineData("\uFEFF", "")]
    public void Rows_are_read_as_spreadsheets_write_them(string csv, string rows)
    {
        Assert.Equal(rows, string.Join(" / ", CsvRows.Read(csv).Select(row => string.Join('|', row))));
    }

    [Fact]
    public void A_cell_that_never_ends_is_told_with_the_line_where_it_began()
    {
        var fault = Assert.Throws<FormatException>(() => CsvRows.Read("a\n\"b\nc\"\n\"d\n\n").ToList());

        Assert.Contains("line 4", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("the \"clean\" ward", "\"the \"\"clean\"\" ward\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("", "")]
    public void What_is_written_reads_back_and_is_no_formula(string value, string cell)
    {
        Assert.Equal(cell, CsvRows.Cell(value));
    }
}
