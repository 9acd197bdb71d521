using FeedbackBot.Store;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>Tells admins in their own chats what they ought to know unasked. It can wait for the morning: <c>status</c> and the log have it at once.</summary>
public sealed class AdminNotice(Organisation organisation, ChannelDirectory channels, Outbox outbox, TimeProvider clock)
{
    /// <param name="once">What it is about: of that an admin hears once.</param>
    /// <returns>False in quiet hours, when nobody is told: ask again.</returns>
    public async Task<bool> TellAsync(string sentence, string once, CancellationToken cancellationToken)
    {
        if (organisation.Now.QuietHours.Until(clock.GetUtcNow(), organisation.TimeZone) is not null)
        {
            return false;
        }

        foreach (var admin in organisation.Admins)
        {
            // Who has never spoken with the bot isn't disturbed by it.
            if (await channels.FindChatAsync(admin, cancellationToken) is not null)
            {
                var entry = OutboxEntry.ToLane(Lane.OfPerson(admin), new Intention.TellPerson(admin, new Reply.Sentence(sentence)), key: $"{once}:{admin}");
                await outbox.AddAsync(entry, cancellationToken);
            }
        }

        return true;
    }
}
