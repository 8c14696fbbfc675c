using Telenovela.Playground.People;
using Telenovela.Playground.Texts;

namespace Telenovela.Playground.Wire;

/// <summary>Who does something, and in which language.</summary>
/// <param name="Person">Who.</param>
/// <param name="Locale">The language named to the bot.</param>
public sealed record PlaygroundActor(PlaygroundPerson Person, PlaygroundLocale Locale);
