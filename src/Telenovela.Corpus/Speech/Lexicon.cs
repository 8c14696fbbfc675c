using System.Collections.Frozen;

namespace Telenovela.Corpus.Speech;

/// <summary>
/// The word lists behind <see cref="SpeakerRule"/> and <see cref="SentenceCase"/>, in English and Spanish, all in lower case and written
/// for this project. They only have to be good enough: where a list knows nothing, the file's own evidence decides.
/// </summary>
internal static partial class Lexicon
{
    /// <summary>Nouns for people: alone or with words before them (<c>young man</c>) they name a speaker.</summary>
    public static FrozenSet<string> PersonNouns { get; } = Set("""
        man men woman women boy boys girl girls guy guys lady ladies gentleman kid kids child children baby teen teenager person people
        narrator announcer reporter newscaster anchor anchorman anchorwoman host presenter commentator voice operator recording singer
        mother mom mommy mama mami mum father dad daddy papa papi grandmother grandma grandfather grandpa abuela abuelo brother sister son daughter
        aunt uncle tia tio cousin wife husband boyfriend girlfriend bride groom widow nephew niece friend neighbor neighbour
        doctor nurse surgeon paramedic dentist patient priest father nun bishop reverend pastor lawyer attorney judge juror bailiff clerk cop officer
        officers detective sergeant captain lieutenant agent guard soldier fireman firefighter sheriff driver pilot conductor waiter waitress bartender
        barista chef cook maid butler receptionist secretary assistant boss manager model models photographer stylist teacher professor student students
        principal customer customers client guest guests passenger vendor cashier salesman saleswoman clerk worker workers mechanic janitor maître
        hostess bouncer stranger victim suspect prisoner gunman thug robber dispatcher caller interviewer producer director crowd audience chorus both all
        everyone everybody others patron patrons dealer tenant landlord landlady tailor seamstress hairdresser barber florist notary mayor
        hombre hombres mujer mujeres niño niña niños chico chica chicos señor señora señorita joven anciano anciana narrador narradora locutor
        locutora presentador presentadora reportero reportera periodista madre mamá padre papá abuelita abuelito hermano hermana hijo hija tía tío
        primo prima esposa esposo novio novia doctora enfermera enfermero cura sacerdote monja abogado abogada juez policía oficial sargento
        capitán soldado chofer mesero mesera camarero camarera criada mayordomo secretaria jefe jefa maestra maestro alumno cliente vecina vecino
        voz todos ambos invitado invitada médico notario alcalde
        """);

    /// <summary>Stems of verbs that say what someone does with voice, face or body.</summary>
    public static FrozenSet<string> CueVerbs { get; } = Set("""
        laugh chuckle giggle snicker cackle guffaw sigh sob cry weep whimper whine wail moan groan grunt gasp pant wheeze sniff sniffle snort snore
        scoff tut tsk hum sing whistle whisper mutter mumble murmur stammer stutter shout yell scream shriek squeal screech roar growl hiss snarl
        cough hiccup sneeze burp belch gulp swallow choke gag spit clear exhale inhale breathe blow yawn hush shush mouth speak talk chatter babble
        exclaim reply repeat continue imitate mock applaud clap cheer whoop boo jeer chant kiss smooch slurp chew smack moo bark howl meow
        neigh ring beep buzz chime ding dong honk toot knock bang slam creak squeak rattle clatter clang clink clank crash thud thump rumble
        crackle crack snap click tap tick rustle splash drip whir hoot chirp play start stop resume fade end open close shut lock break shatter swell
        increase approach arrive leave enter exit continue pass whoosh hoot sizzle pop explode blare wolf dial hang vibrate trill gobble coo cluck
        groan titter sputter splutter retch vomit gargle grumble ring protest agree argue greet answer call laughter ululate stifle hesitate pause
        """);

    /// <summary>Sounds and manners of speaking that aren't verbs: <c>laughter</c>, <c>thunder</c>, <c>slowly</c>.</summary>
    public static FrozenSet<string> CueNouns { get; } = Set("""
        laughter applause music song silence thunder noise static chatter conversation footsteps gunshot gunshots explosion siren sirens knock knocks
        ring rings beep beeps bell bells horn horns phone telephone doorbell buzzer alarm dial tone ringtone indistinct inaudible unintelligible gibberish
        sarcastic sarcastically softly quietly loudly slowly quickly angrily whispered muffled distorted echo echoing faint faintly distant overlapping
        simultaneously together off-screen offscreen voiceover voice-over beat pause cont continued subtitle subtitles translated foreign spanish english
        italian french portuguese german latin screams shouts murmurs cheers gasps sobs moans grunts groans whimpers sighs clatter thud crash bang boom
        click creak squeak rustle rustling wind rain traffic engine screech splash whoosh ding silence instrumental singing
        risas risa aplausos música llanto suspiro suspiros gritos grito timbre teléfono truenos silencio pasos golpes murmullos ríe suspira llora susurra
        grita solloza tose gime jadea carraspea canta tartamudea ríen lloran gritan bajito inaudible
        """);

