using System.Collections.Frozen;

namespace Telenovela.Corpus.Speech;

internal static partial class Lexicon
{
    /// <summary>Given names that are rarely anything else.</summary>
    public static FrozenSet<string> GivenNames { get; } = Set("""
        aaron abby abel abigail abraham ada adam adela adele adrian adriana agnes agustín aidan alan alana alba albert alberta alberto alejandra alejandro
        alex alexa alexander alexandra alexandria alexia alexis alfonso alfred alfredo alice alicia alina alison allen allison alma alonso alvaro álvaro
        amanda amber amelia amy ana anabel anastasia andrea andreas andrew andrés andy ángela angela angelica angélica angelina angelo anita ann anna anne annie
        anthony antonia antonio araceli ariana ariel arlene arnold arthur arturo asher ashley astrid audrey aurelio aurora avery ava azucena barbara bárbara
        barney barry bart beatrice beatriz becky belén belinda ben benedict benita benito benjamin benny bernard bernardo bernice bert beth bethany betsy betty
        beverly bianca billy blanca bob bobby bonnie brad bradford bradley brandon brenda brendan brent brett brian bridget brittany bruce bruno bryan caitlin caleb
        calvin camila camilla camilo carl carla carlos carlota carmelo carmen carol carolina caroline carolyn carrie casey catalina catherine cathy cecilia cesar
        césar charlene charles charlie charlotte charmaine chelsea cheryl chloe chris christian christina christine christopher cindy claire clara clarence
        clarissa claudia claudio clayton clifford clyde colin colleen connie conrad constance constanza consuelo corey corinne courtney craig cristal cristian cristina
        cristóbal crystal curtis cynthia daisy damián dana daniel daniela danielle danny daphne darlene darrell darren darryl dave david débora deborah debbie dennis
        derek desmond diana diane diego dolores dominic dominga don donald donna doris dorothy doug douglas duane dustin dwight dylan eddie edgar edith edmund edna
        eduardo edward edwin efraín eileen elaine eleanor elena eli elías elijah elisa eliza elizabeth ella ellen ellie elliot elmer eloísa elsa elvira emilia emilio
        emily emma emmanuel enrique eric erica erik erin ernest ernesto ernie esmeralda esperanza esteban estela estelle esther ethan eugene eugenia eugenio eva evan
        evelyn fabia fabián fabiana fabiola fabricio fátima felicia felipe félix felix fermín fernanda fernando fiona flora florencia florence floyd frances francine francis
        francisca francisco franco frankie franklin fred freddy frederick gabriel gabriela gabriella gail gary gavin gene geoffrey george georgia georgina gerald
        geraldine gerardo germán gertrude gilbert gilberto gina giselle gladys glen glenda gloria gonzalo gordon graciela gracie graham greg gregory greta gretchen
        griselda guadalupe guillermo gus gustavo hannah harold harriet harry harvey hayley hazel hector héctor heather heidi helen helena henry herbert herman hernán
        hilary hilda holly homer horacio howard hubert hugh hugo ian ida ignacio ilse imelda inés ingrid irene iris irma isaac isabel isabella isabelle isaiah ismael
        israel iván ivan ivette izabela jackie jackson jacob jacqueline jaime jake james jamie jan jane janet janice janie jared jasmine jason javier jay jean jeanette
        jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jessie jesús jill jim jimmy joan joanna joanne joaquín jocelyn joe joel joey johanna john johnny
        jolene jonathan jordan jorge josé jose josefina joseph josh joshua josie juan juana juanita judith judy julia julian julián juliana julie juliet julieta julio
        julius justin justine karen karina karl karla kate katherine kathleen kathryn kathy katie katrina kayla keith kelly kelvin ken kendra kenneth kenny kevin kim
        kimberly kirk kristen kristin kurt kyle lance larry laura lauren laurie lawrence leah lee leigh lena leo león leon leonard leonardo leonor leroy leslie leticia
        lewis liam libby lidia liliana lillian linda lindsay lionel lisa liz lloyd lois lola lorena lorenzo loretta lorraine louis louisa louise lourdes lucas lucía
        lucia lucille lucinda lucy luis luisa lupe lupita luther lydia lynn mabel madeline madison magdalena maggie malcolm manolo manuel manuela marc marcela marcelo
        marcia marco marcos marcus margaret margarita margie maria maría mariana marianne maribel marie marilyn marina mario marion marisa marisol marissa marjorie
        marla marlene marta martha martin martín martina marvin mary mateo matías matilde matt matthew maureen maurice mauricio max maximiliano maxine maya megan
        melanie melinda melissa melvin mercedes meredith micaela michael michelle mickey miguel miguelito mike mildred millie milton mindy miriam mitchell moisés molly
        monica mónica morgan moses muriel myra myrna myrtle nadia nadine nancy naomi natalia natalie natasha nathan nathaniel ned neil nelson nestor néstor
        nicholas nicolás nicole nicki nikki nina noah noel noelia nora norma norman octavio ofelia olga olivia oliver omar onetta orlando oscar óscar osvaldo otis otto
        owen pablo paco paloma pam pamela paola patricia patricio patrick patsy patty paul paula paulina pauline paulo pedro peggy penelope penny percy perla peter petra
        petrona phil philip phillip phillippe phoebe phyllis pilar priscilla quentin quinn rachel rafael rafaela raf ralph ramiro ramón ramona randall randy raquel raúl
        ray raymond rebeca rebecca regina reginald remedios renata rené renee reuben rhonda ricardo richard rick ricky rita robert roberta roberto robin rocío
        rodney rodolfo rodrigo rogelio roger roland rolando roman román ron ronald ronnie rosa rosalía rosalie rosalinda rosana rosario rosaura rosemary ross rosie rosita
        roxana roxanne roy ruben rubén rudy rufus rupert russell ruth ryan sabrina sally salma salvador sam samantha samuel sandra sandy santiago santos sara sarah
        sasha saul saúl scott sean sebastian sebastián selena serena sergio seth shane shannon sharon shaun shawn sheila shelby sheldon shelly sherry shirley sidney
        silvia simon simón simone sofia sofía sofie soledad sonia sonya sophia sophie stacy stan stanley stella stephanie stephen steve steven stewart stuart
        susan susana susanna susie suzanne sydney sylvia tamara tammy tania tara tatiana ted teddy teo teodoro teresa teri terrence terry thelma theo theodore theresa
        thomas tiffany tim timothy tina toby todd tom tomás tommy toni tony tracy travis trevor trinidad tristan trudy tyler ursula úrsula valentín valentina valeria
        valerie vanessa vera verónica veronica vicente vicki vicky victor víctor victoria vince vincent viola violeta virginia viviana vivian wallace walt walter wanda
        warren wayne wendy wesley wilbur wilfredo wilhelmina willard willie wilma winifred winston xavier ximena xiomara yadira yesenia yolanda yvette yvonne zachary
        zelda zoe zoila zulema zulma beto pepe pepa nacho toño pancho chayo lalo chuy quique paquita paquito marisela rosalba eulalia
        genoveva itzel citlali jacinta jacinto leocadia macarena begoña
        """);

