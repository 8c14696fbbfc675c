namespace Telenovela.Bot.Contributions.Checks.Languages;

/// <summary>The small words that every sentence of a language has, without those that both languages write alike (<c>no</c>, <c>me</c>, <c>he</c>, <c>son</c>).</summary>
internal static class FunctionWords
{
    /// <summary>Words that both languages write alike, whatever the texts say that were learned from: they speak for neither.</summary>
    public static readonly IReadOnlySet<string> Shared = Words(
        "a no me he son has come sale pan once red dice solo real plan idea color actor hotel animal bar taxi radio piano doctor director mango ten pie fin mar sea van mal").ToHashSet();

    /// <summary>The words of each language, small letters, with and without accents, by ISO 639-1 code.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> ByLanguage = new Dictionary<string, string[]>
    {
        ["en"] = Words(
            """
            the and you i of to in is it that was for on are with my your be have this not but what do at she they we his her him them
            from by as so if there when who how why where which an or will would can could should don't it's i'm you're that's didn't
            won't can't she's he's we're they're i'll you'll i've isn't wasn't never ever just only been had has did does were their our
            because about out up down then than more some any every nothing something always into over here now know think want tell
            let please love mother father
            """),
        ["es"] = Words(
            """
            el la los las un una unos unas y de del al que qué en es por para con sin su sus mi mis tu tus te se lo le les nos yo tú él ella
            ellos usted ustedes nosotros pero como cómo cuando cuándo donde dónde quién quien porque esto esta este ese esa eso está están
            estoy eres soy era fue fueron ha han hay había muy más mas ya sí si también nada nunca siempre algo todo todos toda aquí ahí
            entonces hasta desde sobre entre ni o u e ser estar tengo tienes tiene quiero puede puedo voy vas va sé dijo señora señor don
            doña mamá papá hijo hija amor
            """),
    };

    private static string[] Words(string lines) => lines.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
