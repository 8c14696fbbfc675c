using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>A thread of a telenovela: a loose end that one episode opens and another ties.</summary>
/// <param name="Line">The line of the README, from 1.</param>
/// <param name="Name">Its name: <c>the-burned-letter</c>.</param>
/// <param name="Opens">The episode that opens it: <c>s01e01</c>.</param>
/// <param name="Ties">The episode that ties it; empty for a thread that is left open.</param>
/// <param name="People">Names that both episodes mention.</param>
/// <param name="Question">What the audience asks itself.</param>
public sealed record BibleThread(int Line, string Name, string Opens, string Ties, ValueList<string> People, string Question);
