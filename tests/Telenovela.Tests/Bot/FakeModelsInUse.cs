using Telenovela.Bot.Retraining;

namespace Telenovela.Tests.Bot;

/// <summary>Says what a test says.</summary>
internal sealed class FakeModelsInUse : IModelsInUse
{
    /// <summary>The shipped models, unless a test says otherwise.</summary>
    public string? InUse { get; set; }

    public Func<string?> Before { get; set; } = () => null;

    public string? FindInUse() => InUse;

    public string? FindBefore() => Before();
}
