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

    private static T? Read<T>(ArgumentResult result, string option, T least, T most)
        where T : struct, INumber<T>
    {
        var written = result.Tokens[0].Value;
        var isWhole = T.IsZero(T.One / (T.One + T.One));

        // Half of the world writes decimals with a comma; a group of three digits behind it would be a thousand elsewhere.
        var plain = !isWhole && written.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && written.Length - comma != 4
            ? written.Replace(',', '.')
            : written;
        var style = isWhole ? NumberStyles.Integer : NumberStyles.Float | NumberStyles.AllowThousands;
        if (T.TryParse(plain, style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        var kind = isWhole ? "a whole number" : "a number";
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option} takes {kind} between {least} and {most}; “{written}” is none."));
        return null;
    }
}
