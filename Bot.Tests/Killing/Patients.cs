using System.Globalization;
using FeedbackBot.Tests.Posts.X;

namespace FeedbackBot.Tests.Killing;

/// <summary>Patients who write numbered posts about wards, a little faster than the cards come.</summary>
internal sealed class Patients(FakeX x, IReadOnlyList<string> wardIds, int posts, Random dice)
{
    /// <summary>Posts on their way at once: enough that every lane always has work, few enough that reading and sending go on together.</summary>
    private const int Ahead = 60;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, string> _wards = [];

    /// <summary>Posts that X has.</summary>
    public FakeTally Written { get; } = new();

    /// <summary>The ward that each post is for, by its number.</summary>
    public IReadOnlyDictionary<int, string> Wards => _wards;

    public static string IdOf(int number) => (1_990_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes all posts, never more than so many ahead of the cards that are shown.</summary>
    public async Task WriteAllAsync(FakeTally shown, CancellationToken cancellationToken)
    {
        while (Written.Count < posts)
        {
            await shown.Reached(Written.Count - Ahead, cancellationToken);
            WriteSome(1);
        }
    }

    /// <summary>Writes so many posts at once, or as many as are left.</summary>
    public void WriteSome(int some)
    {
        lock (_lock)
        {
            for (var end = Math.Min(posts, _wards.Count + some); _wards.Count < end;)
            {
                var number = _wards.Count + 1;
                var wardId = wardIds[dice.Next(wardIds.Count)];
                _wards.Add(number, wardId);
                // The front desk is the first ward: it gets what names none.
                x.Post(new FakePost(IdOf(number), $"Report {number}: {(number % 4 == 0 ? "the loo smells" : "when does the shop open?")} #Oswin {(wardId == wardIds[0] ? "" : $"#{wardId}")}")
                {
                    At = TimeProvider.System.GetUtcNow(),
                    Handle = $"patient{number % 97}",
                    PhotoUrl = number % 10 == 0 ? $"https://pbs.example/{number}.jpg" : null,
                });
                Written.Add();
            }
        }
    }
}
