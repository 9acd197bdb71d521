using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Buttons;

namespace FeedbackBot.Cards;

/// <summary>The buttons a case offers in its state: six at most, the rest under More.</summary>
public sealed class CaseButtons(CaseFile file, Organisation organisation, CardPeople people, Brevity brevity)
{
    public const string WholePostVerb = "whole";

    public const string CheckVerb = "check";

    public const string ConfirmVerb = "confirm";

    public const string TakeOutVerb = "take-out";

    public const string PutBackVerb = "put-back";

    public const string AtRiskVerb = "at-risk";

    /// <summary>In the data of the two about a pattern.</summary>
    public const string TopicKey = "topic";

    /// <summary>What Teams shows in one card, and a tired reader takes in.</summary>
    private const int Most = 6;

    /// <summary>All but <see cref="HideHistory"/>, which stands under the history.</summary>
    public IEnumerable<JsonObject> Of(Detail detail)
    {
        List<JsonObject> first = [.. First().Select((verb, i) => OfVerb(verb, i == 0))];
        var room = Most - first.Count - 1 - (detail == Detail.History ? 1 : 0);
        var (beside, under) = Rest(detail, room);
        return [.. first, More(detail, under), .. beside];
    }

    private IReadOnlyList<string> First() => file.Case switch
    {
        { IsOpen: false } => ["reopen"],
        { Findings.Alarm: not null } when !people.MayCloseAlarms => [.. Order(file.Case.State, people.Viewer).Where(v => v != "resolve")],
        _ => Order(file.Case.State, people.Viewer),
    };

    /// <summary>What there is room for beside More, in the order in which it stands there; what isn't needed first goes under More.</summary>
    private (List<JsonObject> Beside, List<JsonObject> Under) Rest(Detail detail, int room)
    {
        List<(int Rank, JsonObject Button)> rest = [.. NobodyAtRisk().Select(b => (0, b)), .. Thank().Select(b => (1, b))];
        if (!file.Case.IsOpen)
        {
            rest.AddRange(History(detail).Select(b => (2, b)));
        }

        if (file.Case.State != CaseState.Dismissed)
        {
            rest.AddRange(Reply().Select(b => (3, b)));
            rest.AddRange(Replied().Select(b => (4, b)));
        }

        rest.AddRange(WholePost(detail).Select(b => (0, b)));
        var beside = rest.OrderBy(r => r.Rank).Take(room).Select(r => r.Button).ToList();
        return ([.. rest.Select(r => r.Button).Where(beside.Contains)], [.. rest.Select(r => r.Button).Where(b => !beside.Contains(b))]);
    }

    /// <summary>What an open case's viewer most likely wants stands first: a fixer who sees the post has often dealt with it already.</summary>
    public static IReadOnlyList<string> Order(CaseState state, Viewer viewer) => (state, viewer) switch
    {
        (CaseState.New, Viewer.Fixer) => ["resolve", "assign", "claim"],
        (CaseState.New, _) => ["claim", "assign", "resolve"],
        (_, Viewer.Claimer) => ["resolve", "release", "assign"],
        _ => ["resolve", "assign", "release"],
    };

    public JsonObject HideHistory() => Execute("Hide history", Data("history", "hide"));

    /// <summary>
    /// What a button sends back: enough to find the case again and to see that the card was old. No key may be an input's id: a client
    /// leaves out what wasn't filled in, and the button's own value would pass for it.
    /// </summary>
    public static JsonObject Data(string verb, Case @case, string? flag = null)
    {
        var data = new JsonObject { ["verb"] = verb, ["case"] = @case.Id, ["version"] = @case.Version };
        if (flag is not null)
        {
            data[flag] = true;
        }

        return data;
    }

    private JsonObject Data(string verb, string? flag = null) => Data(verb, file.Case, flag);

