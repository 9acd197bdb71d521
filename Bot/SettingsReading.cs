namespace FeedbackBot;

/// <summary>Reads settings into options, everywhere in the same way.</summary>
public static class SettingsReading
{
    /// <summary>A section as options: what isn't set has its default.</summary>
    /// <exception cref="InvalidOperationException">A setting can't be read at all; the message names it.</exception>
    public static T Read<T>(this IConfiguration settings, string section)
        where T : new()
    {
        var options = new T();
        settings.Section(section).Bind(options);
        return options;
    }

    /// <summary>A section in which a null is as good as nothing: .NET's binder would put it into what is never null, and make 0 of a number.</summary>
    public static IConfigurationSection Section(this IConfiguration settings, string section) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GetSection(section).AsEnumerable().Where(s => s.Value is not null))
        .Build()
        .GetSection(section);
}
