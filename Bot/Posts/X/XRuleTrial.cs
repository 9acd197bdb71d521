namespace FeedbackBot.Posts.X;

/// <summary>Finds out which hashtags X refuses, by asking about ever smaller rules. X's rules aren't changed by it.</summary>
internal sealed class XRuleTrial(XRuleClient client)
{
    /// <summary>Hashtags X doesn't take, with its reasons.</summary>
    public Dictionary<string, string> Refused { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a rule may be; less than usual once X has refused a rule and taken both its halves.</summary>
    public int Length { get; private set; } = XRules.Length;

    /// <summary>Asks about these rules and about the halves of those that are refused, down to single hashtags. Nothing new is learnt where all are taken.</summary>
    /// <returns>Why X couldn't be asked; null when it could.</returns>
    public async Task<XFailure?> Try(IReadOnlyList<XRule> rules, CancellationToken cancellationToken)
    {
        var asked = rules;
        while (asked.Count > 0)
        {
            var (refused, failure) = await Ask(asked, cancellationToken);
            if (refused is null)
            {
                return failure;
            }

            var halves = new List<XRule>();
            foreach (var (rule, why) in refused)
            {
                var hashtags = XHashtags.Read(rule.Value)!;
                if (hashtags.Count == 1)
                {
                    Refused[hashtags[0]] = why;
                }
                else
                {
                    halves.Add(XRules.Of(hashtags.Take(hashtags.Count / 2)));
                    halves.Add(XRules.Of(hashtags.Skip(hashtags.Count / 2)));
                }
            }

            // Halves stand side by side.
            foreach (var pair in asked.Chunk(2).Where(p => asked != rules && !p.Any(refused.ContainsKey)))
            {
                Length = Math.Min(Length, pair.Max(r => r.Value.Length));
            }

            asked = halves;
        }

        return null;
    }

    private async Task<XAnswer<Dictionary<XRule, string>>> Ask(IReadOnlyList<XRule> rules, CancellationToken cancellationToken)
    {
        var refused = new Dictionary<XRule, string>();
        foreach (var batch in rules.Chunk(XRuleStep.Batch))
        {
            var answer = await client.Add(batch, dryRun: true, cancellationToken);
            if (answer.Value is not { } verdict)
            {
                return new(null, answer.Failure);
            }

            foreach (var (rule, why) in verdict.Refused)
            {
                refused.TryAdd(rule, why);
            }
        }

        return new(refused, null);
    }
}
