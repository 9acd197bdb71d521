using FeedbackBot.Wards;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace FeedbackBot.Tests.Wards;

public sealed class SettingsWatchTests
{
    [Fact]
    public async Task Whatever_goes_wrong_the_old_settings_stay_and_the_fault_is_told_until_it_is_mended()
    {
        var vault = new Vault();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(TestHospital.Settings()).Add(vault).Build();
        var (organisation, clock) = (new Organisation(settings.ReadOrganisation()), new FakeClock());
        using var watch = new SettingsWatch(settings, organisation, clock, NullLogger<SettingsWatch>.Instance);
        await watch.StartAsync(CancellationToken.None);

        vault.Turn(isShut: true);
        clock.Advance(SettingsWatch.Settle);

        Assert.Equal(["they can't be read (The vault is shut.). Undo what was changed last."], watch.Faults);
        Assert.Equal(3, organisation.Wards.Count);

        vault.Turn(isShut: false);
        clock.Advance(SettingsWatch.Settle);

        Assert.Empty(watch.Faults);
    }

    /// <summary>A source of settings that can be out of reach.</summary>
    private sealed class Vault : ConfigurationProvider, IConfigurationSource
    {
        private bool _isShut;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) =>
            _isShut ? throw new IOException("The vault is shut.") : base.GetChildKeys(earlierKeys, parentPath);

        public void Turn(bool isShut)
        {
            _isShut = isShut;
            OnReload();
        }
    }
}
