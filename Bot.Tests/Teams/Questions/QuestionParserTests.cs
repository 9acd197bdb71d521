using FeedbackBot.Teams.Questions;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Teams.Questions;

public sealed class QuestionParserTests
{
    private static readonly Organisation Hospital = new(new OrganisationOptions
    {
        Name = "St Oswin's",
        Hashtags = { "#Oswin" },
        Wards =
        {
            new WardOptions { Id = "desk", Name = "Front desk", FrontDesk = true },
            new WardOptions { Id = "w7", Name = "Ward 7", Hashtags = { "#ward7" } },
            new WardOptions { Id = "w21", Name = "Ward 21" },
            new WardOptions { Id = "wait", Name = "Waiting room" },
            new WardOptions { Id = "willows", Name = "The Willows" },
            new WardOptions { Id = "ae", Name = "A&E" },
            new WardOptions { Id = "mary", Name = "St. Mary's" },
            new WardOptions { Id = "east", Name = "Clinic (east)" },
            new WardOptions { Id = "open", Name = "Open MRI" },
            new WardOptions { Id = "weekend", Name = "This Week Clinic" },
        },
    });

    /// <summary>What was said, and what it means: the question, its range and its ward.</summary>
    public static TheoryData<string, string> Table => new()
    {
        { "", "help" },
        { "   \r\n\t ", "help" },
        { "?", "help" },
        { "??!", "help" },
        { "👋", "help" },
        { "help", "help" },
        { "HELP!", "help" },
        { "help me please", "help" },
        { "can you help me?", "help" },
        { "hello", "help" },
        { "Hi!", "help" },
        { "Good morning", "help" },
        { "please", "help" },
        { "what can you do?", "help" },
        { "What can I ask you", "help" },
        { "how does this work?", "help" },
        { "How do I link a channel?", "help" },
        { "how are you", "help" },
        { "commands", "help" },
        { "<at>FeedbackBot</at>", "help" },
        { "<at>FeedbackBot</at>&nbsp;help\n", "help" },

        { "link ward 7", "link w7" },
        { "Link Ward 7.", "link w7" },
        { "link #ward7", "link w7" },
        { "link w7", "link w7" },
        { "link ward seven", "link w7" },
        { "link Ward Twenty-One", "link w21" },
        { "link 7", "link w7" },
        { "<at>FeedbackBot</at> link this channel to ward 7 please", "link w7" },
        { "please link ward 7 to this channel", "link w7" },
        { "link the willows", "link willows" },
        { "link willow", "link 'willow'" },
        { "link A&amp;E", "link ae" },
        { "link st. mary’s", "link mary" },
        { "link Clinic (east)", "link east" },
        { "link Radiology", "link 'Radiology'" },
        { "link the Old Wing, please!", "link 'Old Wing'" },
        { "link Summary", "link 'Summary'" },
        { "link open mri", "link open" },
        { "link", "link ''" },
        { "link this channel", "link ''" },
        { "unlink", "unlink" },
        { "UNLINK", "unlink" },
        { "unlink this channel", "unlink" },
        { "please unlink ward 7", "unlink" },
        { "ulink", "unlink" },

        { "wards", "wards" },
        { "Wards?", "wards" },
        { "which wards are there", "wards" },
        { "list all wards", "wards" },
        { "show me the wards please", "wards" },
        { "what wards do you know?", "wards" },

        { "summary", "summary today" },
        { "Summary please", "summary today" },
        { "sumary", "summary today" },
        { "summry", "summary today" },
        { "sumamry", "summary today" },
        { "summaryy yesterday", "summary yesterday" },
        { "summary today", "summary today" },
        { "summary yesterday", "summary yesterday" },
        { "summary yesteday", "summary yesterday" },
        { "summary week", "summary week" },
        { "summary of the last seven days", "summary week" },
        { "summary last 7 days ward 7", "summary week w7" },
        { "weekly summary", "summary week" },
        { "yesterday's summary", "summary yesterday" },
        { "today’s figures", "summary today" },
        { "summary of the day", "summary today" },
        { "summary ward 7", "summary today w7" },
        { "ward 7 summary", "summary today w7" },
        { "summary #ward7", "summary today w7" },
        { "summary seven", "summary today w7" },
        { "Summary yesterday for Ward 7 please", "summary yesterday w7" },
        { "summary for ward 7 yesterday", "summary yesterday w7" },
        { "yesterday ward 7 summary", "summary yesterday w7" },
        { "give me a summary of this week for the waiting room", "summary week wait" },
        { "I'd like to see the summary for The Willows, thanks", "summary today willows" },
        { "summary this week clinic", "summary today weekend" },
        { "summary yesterday this week clinic", "summary yesterday weekend" },
        { "summary ward 99", "summary today 'ward 99'" },
        { "summary ward A", "summary today 'ward A'" },
        { "summary week Radiology", "summary week 'Radiology'" },
        { "Radiology summary", "summary today 'Radiology'" },
        { "summary this ward", "summary today" },
        { "summary for our ward yesterday", "summary yesterday" },
        { "summary all wards", "summary today" },
        { "<at>FeedbackBot</at>\u00a0summary\u00a0ward\u00a07", "summary today w7" },
        { "<div><at id=\"0\">Feedback Bot</at> summary</div><div>ward 7</div>", "summary today w7" },
        { "summary\u200b ward\u200b 7", "summary today w7" },
        { "what happened today?", "summary today" },
        { "What happened yesterday on ward 7?", "summary yesterday w7" },
        { "what happened in the waiting room this week", "summary week wait" },
        { "what happened in Oz", "summary today 'Oz'" },
        { "what's happening", "summary today" },
        { "how was yesterday", "summary yesterday" },
        { "how is ward 7 doing?", "summary today w7" },
        { "How's the waiting room today", "summary today wait" },
        { "how are the wards today", "summary today" },
        { "how many posts came in yesterday?", "summary yesterday" },
        { "today", "summary today" },
        { "tody", "summary today" },
        { "yesterday?", "summary yesterday" },
        { "this week", "summary week" },
        { "last week", "summary week" },
        { "ward 7", "summary today w7" },
        { "ward 7 yesterday", "summary yesterday w7" },
        { "the willows", "summary today willows" },
        { "waiting room", "summary today wait" },
        { "ward 99", "summary today 'ward 99'" },

        { "open", "open" },
        { "open?", "open" },
        { "open ward 7", "open w7" },
        { "open #ward7", "open w7" },
        { "open ward 99", "open 'ward 99'" },
        { "what's open on ward 7?", "open w7" },
        { "what’s open?", "open" },
        { "what is still open in the waiting room", "open wait" },
        { "what is waiting", "open" },
        { "anything waiting in the waiting room?", "open wait" },
        { "show me all open cases", "open" },
        { "open cases for The Willows please", "open willows" },
        { "how many are open on ward 7", "open w7" },
        { "which wards have open cases", "open" },
        { "ward 7 open", "open w7" },
        { "open open mri", "open open" },
        { "what's left to do", "open" },
        { "what's open in Oz?", "open 'Oz'" },

        { "mine", "mine" },
        { "my cases", "mine" },
        { "My open cases, please", "mine" },
        { "show me my cases", "mine" },
        { "what have I got", "mine" },
        { "what have I got?", "mine" },
        { "what's mine", "mine" },
        { "which are mine today", "mine" },
        { "what is assigned to me", "mine" },
        { "what do I have", "mine" },

        { "digest", "digest 'digest'" },
        { "digest Mon-Fri 9:00", "digest 'digest Mon-Fri 9:00'" },
        { "digest off", "digest 'digest off'" },
        { "<at>FeedbackBot</at> Please send me the digest daily at 7am, thanks", "digest 'digest daily at 7am, thanks'" },
        { "stop the digest", "digest 'stop the digest'" },
        { "when is my digest?", "digest 'when is my digest'" },
        { "please send me the evening digest at 8", "digest 'evening digest at 8'" },
        { "Good morning digest daily 17:00", "digest 'digest daily 17:00'" },
        { "Morning! Digest daily 17:00", "digest 'Digest daily 17:00'" },
        { "digset daily 7am", "digest 'digset daily 7am'" },
        { "find digest", "find 'digest'" },

        { "find blood on the floor", "find 'blood on the floor'" },
        { "find ward 7", "find 'ward 7'" },
        { "Find Soap!", "find 'Soap'" },
        { "<at>FeedbackBot</at> find cold food please", "find 'cold food'" },
        { "can you find me all the cases about Mrs. O’Neill?", "find 'Mrs. O'Neill'" },
        { "search for soap", "find 'soap'" },
        { "serach soap", "find 'soap'" },
        { "please look for rats", "find 'rats'" },
        { "find posts with summary", "find 'summary'" },
        { "find 100% _sticky_", "find '100% _sticky'" },
        { "find &lt;b&gt;", "find 'b'" },
        { "find %", "find ''" },
        { "find the cases", "find ''" },
        { "find", "find ''" },
        { "status", "status" },
        { "<at>FeedbackBot</at> Status?", "status" },
        { "what's your status", "status" },
        { "status of X please", "status" },
        { "check posts", "check posts" },
        { "please check all posts", "check posts" },
        { "check", "unknown" },
        { "search", "find ''" },
        { "look at this", "unknown" },
        { "thank", "thanks" },
        { "<at>FeedbackBot</at> ok, thank you", "thanks" },
        { "Thanks!", "thanks" },
        { "Thanks for the summary", "thanks" },
        { "thank ward 7", "thanks" },
        { "Thank you! What's open?", "open" },
        { "Thanks, digest off", "digest 'digest off'" },
        { "thank you, please unlink", "unlink" },
        { "Thanks for the digest", "thanks" },
        { "thanks, and how was yesterday?", "summary yesterday" },
        { "the loo is dirty today", "unknown" },
        { "The shop is open", "unknown" },
        { "how was lunch", "unknown" },
        { "make me a sandwich", "unknown" },
        { "42", "unknown" },
        { "<script>alert(1)", "unknown" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_question_is_understood(string said, string meant) => Assert.Equal(meant, InShort(QuestionParser.Parse(said, Hospital)));

    [Fact]
    public void No_text_at_all_asks_for_help() => Assert.IsType<Question.Help>(QuestionParser.Parse(null, Hospital));

    [Fact]
    public void Small_words_without_end_are_understood_among_ten_thousand_wards()
    {
        var big = new OrganisationOptions { Name = "Big", Hashtags = { "#big" } };
        for (var i = 0; i < 10_000; i++)
        {
            big.Wards.Add(new WardOptions { Id = $"w{i}", Name = $"Clinic {i}", Hashtags = { $"#Clinic{i}" }, FrontDesk = i == 0 });
        }

        var organisation = new Organisation(big);

        Assert.IsType<Question.SummaryAsked>(QuestionParser.Parse("summary " + string.Concat(Enumerable.Repeat("is ", 300)), organisation));
    }

    [Fact]
    public void What_isnt_understood_is_kept_without_the_mention() =>
        Assert.Equal(new Question.Unknown("make me a sandwich"), QuestionParser.Parse("<at>FeedbackBot</at> make me\r\na sandwich ", Hospital));

    [Theory]
    [InlineData("<at")]
    [InlineData("summary ")]
    [InlineData("the ")]
    [InlineData("ward ")]
    [InlineData("<at>x</at> (")]
    [InlineData("\ud83d")]
    [InlineData("&amp;")]
    public void A_long_message_is_only_a_message(string part) =>
        Assert.NotNull(QuestionParser.Parse(string.Concat(Enumerable.Repeat(part, 28_000 / part.Length)), Hospital));

    private static string InShort(Question question) => question switch
    {
        Question.Help => "help",
        Question.Link link => $"link {Quoted(link.Ward)}",
        Question.Unlink => "unlink",
        Question.Wards => "wards",
        Question.SummaryAsked asked => $"summary {asked.Range.ToString().ToLowerInvariant()} {Quoted(asked.Ward)}".Trim(),
        Question.Open open => $"open {Quoted(open.Ward)}".Trim(),
        Question.Mine => "mine",
        Question.Find find => $"find '{find.Words}'",
        Question.Status => "status",
        Question.Check => "check posts",
        Question.Digest digest => $"digest '{digest.Words}'",
        Question.Thanks => "thanks",
        Question.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "A question that this table doesn't know."),
    };

    /// <summary>An id stands bare, words that name no ward in quotes.</summary>
    private static string? Quoted(string? ward) => ward is null || Hospital.Find(ward) is not null ? ward : $"'{ward}'";
}
