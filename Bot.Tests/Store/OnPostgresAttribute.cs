using System.Reflection;
using Xunit.Sdk;

namespace FeedbackBot.Tests.Store;

/// <summary>Runs a theory on PostgreSQL as well: on a laptop without a server that row is left out and says so, in CI it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = Postgres.WhyNot;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseKind.Postgres]];
}
