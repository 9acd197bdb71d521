namespace FeedbackBot.Learning;

/// <summary>Which of the two sets of comments a row is from; they were labelled by different people, who drew their lines differently.</summary>
internal enum Source
{
    Phase1,
    V6,
}
