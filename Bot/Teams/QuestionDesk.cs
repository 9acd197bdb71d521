using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Teams.Questions;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>Answers what people ask in words. The answer goes out through the outbox, drawn when it is sent.</summary>
public sealed class QuestionDesk(
    Organisation organisation,
    ChannelDirectory channels,
    Access access,
    OrderDesk orders,
    Outbox outbox)
{
    public Task HandleAsync(Activity activity, CancellationToken cancellationToken) => AskAsync(activity, activity.Text, cancellationToken);

    /// <param name="text">What was typed, or stands on the button that was pressed instead.</param>
    public async Task AskAsync(Activity activity, string? text, CancellationToken cancellationToken)
    {
        if (activity.From is { } person)
        {
            var question = QuestionParser.Parse(text, organisation);
            await SendAsync(activity, await AnswerAsync(activity, person, question, cancellationToken), cancellationToken);
        }
    }

    /// <summary>The same activity, however often Teams repeats it, is answered once.</summary>
    public Task SendAsync(Activity activity, Reply reply, CancellationToken cancellationToken) => outbox.AddAsync(
        OutboxEntry.ToLane(
            activity.Lane,
            new Intention.Answer(activity.Address, reply),
            key: activity.Id is null ? null : $"answer:{activity.ConversationId}:{activity.Id}"),
        cancellationToken);

    private async Task<Reply> AnswerAsync(Activity activity, Person person, Question question, CancellationToken cancellationToken) => question switch
    {
        Question.Help => new Reply.Help(),
        Question.Wards => new Reply.WardList(),
        Question.Mine => new Reply.CasesOf(person.Id),
        Question.SummaryAsked asked => await AboutAsync(activity, person, asked.Ward, "summary", wardId => new Reply.Figures(asked.Range, wardId), cancellationToken),
        Question.Open open => await AboutAsync(activity, person, open.Ward, "open", wardId => new Reply.OpenCases(wardId), cancellationToken),
        Question.Find find => await FindAsync(activity, person, find.Words, cancellationToken),
        Question.Status or Question.Check when !organisation.IsAdmin(person.Id) => new Reply.Sentence(
            "That is for the people who look after FeedbackBot. Ask one of them if something seems wrong."),
        Question.Status => new Reply.Status(),
        Question.Thanks => new Reply.Sentence(
            DigestReach.Of(person.Id, organisation) is null ? "You're welcome." : "You're welcome. To thank a ward, press Thank on the card of the post that praises it."),
        Question.Unknown unknown => new Reply.Unclear(Shortened(unknown.Text), LikelyMeanings.Of(unknown.Text, organisation)),
        _ when await orders.DoAsync(activity, person, question, cancellationToken) is { } done => new Reply.Sentence(done),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "A question that nobody answers."),
    };

    private async Task<Reply> FindAsync(Activity activity, Person person, string words, CancellationToken cancellationToken)
    {
        if (new SearchWords(words).IsEmpty)
        {
            return new Reply.Sentence("Please say what to find, like this: find soap. I look in the posts, their authors' names and the notes.");
        }

        IReadOnlyList<string>? wardIds = await WardHereAsync(activity, cancellationToken) is { } here
            ? [here]
            : await access.WardsOfAsync(person, cancellationToken);
        return wardIds is []
            ? new Reply.Sentence("A ward's cases are for the members of its channel and for bosses. Ask me in your ward's channel.")
            : new Reply.Found(words, wardIds);
    }

    /// <summary>In a ward's channel a question is about that ward; elsewhere about the ward that is named, or about all for those who may.</summary>
    private async Task<Reply> AboutAsync(
        Activity activity,
        Person person,
        string? words,
        string question,
        Func<string?, Reply.AboutWards> reply,
        CancellationToken cancellationToken)
    {
        var settings = organisation.Now;
        var named = settings.Named(words);
        if (named is null && settings.FindSite(words) is { } site)
        {
            return access.MaySeeAll(person) || settings.IsBossOf(person.Id, site)
                ? reply(null) with { WardIds = settings.WardsOf(site) }
                : new Reply.Sentence($"{Possessive.Of(site.Name)} figures are for its bosses. For your ward's ask me in its channel.");
        }

        if (words is not null && named is null)
        {
            return new Reply.Sentence($"I don't know a ward called \"{Shortened(words)}\". Say \"wards\" to see them all.");
        }

        var here = await WardHereAsync(activity, cancellationToken);
        if ((named is null ? here : named.Id) is { } wardId)
        {
            return wardId == here || await access.MaySeeAsync(person, wardId, cancellationToken)
                ? reply(wardId)
                : new Reply.Sentence($"{Possessive.Of(organisation.NameOf(wardId))} figures are for the members of its channel and for bosses.");
        }

        if (access.MaySeeAll(person))
        {
            return reply(null);
        }

        if (DigestReach.Of(person.Id, organisation) is { WardIds: { Count: > 0 } bossed })
        {
            return bossed is [var only] ? reply(only) : reply(null) with { WardIds = bossed };
        }

        // Bosses, who have all of them, were answered above.
        return await access.WardsOfAsync(person, cancellationToken) switch
        {
            [var own] => reply(own),
            null or [] => new Reply.Sentence("The whole hospital is for bosses. Ask me in your ward's channel."),
            var own => new Reply.Sentence(
                $"The whole hospital is for bosses. Which ward do you mean? Say for example \"{question} {organisation.NameOf(own[0])}\"."),
        };
    }

    private async Task<string?> WardHereAsync(Activity activity, CancellationToken cancellationToken) =>
        activity.IsPersonal ? null : (await channels.FindAsync(activity.Lane, cancellationToken))?.WardId;

    private static string Shortened(string text) => text.Length <= 80 ? text : $"{text[..80]}…";
}
