using System.Reflection;

namespace FeedbackBot.Tests.Shape;

public class TypeRulesTests
{
    private static readonly Type[] OfBot = typeof(Program).Assembly.GetTypes();

    private interface ILonely;

    private interface ISeam;

    [Fact]
    public void Interfaces_stand_only_where_two_implementations_do()
    {
        Assert.Empty(TypeRules.Interfaces(OfBot, TypeRules.Seams));
        Assert.All(TypeRules.Seams, seam => Assert.Contains(seam, OfBot));
    }

    [Fact]
    public void An_interface_without_its_place_or_with_one_implementation_is_found()
    {
        Type[] types = [typeof(ILonely), typeof(ISeam), typeof(OneSide), typeof(OtherSide)];

        Assert.Empty(TypeRules.Interfaces(types[1..], [typeof(ISeam)]));
        Assert.Contains("no agreed seam", Assert.Single(TypeRules.Interfaces(types, [typeof(ISeam)])), StringComparison.Ordinal);
        Assert.Contains("fewer than two", Assert.Single(TypeRules.Interfaces(types[..^1], [typeof(ISeam), typeof(ILonely)]).Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Constructors_take_six_parameters_at_most()
    {
        Assert.Empty(TypeRules.Constructors(OfBot));
        Assert.Single(TypeRules.Constructors([typeof(Crowded), typeof(Figures), typeof(OneSide)]));
    }

    [Fact]
    public void Names_of_tests_are_sentences()
    {
        Assert.Empty(TypeRules.TestNames(Assembly.GetExecutingAssembly().GetTypes()));
        Assert.True(TypeRules.IsSentence(nameof(Names_of_tests_are_sentences)));
        Assert.False(TypeRules.IsSentence("Test1"));
        Assert.False(TypeRules.IsSentence("TryCommit_WhenStale__ReturnsFalse"));
    }

    private sealed class OneSide : ISeam;

    private sealed class OtherSide : ISeam;

    private sealed class Crowded
    {
        public Crowded(int a, int b, int c, int d, int e, int f, int g) => Sum = a + b + c + d + e + f + g;

        public int Sum { get; }
    }

    private sealed record Figures(int A, int B, int C, int D, int E, int F, int G);
}
