namespace FeedbackBot.Deliver;

/// <summary>The one table of what Teams' answers mean (facts-teams.md, Limits). Pure.</summary>
public static class SendTable
{
    /// <param name="status">The HTTP status; every 2xx counts as delivered before this is asked.</param>
    /// <param name="code">The error's code in the answer's body; null where there was none.</param>
    /// <param name="retryAfter">From the answer's header.</param>
    public static SendVerdict Of(int status, string? code, TimeSpan? retryAfter) => (status, code) switch
    {
        (412 or 429 or 502 or 503 or 504, _) => new SendVerdict.RetryAfter(retryAfter, Words(status, code)),
        (403, "BotNotInConversationRoster" or "BotDisabledByAdmin") => new SendVerdict.GiveUp(GiveUpReason.Removed, Words(status, code)),
        (403, "ConversationBlockedByUser" or "ForbiddenOperationException") => new SendVerdict.GiveUp(GiveUpReason.ChatClosed, Words(status, code)),
        (403, "InvalidBotApiHost") => new SendVerdict.GiveUp(
            GiveUpReason.Refused,
            $"{Words(status, code)}: this tenant is in a government cloud. Set Teams:AllowedServiceUrls to its service URL."),
        (404, "ActivityNotFoundInConversation" or "ConversationNotFound") => new SendVerdict.GiveUp(GiveUpReason.Gone, Words(status, code)),
        _ => new SendVerdict.GiveUp(GiveUpReason.Refused, Words(status, code)),
    };

    private static string Words(int status, string? code) => code is null ? $"Teams answered {status}" : $"Teams answered {status} {code}";
}
