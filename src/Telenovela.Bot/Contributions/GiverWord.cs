using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>What became of somebody's lines since the person was last told.</summary>
/// <param name="Decided">Decided lines, oldest decision first.</param>
/// <param name="Learned">How many lines a model has learned.</param>
/// <param name="CreditName">The name under which the person is credited; null for none.</param>
public sealed record GiverWord(IReadOnlyList<DecidedLine> Decided, int Learned, string? CreditName);

/// <summary>A line that was decided on.</summary>
/// <param name="Id">The line.</param>
/// <param name="Character">Who speaks.</param>
/// <param name="Text">The words, as a moderator may have edited them.</param>
/// <param name="Status">What was decided.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Reason">Why, where a moderator said so.</param>
public sealed record DecidedLine(
    long Id, string? Character, string Text, ContributionStatus Status, DateTimeOffset DecidedAt, string? Reason);
