using System.Text;
using CsCheck;
using Telenovela.Discord.Wire;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord.Wire;

public sealed class InteractionParserProperties
{
    private static readonly byte[][] Valid =
    [
        .. new[]
        {
            Payloads.Ping(),
            Payloads.Command("telenovela corpus add", Payloads.Option(3, "text", "¿qué?\n"), Payloads.Option(11, "file", "9")).WithAttachment(Payloads.Attachment("9")),
            Payloads.Autocomplete("telenovela generate", Payloads.Option(10, "heat", "0,", focused: true)),
            Payloads.Button("again:1", "hola", "uno"),
            Payloads.Select("pick", "a"),
            Payloads.Modal("m", Payloads.Label(Payloads.TextInput("a", "b")), Payloads.Row(Payloads.TextInput("c", "d")), Payloads.Label(Payloads.Chosen(19, "f", "9"))),
        }.Select(json => Encoding.UTF8.GetBytes(json.ToJsonString())),
    ];

    private static readonly string[] Splices =
        ["null", "[]", "{}", "\"\"", "0", "-1", "1e999", "true", "\\ud800", "\"\\udfff\"", "\"type\":18,", "\"0\"", "99999999999999999999", "\"value\":", ",", ":", "\0", "\u00ff"];

    [Fact]
    public void Never_Throws_When_Bytes_Are_Arbitrary() =>
        Gen.Byte.Array[0, 300].Sample(bytes => Agrees(bytes), iter: 20_000, threads: 2);

    [Fact]
    public void Never_Throws_When_Valid_Interactions_Are_Mutated()
    {
        var edit = Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 40], Gen.OneOf(Gen.Int[0, Splices.Length - 1].Select(at => Encoding.UTF8.GetBytes(Splices[at])), Gen.Byte.Array[0, 3]));
        var mutated = Gen.Select(Gen.Int[0, Valid.Length - 1], edit.List[1, 4], (at, edits) => edits.Aggregate(Valid[at], Splice));

        mutated.Sample(bytes => Agrees(bytes), iter: 50_000, threads: 2);
    }

    [Fact]
    public void Never_Throws_When_Any_One_Value_Becomes_Another()
    {
        foreach (var bytes in Valid)
        {
            var text = Encoding.UTF8.GetString(bytes);
            for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(':', colon + 1))
            {
                var end = text.IndexOfAny([',', '}', ']'], colon);
                Assert.All(Splices, splice => Assert.True(Agrees(Encoding.UTF8.GetBytes(text[..(colon + 1)] + splice + text[Math.Max(end, colon + 1)..]))));
            }
        }
    }

    private static bool Agrees(byte[] bytes)
    {
        var read = InteractionParser.Parse(bytes);
        return read.Succeeded ? read.Interaction.ToString().Length > 0 : read.Failure.ToString().Length > 0;
    }

    private static byte[] Splice(byte[] bytes, (int At, int Remove, byte[] Insert) edit)
    {
        var at = edit.At % (bytes.Length + 1);
        var remove = Math.Min(edit.Remove, bytes.Length - at);
        return [.. bytes[..at], .. edit.Insert, .. bytes[(at + remove)..]];
    }
}