    /// <summary>Surnames that are rarely anything else.</summary>
    public static FrozenSet<string> Surnames { get; } = Set("""
        smith johnson williams brown jones garcía garcia rodríguez rodriguez martínez martinez hernández hernandez lópez lopez gonzález gonzalez pérez perez sánchez
        sanchez ramírez ramirez torres flores rivera gómez gomez díaz diaz cruz morales ortiz gutiérrez gutierrez chávez chavez ramos ruiz álvarez alvarez alver mendoza
        vásquez vázquez vasquez vazquez castillo jiménez jimenez moreno romero herrera medina aguilar vargas castro guzmán guzman méndez mendez muñoz munoz salazar
        garza sommers soto vega delgado ríos peña ortega mendez guerrero estrada sandoval alvarado luna santiago domínguez dominguez maldonado acosta suárez suarez solano solís
        villanueva velasco valdez valdés cordero cervantes figueroa fuentes ibarra juárez juarez lozano macías mejía mejia miranda molina montoya navarro nuñez núñez
        ochoa orozco pacheco padilla palacios quintero quiñones rangel robles rosales rubio salinas santana serrano trujillo valencia valenzuela villa villarreal zamora
        zapata zúñiga miller davis wilson anderson taylor thomas jackson harris thompson robinson lewis walker allen wright scott hill green adams baker nelson mitchell
        roberts phillips campbell parker evans edwards collins stewart morris murphy rogers reed cooper peterson cox richardson watson brooks kelly sanders bennett
        barnes ross henderson coleman jenkins perry powell patterson hughes simmons foster bryant griffin hayes myers hamilton sullivan wallace peters
        kennedy clinton bush obama reagan nixon lincoln einstein shakespeare freud beyoncé madonna oprah elvis
        """);

