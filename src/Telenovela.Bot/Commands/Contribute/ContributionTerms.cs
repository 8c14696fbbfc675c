namespace Telenovela.Bot.Commands.Contribute;

/// <summary>The terms under which lines are given: <c>Consent_Terms</c> in the resources.</summary>
public static class ContributionTerms
{
    /// <summary>The version of the terms. When they change, this grows, and everybody is asked again.</summary>
    public const int Version = 1;

    /// <summary>The licence under which lines are given (SPDX).</summary>
    public const string License = "CC0-1.0";
}
