using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Cases;

/// <summary>What someone wants to do with a case: the verbs of design.md, section 5.</summary>
public abstract record CaseAction
{
    private CaseAction()
    {
    }

    public sealed record Claim : CaseAction;

    public sealed record Assign(Person To) : CaseAction;

    public sealed record Release : CaseAction;

    public sealed record Resolve(string Note) : CaseAction;

    public sealed record Reopen(string Note) : CaseAction;

    public sealed record Move(string WardId) : CaseAction;

    public sealed record Dismiss(string Reason) : CaseAction;

    /// <summary>What was read in the post was wrong, and this is right.</summary>
    public sealed record Correct(Correction To) : CaseAction;

    /// <summary>The topics that the reader wasn't sure of are right.</summary>
    public sealed record Confirm : CaseAction
    {
        /// <summary>On its button.</summary>
        public static string Title(IReadOnlyList<Topic> doubtful) => $"Yes, about {ToneSentence.List(doubtful)}";
    }

    /// <summary>PALS takes it on as a complaint, beside what the ward does.</summary>
    public sealed record HandToPals(string Why) : CaseAction;

    /// <summary>PALS has told the author that the complaint was received.</summary>
    public sealed record AcknowledgeByPals : CaseAction;

    /// <summary>Somebody pressed that by mistake: the clock runs on.</summary>
    public sealed record NotYetByPals : CaseAction;

    /// <summary>It was handed over by mistake, so nobody waits for PALS.</summary>
    public sealed record TakeBackFromPals(string Why) : CaseAction;

    /// <param name="Line">What the boss added, for the ward to read; null where nothing.</param>
    public sealed record Thank(string? Line) : CaseAction
    {
        public string? Line { get; } = string.IsNullOrWhiteSpace(Line) ? null : Line.Trim();
    }

    /// <summary>It isn't the same problem that others complain of, though it was taken for it.</summary>
    /// <param name="IsInPattern">It counts with others' complaints about this topic as they press.</param>
    public sealed record TakeOut(Topic Topic, bool IsInPattern) : CaseAction;

    /// <summary>It is the same problem after all.</summary>
    public sealed record PutBack(Topic Topic) : CaseAction;

    /// <summary>Staff see in it what must not wait.</summary>
    /// <param name="Why">What they noticed.</param>
    public sealed record RaiseAlarm(string Why) : CaseAction;

    /// <summary>Nobody is at risk, or not any more: from now on it is a case like others.</summary>
    public sealed record LiftAlarm(string Why) : CaseAction;

    /// <summary>They wrote to the author on X themselves, and say so here.</summary>
    public sealed record Reply : CaseAction;
}
