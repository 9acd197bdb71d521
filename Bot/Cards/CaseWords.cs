using FeedbackBot.Cases;
using FeedbackBot.Cases.Pals;
using FeedbackBot.Wards;

namespace FeedbackBot.Cards;

/// <summary>Where a case stands and what happened to it, in sentences.</summary>
public static class CaseWords
{
    private const int MostThanks = 3;

    /// <returns>The state with who and when, and apart from it what they noted, empty where nothing was.</returns>
    public static (string What, string Note) State(CaseFile file, Organisation organisation, int note) => file.Case.State switch
    {
        CaseState.New => ("New — nobody has it yet", ""),
        CaseState.Claimed => (Claimed(file, organisation), ""),
        CaseState.Resolved => Closed("Resolved", file, CaseEventKind.Resolved, organisation, note),
        _ => Closed("Dismissed", file, CaseEventKind.Dismissed, organisation, note),
    };

    /// <summary>The state for <c>speak</c> and lists: without notes.</summary>
    public static string Briefly(Case @case) => @case.State switch
    {
        CaseState.New => "New, nobody has it yet",
        CaseState.Claimed => $"Claimed by {Foreign.Spoken(@case.Claimer?.Name ?? "someone")}",
        CaseState.Resolved => "Resolved",
        _ => "Dismissed",
    };

    /// <summary>What the ward that no longer has it reads.</summary>
    public static string Moved(CaseFile file, string fromWardId, Organisation organisation)
    {
        var move = file.Events.LastOrDefault(e => e.Kind == CaseEventKind.Moved && Same(e.FromWardId, fromWardId));
        if (move is null)
        {
            return $"Moved to {Ward(file.Case.WardId, organisation)}";
        }

        var moved = $"Moved to {Ward(move.WardId, organisation)} by {Who(move.By)} on {Words.Time(move.At, organisation.TimeZone)}";
        return Same(move.WardId, file.Case.WardId) ? moved : $"{moved}. It is with {Ward(file.Case.WardId, organisation)} now";
    }

    /// <summary>Every boss's thank you counts, so one doesn't hide the line of another; the last of them.</summary>
    public static IEnumerable<CaseEvent> Thanks(CaseFile file) => file.Events.Where(e => e.Kind == CaseEventKind.Thanked).TakeLast(MostThanks);

    public static string Thank(CaseEvent thanks, int note) => $"{Who(thanks.By)} said thank you{Because(thanks.Note, note)}";

    /// <summary>When, by whom and how something was fixed before.</summary>
    public static string Fixed(CaseEvent resolved, Organisation organisation, int note) =>
        $"It was resolved on {Words.Time(resolved.At, organisation.TimeZone)} by {Who(resolved.By)}{Because(resolved.Note, note)}";

    /// <summary>Who replied last, so that a second person sees that it is done.</summary>
    /// <returns>Null where nobody has said that they did.</returns>
    public static string? Replies(CaseFile file, Organisation organisation) =>
        file.Events.LastOrDefault(e => e.Kind == CaseEventKind.Replied) is { } last
            ? $"{Who(last.By)} replied on X on {Words.Time(last.At, organisation.TimeZone)}"
            : null;

    /// <summary>Since when PALS has it, and by when or on which day it acknowledges. No "in two days": nobody draws a card anew because a day is over.</summary>
    /// <returns>Null where PALS doesn't have it.</returns>
    public static string? Pals(Case @case, TimeZoneInfo zone)
    {
        if (@case.Pals is not { } clock)
        {
            return null;
        }

        var days = new WorkingDays(BankHolidays.English, zone);
        var since = $"With PALS as a complaint since {Words.Time(clock.HandedOverAt, zone)}";
        return clock.AcknowledgedAt is { } at ? $"{since}, {clock.InWords(at, days)}" : $"{since}. PALS is to acknowledge it by {clock.DueInWords(days)}";
    }

