using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Buttons;

namespace FeedbackBot.Cards;

/// <summary>The buttons a case offers in its state: six at most, the rest under More.</summary>
public sealed class CaseButtons(CaseFile file, Organisation organisation, CardPeople people, Brevity brevity)
{
    public const string WholePostVerb = "whole";

    public const string CheckVerb = "check";

    /// <summary>All but <see cref="HideHistory"/>, which stands under the history.</summary>
    public IEnumerable<JsonObject> Of(Detail detail) => file.Case.State switch
    {
        CaseState.New or CaseState.Claimed => [.. Order(file.Case.State, people.Viewer).Select((verb, i) => OfVerb(verb, i == 0)), More(detail), .. Reply(), .. IsRoomForReplied(detail) ? Replied() : [], .. WholePost(detail)],
        CaseState.Resolved => [Reopen(), .. History(detail), .. Reply(), .. Replied(), .. Check(), .. WholePost(detail)],
        _ => [Reopen(), More(detail), .. WholePost(detail)],
    };

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
    private JsonObject More(Detail detail)
    {
        var body = new List<JsonObject>();
        if (organisation.Wards.Count > 1)
        {
            body.Add(Ward());
            body.Add(Elements.Actions(Execute("Move", Data("move"))));
        }

        if (file.Case.IsOpen)
        {
            string[] reasons = ["Not about us", "Abuse", "Spam"];
            body.Add(Choice("reason", "Nothing to do? Say why", "Choose a reason", reasons.Select(r => (r, r))));
            body.Add(Elements.Actions(Execute("Dismiss", Data("dismiss"))));
        }

        if (file.Case.IsOpen && !IsRoomForReplied(detail))
        {
            body.AddRange(Replied().Select(r => Elements.Actions(r)));
        }

        body.AddRange(((IEnumerable<JsonObject>)[.. History(detail), .. Check()]).Select(b => Elements.Actions(b)));
        return Show("More", body);
    }

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

    /// <summary>An open case's sixth button, unless the post or the history needs one to be shown or hidden by: then it is under More.</summary>
    private bool IsRoomForReplied(Detail detail) => detail == Detail.Usual && !WholePost(detail).Any();
}
