using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Telenovela.Cli;

/// <summary>What the commands have in common.</summary>
internal static class CommandExtensions
{
    /// <summary><c>--json</c>, the same on every command that has a result.</summary>
    public static Option<bool> JsonOption() => new("--json") { Description = "Print one JSON object on standard output and nothing else there" };

    /// <summary><c>--share</c>, on commands that the bot starts beside itself.</summary>
    public static Option<double> ShareOption() => new Option<double>("--share")
    {
        Description = "Share of a processor to take at most; in between it rests",
        DefaultValueFactory = _ => 1,
    }.Between(0.01, 1);

    /// <summary>Refuses what is no number, or lies outside the limits, naming them.</summary>
    public static Option<T> Between<T>(this Option<T> option, T least, T most)
        where T : struct, INumber<T>
    {
        option.CustomParser = result => Read(result, option.Name, least, most) ?? default;
        return option;
    }

    /// <summary>Refuses what isn't allowed, in words.</summary>
    public static Option<string> Must(this Option<string> option, Func<string, bool> allows, Func<string, string> refusal)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !allows(token.Value))
            {
                result.AddError(refusal(token.Value));
            }
        });
        return option;
    }

    /// <summary>
    /// Refuses an empty path, and options that the command doesn't know, which would be taken for the argument otherwise.
    /// </summary>
    public static Argument<T> NoOption<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError("An empty path names nothing.");
            }

            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
            {
                result.AddError($"“{option.Value}” is no option of this command; write ./{option.Value} for a path.");
            }
        });
        return argument;
    }

    /// <inheritdoc cref="Between{T}(Option{T}, T, T)"/>
    public static Option<T?> Between<T>(this Option<T?> option, T least, T most)
        where T : struct, INumber<T>
    {
        option.CustomParser = result => Read(result, option.Name, least, most);
        return option;
    }

    /// <summary>Reads a number. Half of the world writes decimals with a comma; nobody needs thousands to be grouped.</summary>
    public static bool TryRead<T>(string written, out T number)
        where T : struct, INumber<T> => IsWhole<T>()
            ? T.TryParse(written, NumberStyles.Integer, CultureInfo.InvariantCulture, out number)
            : T.TryParse(
                written.Contains('.', StringComparison.Ordinal) ? written : written.Replace(',', '.'),
                NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static bool IsWhole<T>()
        where T : struct, INumber<T> => T.IsZero(T.One / (T.One + T.One));

    private static T? Read<T>(ArgumentResult result, string option, T least, T most)
        where T : struct, INumber<T>
    {
        var written = result.Tokens[0].Value;
        if (TryRead<T>(written, out var number) && number >= least && number <= most)
        {
            return number;
        }

        var kind = IsWhole<T>() ? "a whole number" : "a number";
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option} takes {kind} between {least} and {most}; “{written}” is none."));
        return null;
    }
}
