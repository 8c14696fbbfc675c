using System.CommandLine;

namespace Telenovela.Cli;

/// <summary>What the commands have in common.</summary>
internal static class CommandExtensions
{
    /// <summary><c>--json</c>, the same on every command that has a result.</summary>
    public static Option<bool> JsonOption() => new("--json") { Description = "Print one JSON object on standard output and nothing else there" };

    /// <summary>Refuses values outside the limits, naming them.</summary>
    public static Option<T> Between<T>(this Option<T> option, T least, T most)
        where T : struct, IComparable<T>
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<T>() is var value && (value.CompareTo(least) < 0 || value.CompareTo(most) > 0))
            {
                result.AddError(FormattableString.Invariant($"{option.Name} must lie between {least} and {most}; it is {value}."));
            }
        });
        return option;
    }

    /// <summary>Refuses options that the command doesn't know, which would be taken for the argument otherwise.</summary>
    public static Argument<T> NoOption<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
            {
                result.AddError($"“{option.Value}” is no option of this command; write ./{option.Value} for a path.");
            }
        });
        return argument;
    }
}
