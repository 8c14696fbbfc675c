using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Telenovela.Tests.Loopback;

namespace Telenovela.Benchmarks.Retraining;

/// <summary>What people ask of a bot: half of it texts. Somebody else each time, so that nobody has to wait.</summary>
/// <param name="signer">Signs.</param>
internal sealed class AskedMix(LoopbackSigner signer)
{
    private const ulong FirstUser = 8_000_000_000_000_000;
    private const ulong FirstMessage = 4_400_000_000_000_000;
    private const string ManageGuild = "32";

    private readonly AskedKind[] _kinds =
    [
        AskedKind.Generate, AskedKind.Generate, AskedKind.Generate, AskedKind.Generate,
        AskedKind.Stats, AskedKind.About, AskedKind.Suggest, AskedKind.Vote,
    ];

    private readonly Random _random = new(1);
    private ulong _asked;

    /// <summary>The embed's text of the message under which the button is.</summary>
    public string Text { get; set; } = "";

    /// <summary>The button's id.</summary>
    public string Vote { get; set; } = "";

    /// <summary>The next interaction, signed now.</summary>
    public Asked Next()
    {
        var at = (int)(_asked % (ulong)_kinds.Length);
        if (at == 0)
        {
            _random.Shuffle(_kinds);
        }

        return Of(_kinds[at]);
    }

    /// <summary>An interaction of that kind.</summary>
    public Asked Of(AskedKind kind)
    {
        var json = kind switch
        {
            AskedKind.Generate => Payloads.Command("telenovela generate", Payloads.Option(4, "length", 100)),
            AskedKind.Stats => Payloads.Command("telenovela stats"),
            AskedKind.About => Payloads.Command("telenovela about"),
            AskedKind.Suggest => Payloads.Autocomplete("telenovela generate", Payloads.Option(3, "telenovela", "a", focused: true)),
            _ => Payloads.Button(Vote, "", Text),
        };
        if (kind == AskedKind.Vote)
        {
            json["message"]!["id"] = (FirstMessage + _asked).ToString(CultureInfo.InvariantCulture);
        }

        json["locale"] = _asked % 2 == 0 ? "en-US" : "es-419";
        json["member"]!["user"]!["id"] = (FirstUser + ++_asked).ToString(CultureInfo.InvariantCulture);
        return Signed(kind, json);
    }

    /// <summary>A command of somebody who may manage the server.</summary>
    public Asked Admin(string path)
    {
        var json = Payloads.Command(path);
        json["locale"] = "en-US";
        json["member"]!["permissions"] = ManageGuild;
        return Signed(AskedKind.Generate, json);
    }

    private Asked Signed(AskedKind kind, JsonObject json) =>
        new(kind, (string)json["token"]!, signer.Request(Encoding.UTF8.GetBytes(json.ToJsonString()), TimeProvider.System.GetUtcNow()));
}
