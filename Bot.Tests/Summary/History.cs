using FeedbackBot.Cases;
using FeedbackBot.Summary;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Tests.Summary;

/// <summary>Makes a case's events with the state machine itself, minutes after a fixed midnight.</summary>
public sealed class History
{
    private static readonly Person Ann = new("ann", "Ann");
    private static readonly Actor Boss = new(Ann, IsMember: true, IsFixer: true, IsBoss: true) { MayCloseAlarms = true };
    private readonly List<CaseEvent> _events = [];
    private Case _case;

    public History(string id, string ward, double minutes)
    {
        var received = CaseMachine.Receive(id, ward, "It names no ward.", [], At(minutes), Findings.None with { Reading = CardSamples.Mixed });
        _case = received.Case;
        _events.Add(received.Event);
    }

    /// <summary>Monday 23 November 2026 in London begins at midnight UTC.</summary>
    public static DateTimeOffset Midnight { get; } = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    public Case Case => _case;

    public CaseFacts Facts => new(_case.Id, _events) { Marks = new CaseMarks(_case.Findings.Reading, _case.WasAlarming, IsAgain: false) { IsCorrected = _case.IsCorrected } };

    public static DateTimeOffset At(double minutes) => Midnight.AddMinutes(minutes);

    public History Claim(double minutes) => Do(new CaseAction.Claim(), minutes);

    public History Assign(double minutes) => Do(new CaseAction.Assign(new Person("bob", "Bob")), minutes);

    public History Release(double minutes) => Do(new CaseAction.Release(), minutes);

    public History Resolve(double minutes) => Do(new CaseAction.Resolve("Mopped."), minutes);

    public History Reopen(double minutes) => Do(new CaseAction.Reopen("It is back."), minutes);

    public History Move(string ward, double minutes) => Do(new CaseAction.Move(ward), minutes);

    public History Dismiss(double minutes) => Do(new CaseAction.Dismiss("Spam."), minutes);

    public History Thank(double minutes) => Do(new CaseAction.Thank(null), minutes);

    public History Reply(double minutes) => Do(new CaseAction.Reply(), minutes);

    public History Correct(double minutes, Tone tone = Tone.Complaint) => Do(new CaseAction.Correct(new Correction(tone, [Topic.Food])), minutes);

    /// <summary>To what was read at first.</summary>
    public History CorrectBack(double minutes) => Do(new CaseAction.Correct(new Correction(CardSamples.Mixed.Tone, [.. CardSamples.Mixed.Topics.Select(t => t.Topic)])), minutes);

    public History HandToPals(double minutes) => Do(new CaseAction.HandToPals("She asked."), minutes);

    public History Acknowledge(double minutes) => Do(new CaseAction.AcknowledgeByPals(), minutes);

    public History Remove(double minutes) => Keep(CaseMachine.Remove(_case, At(minutes)));

    public History Edit(double minutes) => Keep(CaseMachine.Edit(_case, [], At(minutes)));

    /// <summary>Does what the state machine allows and nothing else.</summary>
    public History Do(CaseAction action, double minutes) =>
        CaseMachine.Decide(_case, action, Boss, At(minutes), id => id) is Outcome.Changed changed ? Keep(changed) : this;

    private History Keep(Outcome.Changed changed)
    {
        _case = changed.Case;
        _events.Add(changed.Event);
        return this;
    }
}
