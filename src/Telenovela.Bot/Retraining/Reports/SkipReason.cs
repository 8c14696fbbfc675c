namespace Telenovela.Bot.Retraining.Reports;

/// <summary>Why a run had nothing to do.</summary>
public enum SkipReason
{
    /// <summary>No line was approved since the models in use were trained, and none that they learned was deleted.</summary>
    NothingNew,

    /// <summary>What is new was learned once already by models that were rolled back; by night they are not made again until there is more.</summary>
    RolledBack,

    /// <summary>What is new was learned once already by a challenger that the gate refused; by night it isn't tried again until there is more.</summary>
    Refused,

    /// <summary>There are fewer new lines than a run is worth (<see cref="RetrainingOptions.FewestNewLines"/>).</summary>
    TooFew,
}