    /// <summary>Places, peoples, languages, months, weekdays, feasts and makes.</summary>
    public static FrozenSet<string> ProperNouns { get; } = Set("""
        america american americans england english english britain british london scotland scottish scot scots ireland irish wales welsh france french paris parisian
        germany german germans berlin munich austria austrian vienna switzerland swiss geneva zurich italy italian italians rome roman milan venice florence naples
        tuscany sicily spain spanish spaniard madrid barcelona seville sevilla valencia granada ibiza portugal portuguese lisbon greece greek athens turkish istanbul russia russian
        russians moscow poland warsaw ukraine ukrainian hungary hungarian budapest prague sweden swedish stockholm norway norwegian oslo denmark danish
        copenhagen finland finnish holland dutch amsterdam belgium belgian brussels europe european europeans africa african africans egypt egyptian cairo morocco kenya
        nigeria darfur sudan ethiopia asia asian asians chinese beijing shanghai japan japanese tokyo korea korean seoul india indian delhi mumbai
        thailand thai vietnam vietnamese bali indonesia philippines filipino singapore australia australian sydney israel israeli jerusalem arab arabic
        iran iraq iraqi afghanistan dubai canada canadian toronto montreal vancouver mexico méxico mexican mexicans mexicano mexicana tijuana cancún cancun acapulco guadalajara
        monterrey puebla oaxaca veracruz cuba cuban cubans havana habana haiti dominican puerto rican ricans jamaica jamaican guatemala guatemalan honduras salvador
        nicaragua panama panamá colombia colombian bogotá cali medellín cartagena venezuela venezuelan caracas ecuador quito peru perú peruvian lima bolivia chile chilean
        santiago argentina argentine buenos aires uruguay montevideo paraguay brazil brazilian rio copacabana latin latino latina latinos latinas hispanic
        york yorker yorkers manhattan brooklyn queens bronx harlem soho tribeca boston chicago miami florida orlando tampa texas texan dallas houston austin
        california californian hollywood malibu vegas nevada arizona phoenix utah colorado denver oregon portland seattle washington georgia atlanta carolina louisiana
        orleans tennessee nashville memphis kentucky ohio cleveland michigan detroit minnesota wisconsin milwaukee illinois indiana iowa kansas nebraska dakota oklahoma
        missouri philadelphia pennsylvania pittsburgh connecticut massachusetts maine vermont hampshire maryland baltimore delaware alaska hawaii hawaiian
        saint-tropez tropez versailles cannes riviera caribbean atlantic pacific mediterranean himalayas amazon sahara broadway wall
        january february april june july september october november december monday tuesday wednesday thursday friday saturday sunday
        christmas easter thanksgiving halloween hanukkah ramadan valentine's
        catholic catholics christian christians protestant jewish jew jews muslim muslims islam buddhist hindu god jesus christ mary satan santa
        google facebook youtube internet gucci prada chanel versace dior armani dolce gabbana swarovski botox vogue ferrari mercedes porsche toyota honda cadillac
        chevy starbucks mcdonald's coca-cola pepsi disney barbie oscar oscars emmy emmys grammy
        """);

    /// <summary>Words that are names only where the file shows it: <c>Grace</c>, <c>Mark</c>, <c>May</c>.</summary>
    public static FrozenSet<string> AmbiguousNames { get; } = Set("""
        abbot angel amor archer art august autumn bay belle beau bill bishop bud candy carpenter cash charity chase chip chuck cliff concha cook cooper crystal daisy dawn
        dean destiny dick don drew duke earl elder faith fisher ford forest frank gene ginger grace grant guy happy harmony heather hill hope hunter iris ivy
        jack jewel jordan joy june justice king knight laurel lance lane lee liberty lily love luna mar mark marine mason may melody mercy mike miles miller miracle
        moon nick noble norm olive page paige pansy parker pat patience paz pearl penny pepper piper poppy porter price prince princess prudence
        queen rain randy ray red rich rip river rob robin rocky rod roman rose royal ruby rusty sage sandy savannah shepherd skip sky snow sol spencer star sterling
        storm sue summer sunny taylor tracy trinity trip tripp turner violet walker ward wade weaver will winter wood worth young alba roy holly
        bible turkey china jersey polish march chile terry bob pam stan patsy penny peg polo brown green hazel cherry wall
        """);

