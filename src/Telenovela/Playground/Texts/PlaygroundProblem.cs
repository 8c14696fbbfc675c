namespace Telenovela.Playground.Texts;

/// <summary>Something a person should put right before sending, in whatever language the page has.</summary>
/// <param name="Key">Entry of <see cref="PlaygroundText"/>.</param>
/// <param name="Arguments">Fill its places.</param>
public sealed record PlaygroundProblem(string Key, params object[] Arguments)
{
    /// <summary>In words.</summary>
    public string In(PlaygroundLocale locale) => PlaygroundText.Get(locale, Key, Arguments);
}