    private JsonObject OfVerb(string verb, bool isFirst) => verb switch
    {
        "claim" => Execute("Claim", Data("claim"), positive: isFirst),
        "release" => Execute("Release", Data("release")),
        "assign" => Assign(),
        "reopen" => Reopen(),
        _ => Resolve(),
    };

    private JsonObject Assign()
    {
        var choice = Choice("assignee", "Who takes it?", "Choose a person", people.Fixers.Take(brevity.People).Select(f => (f.Id, f.Name)));
        choice["isRequired"] = true;
        choice["errorMessage"] = "Please choose a person.";

        // Teams searches the channel's people, the fixers standing first; other renderers offer the fixers alone.
        choice["choices.data"] = new JsonObject { ["type"] = "Data.Query", ["dataset"] = "graph.microsoft.com/users?scope=currentContext" };
        return Show("Assign", choice, Elements.Actions(Execute("Assign", Data("assign"))));
    }

    private JsonObject Resolve() =>
        Show("Resolve", Note("What was done?", "Please say what was done."), Elements.Actions(Execute("Resolve", Data("resolve"))));

    private JsonObject Reopen() =>
        Show("Reopen", Note("Why does it need another look?", "Please say why it needs another look."), Elements.Actions(Execute("Reopen", Data("reopen"))));

    /// <summary>No input here is required: it would hold up the buttons beside it. The answer says what is missing.</summary>
    private JsonObject More(Detail detail, List<JsonObject> under)
    {
        // What needs no input stands first: the rest is long on a phone.
        List<JsonObject> body = [];
        List<JsonObject> plain = [.. file.Case.IsOpen ? History(detail) : [], .. Check(), .. Confirm()];
        if (plain.Count > 0)
        {
            body.Add(Elements.Actions(plain));
        }

        body.AddRange(SameProblem().Select(b => Elements.Actions(b)));
        if (organisation.Wards.Count > 1 && file.Case.State != CaseState.Resolved)
        {
            body.Add(Ward());
            body.Add(Elements.Actions(Execute("Move", Data("move"))));
        }

        if (file.Case.IsOpen && (file.Case.Findings.Alarm is null || people.MayCloseAlarms))
        {
            string[] reasons = ["Not about us", "Abuse", "Spam"];
            body.Add(Choice("reason", "Nothing to do? Say why", "Choose a reason", reasons.Select(r => (r, r))));
            body.Add(Elements.Actions(Execute("Dismiss", Data("dismiss"))));
        }

        body.AddRange(AtRisk());
        body.AddRange(ReadingInputs.Of(file.Case.Findings.Reading));
        body.Add(Elements.Actions(Execute("Correct", Data("correct"))));
        body.AddRange(Pals());
        body.AddRange(under.Select(b => Elements.Actions(b)));
        return Show("More", body);
    }

    /// <summary>Closed cases too: a post about what was fixed counts when it is complained of again.</summary>
    private IEnumerable<JsonObject> Confirm() => file.Case.Findings.Reading.Doubtful is { Count: > 0 } doubtful
        ? [Execute(CaseAction.Confirm.Title(doubtful), Data(ConfirmVerb))]
        : [];

    /// <summary>Out of each pattern that the case is in, and back where somebody took it out by mistake.</summary>
    private IEnumerable<JsonObject> SameProblem()
    {
        IReadOnlyList<Topic> counted = [.. file.Others.Patterns.Select(l => l.Topic)];
        IReadOnlyList<Topic> left = file.Case.IsOpen ? [.. file.Case.TakenOut.Where(t => file.Case.Findings.Reading.Topics.Any(r => r.Topic == t && r.IsComplaint))] : [];
        return [.. counted.Select(t => About("Not the same problem", TakeOutVerb, t, counted)), .. left.Select(t => About("The same problem after all", PutBackVerb, t, left))];
    }

