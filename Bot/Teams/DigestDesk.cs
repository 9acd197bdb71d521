using System.Globalization;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Teams.Questions;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>Sets, shows and ends a person's digest, and says in a sentence or two what is set.</summary>
public sealed class DigestDesk(Organisation organisation, DigestBook book, TimeProvider clock)
{
    public async Task<string> DoAsync(Activity activity, Person person, string words, CancellationToken cancellationToken)
    {
        var order = DigestParser.Parse(words);
        if (order is DigestOrder.Off)
        {
            return await EndAsync(person, cancellationToken);
        }

        if (DigestReach.Of(person.Id, organisation) is not { } reach)
        {
            return "A digest is for bosses. For your ward's figures say \"summary\" in its channel.";
        }

        if (order is DigestOrder.Unclear unclear)
        {
            return unclear.Why;
        }

        var row = await book.FindAsync(person.Id, cancellationToken);
        var told = activity.TimeZone?.Id ?? row?.TimeZone;
        if (order is DigestOrder.Set set)
        {
            await book.SetAsync(person.Id, set.Schedule, told, cancellationToken);
            return $"Done. {Standing(set.Schedule, told, reach, row)}";
        }

        if (row is null || DigestSchedule.Read(row.Schedule) is not { } schedule)
        {
            return $"You have no digest. {DigestParser.Example}";
        }

        if (told is not null && told != row.TimeZone)
        {
            await book.MoveAsync(person.Id, told, cancellationToken);
        }

        return Standing(schedule, told, reach, row);
    }

    private async Task<string> EndAsync(Person person, CancellationToken cancellationToken)
    {
        var had = await book.EndAsync(person.Id, cancellationToken);
        return had ? "Done. You get no digest any more." : "You have no digest.";
    }

    private string Standing(DigestSchedule schedule, string? timeZone, DigestReach reach, DigestRow? row)
    {
        var zone = timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var theirs) ? theirs : organisation.TimeZone;
        var first = DigestClock.Next(schedule, zone, DigestSlot.Read(row?.SentKey, zone), clock.GetUtcNow());
        var next = WallClock.Shows(first.At, zone).ToString("dddd d MMMM 'at' HH:mm", CultureInfo.InvariantCulture);
        return $"Your digest {About(reach)} comes to your own chat with me {schedule.InWords} ({Named(zone)} time). The next one: {next}. Say \"digest off\" to end it.";
    }

    private string About(DigestReach reach) => $"about {(reach.WardIds is { } wardIds ? WardNames.Of(wardIds, organisation) : "all wards")}";

    /// <summary>"Europe/London" is London to people.</summary>
    private static string Named(TimeZoneInfo zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
