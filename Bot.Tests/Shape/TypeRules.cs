using System.Reflection;
using System.Runtime.CompilerServices;
using FeedbackBot.Posts;
using FeedbackBot.Teams.Tokens;

namespace FeedbackBot.Tests.Shape;

/// <summary>What style.md asks of types.</summary>
internal static class TypeRules
{
    public const int MostParameters = 6;

    /// <summary>Seams at which two real implementations stand. Another one needs its place here, and a second implementation.</summary>
    public static readonly Type[] Seams = [typeof(IPostSource), typeof(IDoorkeeper)];

    public static IEnumerable<string> Interfaces(IReadOnlyCollection<Type> types, IReadOnlyCollection<Type> allowed) => types
        .Where(type => type.IsInterface)
        .Select(type => !allowed.Contains(type)
            ? $"{type} is no agreed seam: an interface needs two real implementations, and its place in {nameof(TypeRules)}"
            : types.Count(t => t is { IsClass: true, IsAbstract: false } && type.IsAssignableFrom(t)) < 2
                ? $"{type} has fewer than two implementations"
                : null)
        .OfType<string>();

    /// <summary>A record's parameters are its data; a class's are what it needs to work.</summary>
    public static IEnumerable<string> Constructors(IEnumerable<Type> types) => types
        .Where(type => type is { IsClass: true } && !IsRecord(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute)))
        .SelectMany(type => type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        .Where(constructor => constructor.GetParameters().Length > MostParameters)
        .Select(constructor => $"{constructor.DeclaringType} takes {constructor.GetParameters().Length} parameters; {MostParameters} at most");

    /// <summary>A test's name is a sentence about the bot.</summary>
    public static IEnumerable<string> TestNames(IEnumerable<Type> types) => types
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.IsDefined(typeof(FactAttribute)) && !IsSentence(method.Name))
        .Select(method => $"{method.DeclaringType}.{method.Name} is no sentence");

    public static bool IsSentence(string name) => name.Count(c => c == '_') >= 2 && !name.Contains("__", StringComparison.Ordinal);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;
}