    /// <summary>Its topic is named where it isn't the only one.</summary>
    private JsonObject About(string title, string verb, Topic topic, IReadOnlyList<Topic> all)
    {
        var data = Data(verb);
        data[TopicKey] = $"{topic}";
        return Execute(all.Count == 1 ? title : $"{title}: {ToneNames.Of(topic)}", data);
    }

    private IEnumerable<JsonObject> Pals() => file.Case.Pals switch
    {
        null => [Text("complaint", "A formal complaint? Say why PALS should have it", "What PALS should know"), Elements.Actions(Execute("Hand over to PALS", Data("pals")))],
        { AcknowledgedAt: null } =>
        [
            Elements.Actions(Execute("PALS has acknowledged", Data("pals-done"))),
            Text("mistake", "Handed over by mistake? Say why it isn't for PALS", "What it is instead"),
            Elements.Actions(Execute("Not for PALS after all", Data("pals-back"))),
        ],
        _ => [Elements.Actions(Execute("PALS hasn't acknowledged yet", Data("pals-not-yet")))],
    };

    /// <summary>On the button with which staff say that somebody may be at risk.</summary>
    public static string AtRiskTitle(Organisation organisation) => organisation.Now.Lead is null ? "Tell the bosses now" : "Tell the safeguarding lead now";

    /// <summary>What the bot didn't see, staff do. Not where nobody would hear of it.</summary>
    private IEnumerable<JsonObject> AtRisk() => file.Case is { IsOpen: true, Findings.Alarm: null } && organisation.IsAlarmHeard(file.Case.WardId)
        ? [Text("risk", "Is someone at risk? Say what you noticed", "What the lead should know"), Elements.Actions(Execute(AtRiskTitle(organisation), Data(AtRiskVerb)))]
        : [];

    private IEnumerable<JsonObject> NobodyAtRisk() => AlarmRounds.Rings(file) && people.MayCloseAlarms ? [NoRiskButton.Of(Data(NoRiskButton.Verb))] : [];

    private IEnumerable<JsonObject> Thank() => people.IsBoss ? ThankButton.Of(file, organisation, Data("thank")) : [];

    private JsonObject Ward()
    {
        const string Label = "Is it another ward's?";
        if (organisation.Wards.Count > brevity.Wards)
        {
            return Text("ward", Label, "Ward name");
        }

        var others = organisation.Wards.Where(w => !CaseWords.Same(w.Id, file.Case.WardId));
        return Choice("ward", Label, "Choose a ward", others.Select(w => (w.Id, w.Name)));
    }

    private IEnumerable<JsonObject> History(Detail detail) => detail == Detail.History ? [] : [Execute("History", Data("history"))];

    /// <summary>Not beside the history, which has its own button to go back by.</summary>
    private IEnumerable<JsonObject> WholePost(Detail detail) =>
        detail == Detail.WholePost ? [Execute("Show less", Data(WholePostVerb, "hide"))]
        : detail == Detail.Usual && PostBlock.IsShortened(ShownPost.Of(file, organisation), brevity) ? [Execute("Show all", Data(WholePostVerb))]
        : [];

    /// <summary>For whoever hears that a post was taken down: open cases' posts are looked up every day anyway.</summary>
    private IEnumerable<JsonObject> Check() => IsStillOnX ? [Execute("Still on X?", Data(CheckVerb))] : [];

    private bool IsStillOnX => PostBlock.IsOnX(file.Post) && file.Post.RemovedAt is null;

    /// <summary>X's own page for writing a reply: only a person replies.</summary>
    private IEnumerable<JsonObject> Reply() => IsStillOnX
        ? [Open("Reply on X", $"https://x.com/intent/tweet?in_reply_to={Uri.EscapeDataString(file.Post.EditionId)}")]
        : [];

    /// <summary>Whether one replied can't be seen from here, so whoever did says so.</summary>
    private IEnumerable<JsonObject> Replied() => PostBlock.IsOnX(file.Post) ? [Execute("I replied", Data("replied"))] : [];
}
