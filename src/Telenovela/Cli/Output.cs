using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Telenovela.Cli;

/// <summary>
/// Where a command's words go. With <c>--json</c> standard output carries one JSON object and nothing else; everything for
/// people goes to standard error then.
/// </summary>
internal sealed class Output
{
    private const int Endless = 1_000_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },

        // A single held-out line has no standard error, and what is only shown no limit.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Chooses the streams.</summary>
    /// <param name="json">Whether <c>--json</c> was given.</param>
    public Output(bool json)
    {
        IsJson = json;
        Console = json ? OnStandardError() : AnsiConsole.Console;
    }

    /// <summary>Whether the result is to be one JSON object.</summary>
    public bool IsJson { get; }

    /// <summary>For people.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>A console on standard error.</summary>
    public static IAnsiConsole OnStandardError() => On(System.Console.Error, System.Console.IsErrorRedirected);

    /// <summary>Says on standard error that something isn't read.</summary>
    public static void LeftOut(string path, string reason) =>
        OnStandardError().MarkupLineInterpolated($"[yellow]left out[/] {path}: {reason}");

    /// <summary>A console that ends lines at a terminal's edge; a file and a pipe have none.</summary>
    public static IAnsiConsole On(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = isRedirected ? Endless : console.Profile.Width;
        return console;
    }

    /// <summary>Prints the result: as the JSON object, or by <paramref name="people"/>.</summary>
    /// <param name="result">What the JSON object holds.</param>
    /// <param name="people">Prints it for people.</param>
    public void Result<T>(T result, Action<IAnsiConsole> people)
    {
        if (IsJson)
        {
            System.Console.Out.WriteLine(JsonSerializer.Serialize(result, Json));
        }
        else
        {
            people(Console);
        }
    }
}