    /// <summary>Words that stand before a colon or alone at a sentence's start and are no names.</summary>
    public static FrozenSet<string> Openers { get; } = Set("""
        look listen okay ok well note remember here now then warning question answer fact facts rule rules point listen see wait stop go come please
        yes no yeah yep nope oh ah uh um hey hi hello bye goodbye so but and or because if when where what who why how which this that these those it he she
        they we you i my your his her our their its the a an one two three four five six seven eight nine ten first second third last next finally also
        dear sir madam honey sweetie darling sweetheart baby babe dude boo thanks thank sorry god lord jesus heaven today tomorrow yesterday tonight
        monday tuesday wednesday thursday friday saturday sunday option options reason reasons example problem solution result answer conclusion
        summary update breaking news headline headlines subject date time place address ps p.s nb re attention caution danger notice quote translation
        title season episode scene act chapter part step number item list truth lesson moral plan idea thing things way bottom line ground meaning
        thus therefore hence sub super namely meanwhile however besides urgent important mira mire miren oye oiga oigan oíd escucha
        escuche escuchen bueno pues ahora entonces pregunta preguntas respuesta respuestas atención aviso nota recuerda recuerde recuerden
        sí no ay ah eh oh ojo cuidado conclusión conclusiones resultado resultados además posdata postdata importante urgente dirección
        fecha hora lugar asunto tema título capítulo episodio escena acto parte temporada problema problemas solución soluciones razón
        razones motivo motivos ejemplo ejemplos detalle detalles dato datos hecho hechos verdad mentira regla reglas opción opciones
        condición condiciones consejo consejos lección moraleja plan idea ideas cosa cosas caso resumen resumiendo total fin final
        finalmente último primero siguiente luego después antes hoy ayer mañana anoche lunes martes miércoles jueves viernes sábado enero
        febrero marzo mayo septiembre octubre noviembre diciembre dos tres cuatro cinco seis siete ocho nueve diez mensaje mensajes
        noticia noticias titulares peligro advertencia precaución prohibido silencio secreto promesa recado carta telegrama firma firmado
        remitente destinatario remite para con sin por porque pero aunque sino así igual tampoco también o y e u ni que qué quién quiénes
        cómo cuándo dónde cuánto cuánta cuál cuáles esto eso aquello este ese aquel esta esa aquella estos esos estas esas aquí ahí allí
        allá acá tú usted ustedes nosotros mi mis tu tus su sus nuestro nuestra me te se nos gracias perdón perdona perdone disculpa
        disculpe hola adiós querido querida queridos queridas estimado estimada estimados dios espera espere esperen basta calla cállate
        ven vengan venga vamos anda vaya dime dígame dígale dile fíjate fíjese imagina imagínate piensa repito insisto confieso juro
        prometo sabes sabe sé digo dice dicen decía dijo pone ponía reza lee lea significa traducción cita idioma versión edición página
        número artículo cláusula punto paso lista receta ingredientes precio teléfono nombre apellido edad estado profesión ocupación
        domicilio ciudad país origen destino salida llegada causa consecuencia efecto objetivo misión meta sentencia veredicto diagnóstico
        pronóstico herencia testamento finalidad observación observaciones comentario comentarios excepto salvo menos más solo sólo
        únicamente precisamente exactamente obviamente claro clarísimo cierto falso correcto error errores mal peor mejor lástima suerte
        increíble
        """);

    /// <summary>Titles before a name.</summary>
    public static FrozenSet<string> Titles { get; } = Set("""
        mr mrs ms miss dr prof don doña aunt auntie uncle tía tío saint san santa st sra sr srta señor señora señorita madame monsieur lord lady sir
        detective officer captain sergeant lieutenant judge father sister brother president senator governor mayor general colonel major professor doctor
        """);

    /// <summary>Titles that are capitalised only before a name; the rest are abbreviations or always capitalised there.</summary>
    public static FrozenSet<string> AbbreviatedTitles { get; } = Set("mr mrs ms dr prof st sra sr srta jr gen col sgt lt capt rev hon");

    /// <summary>Abbreviations whose full stop ends no sentence.</summary>
    public static FrozenSet<string> Abbreviations { get; } = Set("mr mrs ms dr prof st sra sr srta jr gen col sgt lt capt rev hon vs etc dra ud uds");

    /// <summary>Names of two words, of which one alone is an everyday word.</summary>
    public static FrozenSet<(string First, string Second)> Pairs { get; } = Set("""
        new-york new-jersey new-orleans new-mexico new-zealand new-hampshire new-england new-delhi los-angeles las-vegas puerto-rico costa-rica santa-fe santa-claus
        united-states united-kingdom wall-street middle-east south-america north-america central-america latin-america south-africa hong-kong buenos-aires
        el-salvador la-paz la-habana abu-dhabi sri-lanka saudi-arabia tel-aviv beverly-hills central-park fifth-avenue park-avenue white-house
        """).Select(pair => pair.Split('-')).Select(pair => (pair[0], pair[1])).ToFrozenSet();

    /// <summary>Words that belong to the name that follows them: <c>Saint-Tropez</c>, <c>San Juan</c>.</summary>
    public static FrozenSet<string> NamePrefixes { get; } = Set("saint san santa santo st don doña");

    /// <summary>Letters that stand for words and stay capitals.</summary>
    public static FrozenSet<string> Acronyms { get; } = Set("""
        tv dvd cd pc dj fbi cia nypd lapd dea nsa irs usa nyc ceo cfo coo vp pr dna ufo atm sos iq phd mba mtv cnn nbc abc cbs hbo bbc
        gps suv fyi asap rsvp byob vip aka bmw bff omg lol dui dmv faq pms ptsd adhd hiv std nfl nba mlb fifa ii iii iv vii viii ix xi xii ok
        """);

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