    /// <summary>One line of the history.</summary>
    public static string Event(CaseEvent e, Organisation organisation, int note) => e.Kind switch
    {
        CaseEventKind.Received => $"Came to {Ward(e.WardId, organisation)}",
        CaseEventKind.Edited => "Its author edited the post",
        CaseEventKind.Removed => "The post was removed by its author, or is no longer public on X",
        CaseEventKind.Claimed => $"{Who(e.By)} claimed it",
        CaseEventKind.Assigned => $"{Who(e.By)} assigned it to {Who(e.Assignee)}",
        CaseEventKind.Released => $"{Who(e.By)} released it",
        CaseEventKind.Resolved => $"{Who(e.By)} resolved it{Because(e.Note, note)}",
        CaseEventKind.Reopened => $"{Who(e.By)} reopened it{Because(e.Note, note)}",
        CaseEventKind.Moved => $"{Who(e.By)} moved it{(e.FromWardId is null ? "" : $" from {Ward(e.FromWardId, organisation)}")} to {Ward(e.WardId, organisation)}",
        CaseEventKind.Dismissed => $"{Who(e.By)} dismissed it{Because(e.Note, note)}",
        CaseEventKind.Replied => $"{Who(e.By)} replied on X",
        CaseEventKind.Corrected => $"{Who(e.By)} corrected how it is read{Because(e.Note, note)}",
        CaseEventKind.Confirmed => $"{Who(e.By)} said that it is about {e.Note}",
        CaseEventKind.HandedToPals => $"{Who(e.By)} handed it over to PALS{Because(e.Note, note)}",
        CaseEventKind.PalsAcknowledged => $"PALS has acknowledged it, says {Who(e.By)}",
        CaseEventKind.PalsNotYet => $"{Who(e.By)} said that PALS hasn't acknowledged it yet",
        CaseEventKind.PalsTakenBack => $"{Who(e.By)} said that it isn't for PALS after all{Because(e.Note, note)}",
        CaseEventKind.TakenOut => $"{Who(e.By)} said that it isn't the same problem as others' ({e.Note})",
        CaseEventKind.PutBack => $"{Who(e.By)} said that it is the same problem as others' after all ({e.Note})",
        CaseEventKind.AlarmRaised => $"{Who(e.By)} said that someone may be at risk{Because(e.Note, note)}",
        CaseEventKind.AlarmLifted => $"{Who(e.By)} said that nobody is at risk{Because(e.Note, note)}",
        _ => $"{Who(e.By)} said thank you{Because(e.Note, note)}",
    };

    public static string Ward(string wardId, Organisation organisation) => Foreign.Inline(organisation.NameOf(wardId), 60);

    public static bool Same(string? wardId, string? other) => string.Equals(wardId, other, StringComparison.OrdinalIgnoreCase);

    private static string Claimed(CaseFile file, Organisation organisation)
    {
        var claimer = Who(file.Case.Claimer);
        var at = file.Case.ClaimedAt is { } claimedAt ? $" on {Words.Time(claimedAt, organisation.TimeZone)}" : "";
        var last = file.Events.LastOrDefault(e => e.Kind is CaseEventKind.Claimed or CaseEventKind.Assigned);
        return last is { Kind: CaseEventKind.Assigned, By: { } by } && !by.Is(last.Assignee)
            ? $"Claimed by {claimer}{at}, assigned by {Who(by)}"
            : $"Claimed by {claimer}{at}";
    }

    private static (string What, string Note) Closed(string word, CaseFile file, CaseEventKind kind, Organisation organisation, int note)
    {
        var last = file.Events.LastOrDefault(e => e.Kind == kind);
        var at = last?.At ?? file.Case.ClosedAt ?? file.Case.ChangedAt;
        return ($"{word} by {Who(last?.By ?? file.Case.Claimer)} on {Words.Time(at, organisation.TimeZone)}", Because(last?.Note, note));
    }

    private static string Who(Person? person) => person is null ? "someone" : Foreign.Inline(person.Name, 60);

    private static string Because(string? note, int max) => string.IsNullOrWhiteSpace(note) ? "" : $": {Foreign.Inline(note, max)}";
}