    /// <summary>Names that are everyday words in Spanish, so that in Spanish they are names only where the file shows it.</summary>
    public static FrozenSet<string> SpanishWords { get; } = Set("""
        alba amparo blanca cali campos castillo clara concha consuelo cruz delgado dolores esperanza estela estrella flora flores fuentes granada guerrero leo león leon
        lima luna luz margarita marina mercedes molina moreno palacios paloma paz peña perla ramos remedios rica rio rosa rosales rosario salinas salvador santa santana
        santos sierra sol soledad soto valencia vega vera villa violeta zapata victoria gloria justo pilar rocío socorro caridad dulce bella mar celeste
        domingo abril mayo cielo rey reina buenos aires latino latina america dolores lupe pia mano toledo serrano santiago
        """);

    /// <summary>Common words that follow a name at the end of a clause or look like names but aren't.</summary>
    public static FrozenSet<string> CommonWords { get; } = Set("""
        the a an and or but if so as at by for from in into of off on onto out over to up with without about after again all also always am an any anymore anyone anything
        are aren't around away back bad be because been before being best better big both bring but call called came can can't cannot care come comes coming could
        couldn't course day days did didn't do does doesn't doing don't done down each easy else enough even ever every everybody everyone everything exactly eye eyes face
        family fault feel feeling find fine first forever forget forgot forgive found friend friends from fun funny gave get gets getting girl girls give gives go goes going
        gone gonna good got gotta great guess had hadn't half hand hands happen happened happy hard has hasn't hate have haven't having he he'd he'll he's head hear heard heart
        hell hello help her here here's hers herself hey hi him himself his hold home honey hope hospital hour hours house how how's huh hurry hurt husband i i'd i'll i'm i've
        idea idiot important in inside instead is isn't it it'll it's its job just keep kid kids kill killed kind knew know knows last late later leave leaves leaving left
        let let's life like liked likes listen little live lives long look looking looks lose lost lot love loved loves lucky mad made make makes making man many married marry
        matter may maybe me mean means meant meet men met might mind mine minute minutes miss missed mistake mom moment money month months more morning most mother move mrs much
        must my myself name need needed needs never new news next nice night no nobody none nope not nothing now of off office oh okay old on once one only open or other
        others ought our ours out outside over own part party people perfect perhaps person phone pick picture place play please poor pretty probably problem promise
        promised put question quit quite ready real really reason remember rest right room run said same save saw say saying says school second secret see seen sell send
        sent serious shall she she'd she'll she's should shouldn't show shut sick since sir sit sister sleep so some somebody somehow someone something sometimes son soon sorry
        sort speak stand start started stay still stop stuff stupid such sure sweet sweetheart sweetie take taken takes taking talk talking tell telling terrible than thank
        thanks that that'll that's the their them then there there's these they they'd they'll they're they've thing things think thinking this those though thought
        through till time times tired to today together told tomorrow tonight too took tried trouble true trust truth try trying turn turned two ugly uh um under understand
        until up upset us use used very wait waiting walk wanna want wanted wants was wasn't watch way we we'd we'll we're we've wear wedding week weeks well went were
        weren't what what's whatever when where where's which while who who's whoever whole whose why wife will win wish with without woman women won't wonder wonderful
        word words work worked working works world worry worse worst worth would wouldn't wow write wrong yeah year years yes yesterday yet you you'd you'll you're you've
        your yours yourself ahem ah aha aw boy boss brother buddy bye cheers child come congratulations cute dad daddy damn darling dear doctor dude father freak gentlemen god
        guys hallelujah hmm idiots ladies liar lord mama mami mija mijo mister mommy mother nah okey-dokey ouch ow papa papi pal princess psst shh sis sugar uncle ugh uh-huh uh-uh voilà
        whoa whoops yep yikes yo aunt auntie chief officer kiddo bitch bastard bravo amen mm mmm mm-hmm huh hooked called exactly absolutely actually apparently basically obviously
        clearly anyway besides hopefully finally honestly seriously unfortunately meanwhile otherwise
        """);
}
