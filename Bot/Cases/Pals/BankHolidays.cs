using System.Globalization;
using System.Text.Json;

namespace FeedbackBot.Cases.Pals;

/// <summary>England's bank holidays, as data (bank-holidays.json says where they come from): a government can add one, and has.</summary>
public sealed class BankHolidays
{
    /// <summary>Half a year is enough for somebody to notice and update.</summary>
    private const int RemarkDaysBefore = 183;

    private const string Cure = "Install a newer FeedbackBot.";

    private readonly Dictionary<DateOnly, string> _days;
    private readonly HashSet<int> _years;

    /// <param name="json">As in bank-holidays.json: the years it is whole for, and its days with their names.</param>
    public BankHolidays(JsonElement json)
    {
        _years = [.. json.GetProperty("years").EnumerateArray().Select(y => y.GetInt32())];
        _days = json.GetProperty("days").EnumerateObject().ToDictionary(
            d => DateOnly.ParseExact(d.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            d => d.Value.GetString()!);
    }

    public static BankHolidays English { get; } = Read();

    public IReadOnlyDictionary<DateOnly, string> Days => _days;

    /// <summary>The last day the data speaks about.</summary>
    public DateOnly LastDay => new(_years.Max(), 12, 31);

    public bool Has(DateOnly day) => _days.ContainsKey(day);

    /// <summary>A sentence when the data is about to run out, or has: a clock without holidays runs too fast and nobody would see it.</summary>
    public string? Remark(DateOnly today) =>
        !_years.Contains(today.Year) ? $"The bank holidays of {today.Year} are not known here, so PALS clocks count them as working days. {Cure}"
        : today.AddDays(RemarkDaysBefore) > LastDay ? $"The known bank holidays end with {LastDay.Year}. {Cure}"
        : null;

    private static BankHolidays Read()
    {
        using var stream = typeof(BankHolidays).Assembly.GetManifestResourceStream("bank-holidays.json")!;
        using var json = JsonDocument.Parse(stream);
        return new BankHolidays(json.RootElement);
    }
}
