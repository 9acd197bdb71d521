using FeedbackBot.Deliver;

namespace FeedbackBot.Tests.Deliver;

public class SendTableTests
{
    [Theory]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(429, "Throttled")]
    [InlineData(429, null)]
    [InlineData(502, "ServiceError")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(504, null)]
    public void Not_now_is_tried_again_when_Teams_says_so(int status, string? code)
    {
        Assert.Equal(new SendVerdict.RetryAfter(TimeSpan.FromSeconds(7), Words(status, code)), SendTable.Of(status, code, TimeSpan.FromSeconds(7)));
        Assert.Equal(new SendVerdict.RetryAfter(null, Words(status, code)), SendTable.Of(status, code, null));
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", GiveUpReason.Removed)]
    [InlineData(403, "BotDisabledByAdmin", GiveUpReason.Removed)]
    [InlineData(403, "ConversationBlockedByUser", GiveUpReason.ChatClosed)]
    [InlineData(403, "ForbiddenOperationException", GiveUpReason.ChatClosed)]
    [InlineData(404, "ActivityNotFoundInConversation", GiveUpReason.Gone)]
    [InlineData(404, "ConversationNotFound", GiveUpReason.Gone)]
    [InlineData(400, "BadSyntax", GiveUpReason.Refused)]
    [InlineData(400, null, GiveUpReason.Refused)]
    [InlineData(401, "BotNotRegistered", GiveUpReason.Refused)]
    [InlineData(403, "SomethingNew", GiveUpReason.Refused)]
    [InlineData(403, null, GiveUpReason.Refused)]
    [InlineData(404, null, GiveUpReason.Refused)]
    [InlineData(404, "MemberNotFoundInConversation", GiveUpReason.Refused)]
    [InlineData(405, null, GiveUpReason.Refused)]
    [InlineData(413, "MessageSizeTooBig", GiveUpReason.Refused)]
    [InlineData(500, "ServiceError", GiveUpReason.Refused)]
    [InlineData(301, null, GiveUpReason.Refused)]
    public void Not_this_way_is_given_up_for_its_reason_whatever_Retry_After_says(int status, string? code, GiveUpReason reason)
    {
        Assert.Equal(new SendVerdict.GiveUp(reason, Words(status, code)), SendTable.Of(status, code, TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public void A_government_cloud_is_told_with_its_cure()
    {
        var verdict = Assert.IsType<SendVerdict.GiveUp>(SendTable.Of(403, "InvalidBotApiHost", null));

        Assert.Equal(GiveUpReason.Refused, verdict.Reason);
        Assert.Contains("Teams:AllowedServiceUrls", verdict.Why, StringComparison.Ordinal);
    }

    private static string Words(int status, string? code) => code is null ? $"Teams answered {status}" : $"Teams answered {status} {code}";
}
