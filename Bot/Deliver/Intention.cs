using System.Text.Json.Serialization;
using FeedbackBot.Cases;

namespace FeedbackBot.Deliver;

/// <summary>What Teams still has to be told. It says what, never how it looks: that is drawn from the store when it is sent.</summary>
[JsonDerivedType(typeof(PostCard), "card")]
[JsonDerivedType(typeof(RefreshCards), "refresh")]
[JsonDerivedType(typeof(TellAssignee), "tell")]
[JsonDerivedType(typeof(MentionAssignee), "mention")]
[JsonDerivedType(typeof(SayThanks), "thanks")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(TellPerson), "tell-person")]
[JsonDerivedType(typeof(TakeBack), "take-back")]
[JsonDerivedType(typeof(TellEscalation), "tell-escalation")]
[JsonDerivedType(typeof(RefreshEscalation), "refresh-escalation")]
[JsonDerivedType(typeof(MentionEscalation), "mention-escalation")]
public abstract record Intention
{
    private Intention()
    {
    }

    /// <summary>A new card of the case in its ward's channel.</summary>
    public sealed record PostCard(string CaseId) : Intention;

    /// <summary>The case's cards in this lane shall show how it stands.</summary>
    public sealed record RefreshCards(string CaseId) : Intention;

    /// <summary>Tell someone 1:1 that a case was given to them.</summary>
    public sealed record TellAssignee(string CaseId, Person Assignee, Person By) : Intention;

    /// <summary>Tell someone under the case's card, where 1:1 is closed.</summary>
    public sealed record MentionAssignee(string CaseId, Person Assignee, Person By) : Intention;

    /// <summary>Tell a ward under the case's card that a boss thanks for what the post praises.</summary>
    /// <param name="Line">What the boss added.</param>
    public sealed record SayThanks(string CaseId, Person By, string? Line) : Intention;

    /// <summary>Answer in a conversation.</summary>
    public sealed record Answer(Address To, Reply Reply) : Intention;

    /// <summary>Tell someone 1:1 what they didn't ask for.</summary>
    public sealed record TellPerson(string PersonId, Reply Reply) : Intention;

    /// <summary>A message with a post's words, which mustn't be shown any more, shall say so instead.</summary>
    public sealed record TakeBack(SentMessage Message) : Intention;

    /// <summary>Bring something to a boss or the lead, as a new message.</summary>
    public sealed record TellEscalation(string EscalationId, string PersonId) : Intention;

    /// <summary>Tell someone of an escalation under the case's card, where 1:1 is closed.</summary>
    /// <param name="InWords">The mention was refused: only those who are there are told that nobody was reached.</param>
    public sealed record MentionEscalation(string EscalationId, string PersonId, bool InWords = false) : Intention
    {
        /// <summary>They were told in a chat of their own already.</summary>
        public bool IsBeside { get; init; }
    }

    /// <summary>The messages by which this person was told shall show how it stands.</summary>
    public sealed record RefreshEscalation(string EscalationId, string PersonId) : Intention;
}
