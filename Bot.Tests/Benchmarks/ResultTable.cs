using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace FeedbackBot.Benchmarks;

/// <summary>The results for people: in columns, or as README's table.</summary>
internal static class ResultTable
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Markdown(IReadOnlyList<Row> rows)
    {
        var text = new StringBuilder()
            .AppendLine(British, $"{Machine} Medians with the least and greatest round; the baseline runs in turns with the bot.").AppendLine()
            .AppendLine("| figure | bot | baseline | bot ÷ baseline |")
            .AppendLine("|---|---|---|---|");
        foreach (var row in rows)
        {
            text.AppendLine(British, $"| {row.What} | {Values(row.Measured, row.Unit)} | {row.Baseline}: {Values(row.Base, row.Unit)} | {Ratio(row.Ratio)} |");
        }

        return text.ToString();
    }

    public static string Plain(IReadOnlyList<Row> rows)
    {
        var text = new StringBuilder().AppendLine(Machine);
        foreach (var row in rows)
        {
            text.AppendLine().AppendLine(row.What)
                .AppendLine(British, $"  bot       {Values(row.Measured, row.Unit)}")
                .AppendLine(British, $"  baseline  {Values(row.Base, row.Unit)}  ({row.Baseline})")
                .AppendLine(British, $"  ratio     {Ratio(row.Ratio)}");
        }

        return text.ToString();
    }

    private static string Machine =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}.";

    private static string Values(IReadOnlyList<double> values, string unit) =>
        $"{Number(Row.Median(values))} {unit} ({Number(values.Min())}–{Number(values.Max())})";

    private static string Ratio(double ratio) => ratio < 0.1 ? $"1/{Number(1 / ratio)}" : Number(ratio);

    private static string Number(double value) => value.ToString(value switch { >= 100 => "N0", >= 10 => "N1", _ => "N2" }, British);
}
