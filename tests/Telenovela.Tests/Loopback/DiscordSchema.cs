using System.Reflection;
using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Telenovela.Tests.Loopback;

/// <summary>
/// Discord's own OpenAPI description as a judge. NJsonSchema knows drafts 4 to 7, the description is OpenAPI 3.1, so it is first
/// turned: <c>const</c> into <c>enum</c>, references into <c>definitions</c>, and objects are closed, so that a misspelt member is an error.
/// </summary>
public sealed class DiscordSchema
{
    public const string Absent = "needs ../shared/data/discord-openapi.json beside the repository";

    private static readonly Lazy<DiscordSchema> Loaded = new(() => new DiscordSchema());

    private readonly JsonObject _definitions;
    private readonly Dictionary<string, JsonSchema> _schemas = [];

    private DiscordSchema()
    {
        var api = JsonNode.Parse(File.ReadAllText(FilePath))!;
        _definitions = (JsonObject)Turn(api["components"]!["schemas"]!)!;

        // The API takes the bit set as a string, and its own answers and documentation have it so; only the description of requests says number.
        _definitions["ApplicationCommandUpdateRequest"]!["properties"]!["default_member_permissions"] =
            new JsonObject { ["type"] = new JsonArray("string", "null"), ["pattern"] = "^[0-9]+$" };
    }

    public static bool IsPresent => File.Exists(FilePath);

    public static DiscordSchema Instance => Loaded.Value;

    private static string FilePath
    {
        get
        {
            var root = typeof(DiscordSchema).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;
            return Path.GetFullPath(Path.Combine(root, "..", "shared", "data", "discord-openapi.json"));
        }
    }

    /// <summary>What is wrong with the JSON by the schemas of those names (one has to fit); nothing when it is right.</summary>
    public IReadOnlyList<string> Problems(JsonNode? json, params string[] names)
    {
        var errors = names.Select(name => Schema(name).Validate(json?.ToJsonString() ?? "null")).ToList();
        return errors.Exists(list => list.Count == 0) ? [] : [.. errors.MinBy(list => list.Count)!.SelectMany(Lines)];
    }

    private static IEnumerable<string> Lines(ValidationError error) => error is ChildSchemaValidationError child
        ? child.Errors.SelectMany(branch => branch.Value).SelectMany(Lines).Prepend(error.ToString().Split('\n')[0])
        : [error.ToString().Trim()];

    private static JsonNode? Turn(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(Turn)]);
            case JsonObject map:
                var turned = new JsonObject();
                foreach (var (name, value) in map)
                {
                    switch (name)
                    {
                        case "$ref":
                            turned["$ref"] = $"#/definitions/{value!.GetValue<string>().Split('/')[^1]}";
                            break;
                        case "const":
                            turned["enum"] = new JsonArray(value!.DeepClone());
                            break;
                        case "description" or "title" when value is JsonValue:
                            break;
                        default:
                            turned[name] = Turn(value);
                            break;
                    }
                }

                if (turned["properties"] is JsonObject && turned["type"] is JsonValue && !turned.ContainsKey("additionalProperties") && !turned.ContainsKey("allOf"))
                {
                    turned["additionalProperties"] = false;
                }

                return turned;
            default:
                return node?.DeepClone();
        }
    }

    private JsonSchema Schema(string name)
    {
        lock (_schemas)
        {
            return _schemas.TryGetValue(name, out var known) ? known : _schemas[name] = Build(name);
        }
    }

    private JsonSchema Build(string name)
    {
        // Only what the schema reaches: building all 539 would take far longer.
        var reached = new JsonObject();
        var waiting = new Queue<string>([name]);
        while (waiting.TryDequeue(out var next))
        {
            if (!reached.ContainsKey(next))
            {
                reached[next] = _definitions[next]!.DeepClone();
                References(reached[next]!).ToList().ForEach(waiting.Enqueue);
            }
        }

        var root = new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{name}" }), ["definitions"] = reached };
        return JsonSchema.FromJsonAsync(root.ToJsonString()).GetAwaiter().GetResult();
    }

    private static IEnumerable<string> References(JsonNode node) => node switch
    {
        JsonArray list => list.Where(item => item is not null).SelectMany(item => References(item!)),
        JsonObject map => map.Where(member => member.Value is not null).SelectMany(member =>
            member.Key == "$ref" ? [member.Value!.GetValue<string>().Split('/')[^1]] : References(member.Value!)),
        _ => [],
    };
}
