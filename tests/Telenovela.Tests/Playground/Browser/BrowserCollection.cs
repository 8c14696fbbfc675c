namespace Telenovela.Tests.Playground.Browser;

/// <summary>The tests of the page: one after another, in one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<ChromiumFixture>
{
    public const string Name = "browser";
}
