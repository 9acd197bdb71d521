namespace FeedbackBot.Tests.Store;

/// <summary>The PostgreSQL server that tests may make databases on: CI starts one, a laptop may name one.</summary>
public static class Postgres
{
    public const string Setting = "FEEDBACKBOT_TEST_POSTGRES";

    /// <summary>Why a laptop's run goes without; null where the test must run, which in CI is everywhere.</summary>
    public static string? WhyNot => WhyNotWith(Environment.GetEnvironmentVariable(Setting), Environment.GetEnvironmentVariable("CI"));

    /// <summary>A user who may create databases.</summary>
    public static string Server => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException(Cure);

    public static string? WhyNotWith(string? server, string? ci) => string.IsNullOrEmpty(server) && ci != "true" ? Cure : null;

    private static string Cure =>
        $"{Setting} isn't set. Set it to a PostgreSQL server where databases may be created, such as 'Host=127.0.0.1;Username=postgres;Database=postgres'.";
}
