namespace FeedbackBot.Posts.X;

/// <summary>What has to change for X's rules to be the ones our hashtags need.</summary>
/// <param name="Delete">Rules of ours that X has.</param>
/// <param name="Needed">How many rules all hashtags need, those left out too.</param>
/// <param name="LeftOut">Hashtags for which X allows no rule, the most important first.</param>
public sealed record XRuleChange(IReadOnlyList<XRule> Add, IReadOnlyList<XRule> Delete, int Needed, IReadOnlyList<string> LeftOut)
{
    public bool IsNone => Add.Count + Delete.Count == 0;
}
