// Sources without a name, those who speak for others, bodies and papers that are only described, and words that are nobody's: labels given by hand.
#include "rows.h"

namespace firsthand::stages {
namespace {

std::string call_relays(const Reading& reading, const Attribution& attribution) {
    std::string line;
    for (auto relay = attribution.relays.rbegin(); relay != attribution.relays.rend(); ++relay) line += " <- " + call_entity(reading, *relay);
    return line;
}

// "one music insider <- Page Six", "document report", "person Nora Quill": what each speaker is, in the order of the contents.
Lines list_holders(const Reading& reading) {
    constexpr std::string_view kKinds[] = {"person", "organization", "place", "outlet", "document", "unnamed", "article"};
    Lines lines;
    for (const Attribution& attribution : reading.attributions) {
        std::string line = "nobody";
        if (attribution.speaker != kNobody) {
            const Entity& entity = reading.entities[attribution.speaker - 1];
            const std::string_view number = entity.number == Number::one ? "one" : entity.number == Number::several ? "several" : "some";
            line = entity.kind == EntityKind::unnamed ? std::string(number) + " " + entity.description : std::string(kKinds[static_cast<int>(entity.kind)]) + " " + entity.name;
        }
        lines.push_back(line + call_relays(reading, attribution));
    }
    return lines;
}

// "A <- People", "B", "A": who is the same, whatever it is called.
Lines list_same(const Reading& reading) {
    std::map<EntityId, char> letters;
    Lines lines;
    for (const Attribution& attribution : reading.attributions) {
        const char letter = attribution.speaker == kNobody ? '-' : letters.try_emplace(attribution.speaker, static_cast<char>('A' + letters.size())).first->second;
        lines.push_back(letter + call_relays(reading, attribution));
    }
    return lines;
}

void expect_holders(const std::vector<Row>& rows) { expect_rows(rows, list_holders); }
void expect_same(const std::vector<Row>& rows) { expect_rows(rows, list_same); }

TEST(UnnamedSources, HaveDescriptionNumberAndRelay) {
    expect_holders({
        {"{Lena Varr}, 34, left the stage in tears on Friday. <t1>“She had not slept for three days,”</t1> <s1>a backstage insider</s1> <c1>told</c1> Page Six. Her label did not call back.",
         {"one backstage insider <- Page Six"}},
        {"<s1>A senior official at the [Norland Ministry of Fisheries]</s1> <c1>confirmed</c1> to Reuters <t1>that the quota would be cut by a third</t1>. The minister, {Oskar Hult}, has yet to sign.",
         {"one senior official at the Norland Ministry of Fisheries <- Reuters"}},
        {"Shares rose 4% on Tuesday. <s1>Two people familiar with the talks</s1> <c1>said</c1> <t1>the sale of [Brackwater Steel] could close before Easter</t1>.",
         {"several Two people familiar with the talks"}},
        {"{Ines Calloway} and {Tod Marsh}, who wed in 2011, split last month. <t1>“It was never about the money,”</t1> <c1>says</c1> <s1>a longtime friend of the actress</s1>.",
         {"one longtime friend of the actress"}},
        {"<s1>An aide to Governor {Tess Marlow} who asked not to be named</s1> <c1>said</c1> <t1>the veto was only a matter of hours</t1>.",
         {"one aide to Governor Tess Marlow who asked not to be named"}},
        {"[Halden Motors] has denied it for years. But <s1>several former employees of the carmaker</s1> <c1>told</c1> the Guardian <t1>they were ordered to shred the test sheets</t1>.",
         {"several several former employees of the carmaker <- Guardian"}},
        {"Police arrested {Dorn Achek}, 23, near the mill. <t1>“We heard a bang and then nothing,”</t1> <c1>recalled</c1> <s1>one neighbor, a retired nurse in her 60s</s1>.",
         {"one one neighbor, a retired nurse in her 60s"}},
        {"<s1>Law enforcement sources</s1> <c1>tell</c1> TMZ <t1>the 29-year-old had no license on him when he was pulled over</t1>.", {"several Law enforcement sources <- TMZ"}},
        {"<c1>According to</c1> <s1>a person with direct knowledge of the contract</s1>, <t1>{Milo Brandt} will earn $11 million a season</t1>.", {"one person with direct knowledge of the contract"}},
        {"Three children died. <s1>The mother of one of them, who wished to remain anonymous,</s1> <c1>said</c1> <t1>the doctors at [St. Elda Hospital] had sent her son home twice</t1>.",
         {"one mother of one of them, who wished to remain anonymous"}},
        {"<s1>{Karl Ude}</s1> <c1>said</c1> <t1>that <s2>a witness in the bar</s2> <c2>had described</c2> <t2>two shots</t2></t1>. The owner, {Rafi Nassar}, heard none.",
         {"person Karl Ude", "one witness in the bar <- Karl Ude"}},
        {"<s1>A source</s1> <c1>told</c1> Page Six <t1>that <s2>{Lena Varr}</s2> <c2>said</c2> <t2>she would never tour again</t2></t1>.", {"one source <- Page Six", "person Lena Varr <- Page Six"}},
        {"<t1>“We buried him on a Tuesday,”</t1> <c1>said</c1> <s1>a relative</s1>, who had come from ~Tarsk~ with {Ivo Stark}’s two daughters.", {"one relative"}},
        {"<s1>A 31-year-old mother of two</s1> <c1>told</c1> the [Hollow Ledger] <t1>she had slept in her car since the flood</t1>.", {"one 31-year-old mother of two <- Hollow Ledger"}},
        {"<s1>The teenager, who cannot be named for legal reasons,</s1> <c1>told</c1> the court <t1>that {Gregor Vann} had locked the door</t1>.", {"one teenager, who cannot be named for legal reasons"}},
    });
}

TEST(UnnamedSources, AreNoneWhereTheSourceHasAName) {
    expect_holders({
        {"<s1>{Ida Fenwick}, a source for the book,</s1> <c1>said</c1> <t1>the author had changed nearly all of her words</t1>.", {"person Ida Fenwick"}},
        {"<s1>{Gregor Vann}, who described himself as a friend of the family,</s1> <c1>said</c1> <t1>the two had been quarrelling for weeks</t1>.", {"person Gregor Vann"}},
        {"<t1>“She laughed all night,”</t1> <s1>family friend {Cora Lisle}</s1> <c1>told</c1> People.", {"person Cora Lisle <- People"}},
        {"<s1>One resident, {Wilma Stroud}, 71,</s1> <c1>said</c1> <t1>the sirens never went off</t1>. {Kit Stroud}, her grandson, slept through it.", {"person Wilma Stroud"}},
        {"<s1>A top aide to the governor, {Leo Pasternak},</s1> <c1>denied</c1> <t1>that any meeting took place</t1>.", {"person Leo Pasternak"}},
        {"The first to speak was an insider: <s1>former tour manager {Gus Oakley}</s1> <c1>told</c1> Rolling Stone <t1>the drummer was asleep in the van</t1>.", {"person Gus Oakley <- Rolling Stone"}},
        {"<t1>“He ran that way,”</t1> <c1>said</c1> <s1>the shop’s owner, {Rafi Nassar}, who saw it all from the counter</s1>.", {"person Rafi Nassar"}},
        {"<s1>Resident {Kit Stroud}</s1> <c1>called</c1> <t1>the sirens useless</t1>. <s2>A resident of the next street</s2> <c2>said</c2> <t2>hers had worked</t2>.", {"person Kit Stroud", "one resident of the next street"}},
        {"<s1>Deputy minister {Sven Torp}</s1> <c1>said</c1> <t1>the dam would hold</t1>. It broke on Friday. <t2>“Nobody could know,”</t2> <s2>the deputy minister</s2> <c2>said</c2>.", {"person Sven Torp", "person Sven Torp"}},
        {"<t1>“They came at night,”</t1> <c1>said</c1> <s1>{Hamid}, a shepherd who asked that his full name not be used</s1>.", {"person Hamid"}},
        {"<s1>Family friend {Cora Lisle}, 63,</s1> <c1>told</c1> the [Hollow Ledger] <t1>that <s2>a doctor</s2> <c2>had warned</c2> him <t2>not to fly</t2></t1>.",
         {"person Cora Lisle <- Hollow Ledger", "one doctor <- Cora Lisle <- Hollow Ledger"}},
        {"{Dorn Achek} was seen at the ferry. <s1>The witness, {Bo Harmon},</s1> <c1>said</c1> <t1>he wore a red scarf</t1>.", {"person Bo Harmon"}},
        {"The source was later unmasked as <s1>{Hanne Dahl}, a fitter at [Halden Motors], who</s1> <c1>says</c1> <t1>she would do it again</t1>.", {"person Hanne Dahl"}},
    });
}

TEST(UnnamedSources, AreTheSameWhereTheTextSaysSo) {
    expect_same({
        {"<t1>“They have been living apart since June,”</t1> <s1>a source close to {Bram Ketter}</s1> <c1>told</c1> People.\n\n<t2>“He is heartbroken but he knew it was coming,”</t2> <s2>the source</s2> "
         "<c2>added</c2>.",
         {"A <- People", "A <- People"}},
        {"<t1>“The album was done in nine days,”</t1> <c1>says</c1> <s1>a studio insider</s1>. {Lena Varr} and producer {Otis Flagg} had met in 2014 in ~Port Ellery~, where he ran a bar.\n\n"
         "<t2>“Otis did most of it while she slept,”</t2> <s2>the insider</s2> <c2>continues</c2>.",
         {"A", "A"}},
        {"<s1>A police source</s1> <c1>said</c1> <t1>the car had been stolen in May</t1>. {Nadia Orme}, 41, was not in it. <t2>“We are looking for two men,”</t2> <s2>the police source</s2> <c2>said</c2>.", {"A", "A"}},
        {"<s1>A retired colonel who served under him</s1> <c1>remembered</c1> <t1>a quiet man with bad teeth</t1>. General {Ivo Stark} died on Sunday at 88. <t2>“He read poems at night,”</t2> <s2>the colonel</s2> "
         "<c2>said</c2>.",
         {"A", "A"}},
        {"<s1>An insider</s1> <c1>told</c1> Page Six <t1>that {Tod Marsh} had moved out</t1>. On Thursday <s2>the same insider</s2> <c2>said</c2> <t2>he was back</t2>.", {"A <- Page Six", "A <- Page Six"}},
        {"<s1>A senior [State Department] official</s1> <c1>said</c1> <t1>the convoy had turned round</t1>. Ambassador {Cyril Dunmore} was not aboard. <t2>“It was too hot on that road,”</t2> <s2>the official</s2> "
         "<c2>said</c2>, on condition of anonymity.",
         {"A", "A"}},
        {"<t1>“I saw the flames first,”</t1> <c1>said</c1> <s1>a witness</s1>. <t2>“Then the roof came down,”</t2> <s2>the witness</s2> <c2>added</c2>.\n\n<t3>“There was nothing that anybody could have done by then.”</t3>",
         {"A", "A", "A"}},
        {"<s1>One resident</s1> <c1>said</c1> <t1>the mayor, {Tess Marlow}, had promised a bridge</t1>. <s2>The resident, who did not want his name used,</s2> <c2>said</c2> <t2>nobody believed it now</t2>.",
         {"A", "A"}},
        {"<s1>A source</s1> <c1>tells</c1> People <t1>that {Ines Calloway} is dating again</t1>. The actress turned 40 in March.\n\n<t2>“She is in a very good place,”</t2> <c2>says</c2> <s2>the People source</s2>.",
         {"A <- People", "A <- People"}},
        {"<s1>Our sources</s1> <c1>say</c1> <t1>{Milo Brandt} threw the first punch</t1>. The striker, 27, was out with two cousins. <s2>The sources</s2> <c2>add</c2> <t2>that nobody called the cops</t2>.", {"A", "A"}},
        {"<s1>A nurse on the ward</s1> <c1>said</c1> <t1>the alarms had been switched off</t1>. <s2>She</s2> <c2>said</c2> <t2>this happened every night</t2>.", {"A", "A"}},
        {"<s1>A man who gave his name only as the Baker</s1> <c1>said</c1> <t1>he sold the boat in April</t1>. <t2>“I needed the cash,”</t2> <s2>he</s2> <c2>said</c2>. {Nadia Orme} bought it for $900.", {"A", "A"}},
        {"<s1>The driver, who was not named by police,</s1> <c1>told</c1> officers <t1>that he had swerved to miss a deer</t1>. <s2>The driver</s2> also <c2>admitted</c2> <t2>he had been texting</t2>.", {"A", "A"}},
        {"<s1>A source familiar with the matter</s1> <c1>told</c1> Reuters <t1>that [Norlandic] had made an offer</t1>.\n\n<s2>{Oskar Hult}</s2> <c2>denied</c2> <t2>it</t2>. He runs [Brackwater Steel] with his "
         "sister, {Maja Hult}.\n\n<t3>“He has the paper on his desk,”</t3> <s3>the source</s3> <c3>said</c3>.",
         {"A <- Reuters", "B", "A <- Reuters"}},
        {"<s1>A 31-year-old woman from ~Tarsk~</s1> <c1>told</c1> police <t1>that {Gregor Vann} had pushed her</t1>. <s2>The woman</s2> <c2>said</c2> <t2>she fell on the stairs</t2>.", {"A", "A"}},
        {"<s1>A source at the label</s1> <c1>told</c1> Billboard <t1>the advance was gone</t1>. {Lena Varr} has two albums to make. <t2>“It went on horses,”</t2> <s2>the label source</s2> <c2>claimed</c2>.",
         {"A <- Billboard", "A <- Billboard"}},
        {"<s1>An insider</s1> <c1>told</c1> People <t1>she was fine</t1>.\n\n<s2>A source</s2> <c2>told</c2> TMZ <t2>she was not</t2>.\n\n<t3>“She is eating again,”</t3> <c3>said</c3> <s3>the People insider</s3>, <t3>“and she "
         "sleeps.”</t3>",
         {"A <- People", "B <- TMZ", "A <- People"}},
        {"<t1>“It was bedlam,”</t1> <s1>a crew member</s1> <c1>said</c1>. <t2>“The lights went, then the sound,”</t2> <s2>the crew member</s2> <c2>said</c2>, pointing at {Otis Flagg}’s van.", {"A", "A"}},
        {"Pop star {Lena Varr}, 34, and her ex, restaurateur {Bram Ketter}, 44, are speaking again. <t1>“They talk every day,”</t1> <s1>a source close to the singer</s1> <c1>told</c1> People on Friday.\n\n"
         "The two split in 2019 after nine years. {Ketter} has since dated model {Cora Lisle}.\n\n<t2>“Lena never got over him,”</t2> <s2>the source</s2> <c2>went on</c2>. <t3>“She calls him her anchor.”</t3>",
         {"A <- People", "A <- People", "A <- People"}},
        {"<s1>A law enforcement official</s1> <c1>told</c1> CNN <t1>the gunman had a list</t1>. Chief {Karl Ude}, 51, would not discuss it. {Nadia Orme}, whose son was shot, wept.\n\n<t2>“There were eleven names on it,”</t2> "
         "<s2>the law enforcement official</s2> <c2>said</c2>.",
         {"A <- CNN", "A <- CNN"}},
        {"<s1>A Democratic aide</s1> <c1>said</c1> <t1>the bill was dead</t1>. Senator {Hal Brody} left by a side door. <s2>The aide</s2> <c2>said</c2> <t2>he had counted 41 votes</t2>, and <s3>he</s3> <c3>doubted</c3> <t3>more would come</t3>.",
         {"A", "A", "A"}},
    });
}

TEST(PassiveCues, GiveTheirSubjectNoWords) {
    expect_rows({
        {"<s1>The experts</s1> <c1>were told</c1> <t1>that the dam was safe</t1>.", {"nobody"}},
        {"<s1>{Nora Quill}</s1> <c1>was asked</c1> <t1>whether she had seen the letter</t1>.", {"nobody"}},
        {"<s1>Children</s1> <c1>are taught</c1> <t1>that the river is holy</t1>.", {"nobody"}},
        {"<s1>The families</s1> <c1>have been informed</c1> <t1>that the search is over</t1>.", {"nobody"}},
        {"They <c1>were warned by</c1> <s1>{Nora Quill}</s1> <t1>that the ice was thin</t1>.", {"Nora Quill"}},
        {"<s1>{Nora Quill}</s1> <c1>told</c1> the families <t1>that the search was over</t1>.", {"Nora Quill"}},
        {"<s1>{Nora Quill}</s1> <c1>has asked</c1> <t1>whether the ice would hold</t1>.", {"Nora Quill"}},
        {"<s1>{Peter Odd}</s1> <c1>was quoted as saying</c1> <t1>that it would not</t1>.", {"Peter Odd"}},
        {"<s1>{Peter Odd}</s1> <c1>is expected to say</c1> <t1>that it will</t1>.", {"Peter Odd"}},
        {"<s1>The mayor</s1> <c1>was convinced</c1> <t1>that it would hold</t1>.", {"mayor"}},
    });
}

TEST(UnnamedSources, AreOthersWhereTheTextSaysSo) {
    expect_same({
        {"<t1>“They are not back together,”</t1> <s1>a source</s1> <c1>told</c1> Page Six. <s2>Another source</s2> <c2>said</c2>, <t2>“They did not speak for months.”</t2>", {"A <- Page Six", "B"}},
        {"<s1>An insider</s1> <c1>told</c1> Page Six <t1>that {Lena Varr} had been dropped by her label</t1>. <s2>Another insider</s2> <c2>told</c2> Page Six <t2>that she had walked out herself</t2>.",
         {"A <- Page Six", "B <- Page Six"}},
        {"<s1>A defense official</s1> <c1>said</c1> <t1>the drone was lost over the sea</t1>. <s2>A second official</s2> <c2>said</c2> <t2>it was shot down</t2>.", {"A", "B"}},
        {"<t1>“It is over between them,”</t1> <s1>a source</s1> <c1>told</c1> People. But <s2>a source</s2> <c2>told</c2> TMZ <t2>that {Tod Marsh} had just bought her a ring</t2>.", {"A <- People", "B <- TMZ"}},
        {"<s1>A source close to the deal</s1> <c1>put</c1> <t1>the price at $2 billion</t1>. <s2>A separate source</s2> <c2>said</c2> <t2>it was closer to three</t2>.", {"A", "B"}},
        {"<s1>A source</s1> <c1>told</c1> Page Six <t1>the two were broke</t1>. Meanwhile, <s2>a source</s2> <c2>told</c2> People <t2>they had just bought a farm</t2>.\n\n<t3>“They owe everyone,”</t3> <s3>the Page Six source</s3> "
         "<c3>insisted</c3>.",
         {"A <- Page Six", "B <- People", "A <- Page Six"}},
        {"<s1>One official</s1> <c1>said</c1> <t1>the vote would be close</t1>. <s2>A second official</s2> <c2>thought</c2> <t2>it was lost</t2>, and <s3>a third official</s3> <c3>said</c3> <t3>there would be no vote at all</t3>.",
         {"A", "B", "C"}},
        {"<s1>One neighbor</s1> <c1>said</c1> <t1>the dog barked all night</t1>. <s2>Another</s2> <c2>said</c2> <t2>there had never been a dog</t2>.", {"A", "B"}},
        {"<s1>A nurse</s1> <c1>said</c1> <t1>the ambulance took an hour</t1>. <s2>A paramedic</s2> <c2>said</c2> <t2>the call came late</t2>. <t3>“I rang them at nine,”</t3> <s3>the nurse</s3> <c3>said</c3>.", {"A", "B", "A"}},
        {"<s1>A teacher at the school</s1> <c1>called</c1> <t1>the plan a joke</t1>. <s2>A different teacher</s2> <c2>said</c2> <t2>it was long overdue</t2>. Principal {Edda Brunn} was on leave.", {"A", "B"}},
        {"<s1>{Ruth Ammer}</s1> <c1>said</c1> <t1>she was happy with the verdict</t1>. <t2>“She cried for two days,”</t2> <s2>a friend</s2> <c2>said</c2>.", {"A", "B"}},
        {"<s1>A source close to {Ines Calloway}</s1> <c1>said</c1> <t1>she wanted a truce</t1>. <s2>A source close to {Tod Marsh}</s2> <c2>said</c2> <t2>he did not believe a word</t2>.", {"A", "B"}},
        {"<s1>Some officials</s1> <c1>said</c1> <t1>the bridge was sound</t1>. <s2>Other officials</s2> <c2>said</c2> <t2>it should be closed at once</t2>.", {"A", "B"}},
        {"<s1>A lifeguard</s1> <c1>said</c1> <t1>the flag was red</t1>. <s2>A bystander</s2> <c2>said</c2> <t2>there was no flag</t2>. <t3>“I hoisted it at dawn,”</t3> <c3>said</c3> <s3>the lifeguard</s3>.", {"A", "B", "A"}},
        {"<s1>An aide to {Tess Marlow}</s1> <c1>said</c1> <t1>the budget was ready</t1>. <t2>“There is no budget,”</t2> <s2>an aide to {Leo Pasternak}</s2> <c2>told</c2> Politico.", {"A", "B <- Politico"}},
        {"<s1>A neighbor</s1> <c1>said</c1> <t1>{Sepp Aigner} was a good boy</t1>. <s2>The neighbor’s wife</s2> <c2>said</c2> <t2>he stole apples</t2>.", {"A", "B"}},
        {"<s1>Sources</s1> <c1>told</c1> TMZ <t1>he was in rehab</t1>. <s2>Sources</s2> <c2>told</c2> People <t2>he was skiing</t2>.", {"A <- TMZ", "B <- People"}},
        {"<s1>A friend of hers</s1> <c1>said</c1> <t1>she had been warned</t1>. <s2>A friend of his</s2> <c2>said</c2> <t2>he had been drunk</t2>. {Ines Calloway} and {Tod Marsh} wed in 2011.", {"A", "B"}},
        {"<s1>A senior official</s1> <c1>said</c1> <t1>the ministers had agreed</t1>. <t2>“They agreed on lunch,”</t2> <s2>a more junior official</s2> <c2>quipped</c2>.", {"A", "B"}},
        {"<s1>A second insider</s1> <c1>told</c1> Page Six <t1>that {Bram Ketter} wept</t1>. <s2>A third</s2> <c2>said</c2> <t2>he laughed</t2>.", {"A <- Page Six", "B"}},
        {"{Ines Calloway}, 40, wants full custody, <s1>a source close to the actress</s1> <c1>told</c1> Us Weekly: <t1>“He forgets to feed them.”</t1>\n\n<t2>“That is rich, coming from her,”</t2> <c2>countered</c2> <s2>a source in "
         "{Tod Marsh}’s camp</s2>. <t3>“The nanny does it all,”</t3> <s3>the {Marsh} source</s3> <c3>said</c3>.",
         {"A <- Us Weekly", "B", "B"}},
        {"<s1>A White House official</s1> <c1>said</c1> <t1>no call took place</t1>. <s2>A State Department official</s2> <c2>said</c2> <t2>it lasted an hour</t2>. <t3>“I was in the room,”</t3> <s3>the State Department official</s3> "
         "<c3>added</c3>.",
         {"A", "B", "B"}},
        {"<s1>A man outside the bar</s1> <c1>said</c1> <t1>he saw two men run</t1>. <s2>A woman in a green coat</s2> <c2>said</c2> <t2>it was three</t2>. <t3>“They had a dog,”</t3> <s3>the woman</s3> <c3>said</c3>. <t4>“No dog,”</t4> "
         "<c4>said</c4> <s4>the man</s4>.",
         {"A", "B", "B", "A"}},
        {"<s1>The seller</s1> <c1>said</c1> <t1>the car was clean</t1>. <s2>The buyer</s2> <c2>said</c2> <t2>it stank of fish</t2>. <s3>{Rafi Nassar}, who owns the lot,</s3> <c3>called</c3> <t3>both of them fools</t3>.", {"A", "B", "C"}},
        {"<s1>A juror</s1> <c1>told</c1> ABC News <t1>that the vote was ten to two</t1>. <s2>Another of the jurors</s2> <c2>wrote</c2> <t2>that it was never that close</t2>. Judge {Olin Marsh} had sent them home at six.",
         {"A <- ABC News", "B"}},
    });
}

TEST(PluralSources, AreSeveral) {
    expect_holders({
        {"<s1>Multiple outlets</s1> <c1>reported</c1> <t1>that {Jex Corrigan} had been taken to a clinic in ~Tarsk~</t1>.", {"several Multiple outlets"}},
        {"<s1>Insiders</s1> <c1>say</c1> <t1>the merger of [Calder Airways] and [Norlandic] is dead</t1>.", {"several Insiders"}},
        {"{Milo Brandt} left early. <s1>Friends of the striker</s1> <c1>told</c1> the Daily Mail <t1>that he was in tears</t1>.", {"several Friends of the striker <- Daily Mail"}},
        {"<s1>Both women</s1> <c1>said</c1> <t1>he had followed them home from the gym</t1>.", {"several Both women"}},
        {"{Sepp Aigner}, 16, vanished on Monday. <s1>His parents</s1> <c1>believe</c1> <t1>he is alive</t1>.", {"several parents"}},
        {"<s1>Three of the four crew members</s1> <c1>testified</c1> <t1>that Captain {Ludo Brem} was drunk</t1>.", {"several Three of the four crew members"}},
        {"<s1>More than a dozen current and former staff members</s1> <c1>described</c1> <t1>a climate of fear at [Halden Motors]</t1>.", {"several More than a dozen current and former staff members"}},
        {"<c1>According to</c1> <s1>two law enforcement officials briefed on the case</s1>, <t1>{Dorn Achek} had bought the rope a week before</t1>.", {"several two law enforcement officials briefed on the case"}},
        {"<s1>Economists at three banks</s1> <c1>expect</c1> <t1>the rate to fall in March</t1>.", {"several Economists at three banks"}},
        {"<s1>Neighbours</s1> <c1>told</c1> the BBC <t1>they had complained about {Gregor Vann} since 2019</t1>.", {"several Neighbours <- BBC"}},
        {"<s1>Two former and one current official</s1> <c1>told</c1> Reuters <t1>that {Anton Veil} signed the order in his bath</t1>.", {"several Two former and one current official <- Reuters"}},
        {"<s1>Colleagues of {Ida Holm}</s1> <c1>remember</c1> <t1>that she slept in her lab</t1>. She died in May at 91.", {"several Colleagues of Ida Holm"}},
        {"{Dorn Achek} was alone. <s1>Three witnesses</s1> <c1>identified</c1> <t1>him as the man on the ferry</t1>.", {"several Three witnesses"}},
    });
    expect_same({
        {"<s1>Prosecutors</s1> <c1>say</c1> <t1>{Dorn Achek} set the fire for the insurance</t1>. The mill was built in 1901. <s2>They</s2> <c2>say</c2> <t2>he owed his brother $80,000</t2>.", {"A", "A"}},
        {"<s1>Police</s1> <c1>said</c1> <t1>two men were held</t1>. {Nadia Orme}, 41, was treated for shock. <s2>Police</s2> <c2>said</c2> <t2>a third man was on the run</t2>.", {"A", "A"}},
        {"<s1>Two officials</s1> <c1>said</c1> <t1>the talks had failed</t1>. <t2>“We never got past lunch,”</t2> <s2>one of the officials</s2> <c2>said</c2>.", {"A", "B"}},
        {"<s1>Researchers at [Norland University]</s1> <c1>found</c1> <t1>that the fish were dying of heat</t1>. <s2>The researchers</s2> <c2>warned</c2> <t2>that the lake could be empty by 2040</t2>.", {"A", "A"}},
        {"<s1>Three sources</s1> <c1>told</c1> Variety <t1>the show was dead</t1>. <t2>“It was too dear,”</t2> <c2>said</c2> <s2>one of the three</s2>.", {"A <- Variety", "B"}},
        {"<s1>Two officials</s1> <c1>told</c1> Politico <t1>{Tess Marlow} would run</t1>. <s2>The officials</s2> <c2>said</c2> <t2>she had rented an office</t2>. {Leo Pasternak} was not told.", {"A <- Politico", "A <- Politico"}},
        {"<s1>Witnesses</s1> <c1>said</c1> <t1>the bus was on fire</t1>. The driver, {Bo Harmon}, got out. <s2>Other witnesses</s2> <c2>said</c2> <t2>only the tyres burned</t2>.", {"A", "B"}},
    });
}

TEST(Spokesmen, SpeakAsTheirPrincipal) {
    expect_holders({
        {"<s1>A spokesperson for [Calder Airways]</s1> <c1>said</c1> <t1>all 212 passengers were rebooked</t1>.", {"organization Calder Airways"}},
        {"<t1>“There is no truth in any of this,”</t1> <s1>a rep for {Lena Varr}</s1> <c1>told</c1> TMZ on Friday.", {"person Lena Varr <- TMZ"}},
        {"{Ines Calloway}, 40, was not hurt. <s1>{Calloway}’s publicist</s1> <c1>said</c1> <t1>she was resting at home with her two sons</t1>.", {"person Ines Calloway"}},
        {"<s1>Representatives of the [Union of Dock Workers]</s1> <c1>told</c1> the Guardian <t1>the strike would go on</t1>.", {"organization Union of Dock Workers <- Guardian"}},
        {"<s1>A spokesman for the [Tarsk Police Department]</s1> <c1>declined to say</c1> <t1>whether {Dorn Achek} was armed</t1>.", {"organization Tarsk Police Department"}},
        {"<s1>The [Norland Ministry of Health]’s spokeswoman</s1> <c1>confirmed</c1> <t1>that six people had died</t1>. Minister {Eva Roth} is abroad.", {"organization Norland Ministry of Health"}},
        {"<t1>“Milo loves this club,”</t1> <s1>a representative for {Milo Brandt}</s1> <c1>said</c1> in a statement to ESPN.", {"person Milo Brandt <- ESPN"}},
        {"<s1>A spokeswoman for Governor {Tess Marlow}, 58,</s1> <c1>confirmed</c1> <t1>that the trip was off</t1>.", {"person Tess Marlow"}},
        {"<s1>A spokesman for [Norlandic]</s1> <c1>said</c1> <t1>the offer stood</t1>. <s2>He</s2> <c2>said</c2> <t2>it would lapse in May</t2>.", {"organization Norlandic", "organization Norlandic"}},
        {"<s1>A CNN spokeswoman</s1> <c1>said</c1> <t1>the network stood by {Paula Dent}</t1>.", {"outlet CNN"}},
        {"<t1>“The band has not split,”</t1> <c1>said</c1> <s1>a publicist for [The Velvet Herons]</s1>, though {Gus Oakley} had packed his drums.", {"organization The Velvet Herons"}},
        {"<s1>Reps for {Jex Corrigan}</s1> <c1>insisted</c1> to Variety <t1>that the book was all his own work</t1>.", {"person Jex Corrigan <- Variety"}},
        {"<s1>The [Tarsk Police Department] spokesperson</s1> <c1>would not say</c1> <t1>whether {Nadia Orme} had been charged</t1>.", {"organization Tarsk Police Department"}},
        {"{Milo Brandt} signed on Monday. <t1>“He cost nothing,”</t1> <s1>a [Port Ellery Gulls] spokesman</s1> <c1>told</c1> the [Hollow Ledger].", {"organization Port Ellery Gulls <- Hollow Ledger"}},
        {"<t1>“He is innocent,”</t1> <s1>{Dorn Achek}’s representatives</s1> <c1>told</c1> the BBC. {Karl Ude} did not agree.", {"person Dorn Achek <- BBC"}},
        {"<s1>The governor’s spokeswoman</s1> <c1>said</c1> <t1>Governor {Tess Marlow} would not resign</t1>.", {"person Tess Marlow"}},
        {"{Anton Veil} met {Tess Marlow} for lunch. <t1>“They got on very well,”</t1> <s1>a spokesman for {Veil}</s1> <c1>said</c1>. <s2>{Marlow}’s spokeswoman</s2> <c2>called</c2> it <t2>a working meal</t2>.",
         {"person Anton Veil", "person Tess Marlow"}},
        {"[Calder Airways] and [Norlandic] cut 40 flights. <s1>A [Norlandic] spokesperson</s1> <c1>said</c1> <t1>fog was to blame</t1>; <s2>a spokesperson for [Calder]</s2> <c2>blamed</c2> <t2>the tower</t2>.",
         {"organization Norlandic", "organization Calder Airways"}},
    });
}

TEST(Spokesmen, WithANameSpeakAsThemselves) {
    expect_holders({
        {"<s1>[Calder Airways] spokeswoman {Dina Pruitt}</s1> <c1>said</c1> <t1>the pilot had 20 years of experience</t1>.", {"person Dina Pruitt"}},
        {"<s1>{Dina Pruitt}, a spokeswoman for [Calder Airways],</s1> <c1>said</c1> <t1>the jet was new</t1>. <t2>“It had flown twice,”</t2> <s2>the spokeswoman</s2> <c2>said</c2>.", {"person Dina Pruitt", "person Dina Pruitt"}},
        {"<s1>The ministry’s spokesman, {Aldo Reth},</s1> <c1>called</c1> <t1>the leak an act of war</t1>.", {"person Aldo Reth"}},
        {"{Dorn Achek}, 23, was held. <t1>“He came quietly,”</t1> <c1>said</c1> <s1>police spokesman {Karl Ude}</s1>. <t2>“He asked for tea,”</t2> <s2>{Ude}</s2> <c2>added</c2>.", {"person Karl Ude", "person Karl Ude"}},
        {"<s1>{Lena Varr}’s rep, {Mona Frye},</s1> <c1>told</c1> People <t1>the singer was exhausted</t1>.", {"person Mona Frye <- People"}},
        {"<s1>A spokesman for [Halden Motors], {Piet Larsson},</s1> <c1>denied</c1> <t1>that any sheet was shredded</t1>.", {"person Piet Larsson"}},
        {"<t1>“The governor never said that,”</t1> <s1>{Jo Haskell}, her press secretary,</s1> <c1>told</c1> Politico. Governor {Tess Marlow} was out of town.", {"person Jo Haskell <- Politico"}},
        {"[Brackwater Steel] laid off 900 people. <t1>“It is a black day,”</t1> <c1>said</c1> <s1>spokesman {Tim Oster}</s1>. <s2>He</s2> <c2>said</c2> <t2>more cuts would follow</t2>.", {"person Tim Oster", "person Tim Oster"}},
        {"<s1>The [Union of Dock Workers]’ {Hal Brody}, who speaks for its northern branch,</s1> <c1>said</c1> <t1>nobody would unload the ship</t1>.", {"person Hal Brody"}},
        {"<c1>According to</c1> <s1>White House spokeswoman {Greta Lyle}</s1>, <t1>the president slept well</t1>.", {"person Greta Lyle"}},
        {"<s1>{Mona Frye}, who represents {Lena Varr},</s1> <c1>said</c1> <t1>the singer would sue</t1>.", {"person Mona Frye"}},
        {"[Calder Airways] is in trouble. <t1>“We do not comment on fog,”</t1> <s1>its head of press, {Dina Pruitt},</s1> <c1>told</c1> Sky News.", {"person Dina Pruitt <- Sky News"}},
        {"<s1>CNN spokesman {Rolf Adder}</s1> <c1>said</c1> <t1>the clip was genuine</t1>.", {"person Rolf Adder"}},
    });
}

TEST(Lawyers, AreSourcesOfTheirOwn) {
    expect_holders({
        {"<s1>{Bram Ketter}’s lawyer</s1> <c1>said</c1> <t1>his client had done nothing wrong</t1>.", {"one Bram Ketter’s lawyer"}},
        {"<t1>“We will fight this in every court,”</t1> <s1>a lawyer for {Bram Ketter}</s1> <c1>told</c1> the Guardian.", {"one lawyer for Bram Ketter <- Guardian"}},
        {"{Bram Ketter}, 44, did not appear. <s1>His attorney, {Sol Wexler},</s1> <c1>entered</c1> <t1>a plea of not guilty</t1>.", {"person Sol Wexler"}},
        {"<s1>{Sol Wexler}, an attorney for {Bram Ketter},</s1> <c1>said</c1> <t1>the tape was faked</t1>. <t2>“A child could see it,”</t2> <s2>the attorney</s2> <c2>said</c2>.", {"person Sol Wexler", "person Sol Wexler"}},
        {"<s1>Lawyers for [Calder Airways]</s1> <c1>argued</c1> <t1>that the fog was to blame</t1>.", {"several Lawyers for Calder Airways"}},
        {"<t1>“She wants her son back,”</t1> <c1>said</c1> <s1>defense attorney {Pia Lund}</s1>. Judge {Olin Marsh} was not moved.", {"person Pia Lund"}},
        {"<s1>An attorney representing the driver</s1> <c1>told</c1> [KXRV] <t1>that the brakes had failed</t1>.", {"one attorney representing the driver <- KXRV"}},
        {"<s1>Prosecutor {Anna Behr}</s1> <c1>asked</c1> <t1>for nine years</t1>. <t2>“He knew what he was doing,”</t2> <s2>the prosecutor</s2> <c2>said</c2>.", {"person Anna Behr", "person Anna Behr"}},
        {"<s1>{Lena Varr}’s sister</s1> <c1>said</c1> <t1>the two had not spoken since the funeral</t1>.", {"one Lena Varr’s sister"}},
        {"<s1>{Jex Corrigan}’s former manager</s1> <c1>claimed</c1> <t1>he was owed $300,000</t1>. {Corrigan}, 52, laughed it off.", {"one Jex Corrigan’s former manager"}},
        {"<s1>{Bram Ketter}, through his lawyer,</s1> <c1>denied</c1> <t1>having touched the safe</t1>.", {"person Bram Ketter"}},
        {"<s1>A lawyer for the family of {Sepp Aigner}</s1> <c1>told</c1> the BBC <t1>that the river was never searched</t1>.", {"one lawyer for the family of Sepp Aigner <- BBC"}},
        {"{Bram Ketter}, 44, stood trial with his brother, {Cal Ketter}. <s1>{Bram Ketter}’s lawyer</s1> <c1>blamed</c1> <t1>the brother</t1>. <s2>{Cal Ketter}’s lawyer, {Pia Lund},</s2> <c2>said</c2> <t2>it was the other way round</t2>.",
         {"one Bram Ketter’s lawyer", "person Pia Lund"}},
        {"<s1>A public defender</s1> <c1>asked</c1> <t1>that {Dorn Achek} be seen by a doctor</t1>. Judge {Olin Marsh} agreed.", {"one public defender"}},
    });
    expect_same({
        {"<s1>A lawyer for {Nadia Orme}</s1> <c1>said</c1> <t1>she would sue</t1>. <t2>“They took her car,”</t2> <s2>the lawyer</s2> <c2>said</c2>.", {"A", "A"}},
        {"<s1>{Nadia Orme}</s1> <c1>said</c1> <t1>she forgave him</t1>. <s2>{Orme}’s lawyer</s2> <c2>said</c2> <t2>the suit would go on</t2>.", {"A", "B"}},
    });
}

TEST(DescribedOrganizations, AreThoseNamedBefore) {
    expect_holders({
        {"[Calder Airways] cancelled 40 flights on Sunday. <s1>The company</s1> <c1>said</c1> <t1>most passengers had been rebooked</t1>.", {"organization Calder Airways"}},
        {"[Calder Airways] fell out with the [Norland Port Authority] in May. <s1>The airline</s1> <c1>said</c1> <t1>the landing fees were absurd</t1>.", {"organization Calder Airways"}},
        {"[Brackwater Steel] shut a furnace. {Tim Oster}, 50, lost his job. <s1>The company</s1> <c1>blamed</c1> <t1>cheap imports</t1>, and <s2>it</s2> <c2>said</c2> <t2>more cuts would come</t2>.",
         {"organization Brackwater Steel", "organization Brackwater Steel"}},
        {"The [Tarsk Police Department] suspended two men. <s1>The department</s1> <c1>said</c1> <t1>a third was on leave</t1>. Sergeant {Karl Ude} retired in June.", {"organization Tarsk Police Department"}},
        {"The [Norland Ministry of Health] counts six dead. {Eva Roth} flew home. <t1>“There is no cause for panic,”</t1> <s1>the ministry</s1> <c1>said</c1> on its website.", {"organization Norland Ministry of Health"}},
        {"[Calder Airways] flew the four to [St. Elda Hospital] in ~Port Ellery~. <s1>The hospital</s1> <c1>said</c1> <t1>two of them were stable</t1>.", {"organization St. Elda Hospital"}},
        {"{Milo Brandt} joined the [Port Ellery Gulls] for $8 million. <s1>The club</s1> <c1>said</c1> <t1>he would wear the number nine</t1>.", {"organization Port Ellery Gulls"}},
        {"The [Union of Dock Workers] met the minister, {Oskar Hult}, on Monday. <s1>The union</s1> <c1>said</c1> <t1>he had offered nothing</t1>.", {"organization Union of Dock Workers"}},
        {"The [Norland Food Agency] found mould. <s1>The agency’s director, {Lotte Amsel},</s1> <c1>called</c1> <t1>it a scandal</t1>. <s2>The agency</s2> <c2>said</c2> <t2>the plant was closed</t2>.",
         {"person Lotte Amsel", "organization Norland Food Agency"}},
        {"[The Velvet Herons] lost their drummer, {Gus Oakley}, in 2016. <s1>The band</s1> <c1>said</c1> <t1>he would not be replaced</t1>.", {"organization The Velvet Herons"}},
        {"The [First Bank of Norland] froze his account. {Gregor Vann} went to court. <s1>The bank</s1> <c1>said</c1> <t1>it had followed the law</t1>.", {"organization First Bank of Norland"}},
        {"[Norland University] expelled {Bo Harmon}, 19. <s1>The university</s1> <c1>said</c1> <t1>he had set fire to a piano</t1>.", {"organization Norland University"}},
    });
}

TEST(DescribedOrganizations, AreTheirOwnWhereNoneWasNamed) {
    expect_holders({
        {"{Nadia Orme}, 41, was hurt in ~Lower Mill~. <s1>The police department</s1> <c1>said</c1> <t1>the other car was stolen</t1>.", {"one police department"}},
        {"{Oskar Hult} founded [Brackwater Steel] in 1994. <s1>A rival company</s1> <c1>said</c1> <t1>he had stolen the patent</t1>.", {"one rival company"}},
        {"{Bram Ketter} will go to prison. <s1>An appeals court</s1> <c1>ruled</c1> <t1>that the tape was real</t1>.", {"one appeals court"}},
        {"<s1>The sheriff’s office</s1> <c1>said</c1> <t1>{Sepp Aigner}, 16, was last seen by the river</t1>.", {"one sheriff’s office"}},
        {"{Milo Brandt} bled from the ear. <s1>The league</s1> <c1>said</c1> <t1>it would look at the tape</t1>.", {"one league"}},
        {"[Calder Airways] bought nine jets. <s1>Another airline</s1> <c1>said</c1> <t1>the price was mad</t1>.", {"one Another airline"}},
        {"{Edda Brunn} was sent home. <s1>The school</s1> <c1>told</c1> parents <t1>that classes would go on</t1>. <s2>The school</s2> <c2>said</c2> <t2>it was sorry</t2>.", {"one school", "one school"}},
        {"{Jex Corrigan} never paid. <s1>The record label</s1> <c1>claims</c1> <t1>he owes it two albums</t1>.", {"one record label"}},
        {"{Hanne Dahl} lost her job. <s1>A human rights group in ~Tarsk~</s1> <c1>called</c1> <t1>it revenge</t1>.", {"one human rights group in Tarsk"}},
        {"{Pia Lund} smiled. <s1>The prosecution</s1> <c1>claims</c1> <t1>the tape was found in her car</t1>.", {"one prosecution"}},
        {"{Wilma Stroud} lost her roof. <s1>A local charity</s1> <c1>said</c1> <t1>it would give her a tent</t1>.", {"one local charity"}},
        {"<s1>An online retailer</s1> <c1>said</c1> <t1>it had sold 900 of {Lena Varr}’s hats</t1>.", {"one online retailer"}},
    });
}

TEST(Documents, SpeakForThemselves) {
    expect_holders({
        {"{Nadia Orme} wants $2 million. <s1>The lawsuit</s1> <c1>claims</c1> <t1>the brakes had failed before</t1>.", {"document lawsuit"}},
        {"<s1>A report by the [Norland Audit Office]</s1> <c1>found</c1> <t1>that $40 million was missing</t1>. <s2>The report</s2> <c2>blames</c2> <t2>{Oskar Hult}</t2>.",
         {"document report by the Norland Audit Office", "document report by the Norland Audit Office"}},
        {"[Halden Motors] went to the exchange on Monday. <c1>According to</c1> <s1>the filing</s1>, <t1>sales fell by a fifth</t1>.", {"document filing"}},
        {"<s1>The indictment</s1> <c1>says</c1> <t1>{Dorn Achek} bought the rope</t1>, while <s2>the complaint</s2> <c2>said</c2> <t2>he found it</t2>.", {"document indictment", "document complaint"}},
        {"<s1>A police report</s1> <c1>states</c1> <t1>that {Tod Marsh} smelled of gin</t1>.", {"document police report"}},
        {"{Bram Ketter} was in debt, <s1>court documents</s1> <c1>show</c1> <t1>that he had not paid rent since May</t1>. <s2>The documents</s2> also <c2>say</c2> <t2>he sold his boat</t2>.",
         {"document court documents", "document court documents"}},
        {"<s1>A study of 4,000 nurses</s1> <c1>found</c1> <t1>that half of them slept badly</t1>. {Ida Holm}, who led it, was not surprised.", {"document study of 4,000 nurses"}},
        {"<s1>The letter, signed by {Tess Marlow} and 30 others,</s1> <c1>called</c1> <t1>the dam a crime</t1>.", {"document letter, signed by Tess Marlow and 30 others"}},
        {"{Olin Marsh} read for two hours. <s1>The ruling</s1> <c1>said</c1> <t1>the firm had lied to its own doctors</t1>.", {"document ruling"}},
        {"{Milo Brandt} swung first. <s1>Video from a phone</s1> <c1>shows</c1> <t1>that he was not alone</t1>.", {"document Video from a phone"}},
        {"<s1>An internal memo</s1> <c1>warned</c1> <t1>the board of [Calder Airways] that the fog lamps were old</t1>.", {"document internal memo"}},
        {"<s1>Phone records</s1> <c1>reveal</c1> <t1>that {Gregor Vann} rang her 60 times</t1>.", {"document Phone records"}},
        {"<s1>The lawsuit</s1> <c1>says</c1> <t1>that <s2>{Gregor Vann}</s2> <c2>told</c2> a nurse <t2>to hide the chart</t2></t1>. [St. Elda Hospital] is not a party.", {"document lawsuit", "person Gregor Vann <- lawsuit"}},
        {"<s1>The report</s1> <c1>says</c1> <t1><s2>two guards</s2> <c2>claimed</c2> <t2>the gate was open</t2></t1>. {Eva Roth} has read it.", {"document report", "several two guards <- report"}},
        {"{Nadia Orme} sued [Halden Motors] on Monday. <s1>The suit</s1> <c1>alleges</c1> <t1>that the brakes failed twice</t1>. <t2>“They knew,”</t2> <s2>it</s2> <c2>says</c2>. The company did not comment.", {"document suit", "document suit"}},
        {"<s1>The audit</s1> <c1>said</c1> <t1>$40 million was missing</t1>. Minister {Oskar Hult} was shown it in May. <s2>The 90-page audit</s2> also <c2>found</c2> <t2>that two clerks did not exist</t2>.", {"document audit", "document audit"}},
    });
}

TEST(Statements, SpeakAsTheirIssuer) {
    expect_holders({
        {"<s1>A statement from [Calder Airways]</s1> <c1>read</c1>: <t1>“We are deeply sorry.”</t1>", {"organization Calder Airways"}},
        {"<s1>{Tod Marsh}’s statement</s1> <c1>said</c1> <t1>he wished {Ines Calloway} well</t1>.", {"person Tod Marsh"}},
        {"<s1>A [Halden Motors] statement</s1> <c1>denied</c1> <t1>that any sheet was shredded</t1>.", {"organization Halden Motors"}},
        {"<s1>The [Union of Dock Workers]</s1> <c1>said</c1> in a statement on Monday <t1>that the strike was over</t1>.", {"organization Union of Dock Workers"}},
        {"Reporters were handed a page. <c1>According to</c1> <s1>the statement from the [Port Ellery Gulls]</s1>, <t1>{Milo Brandt} was fined a week’s pay</t1>.", {"organization Port Ellery Gulls"}},
        {"{Oskar Hult} resigned on Monday. <t1>“I take the blame,”</t1> <s1>he</s1> <c1>said</c1> in a statement. <s2>The statement</s2> <c2>went on</c2>: <t2>“My wife knew nothing of this.”</t2>", {"person Oskar Hult", "person Oskar Hult"}},
        {"<c1>According to</c1> <s1>a statement by the [Norland Ministry of Health]</s1>, <t1>six people have died</t1>. {Eva Roth} was not on the call.", {"organization Norland Ministry of Health"}},
        {"<s1>{Milo Brandt}</s1> <c1>said</c1> in a statement released by the [Port Ellery Gulls] <t1>that he had never felt better</t1>.", {"person Milo Brandt"}},
        {"<s1>A statement on behalf of {Jex Corrigan}</s1> <c1>called</c1> <t1>the book a pack of lies</t1>.", {"person Jex Corrigan"}},
        {"<s1>[Calder Airways]</s1> <c1>said</c1> in a statement <t1>that it was sorry</t1>. <s2>It</s2> <c2>continued</c2>: <t2>“Nobody should wait that long.”</t2>", {"organization Calder Airways", "organization Calder Airways"}},
        {"<s1>{Lena Varr}</s1> <c1>said</c1> in a statement to People <t1>that she was a mother first</t1>. {Bram Ketter} had no comment.", {"person Lena Varr <- People"}},
        {"<s1>A short statement from the office of the mayor, {Wilma Stroud},</s1> <c1>said</c1> <t1>the water was safe</t1>.", {"person Wilma Stroud"}},
        {"<s1>{Pia Lund}’s written statement</s1> <c1>said</c1> <t1>she was in ~Tarsk~ that night</t1>.", {"person Pia Lund"}},
        {"<s1>The [Tarsk United] statement</s1> <c1>added</c1> <t1>that the coach, {Hal Brody}, had the full trust of the board</t1>.", {"organization Tarsk United"}},
        {"<s1>{Bram Ketter}</s1> <c1>denied</c1> <t1>it</t1>. <t2>“These are lies,”</t2> <c2>read</c2> <s2>a statement from his lawyer, {Sol Wexler}</s2>.", {"person Bram Ketter", "person Sol Wexler"}},
        {"<s1>{Lotte Amsel}</s1> <c1>said</c1> in a statement read out by <s2>her deputy, {Jo Haskell}, who</s2> <c2>added</c2> <t2>that she was ill</t2>, <t1>that the plant was clean</t1>.", {"person Jo Haskell", "person Lotte Amsel"}},
    });
}

TEST(Stories, SpeakAsTheirOutlet) {
    expect_holders({
        {"<s1>The Guardian’s headline</s1> <c1>read</c1>: <t1>“A Dam Too Far”</t1>.", {"outlet Guardian"}},
        {"<s1>A Rolling Stone article</s1> <c1>claimed</c1> <t1>that {Jex Corrigan} never learned to read music</t1>.", {"outlet Rolling Stone"}},
        {"<s1>The Page Six report</s1> <c1>said</c1> <t1>{Ines Calloway} wept in the cab</t1>.", {"outlet Page Six"}},
        {"{Tod Marsh} gave People an hour. <s1>The magazine</s1> <c1>reported</c1> <t1>that he cried twice</t1>.", {"outlet People"}},
        {"<s1>A story in Us Weekly</s1> <c1>alleged</c1> <t1>that {Bram Ketter} had sold the dog</t1>.", {"outlet Us Weekly"}},
        {"<s1>TMZ</s1> <c1>reports</c1> <t1>that {Milo Brandt} was fined</t1>. <s2>The site</s2> <c2>adds</c2> <t2>that he paid in cash</t2>.", {"outlet TMZ", "outlet TMZ"}},
        {"<s1>A headline on the front page of the Daily Mail</s1> <c1>asked</c1> <t1>whether the minister could count</t1>. {Oskar Hult} did not laugh.", {"outlet Daily Mail"}},
        {"<s1>The Sun</s1> <c1>claimed</c1> <t1>{Dorn Achek} had a twin</t1>. <s2>The tabloid</s2> <c2>later said</c2> <t2>it was a cousin</t2>.", {"outlet Sun", "outlet Sun"}},
        {"<s1>The People story</s1> <c1>says</c1> <t1>that <s2>a source</s2> <c2>told</c2> the magazine <t2>she had left for good</t2></t1>.", {"outlet People", "one source <- People"}},
        {"<s1>An editorial in the Washington Post</s1> <c1>called</c1> <t1>the plan a swindle</t1>.", {"outlet Washington Post"}},
        {"<s1>Reuters</s1> <c1>first reported</c1> <t1>the merger</t1>. <s2>The news agency</s2> <c2>said</c2> <t2>that [Calder Airways] would keep its name</t2>.", {"outlet Reuters", "outlet Reuters"}},
        {"<s1>The Hollywood Reporter</s1> <c1>reported</c1> <t1>that <s2>two people with knowledge of the deal</s2> <c2>put</c2> <t2>the fee at $9 million</t2></t1>. {Ines Calloway} was paid three.",
         {"outlet Hollywood Reporter", "several two people with knowledge of the deal <- Hollywood Reporter"}},
        {"<s1>The Guardian</s1>, citing an unnamed minister, <c1>said</c1> <t1>the dam would be sold</t1> to [Brackwater Steel].", {"outlet Guardian"}},
        {"<c1>According to</c1> <s1>a report in Variety</s1>, <t1>{Otis Flagg} has the tapes</t1>.", {"outlet Variety"}},
    });
}

TEST(Stories, AreNotTheOutletsWhereOthersWroteThem) {
    expect_holders({
        {"Reuters has seen the draft. <s1>The commission’s report</s1> <c1>found</c1> <t1>that the dam was cracked in 2011</t1>.", {"document commission’s report"}},
        {"<s1>The Guardian’s {Meg Tully}</s1> <c1>writes</c1> <t1>that the play is a bore</t1>.", {"person Meg Tully <- Guardian"}},
        {"<s1>{Cal Dorsey} of the Washington Post</s1> <c1>reported</c1> <t1>that the dam would not be built</t1>.", {"person Cal Dorsey <- Washington Post"}},
        {"<s1>A study in the [Norland Journal of Medicine]</s1> <c1>found</c1> <t1>that the pills did nothing</t1>.", {"document study in the Norland Journal of Medicine"}},
        {"TMZ had the tape first. <s1>The police report</s1> <c1>says</c1> <t1>{Tod Marsh} was asleep at the wheel</t1>.", {"document police report"}},
        {"The New York Times called on Monday. <s1>The lawsuit</s1> <c1>alleges</c1> <t1>that {Oskar Hult} lied</t1>.", {"document lawsuit"}},
        {"<s1>{Ines Calloway}</s1> <c1>told</c1> People <t1>that she was done</t1>. <s2>Her letter to the court</s2> <c2>said</c2> <t2>she wanted the dog</t2>.", {"person Ines Calloway <- People", "document letter to the court"}},
        {"<s1>A Fox News poll</s1> <c1>found</c1> <t1>{Tess Marlow} three points ahead</t1>.", {"document Fox News poll"}},
        {"<s1>A lawsuit against Fox News</s1> <c1>alleges</c1> <t1>that the clip was cut</t1>.", {"document lawsuit against Fox News"}},
        {"<s1>The court</s1> <c1>ordered</c1> Rolling Stone <t1>to pay {Jex Corrigan} $300,000</t1>.", {"one court"}},
        {"<t1>“I read it in the Sun,”</t1> <s1>{Rafi Nassar}</s1> <c1>said</c1>. <t2>“It must be true then,”</t2> <s2>{Bo Harmon}</s2> <c2>replied</c2>.", {"person Rafi Nassar", "person Bo Harmon"}},
        {"Rolling Stone ran his diary. <s1>The autopsy report</s1> <c1>says</c1> <t1>{Ivo Stark} had drowned</t1>.", {"document autopsy report"}},
        {"<s1>{Jex Corrigan}</s1> <c1>wrote</c1> in his memoir <t1>that Rolling Stone never paid him</t1>. <s2>A court</s2> <c2>found</c2> <t2>that it had</t2>.", {"person Jex Corrigan <- memoir", "one court"}},
    });
}

TEST(Nobody, HoldsWhatHasNoAgent) {
    expect_holders({
        {"<t1>{Lena Varr}</t1> <c1>reportedly</c1> <t1>sold the beach house for $4 million</t1>. Her label did not call back.", {"nobody"}},
        {"<t1>{Milo Brandt}</t1> <c1>is expected</c1> <t1>to return in May</t1>, when the [Port Ellery Gulls] meet [Tarsk United].", {"nobody"}},
        {"It <c1>was reported</c1> <t1>that {Tod Marsh} had moved out in June</t1>. {Ines Calloway} kept the dog.", {"nobody"}},
        {"<t1>{Dorn Achek}</t1> <c1>is believed</c1> <t1>to have crossed the border on foot</t1>. {Karl Ude} leads the search.", {"nobody"}},
        {"<t1>The two men</t1> <c1>allegedly</c1> <t1>took $900 from the till</t1>. {Rafi Nassar} was in the back.", {"nobody"}},
        {"<t1>{Oskar Hult}</t1> <c1>has been accused</c1> of <t1>hiding the losses</t1>. [Brackwater Steel] is for sale.", {"nobody"}},
        {"<t1>{Jex Corrigan}</t1> <c1>is rumored</c1> <t1>to be writing his memoirs</t1> with {Gus Oakley}.", {"nobody"}},
        {"<s1>{Gregor Vann}</s1> <c1>said</c1> <t1>he was tired</t1>. It <c2>is not known</c2> <t2>whether he will stand again</t2>.", {"person Gregor Vann", "nobody"}},
        {"{Nadia Orme} <c1>was told</c1> <t1>to wait outside</t1>. She waited for nine hours.", {"nobody"}},
        {"<s1>A source</s1> <c1>told</c1> People <t1>they were in love</t1>. <t2>The pair</t2> <c2>reportedly</c2> <t2>met on a boat in ~Tarsk~</t2>.", {"one source <- People", "nobody"}},
        {"<s1>Page Six</s1> <c1>says</c1> <t1><t2>the two</t2> <c2>reportedly</c2> <t2>signed the papers last week</t2></t1>.", {"outlet Page Six", "nobody <- Page Six"}},
        {"<t1>At least six people</t1> <c1>are feared</c1> <t1>dead after the dam broke above ~Lower Mill~</t1>. Mayor {Wilma Stroud} was in the capital.", {"nobody"}},
        {"<s1>{Bram Ketter}</s1> <c1>was quoted as saying</c1> <t1>that he would not be back</t1>.", {"person Bram Ketter"}},
        {"<t1>{Hanne Dahl}</t1> <c1>was accused</c1> by <s1>[Halden Motors]</s1> of <t1>theft</t1>.", {"organization Halden Motors"}},
        {"<t1>Residents of ~Lower Mill~</t1> <c1>were told</c1> <t1>to boil their water</t1>. Mayor {Wilma Stroud} drank hers on camera.", {"nobody"}},
        {"<t1>{Lena Varr}</t1> <c1>is said</c1> <t1>to have lost 20 pounds</t1>. <s2>A friend</s2> <c2>said</c2> <t2>it was the horses</t2>.", {"nobody", "one friend"}},
        {"<s1>{Leo Pasternak}</s1> <c1>said</c1> <t1>that {Tess Marlow} <c2>was thought</c2> <t2>to be ill</t2></t1>.", {"person Leo Pasternak", "nobody <- Leo Pasternak"}},
        {"<s1>A nurse</s1> <c1>told</c1> the BBC <t1>the ward was full</t1>. <t2>Two wards</t2> <c2>were reported</c2> <t2>to be shut</t2>.", {"one nurse <- BBC", "nobody"}},
        {"<s1>{Anton Veil}</s1> <c1>told</c1> Reuters <t1>that <t2>the treaty</t2> <c2>was widely seen</c2> <t2>as dead</t2></t1>.", {"person Anton Veil <- Reuters", "nobody <- Anton Veil <- Reuters"}},
        {"<t1>“There is no plan B,”</t1> <s1>an aide</s1> <c1>said</c1>. <t2>{Tess Marlow}</t2> <c2>is understood</c2> <t2>to have three</t2>.", {"one aide", "nobody"}},
        {"{Cora Lisle} <c1>has been asked</c1> <t1>to leave the show</t1>, and <t2>her co-host {Paula Dent}</t2> <c2>is tipped</c2> <t2>to follow</t2>.", {"nobody", "nobody"}},
    });
}

TEST(Crowds, AreUnnamedSeveral) {
    expect_holders({
        {"{Lena Varr} walked off after two songs. <s1>Fans</s1> <c1>called</c1> it <t1>a disgrace</t1>.", {"several Fans"}},
        {"<s1>Many viewers</s1> <c1>complained</c1> <t1>that the sound was off</t1>. {Meg Tully} loved it.", {"several Many viewers"}},
        {"{Ines Calloway} posted a photo. <s1>Some users on Twitter</s1> <c1>thought</c1> <t1>she looked ill</t1>.", {"several Some users on Twitter"}},
        {"<s1>Critics</s1> <c1>say</c1> <t1>the dam will drown nine villages</t1>. {Eva Roth} disagrees.", {"several Critics"}},
        {"<s1>Most voters</s1> <c1>think</c1> <t1>{Tess Marlow} should go</t1>, a poll found in May.", {"several Most voters"}},
        {"<s1>Half of the respondents</s1> <c1>said</c1> <t1>they would never fly with [Calder Airways] again</t1>.", {"several Half of the respondents"}},
        {"{Bram Ketter} and {Nora Quill} smiled. <s1>Hundreds of social media users</s1> <c1>accused</c1> the pair of <t1>faking it</t1>.", {"several Hundreds of social media users"}},
        {"<s1>Some</s1> <c1>say</c1> <t1>{Ada Quill} jumped</t1>; <s2>others</s2> <c2>say</c2> <t2>she was pushed</t2>.", {"several Some", "several others"}},
        {"<s1>Several commenters</s1> <c1>asked</c1> <t1>why {Tod Marsh} was wearing two watches</t1>.", {"several Several commenters"}},
        {"{Oskar Hult} hid in the lift. <t1>“Where is our money?”</t1> <c1>shouted</c1> <s1>some of the workers</s1>.", {"several some of the workers"}},
    });
    expect_same({
        {"<s1>Fans of {Lena Varr}</s1> <c1>said</c1> <t1>they had paid $200 for nothing</t1>. <s2>They</s2> <c2>said</c2> <t2>they wanted the money back</t2>.", {"A", "A"}},
        {"<s1>Supporters</s1> <c1>say</c1> <t1>the dam brings light</t1>. <s2>Opponents</s2> <c2>say</c2> <t2>it brings nothing but mud</t2>.", {"A", "B"}},
        {"<t1>“Shame on her,”</t1> <s1>one fan</s1> <c1>wrote</c1>. <t2>“I would have left too,”</t2> <c2>wrote</c2> <s2>another fan</s2>.", {"A", "B"}},
    });
}

}  // namespace
}  // namespace firsthand::stages
